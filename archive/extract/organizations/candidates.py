"""What may be an organization, before overlaps are settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Candidate(NamedTuple):
    """A stretch of text taken for an organization's name, with the rule that took it.

    `records` are the authority records that bear the name (indexes into `Authority.organizations`).
    """

    start: int
    end: int
    rule: str
    kind: str | None = None
    records: tuple[int, ...] = ()


def settled(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in text order without overlaps; of two that overlap the longer stays, of equals the first."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, not c.records)):
        last = kept[-1] if kept else None
        if last is None or last.end <= candidate.start:
            kept.append(candidate)
        elif candidate.end - candidate.start > last.end - last.start:
            kept[-1] = candidate
    return kept
