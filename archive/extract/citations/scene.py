"""What does a rule of attribution look at, and what does it answer?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from archive.extract.citations.prose_words import bare
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.source_words import Found, sources_after, sources_before

WORD: Final = re.compile(r"[^\s,–—]*[,–—](?=[^\W\d_])|\S+")
"""A word with its punctuation; a glued comma or dash parts two: "sanctions,Itar-Tass", "Irish Times—far"."""

WEEKDAYS: Final = frozenset(
    day + mark
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for mark in ("", ",")
)
_BEFORE_DAY: Final = WEEKDAYS | {"on", "of", "dated", "late", "early", "already", "as", "(", "again", "last"}
_TIME_OF: Final = re.compile(
    r"(?:\b[io]n the (?:late |early )?(?:evening|morning|afternoon|night) of|\bas early as|\bthe same day,)\s*$"
)
_LAST_OF_TIME: Final = ("ing of ", "noon of ", "night of ", "early as ", "same day, ")
"""What may stand between the verb and the day: "reported in the evening of May 5"."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The sources of a day, the index of the first word it takes on the left, and how many on the right.

    A source is None where a link took its name.
    """

    sources: tuple[str | None, ...]
    rule: str
    left: int | None = None
    right: int | None = None


@dataclass(slots=True)
class Scene:
    """The words of a sentence on either side of a day.

    `opens` says that the left side begins with the sentence. `end` is the end of the words on the left without the
    "on" before the day.
    """

    left_text: str
    right_text: str
    names: SourceNames
    opens: bool = True
    left: list[str] = field(init=False)
    right: list[str] = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.right = WORD.findall(self.left_text), WORD.findall(self.right_text)
        end = len(self.left)
        if self.left_text.endswith(_LAST_OF_TIME) and (time := _TIME_OF.search(self.left_text)):
            end -= len(time[0].split())
        self.end = without(self.left, end, _BEFORE_DAY)

    def word(self, index: int) -> str:
        """The word on the left, bare and in lower case; empty before the first."""
        return bare(self.left[index]).lower() if 0 <= index < len(self.left) else ""

    def following(self, index: int) -> str:
        """The word on the right, bare and in lower case; empty after the last."""
        return bare(self.right[index]).lower() if index < len(self.right) else ""

    def before(self, end: int) -> Found | None:
        """The sources that end before word `end` on the left."""
        return sources_before(self.left, end, self.names)

    def before_known(self, end: int) -> Found | None:
        """The same, if they are known media."""
        found = self.before(end)
        return found if found and all(name and self.names.is_medium(name) for name in found.names) else None

    def after(self, start: int) -> Found | None:
        """The sources that begin at word `start` on the right."""
        return sources_after(self.right, start, self.names)


def without(words: list[str], end: int, skipped: frozenset[str]) -> int:
    """The end of the words without those of `skipped` at their end."""
    while end and words[end - 1].lower() in skipped:
        end -= 1
    return end
