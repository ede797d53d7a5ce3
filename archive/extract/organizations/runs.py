"""Where do capitalised words follow one another? A run of them is the raw material of every name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from archive.core.dates import MONTHS

_UPPER: Final = "A-Z" + "".join(c for c in map(chr, range(0x00C0, 0x0250)) if c.isupper())
_WORD: Final = rf"[{_UPPER}](?:\.(?:[{_UPPER}]\.)+|t\.(?<=\bSt\.)|\w*(?:[-/&’'´](?!s\b)\w+)*)"
_POSSESSIVE: Final = rf"(?:[’'´]s\b|(?<=s)[’'´](?= [{_UPPER}]))?"

MOST_WORDS: Final = 16
"""A longer row of capitalised words is no name; it is read in pieces, so that no run costs more than its length."""

RUN: Final = re.compile(rf"{_WORD}{_POSSESSIVE}(?: (?:[i&] )?{_WORD}{_POSSESSIVE}){{0,{MOST_WORDS - 1}}}")
"""It may start inside a word whose blank was lost in print ("toldInterfax"). A look behind the first letter would keep
the search from skipping to the next capital and make it three times slower."""

_TOKEN: Final = re.compile(rf"({_WORD})({_POSSESSIVE})")
_HUMP: Final = re.compile(rf"(?<=[a-z])(?=[{_UPPER}])")


_COMPOUND: Final = re.compile(r"[\w’-]+-(?:\w+ed|language|based|run|led|held|born|wide)")
_ACRONYM_INSIDE: Final = re.compile(r"[A-Z][a-z]+[A-Z]{2,5}")
_GLUED_MONTH: Final = re.compile(rf"(?<=[a-z])(?:{'|'.join(MONTHS)})$")


class Token(NamedTuple):
    """A word of a run: where its base stands in the run, the base, its folded form and a possessive mark behind it."""

    start: int
    end: int
    base: str
    lower: str
    possessive: str

    @property
    def owns(self) -> str:
        """The word with its mark, as the list of inner possessives has it ("people's")."""
        return self.lower + self.possessive.replace("’", "'").replace("´", "'")


def tokens_of(run: str) -> tuple[Token, ...]:
    """The words of a run."""
    return tuple(Token(m.start(1), m.end(1), m[1], m[1].lower().replace("’", "'"), m[2]) for m in _TOKEN.finditer(run))


def is_compound(base: str) -> bool:
    """Whether a word says of what follows who leads or owns it, or the like: "Kremlin-controlled", "Basaev-led"."""
    return "-" in base and _COMPOUND.fullmatch(base) is not None


def has_capitals_inside(base: str) -> bool:
    """Whether an acronym ends the word, as in the names of firms: "LogoVAZ"."""
    return not base[1:].islower() and _ACRONYM_INSIDE.fullmatch(base) is not None


def month_free(text: str, start: int, end: int) -> int:
    """Where a name ends whose last word lost the blank before a month: "told the Koelner StadtanzeigerAugust 9"."""
    month = _GLUED_MONTH.search(text, start, end)
    return month.start() if month else end


@lru_cache(maxsize=4096)
def last_part(base: str) -> str:
    """The word that counts as a head: the last one of glued words ("SecurityService" -> "service")."""
    return _HUMP.split(base)[-1].lower() if not base.isupper() else base.lower()
