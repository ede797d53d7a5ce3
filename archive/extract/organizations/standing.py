"""A run of capitalised words where it stands in the text, and what the runs of a text gave."""

from __future__ import annotations

from dataclasses import dataclass, field

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.prose import Prose
from archive.extract.organizations.reading import Reading


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
        """Whether a prefix is joined to the run: "pro-Kremlin"."""
        text, start = self.prose.text, self.start
        return text[start - 1] == "-" and start > 1 and text[start - 2].isalnum()


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
