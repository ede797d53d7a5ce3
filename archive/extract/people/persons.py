"""Which full names of an article are one person, and whom does a bare surname mean?

A person is entered with his full name; another spelling of it (a typo, a drift of transliteration) joins him. A bare
surname goes to the one of that name whose full name stands nearest before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from archive.extract.people.shapes import FullName

_SHORTEST_TYPO: Final = 6
"""Shorter surnames differ by one letter and are two people's: "Ivan", "Ivin"."""
_SHORTEST_SHUFFLED: Final = 8
_LONGEST_TYPO: Final = 24
"""Longer words are glued text, not names."""
_MOST_NAMESAKES: Final = 16

_DRIFT: Final = (
    (re.compile(r"-(?:kh?|h)a(?:dzhi|dji|jj?i)$"), ""),
    (re.compile(r"[’'´`‘-]"), ""),
    (re.compile(r"(?:iy|yi|ii|ij|yy|y|i)(?![a-z])"), "i"),
    (re.compile(r"ye|yo|io"), "e"),
    (re.compile(r"iy|yi|y"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"d?zh|dj"), "j"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"(?<=enk)[ao]$"), "o"),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=8_192)
def drift_key(name: str) -> str:
    """The name without what transliterations differ in: Basayev and Basaev, Yury and Yuri are one."""
    key = name.lower()
    for pattern, plain in _DRIFT:
        key = pattern.sub(plain, key)
    return key


@dataclass(slots=True, eq=False)
class Person:
    """A person of the article: `name` is the longest form met so far, `given` the names before the surname."""

    name: str
    given: str
    family: str
    starts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Persons:
    """The people of an article, found by surname, by its spelling variants and by given name."""

    by_family: dict[str, list[Person]] = field(default_factory=dict)
    by_drift: dict[str, list[Person]] = field(default_factory=dict)
    by_given: dict[str, list[Person]] = field(default_factory=dict)
    by_full: dict[str, Person] = field(default_factory=dict)
    by_opening: dict[str, list[Person]] = field(default_factory=dict)
    variants: dict[str, int] = field(default_factory=dict)

    def enter(self, full: FullName, surface: str) -> Person:
        """The person of a full name: a known one in another spelling, or a new one."""
        person = self.by_full.get(surface) or self._same(full)
        if person is None:
            person = Person(surface, full.given, full.family)
            _file(self.by_family, full.family, person)
            _file(self.by_drift, drift_key(full.family), person)
            _file(self.by_given, full.given, person)
            _file(self.by_opening, full.family[:3], person)
            _file(self.by_opening, _ends_of(full.family), person)
        elif full.family != person.family:
            _file(self.by_family, full.family, person)
        self.by_full[surface] = person
        person.name = max(person.name, surface, key=len)
        person.starts.append(full.start)
        return person

    def named_only(self, word: str, start: int) -> Person:
        """The person known in this article by one word alone."""
        person = self.by_full.get(word)
        if person is None:
            person = self.by_full[word] = Person(word, "", word, [start])
        return person

    def _same(self, full: FullName) -> Person | None:
        if not full.given:
            return next(iter(self.by_family.get(full.family) or self.by_given.get(full.family) or ()), None)
        for person in self.by_drift.get(drift_key(full.family), ()):
            if person.given and full.given and self._same_given(person.given, full.given):
                return person
        for person in self.by_given.get(full.given, ()) if full.given else ():
            if _one_slip(person.family, full.family):
                return person
        return None

    def _same_given(self, one: str, other: str) -> bool:
        """Whether two first names are one: an initial, a drift, a slip, or listed forms (Aleksandr, Alyaksandr)."""
        if one == other or ("." in {one[-1], other[-1]} and one[0] == other[0]):
            return True
        group = self.variants.get(one)
        if group is not None and group == self.variants.get(other):
            return True
        ending = one in {f"{other}i", f"{other}y"} or other in {f"{one}i", f"{one}y"}  # "Omari Alilov", "Omar Alilov"
        return ending or drift_key(one) == drift_key(other) or _one_slip(one, other)

    def of_surname(self, surname: str, at: int) -> Person | None:
        """Whom the bare surname at offset `at` means: the nearest before of that name, else the first after."""
        people = self.by_family.get(surname)
        if people is None:
            return None
        return people[0] if len(people) == 1 else _nearest(people, at)

    def of_variant(self, surname: str, at: int, *, known: bool, givens: Sequence[str] = ()) -> Person | None:
        """Whom a misprinted or otherwise spelled surname means; one `known` as another's is no misprint by a letter.

        It is one if `givens`, of those known by it, hold that of the one introduced: "Rashid Nugaliev", "Nurgaliev".
        """
        people = self.by_drift.get(drift_key(surname))
        if not people and _SHORTEST_TYPO <= len(surname) < _LONGEST_TYPO:
            near = [*self.by_opening.get(surname[:3], ()), *self.by_opening.get(_ends_of(surname), ())]
            people = [p for p in near if _same_letters(p.family, surname)]
            if not people:
                people = [p for p in near if (not known or p.given in givens) and _one_slip(p.family, surname)]
        return _nearest(people, at) if people else None


def _file(index: dict[str, list[Person]], key: str, person: Person) -> None:
    """Enter a person under a key, unless the key is that of a crowd already: no article has so many namesakes."""
    people = index.setdefault(key, [])
    if len(people) < _MOST_NAMESAKES and person not in people:
        people.append(person)


def _nearest(people: list[Person], at: int) -> Person:
    """The person whose full name stands nearest before `at`; the first named after it where none does."""
    before = [(p.starts[found - 1], p) for p in people if (found := bisect_right(p.starts, at))]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return min(people, key=lambda p: p.starts[0])


def _differs_by_gender(one: str, other: str) -> bool:
    return one + "a" == other or other + "a" == one


def _ends_of(surname: str) -> str:
    """The first letter and the last three: what a slip in the second or third letter leaves alone."""
    return f"{surname[:1]}-{surname[-3:]}"


def _same_letters(one: str, other: str) -> bool:
    """Whether letters of a long name changed places: "Turanjozoda" for "Turajonzoda"."""
    return len(one) >= _SHORTEST_SHUFFLED and one[:2] == other[:2] and sorted(one) == sorted(other)


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter was dropped, added, changed, or two neighbours swapped."""
    if (
        abs(len(one) - len(other)) > 1
        or min(len(one), len(other)) < _SHORTEST_TYPO - 1
        or _differs_by_gender(one, other)
    ):
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    rest, rest_other = one[head:], other[head:]
    if rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]:
        return True
    return rest[2:] == rest_other[2:] and rest[:2] == rest_other[1::-1]
