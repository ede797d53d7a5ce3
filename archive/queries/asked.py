"""What can a person ask for? Words only: wrong usage is told before the database layer is imported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

CITATION_KINDS: Final = ("source", "cross_reference", "inline")
ORGANIZATION_KINDS: Final = (
    "armed_group", "bank", "company", "court", "education", "government", "international", "legislature", "media",
    "military", "ngo", "other", "party", "religious",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person asks for; None asks for nothing. `limit` is the most rows to give."""

    publication: str | None = None
    volume: int | None = None
    issue: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    source: str | None = None
    person: str | None = None
    organization: str | None = None
    kind: str | None = None
    limit: int | None = None
