"""Seeded articles in the style of the newsletters: `python -m tests.benchmarks.gen --n 10000 --out FOLDER`.

One .txt file an article, 1,000 a folder. Article i depends on the seed and i only: the first 1,000 articles of a
corpus of 100,000 are the corpus of 1,000. An article has about 3.6 KB, 8.4 citations and 10.8 names; people,
organizations and sources come with Zipf's frequencies. Parts of the text come in the order in which they are drawn, so
a change of the order is a change of the corpus.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from pathlib import Path
from typing import Final

from tests.benchmarks import vocabulary
from tests.benchmarks.population import Person, Zipf, population

PUBLICATIONS: Final = {
    "Monitor": 60, "Eurasia Daily Monitor": 14, "Prism": 6, "Fortnight in Review": 5, "Chechnya Weekly": 5,
    "North Caucasus Weekly": 3, "China Brief": 3, "Terrorism Monitor": 2, "Russia and Eurasia Review": 2,
}  # fmt: skip
"""Publication -> its share of a hundred."""

ASIDES: Final = (
    "(replacing the minister)", "(the so-called power ministries)", "(about 30 percent)", "(4)", "(2)", "(or CIS)",
    "(formerly the KGB)", "(see above)",
)  # fmt: skip
"""Parentheticals that are no citations."""


def day(date: dt.date) -> str:
    return f"{vocabulary.MONTHS[date.month - 1]} {date.day}"


def second_day(first: dt.date, second: dt.date) -> str:
    return str(second.day) if second.month == first.month else day(second)


class Generator:
    """Draws articles from the fixed populations."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        names = population()
        self._people, self._organizations = Zipf(names.people), Zipf(names.organizations)
        self._sources = Zipf(names.sources, 1.1)
        self._publications = [name for name, share in PUBLICATIONS.items() for _ in range(share)]

    def article(self, number: int) -> tuple[str, str]:
        """Relative path and text of the article of that number, from 0."""
        rng = random.Random(self._seed * 1_000_003 + number)
        publication = rng.choice(self._publications)
        volume, issue = rng.randrange(1, 9), rng.randrange(1, 241)
        issued = dt.date(1994 + volume, 1, 2) + dt.timedelta(days=int(issue * 1.5))
        text = _Article(rng, issued, self._sources, self._people, self._organizations).text(
            f"Publication: {publication} Volume: {volume} Issue: {issue}\n\n"
        )
        slug = f"{publication.lower().replace(' ', '-')}-{volume}-{issue}-{number:07d}"
        return f"{number // 1000:04d}/{slug}.txt", text


