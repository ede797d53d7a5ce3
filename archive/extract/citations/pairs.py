"""Which (source, date) pairs do the groups of a citation make?

Every source of a group goes with every day of it. A group says nothing where its slots name no source ("Moscow,
May 5-6" glosses an event), or where a source that is not known stands without a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from archive.core.dates import PrintedDate
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.source_phrases import KEPT, WEB_NAME, is_issue_number, is_source_phrase, medium_of_phrase

_SIX_MONTHS: Final = 6
_BEFORE_DAY: Final = (" of", " for", " on", " dated")
_ARTICLES: Final = re.compile(r"^[Tt]he |^(?:(?:last|this) (?:week|month)|yesterday|today)['’]s ")


class Cited(NamedTuple):
    """One (source, date) pair of a citation."""

    source: str | None
    place: str | None
    date: PrintedDate | None
    is_reference: bool
    rule: str


class Slot(NamedTuple):
    """A place for a source; `name` is None where the source was stripped. `at` is its offset in the citation.

    `is_own` says that the newsletter means itself without its name ("see our May 5 issue").
    """

    name: str | None
    at: int
    place: str | None = None
    is_programme: bool = False
    is_own: bool = False


class Group(NamedTuple):
    """Sources and the days that they share; `is_seen` says that "see" stands before them."""

    slots: list[Slot]
    days: list[PrintedDate]
    is_seen: bool = False


class NoSourceError(ValueError):
    """A slot that names no source; `at` is its offset."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def pairs_of(groups: Sequence[Group], names: SourceNames, *, lenient: bool) -> tuple[Cited, ...]:
    """Every source of a group with every day of it.

    NoSourceError where there is none, or where one fails and `lenient` does not forgive it.
    """
    found: list[Cited] = []
    for group in groups:
        found += _pairs(group, names, lenient=lenient)
    if not found:
        raise NoSourceError(groups[0].slots[0].at if groups and groups[0].slots else 0)
    return tuple(found)


def _pairs(group: Group, names: SourceNames, *, lenient: bool) -> list[Cited]:
    named = [slot for slot in group.slots if not slot.is_programme] or group.slots
    unnumbered = [slot for slot in named if not (slot.name and is_issue_number(slot.name))]
    is_numbered, named = len(unnumbered) < len(named), unnumbered
    if not group.days:
        slots = [slot for slot in named if slot.name and _needs_no_date(slot.name, names, is_numbered=is_numbered)]
    else:
        slots = _dated(_with_bureaus(named, names), group.days, names, lenient=lenient)
    days: list[PrintedDate | None] = [*_with_years(group.days)] or [None]
    return [_cited(slot, day, names, is_seen=group.is_seen) for slot in slots for day in days]


def _needs_no_date(name: str, names: SourceNames, *, is_numbered: bool) -> bool:
    """A medium or a web address is a source without a date, and so is a name with a number: "Novoe vremya, No. 22"."""
    return names.is_medium(name) or WEB_NAME.fullmatch(name) is not None or (is_numbered and name[:1].isupper())


def _dated(slots: list[Slot], days: list[PrintedDate], names: SourceNames, *, lenient: bool) -> list[Slot]:
    """The slots that name a source; a lost one is forgiven where a known medium stands beside it."""
    has_day = days[0].day is not None or any(day.day is not None for day in days)
    kept = [slot for slot in slots if slot.name is None or is_source_phrase(slot.name, names, has_day=has_day)]
    if slots and len(kept) == len(slots):
        return kept
    if lenient:
        return kept if any(slot.name and names.is_medium(slot.name) for slot in kept) else []
    raise NoSourceError(next((slot.at for slot in slots if slot not in kept), 0))


def _with_bureaus(slots: list[Slot], names: SourceNames) -> list[Slot]:
    """The slots with bare media names, a place after one made its place: "Radio Liberty, Prague, May 5"."""
    stripped = [_stripped(slot, names) for slot in slots]
    are_places = [slot.name is not None and names.is_place(slot.name) for slot in stripped]
    if True not in are_places:
        return stripped
    after = [
        two.name if is_place else None for (_, two), is_place in zip(pairwise(stripped), are_places[1:], strict=True)
    ]
    return [
        slot._replace(place=slot.place or place)
        for slot, is_place, place in zip(stripped, are_places, [*after, None], strict=True)
        if not is_place
    ]


def _stripped(slot: Slot, names: SourceNames) -> Slot:
    """The slot with only the medium left of "Niazov interview with The Financial Times", "the Monitor of" May 5."""
    name = slot.name and medium_of_phrase(slot.name)
    if name and name.endswith(_BEFORE_DAY):
        bare = name.rpartition(" ")[0]
        name = bare if names.is_medium(bare) or names.is_newsletter(_without_article(bare)) else name
    return slot if name == slot.name else slot._replace(name=name)


def _cited(slot: Slot, day: PrintedDate | None, names: SourceNames, *, is_seen: bool) -> Cited:
    if slot.name is None:
        rule = "own_issue" if slot.is_own else "missing_source"
        return Cited(None, slot.place, day, is_reference=slot.is_own, rule=rule)
    source, is_reference = _source(slot.name, names, is_seen=is_seen)
    rule = "cross_reference" if is_reference else "dated" if day else "undated"
    return Cited(source, slot.place, day, is_reference, rule)


def _without_article(name: str) -> str:
    """A newsletter's name less "the" or "last week’s"."""
    return _ARTICLES.sub("", name)


@lru_cache(maxsize=KEPT)
def _source(name: str, names: SourceNames, *, is_seen: bool) -> tuple[str, bool]:
    """The source that a name means, and whether that is this newsletter or a sister."""
    bare = _without_article(name)
    # "Prism" alone may be another's; "The Monitor" and "EDM" are none but ours.
    told = is_seen or bare != name or " " in bare or bare.isupper()
    if names.is_own(bare) or (told and names.is_newsletter(bare)):
        return bare, True
    return bare if is_seen else name, False


def _with_years(days: list[PrintedDate]) -> list[PrintedDate]:
    """A year printed once, at the end, goes for the days before it ("April 15, May 12, 1999")."""
    if len(days) == 1:
        return days
    known, found = None, []
    for day in reversed(days):
        if day.year is None and known is not None and known.year is not None:
            year = known.year - (day.month - known.month >= _SIX_MONTHS)  # "December 14, January 12, 1999"
            known = replace(day, year=year, year_in_list=True)
        elif day.year is not None:
            known = day
        found.append(day if known is None else known)
    return found[::-1]
