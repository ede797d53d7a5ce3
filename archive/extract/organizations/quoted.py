"""Which names stand in quotation marks (“Soglasye” bloc, the newspaper “Primorye,” the party "My Moscow")?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.labels import apposition, label_before, label_behind, officer_behind
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.prose import Prose
from archive.extract.organizations.words import Noun

_QUOTED: Final = re.compile(r"[“\"‘]([A-Z](?:[^“”\"‘’\n]|’(?=\w)|(?<=s)’(?= \w)){1,90})[”\"’]")
_GLOSS: Final = re.compile(r" \([“\"‘][^()\n]{1,60}[”\"’]\)")
_SMALL: Final = frozenset(
    {
        "is",
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "a",
        "an",
        "i",
        "al",
        "our",
        "against",
        "all",
        "with",
        "from",
        "by",
        "at",
    }
)
_MOST_WORDS: Final = 12
_MARK: Final = 1
_APPOSITION_REACH: Final = 90


def quoted_names(prose: Prose, lexicon: Lexicon) -> Iterator[Candidate]:
    """The quoted names that a noun before or behind says to be organizations. A comma inside the marks is none."""
    at = 0
    text = prose.text
    while found := _QUOTED.search(text, at):
        start, end = found.span(1)
        end = start + len(found[1].rstrip(",. "))
        label = label_behind(text, _past_gloss(text, found.end()), lexicon, glued=True)
        noun = label_before(text, found.start(), lexicon) or _apposition(text, found, lexicon)
        if _is_title(text[start:end]) and (label or noun or officer_behind(text, found.end(), lexicon)):
            yield Candidate(start, end, "quoted", label.kind if label else noun.kind if noun else None)
            at = found.end()
        else:
            at = found.end() - _MARK  # a closing mark may be the opening one of what follows: '"' looks the same


def _past_gloss(text: str, end: int) -> int:
    """`end` moved behind a quoted gloss in brackets: “Seifullah” (“Sword of Allah”) group."""
    gloss = _GLOSS.match(text, end) if text.startswith(" (", end) else None
    return gloss.end() if gloss is not None else end


def _apposition(text: str, found: re.Match[str], lexicon: Lexicon) -> Noun | None:
    """The noun of an apposition, its comma inside or behind the marks: “Atoll,” a private guard service."""
    behind = found.end()
    if found[1].endswith(","):
        return apposition(f",{text[behind : behind + _APPOSITION_REACH]}", 0, lexicon)
    return apposition(text, behind, lexicon)


def _is_title(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= _MOST_WORDS and all(word[:1].isupper() or word in _SMALL for word in words)
