"""How often are two names that linking takes for one person one person? A table made from the authority files.

Pairs of one person are a name and a variant that the files list, pairs of two are namesakes that they keep apart.
Linking is told nothing of either: the names come from texts, and the rules alone decide.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from archive.evaluate.registry import registry_of
from archive.link.people import PeopleIndex
from archive.link.person_names import NameRules
from archive.read.authority import PersonRecord, load_authority

PRECISION = 0.99
RECALL = 0.60  # of what rules can know: many variants are listed because no rule tells them


@dataclass(frozen=True)
class Pair:
    one: str
    other: str
    same: bool


@cache
def pairs() -> tuple[Pair, ...]:
    people = [one for one in load_authority().people if len(one.name.split()) > 1]
    variants = [Pair(one.name, alias, same=True) for one in people for alias in one.aliases if len(alias.split()) > 1]
    return tuple(variants[::3] + namesakes(people))


def namesakes(people: list[PersonRecord]) -> list[Pair]:
    families: defaultdict[str, list[PersonRecord]] = defaultdict(list)
    rules = NameRules.from_authority(load_authority())
    for one in people:
        families[rules.taken_apart(one.name, one.family_name).family].append(one)
    return [
        Pair(first, second, same=False)
        for bearers in families.values()
        for one, other in itertools.combinations(bearers, 2)
        for first in (one.name, *one.aliases)
        for second in (other.name, *other.aliases)
        if len(first.split()) > 1 and len(second.split()) > 1
    ]


@cache
def linked() -> tuple[tuple[Pair, bool], ...]:
    """Each pair, and whether the two names get one record in an archive that knows nobody."""
    rules = NameRules.from_authority(load_authority())
    found = []
    for pair in pairs():
        index = PeopleIndex(rules)
        one = index.link([pair.one])[pair.one].record
        found.append((pair, index.link([pair.other])[pair.other].record == one))
    return tuple(found)


def test_the_table_is_large_enough() -> None:
    assert sum(pair.same for pair in pairs()) >= 300
    assert sum(not pair.same for pair in pairs()) >= 300


def test_automatic_links_are_right_99_times_in_100() -> None:
    wrong = [f"{pair.one} = {pair.other}" for pair, link in linked() if link and not pair.same]
    links = sum(link for _, link in linked())
    assert 1 - len(wrong) / links >= PRECISION, wrong


def test_variants_that_differ_by_transliteration_are_found() -> None:
    same = [link for pair, link in linked() if pair.same]
    assert sum(same) / len(same) >= RECALL


def test_listed_namesakes_stay_apart_in_the_archive_itself() -> None:
    """With the files in sight no namesake is ever taken for the other."""
    people = registry_of(load_authority()).people
    merged = [
        pair
        for pair in pairs()
        if not pair.same and people.link([pair.one])[pair.one].record == people.link([pair.other])[pair.other].record
    ]
    assert merged == []
