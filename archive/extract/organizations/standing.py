"""A run of capitalised words where it stands in the text, and what the runs of a text gave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.prose import Prose
from archive.extract.organizations.reading import Reading

_ARTICLE: Final = "al "
"""As it is folded, its hyphen a blank."""


@dataclass(slots=True)
class Standing:
    """A run at `start`; `known` are the stretches of it that are certain names of the authority files."""

    prose: Prose
    lexicon: Lexicon
    start: int
    reading: Reading
    known: list[tuple[int, int]] = field(default_factory=list)

    def words(self, first: int, behind: int) -> tuple[int, int]:
        """Where the run's words from `first` up to, not including, `behind` stand in the text."""
        tokens = self.reading.tokens
        return self.start + tokens[first].start, self.start + tokens[behind - 1].end

    def is_known(self, start: int, end: int) -> bool:
        """Whether the stretch shares a character with a certain name."""
        return any(a < end and start < b for a, b in self.known)

    def is_prefixed(self) -> bool:
        """Whether a prefix is joined to the run: "pro-Kremlin"; an Arabic article counts as one too."""
        text, start = self.prose.text, self.start
        return text[start - 1] == "-" and start > 1 and text[start - 2].isalnum()

    def article(self) -> int:
        """Where the Arabic article starts that is joined to the run, "al-Qaeda"; the run's start if there is none."""
        at = self.start - len(_ARTICLE)
        found = self.prose.folded[max(0, at) : self.start] == _ARTICLE and not self.prose.text[at - 1 : at].isalnum()
        return at if found else self.start


@dataclass(slots=True)
class Found:
    """What the runs of a text gave, in text order. Acronyms, plains and parts are (start, end).

    `plurals` are the candidates that a noun in the plural vouches for together with their neighbours ("the companies
    Mabetex and Mercata Trading").
    """

    candidates: list[Candidate] = field(default_factory=list)
    doubtful: list[Candidate] = field(default_factory=list)
    acronyms: list[tuple[int, int]] = field(default_factory=list)
    plains: list[tuple[int, int]] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)
    plurals: list[Candidate] = field(default_factory=list)
