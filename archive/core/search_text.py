"""What does a person look for who types this? And which words has a text, whatever their case and diacritics?

Everything typed is words, never syntax: `Ulan-Ude` and `O'Brien` are two words that stand together, `AND` is a word, a
quotation mark without its partner is nothing. A word is a run of letters and digits, as SQLite's unicode61 has it, so
that both engines find the same. No word is cut to a stem: "Communist" and "communism" or "Unity" and "unite" would be
one, and a name is to be found as it is spelled; `talk*` asks for all that begins so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise
from typing import Final

from archive.core.names import PLAIN_LETTERS
from archive.core.span import Span

OPEN: Final = "\ufdd0"
CLOSE: Final = "\ufdd1"
"""Around a hit in an excerpt: characters that Unicode keeps out of texts."""

EXCERPT_WORDS: Final = 24

_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PIECE: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_PLAIN: Final = str.maketrans(PLAIN_LETTERS)
_MOST_SPELLINGS: Final = 64
"""So many spellings of a word are looked for at most: all that differ in two letters, of any but a very long word."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together in this order, as typed; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


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


def plain(text: str) -> str:
    """The text without case and diacritics, and without the letters that no diacritic makes: "walesa" for "Wałęsa"."""
    return folded(text).translate(_PLAIN)


def spellings(word: str) -> list[str]:
    """The other spellings of a word, folded, those with the fewest letters that no diacritic makes first.

    Both engines keep "wałesa" and "walesa" apart, and an index that folded them would have to be made anew.
    """
    text = plain(word)
    found = (_spelled(text, letters) for letters in _choices(text))
    return [one for one in islice(found, _MOST_SPELLINGS) if one != folded(word)]


Place = tuple[int, int, str]
"""Start and end of what may be another letter, and that letter."""


def _choices(text: str) -> Iterator[tuple[Place, ...]]:
    """Which letters of the word may be others: none, one, then two at once ..."""
    places = sorted(
        (found.start(), found.start() + len(typed), letter)
        for letter, typed in PLAIN_LETTERS.items()
        for found in re.finditer(f"(?={typed})", text)
    )
    for number in range(len(places) + 1):
        for letters in combinations(places, number):
            if all(one[1] <= other[0] for one, other in pairwise(letters)):
                yield letters


def _spelled(text: str, letters: tuple[Place, ...]) -> str:
    for start, end, letter in reversed(letters):
        text = text[:start] + letter + text[end:]
    return text


Met = Callable[[Sequence[str], bool], Iterable[str]]
"""Tells which of some folded words an index has; True: words that begin so."""


def alternatives(phrase: Phrase, met: Met) -> list[list[str]]:
    """What may stand for each word of the phrase: the word as typed, and its other spellings that some text has."""
    last = len(phrase.words) - 1
    return [[word, *met(spellings(word), phrase.prefix and at == last)] for at, word in enumerate(phrase.words)]
