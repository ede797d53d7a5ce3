"""What do most citations look like? Names of letters and a day, clause by clause: "Interfax, Itar-Tass, August 5".

Eight of ten are so plain that one pattern reads them, four times as fast as the grammar, which is there for the rest
and gives the same groups for these (a test holds the two together).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from archive.core.dates import PrintedDate
from archive.extract.citations.pairs import Group, Slot
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.source_phrases import parts_of_list
from archive.extract.citations.tokens import MONTH, month_number

_WORD: Final = r"[^\W\d_]*+(?:[.'’-][^\W\d_]++)*+"
_NAME: Final = rf"[A-Z]{_WORD}(?: [^\W\d_]{_WORD})*+"
_CLAUSE: Final = re.compile(rf"({_NAME}(?:, {_NAME})*), ({MONTH}) (\d\d?)")
"""No digit in a name and a letter behind each mark, so that nothing in it is a date, a number or the end."""


def plain_groups(text: str, names: SourceNames) -> list[Group] | None:
    """The groups of a citation if all its clauses are plain; else None."""
    if "see" in text or "See" in text:  # "See Prism, Monitor, May 5" is a pointer
        return None
    groups: list[Group] = []
    at = 0
    for clause in text.split("; "):
        found = _CLAUSE.fullmatch(clause)
        if found is None:
            return None
        groups.append(Group(_slots(found[1], at, names), [_date(found[2], found[3])]))
        at += len(clause) + len("; ")
    return groups


@lru_cache(maxsize=512)
def _date(month: str, day: str) -> PrintedDate:
    return PrintedDate(month_number(month), int(day))


def _slots(listed: str, at: int, names: SourceNames) -> list[Slot]:
    slots: list[Slot] = []
    for name in listed.split(", "):
        slots += [Slot(part, at) for part in parts_of_list(name, names)]
        at += len(name) + len(", ")
    return slots
