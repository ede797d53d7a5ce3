"""Where else does a name stand that something vouched for once ("Atoll", later without its quotation marks)?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.gazetteer import ends_name
from archive.extract.organizations.prose import fold
from archive.extract.organizations.standing import Found

_VOUCHED_RULES: Final = frozenset(
    {"quoted", "labelled", "apposition", "coined", "inline source", "definition", "officer", "reports", "coordinated"}
)


def recurring(text: str, named: Sequence[Candidate], found: Found) -> Iterator[Candidate]:
    """Further mentions of the names that `named` holds, among the plain names and the doubtful ones."""
    vouched = {text[c.start : c.end]: c for c in named if c.rule in _VOUCHED_RULES}
    kinds = {fold(name): candidate for name, candidate in vouched.items()}
    records = {record for c in named for record in c.records}
    for start, end in found.plains if kinds else ():
        again = _again(text, start, end, kinds)
        if again is not None:
            yield again
    for candidate in found.doubtful:
        name = fold(text[candidate.start : candidate.end])
        if name in kinds or records.intersection(candidate.records):
            yield candidate


def _again(text: str, start: int, end: int, kinds: dict[str, Candidate]) -> Candidate | None:
    """The longest beginning of a plain name that is a name vouched for ("Atoll" of "Atoll Chairman" too)."""
    while end > start:
        candidate = kinds.get(fold(text[start:end]))
        if candidate is not None and ends_name(text, end):
            return Candidate(start, end, "recurring", candidate.kind, candidate.records)
        end = text.rfind(" ", start, end)
    return None
