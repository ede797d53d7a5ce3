"""Who is named in generated articles: fixed populations of people, organizations and media, and how they are drawn."""

from __future__ import annotations

import bisect
import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tests.benchmarks import vocabulary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person:
    first: str
    last: str
    title: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


class Zipf(Generic[T]):
    """Draw from a list where the item of rank r comes with a probability proportional to 1 / r ** exponent."""

    def __init__(self, items: Sequence[T], exponent: float = 1.0) -> None:
        self._items = items
        self._sums = list(itertools.accumulate(1.0 / (rank + 1) ** exponent for rank in range(len(items))))

    def draw(self, rng: random.Random) -> T:
        return self._items[bisect.bisect_left(self._sums, rng.random() * self._sums[-1])]


@dataclass(frozen=True, slots=True)
class Population:
    people: tuple[Person, ...]
    organizations: tuple[str, ...]
    sources: tuple[str, ...]


def population(seed: int = 7, people: int = 20_000, organizations: int = 2_000, sources: int = 500) -> Population:
    """The same names for the same seed, real ones first, made-up ones after them."""
    rng = random.Random(seed)
    return Population(
        tuple(_people(rng, people)), tuple(_organizations(rng, organizations)), tuple(_sources(rng, sources))
    )


def _people(rng: random.Random, size: int) -> list[Person]:
    seen: set[tuple[str, str]] = set()
    crowd: list[Person] = []
    while len(crowd) < size:
        last = rng.choice(vocabulary.SURNAME_STEMS) + rng.choice(vocabulary.SURNAME_MIDDLES)
        last += rng.choice(vocabulary.SURNAME_MIDDLES) if rng.random() < 0.3 else ""
        last += rng.choice(vocabulary.SURNAME_ENDS)
        name = (rng.choice(vocabulary.GIVEN_NAMES), last)
        if name not in seen:
            seen.add(name)
            crowd.append(Person(*name, rng.choice(vocabulary.TITLES)))
    return crowd


def _organizations(rng: random.Random, size: int) -> list[str]:
    kinds = (
        "Bank", "Oil Company", "Commission", "Institute", "Movement", "Union of Miners", "Party", "Foundation",
        "Holding", "Directorate", "Military District", "Television", "Aluminum Plant", "Consortium",
    )  # fmt: skip
    names = dict.fromkeys(vocabulary.ORGANIZATIONS)
    things = [noun.title() for noun in vocabulary.NOUNS]
    while len(names) < size:
        names[f"{rng.choice(vocabulary.CITIES)} {rng.choice(things)} {rng.choice(kinds)}"] = None
    return list(names)


def _sources(rng: random.Random, size: int) -> list[str]:
    kinds = ("Vesti", "Kurier", "Gazeta", "News", "Telegraph", "Radio", "TV", "Novosti", "Times", "Pravda", "Herald")
    adjectives = ("Vecherny", "Novaya", "Rabochaya", "Svobodnaya", "Delovoi", "Molodoi", "Krasny", "Narodnaya", "")
    names = dict.fromkeys(vocabulary.SOURCES)
    while len(names) < size:
        names[f"{rng.choice(adjectives)} {rng.choice(vocabulary.CITIES)} {rng.choice(kinds)}".strip()] = None
    return list(names)
