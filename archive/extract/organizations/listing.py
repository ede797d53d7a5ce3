"""Which unknown names stand in a list of organizations ("Izhmash, Gidromash, Rosvertol, and Antei")?

Two certain ones of one kind vouch for the plain names that a comma or "and" joins to them, surnames excepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.standing import Found

_JOINT: Final = re.compile(r",? and (?:the )?|, (?:the )?")
_JOINTS: Final = (", ", " and ", " and the ")
_KINDS: Final = frozenset({"company", "bank", "media", "party", "ngo", "armed_group"})
_FEWEST: Final = 2


def listed(text: str, found: Found, lexicon: Lexicon) -> Iterator[Candidate]:
    """The plain names that the lists of `found` hold."""
    for start, end in found.plains:
        if text.startswith(_JOINTS, end) or text.endswith(_JOINTS, 0, start):
            break
    else:
        return
    kinds = {candidate.start: candidate.kind for candidate in found.candidates if candidate.kind in _KINDS}
    if len(kinds) < _FEWEST:
        return
    plains = dict(found.plains)
    ends = {candidate.start: candidate.end for candidate in found.candidates if candidate.start in kinds} | plains
    behind = 0
    for start in sorted(ends):
        if start < behind:
            continue
        row = _row(text, start, ends)
        behind = ends[row[-1]]
        told = [kinds[at] for at in row if at in kinds]
        if len(row) > len(told) >= _FEWEST and len(set(told)) == 1:
            unknown = (at for at in row if at not in kinds and not _is_person(text[at : plains[at]], lexicon))
            yield from (Candidate(at, plains[at], "listed", told[0]) for at in unknown)


def _row(text: str, start: int, ends: Mapping[int, int]) -> list[int]:
    """Where the names of the list start whose first one starts at `start`."""
    row = [start]
    while (joint := _JOINT.match(text, ends[row[-1]])) is not None and joint.end() in ends:
        row.append(joint.end())
    return row


def _is_person(name: str, lexicon: Lexicon) -> bool:
    words = name.lower().split(" ")
    return lexicon.is_person(words[-1]) or words[0] in lexicon.given
