"""When are two surface forms the same name?

Case, diacritics, quotation marks, apostrophes, stops, a leading "the" and the difference between hyphen, dash and
space do not part names: "Itar-Tass", "ITAR-TASS" and "ITAR TASS" are one, and so are "U.S." and "US", "The Guardian"
and "Guardian", "Tat’yana" and "Tatyana". A stop between letters stays where it parts a web name ("Polit.ru").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NewType

NameKey = NewType("NameKey", str)
"""A folded name: equal keys are the same name. Made by `name_key` only."""

PLAIN_LETTERS: Final = {
    "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e",
}  # fmt: skip
"""Letters that Unicode does not take apart -> what is typed for them."""

_PLAIN: Final = str.maketrans(PLAIN_LETTERS)
_DROPPED: Final = re.compile(r"['’‘ʼ`´\"“”„«»()\[\]ʹ]|\.(?!\w{2,}\b)")
_GAPS: Final = re.compile(r"[\s\-‐‑‒–—_/,;:]+")
_LEADING_THE: Final = re.compile(r"^the (?=\S)")


@lru_cache(maxsize=8_192)
def name_key(text: str) -> NameKey:
    """The folded form of a name; empty for a text without letters or digits."""
    folded = text.casefold()
    if not folded.isascii():
        folded = folded.translate(_PLAIN)
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    folded = _GAPS.sub(" ", _DROPPED.sub("", folded)).strip()
    return NameKey(_LEADING_THE.sub("", folded))
