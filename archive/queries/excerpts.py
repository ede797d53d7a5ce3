"""What of a text is shown for a search? The words around its hits, marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archive.core.search_text import CLOSE, EXCERPT_WORDS, OPEN, Phrase, Sought, plain, words_in
from archive.core.span import Span

_fold: Final = lru_cache(maxsize=65_536)(plain)

Hit = tuple[int, int, int]
"""First and last word of a hit, and which phrase it is of."""


def excerpt(text: str, wanted: Sought) -> str:
    """The part of the text with most of what is wanted; a text that is marked already, or as short, is left alone."""
    if OPEN in text:
        return text
    words = list(words_in(text))
    hits = _hits([_fold(word) for _, word in words], wanted.phrases)
    first = _best_start(hits, len(words))
    last = min(first + EXCERPT_WORDS, len(words)) - 1
    if last < 0:
        return text
    spans = [span for span, _ in words]
    start = spans[first].start if first else 0
    end = spans[last].end if last < len(words) - 1 else len(text)
    shown = [Span(spans[a].start, spans[b].end) for a, b, _ in hits if a >= first and b <= last]
    return f"{'…' if first else ''}{_with_marks(text, shown, start, end)}{'…' if end < len(text) else ''}"


def _hits(words: Sequence[str], phrases: Sequence[Phrase]) -> list[Hit]:
    """Where the phrases stand, in the order of the text; none begins before the one before it ends."""
    found: list[Hit] = []
    for number, phrase in enumerate(phrases):
        wanted = [_fold(word) for word in phrase.words]
        for at, word in enumerate(words):
            if word.startswith(wanted[0]) and _stands(words[at : at + len(wanted)], wanted, phrase):
                found.append((at, at + len(wanted) - 1, number))
    found.sort()
    apart: list[Hit] = []
    for hit in found:
        if not apart or hit[0] > apart[-1][1]:
            apart.append(hit)
    return apart


def _stands(words: Sequence[str], wanted: Sequence[str], phrase: Phrase) -> bool:
    if len(words) < len(wanted) or list(words[:-1]) != wanted[:-1]:
        return False
    return words[-1].startswith(wanted[-1]) if phrase.prefix else words[-1] == wanted[-1]


def _best_start(hits: Sequence[Hit], words: int) -> int:
    """The word to begin with: before the hit from which on most phrases, then most hits, are in reach."""
    starts = [hit[0] for hit in hits]
    best, first = (0, 0), 0
    for at, hit in enumerate(hits):
        reach = hits[at : bisect_right(starts, hit[0] + EXCERPT_WORDS - 1)]
        value = (len({number for _, _, number in reach}), len(reach))
        if value > best:
            room = EXCERPT_WORDS - (reach[-1][1] - hit[0] + 1)
            best, first = value, hit[0] - max(room, 0) // 2
    return max(0, min(first, words - EXCERPT_WORDS))


def _with_marks(text: str, hits: Sequence[Span], start: int, end: int) -> str:
    parts, at = [], start
    for hit in hits:
        parts += [text[at : hit.start], OPEN, text[hit.start : hit.end], CLOSE]
        at = hit.end
    return "".join((*parts, text[at:end]))
