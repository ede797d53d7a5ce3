"""What became of a file? Words that workers and the writer share; nothing here needs a database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a file."""

    NEW = "new"
    SAME = "same"
    REPLACED = "replaced"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of a file, and why it was skipped or failed."""

    path: str
    outcome: Outcome
    reason: str | None = None