class _Article:
    """One article while it is written."""

    def __init__(
        self, rng: random.Random, issued: dt.date, sources: Zipf[str], people: Zipf[Person], organizations: Zipf[str]
    ) -> None:
        self._rng, self._issued, self._sources = rng, issued, sources
        self._target = int(min(8000, max(1000, rng.lognormvariate(8.0, 0.5))))  # median 3.0 KB
        self._curly = rng.random() < 0.3
        self._cast = self._draw_cast(people)
        self._named: set[str] = set()
        self._organizations = [organizations.draw(rng) for _ in range(rng.randrange(1, 5))]

    def _draw_cast(self, people: Zipf[Person]) -> list[Person]:
        """Two to six people, none with another's surname."""
        cast: dict[str, Person] = {}
        size = self._rng.randrange(2, 7)
        while len(cast) < size:
            person = people.draw(self._rng)
            cast.setdefault(person.last, person)
        return list(cast.values())

    def text(self, header: str) -> str:
        rng = self._rng
        text = header
        while len(text) < self._target:
            text += " ".join(self._sentence() for _ in range(rng.randrange(3, 7))) + "\n\n"
        if rng.random() < 0.1:  # the headline of the next article
            words = (vocabulary.CITIES, vocabulary.NOUNS, vocabulary.NOUNS)
            text += " ".join(rng.choice(group) for group in words).upper() + ".\n"
        return text

    def _sentence(self) -> str:
        rng = self._rng
        text = f"{self._subject()} {rng.choice(vocabulary.VERBS)} {self._clause()}{self._middle()}"
        if rng.random() < 0.5:
            text += f" and {rng.choice(vocabulary.ADVERBS)} {rng.choice(vocabulary.VERBS)} {self._clause()}"
        if rng.random() < 0.55:
            text += f", {rng.choice(vocabulary.TAILS)}"
        if rng.random() < 0.10:
            opening, closing = ("\u201c", "\u201d") if self._curly else ('"', '"')
            adjectives = f"{rng.choice(vocabulary.ADJECTIVES)} and {rng.choice(vocabulary.ADJECTIVES)}"
            text += f", calling it {opening}{adjectives}{closing}"
        return text + self._end()

    def _subject(self) -> str:
        rng = self._rng
        opener = rng.random()
        if opener < 0.22:
            return self._person(rng.choice(self._cast))
        if opener < 0.31:
            return f"The {rng.choice(self._organizations)}"
        article = rng.choice(("The ", "A ", "Yet the ", "Meanwhile, the "))
        return f"{article}{rng.choice(vocabulary.ADJECTIVES)} {rng.choice(vocabulary.NOUNS)}"

    def _person(self, person: Person) -> str:
        if person.last not in self._named:
            self._named.add(person.last)
            return f"{person.title} {person.name}"
        return f"Mr. {person.last}" if self._rng.random() < 0.08 else person.last

    def _clause(self) -> str:
        rng = self._rng
        article = rng.choice(("the", "a", "this", "any"))
        return f"{article} {rng.choice(vocabulary.ADJECTIVES)} {rng.choice(vocabulary.NOUNS)}"

    def _middle(self) -> str:
        rng = self._rng
        middle = rng.random()
        if middle < 0.06:
            return f" with the {rng.choice(self._organizations)}"
        if middle < 0.36:
            return f" on {day(self._issued - dt.timedelta(days=rng.randrange(9)))}"
        if middle < 0.48:
            return f" worth ${rng.randrange(1, 90)}.{rng.randrange(10)} million in {rng.choice(vocabulary.CITIES)}"
        return f" {rng.choice(ASIDES)}" if middle < 0.54 else ""

    def _end(self) -> str:
        rng = self._rng
        roll = rng.random()
        if roll < 0.13:
            return f" {self._citation()}."
        if roll < 0.165:
            return f". {self._citation()}"
        if roll < 0.175:
            source = self._sources.draw(rng)
            return f", {source} reported on {day(self._issued - dt.timedelta(days=rng.randrange(5)))}."
        return "."

    def _citation(self) -> str:
        """One parenthetical: of the forms met, as often as they are met."""
        rng = self._rng
        date = self._issued - dt.timedelta(days=rng.choice((0, 1, 1, 1, 2, 2, 3, 4, 6)))
        sources = list(dict.fromkeys([self._sources.draw(rng) for _ in range(3)]))
        form = rng.random()
        if form < 0.48:
            return f"({sources[0]}, {day(date)})"
        if form < 0.66:
            days = (date + dt.timedelta(days=later) for later in range(len(sources)))
            return "(" + "; ".join(f"{source}, {day(at)}" for source, at in zip(sources, days, strict=True)) + ")"
        if form < 0.80:
            return f"({', '.join(sources)}, {day(date)})"
        return self._rarer_citation(form, sources, date)

    def _rarer_citation(self, form: float, sources: list[str], date: dt.date) -> str:
        end = second_day(date, date + dt.timedelta(days=2))
        if 0.90 <= form < 0.93:
            return f"({sources[0]} [{self._rng.choice(vocabulary.CITIES)}], {day(date)})"
        forms = {
            0.85: f"({sources[0]}, {day(date)}, {end})",
            0.90: f"({', '.join(sources[:2])}, {day(date)}-{end})",
            0.95: f"({sources[0]})",
            0.965: f"(, {day(date)})",
            0.99: f"(see the Monitor, {day(date)})",
            1.0: f"({sources[0]}, {vocabulary.MONTHS[date.month - 1]})",
        }
        return next(text for bound, text in forms.items() if form < bound)


def write_corpus(articles: int, folder: Path, seed: int = 1) -> int:
    """Write the first `articles` articles into `folder`; returns how many bytes they have."""
    generator = Generator(seed)
    size = 0
    for number in range(articles):
        path, text = generator.article(number)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        size += target.write_bytes(text.encode())
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description="Write seeded articles in the style of the newsletters.")
    parser.add_argument("--n", type=int, required=True, help="how many")
    parser.add_argument("--out", type=Path, required=True, help="into which folder")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    size = write_corpus(arguments.n, arguments.out, arguments.seed)
    print(f"{arguments.n} articles, {size / 1e6:.1f} MB, {size / arguments.n:.0f} bytes each")


if __name__ == "__main__":
    main()
