"""Which names share one noun ("the companies Mabetex and Mercata Trading", "Zapad and Vostok battalions")?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.standing import Found

_JOINTS: Final = (" and ", ", ", ", and ")
_MOST: Final = 6


def coordinated(text: str, found: Found) -> Iterator[Candidate]:
    """The plain names joined by "and" or a comma to one that a noun in the plural vouches for."""
    if not found.plurals:
        return
    starts = dict(found.plains)
    ends = {end: start for start, end in found.plains}
    for vouched in found.plurals:
        start, end = vouched.start, vouched.end
        for _ in range(_MOST):
            joint = next((j for j in _JOINTS if text.endswith(j, 0, start) and start - len(j) in ends), None)
            if joint is None:
                break
            behind = start - len(joint)
            start = ends[behind]
            yield Candidate(start, behind, "coordinated", vouched.kind)
        for _ in range(_MOST):
            joint = next((j for j in _JOINTS if text.startswith(j, end) and end + len(j) in starts), None)
            if joint is None:
                break
            start = end + len(joint)
            end = starts[start]
            yield Candidate(start, end, "coordinated", vouched.kind)


def accompanied(text: str, found: Found) -> Iterator[Candidate]:
    """The doubtful names that a list has beside a certain one of their kind: "NTV, TNT and Radio Ekho Moskvy"."""
    if not found.doubtful:
        return
    starts = {candidate.start: candidate.kind for candidate in found.candidates}
    ends = {candidate.end: candidate.kind for candidate in found.candidates}
    for name in found.doubtful:
        before = (ends.get(name.start - len(joint)) for joint in _JOINTS if text.endswith(joint, 0, name.start))
        behind = (starts.get(name.end + len(joint)) for joint in _JOINTS if text.startswith(joint, name.end))
        if name.kind is not None and name.kind in {*before, *behind}:
            yield name
