"""Is this line a headline?

Titles are in capitals ("CHECHEN TALKS BREAK FOR CONSULTATIONS.") or in title case ("Moscow Denounces NATO Airstrike."),
where every word but the small ones has a capital; running prose never has that over a whole line.
"""

from __future__ import annotations

import re
from typing import Final

from archive.core.dates import MONTHS

LONGEST: Final = 200
"""Characters; the longest headline met has 97."""

_SMALL_WORDS: Final = frozenset(
    {
        "a", "about", "above", "across", "after", "against", "along", "amid", "among", "an", "and", "are", "around",
        "as", "at", "be", "before", "behind", "below", "beneath", "beside", "between", "beyond", "but", "by", "de",
        "down", "during", "for", "from", "if", "in", "inside", "into", "is", "it", "its", "la", "le", "like",
        "near", "no", "nor", "not", "of", "off", "on", "once", "onto", "or", "out", "outside", "over", "per",
        "since", "so", "than", "that", "the", "through", "throughout", "till", "to", "toward", "towards",
        "under", "until", "up", "upon", "was", "were", "via", "vs", "when", "while", "with", "within", "without", "yet",
    },
)  # fmt: skip
_GLUED_SMALL_WORD: Final = re.compile(r"(?:and|at|by|for|from|in|of|on|the|to|with)(?=[A-Z])")
_WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")
_DATED: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\s*\d")
_FEWEST_LETTERS: Final = 4


def _words(line: str) -> list[str]:
    return _WORD.findall(line)


def is_capitals(line: str) -> bool:
    """Whether all letters are capitals ("MANEUVERING CONTINUES OVER IRAQ PROCESS."), few small slips aside."""
    if len(line) > LONGEST or _DATED.search(line):
        return False
    letters = [character for character in line if character.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)


def is_title_case(line: str) -> bool:
    """Whether every word but the small ones has a capital ("Kuchma: Referendum Will Take Place.")."""
    if len(line) > LONGEST or "(" in line or _DATED.search(line):
        return False
    words = _words(line)
    large = [word for word in words if word.lower() not in _SMALL_WORDS]
    if len(large) < 2:  # noqa: PLR2004 - one word is a name
        return False
    small = [word for word in large if word[0].islower() and not _GLUED_SMALL_WORD.match(word)]
    return not small and (words[0][0].isupper() or line[0] in "…–—-")


def is_headline(line: str) -> bool:
    """Whether the line is a headline in capitals or in title case."""
    return is_capitals(line) or is_title_case(line)
