"""How well was something found? Items right, wrong and missed, and the three figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

Key = tuple[str | int | None, ...]
"""What is compared of an item: equal keys are the same thing found."""


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """Something found or missed in the gold article `article`; `text` is its key as a person reads it."""

    article: str
    text: str


@dataclass(slots=True)
class Tally:
    """The count of one kind."""

    right: int = 0
    wrong: list[Item] = field(default_factory=list)
    missed: list[Item] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was found, how much is right; 1 where nothing was."""
        return _share(self.right, len(self.wrong))

    @property
    def recall(self) -> float:
        """Of what is there, how much was found; 1 where nothing is."""
        return _share(self.right, len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.right, len(self.wrong) + len(self.missed))

    def count(self, article: str, gold: Counter[Key], found: Counter[Key], free: Collection[Key] = ()) -> None:
        """Add one article; what is in `free` is not wrong when found beside the gold."""
        self.right += (gold & found).total()
        self.wrong += [Item(article, read_aloud(key)) for key in (found - gold).elements() if key not in free]
        self.missed += [Item(article, read_aloud(key)) for key in (gold - found).elements()]


def read_aloud(key: Key) -> str:
    """The key as one line: "interfax, 2001-08-06"."""
    return ", ".join(str(part) for part in key if part is not None)


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0
