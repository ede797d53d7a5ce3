"""What does a person look for who types this? And which words has a text, whatever their case and diacritics?

Everything typed is words, never syntax: `Ulan-Ude` and `O'Brien` are two words that stand together, `AND` is a word, a
quotation mark without its partner is nothing. A word is a run of letters and digits, as SQLite's unicode61 has it, so
that both engines find the same. No word is cut to a stem: "Communist" and "communism" or "Unity" and "unite" would be
one, and a name is to be found as it is spelled; `talk*` asks for all that begins so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from archive.core.span import Span

OPEN: Final = "\ufdd0"
CLOSE: Final = "\ufdd1"
"""Around a hit in an excerpt: characters that Unicode keeps out of texts."""

EXCERPT_WORDS: Final = 24

_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PIECE: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_STROKES: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "\u0131": "i", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"Ł": "L", "Ø": "O", "Đ": "D", "Æ": "Ae", "Œ": "Oe"}
)
"""Letters that Unicode does not take apart; unicode61 keeps them, so a word that has one is looked for both ways."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together in this order, as typed; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False

    def spellings(self) -> tuple[Phrase, ...]:
        """The phrase, and where it has letters that no diacritic makes, the phrase with plain ones."""
        plain = Phrase(tuple(word.translate(_STROKES) for word in self.words), self.prefix)
        return (self,) if plain == self else (self, plain)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a text must hold: all `phrases`; or, where `raw` is given, what that means to the engine."""

    phrases: tuple[Phrase, ...]
    raw: str | None = None


def sought(text: str, *, raw: bool = False) -> Sought:
    """What is looked for; without a phrase where the text has no word."""
    if raw:
        return Sought(tuple(Phrase((word,)) for _, word in words_in(text)), text)
    found = []
    for piece in _PIECE.finditer(text.translate(_QUOTES)):
        words = tuple(word for _, word in words_in(piece[0]))
        if words:
            found.append(Phrase(words, prefix=(piece[2] or "").endswith("*")))
    return Sought(tuple(dict.fromkeys(found)))


def words_in(text: str) -> Iterator[tuple[Span, str]]:
    """Each word of the text as written, and where it stands."""
    for found in _WORD.finditer(text):
        yield Span(*found.span()), found[0]


def folded_words(text: str) -> list[str]:
    """The words of the text in their order, without case and diacritics."""
    return _WORD.findall(folded(text))


def folded(text: str) -> str:
    """The text without case and diacritics."""
    text = text.lower()
    return text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", text))
