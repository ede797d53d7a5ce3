"""Which words beside a medium's name say what it is, or what it is like?

"The Interfax news agency", "Kavkazsky Uzel (Caucasian Knot)", "the influential Moscow daily Segodnya": the name is what
they leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from archive.extract.citations.prose_words import BROKEN, bare, is_compound, is_of_people, opens_name
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.vocabulary import DETERMINERS, FUNCTION_WORDS, MEDIA_HEADS, REPORTING

LONGEST_NAME: Final = 6


def without_heads(words: Sequence[str], end: int) -> int:
    """The end of the name before "news agency", "website", "radio station"."""
    bottom = end
    while bottom > 1:
        word = bare(words[bottom - 1])
        if word == "service" and words[bottom - 2] in {"news", "wire"}:  # no press service
            bottom -= 1
            continue
        if word not in MEDIA_HEADS and not (bottom < end and word in {"news", "radio", "television", "TV", "press"}):
            break
        if words[bottom - 2].endswith(","):
            break
        bottom -= 1
    return bottom


def without_gloss(words: Sequence[str], end: int) -> int:
    """The end of the name before "(Caucasian Knot)"."""
    if end and words[end - 1].endswith(")"):
        for start in range(end - 1, max(0, end - LONGEST_NAME), -1):
            if words[start].startswith("("):
                return start
    return end


def past_heads(words: Sequence[str], at: int) -> int:
    """The index after "news agency", "website" and a gloss in parentheses."""
    if at < len(words) and words[at].startswith("("):
        close = next((i for i in range(at, min(at + LONGEST_NAME, len(words))) if words[i].endswith(")")), None)
        at = at if close is None else close + 1
    end = at
    while end < len(words) and bare(words[end]) in MEDIA_HEADS | {"news", "radio", "television", "press"}:
        end += 1
    return end if end > at and bare(words[end - 1]) in MEDIA_HEADS else at


def is_adjective(word: str) -> bool:
    """What may stand before a name: an article, "jihadist", "Russian", "newspaper"."""
    low = word.lower()
    if not word[:1].isalpha() or word.endswith(BROKEN):
        return False
    if is_compound(word):
        return True
    if word[:1].isupper():
        return low in DETERMINERS or is_of_people(word)
    return low not in FUNCTION_WORDS and low not in REPORTING and not low.endswith("ed")


def is_town_of(words: Sequence[str], at: int, names: SourceNames) -> bool:
    """Whether a word says where a medium appears: "the influential Moscow daily Segodnya"."""
    behind = words[at + 1 : at + 3]
    return len(behind) > 1 and behind[0] in MEDIA_HEADS and opens_name(behind[1]) and names.is_place(words[at])


def before_gloss(words: Sequence[str], start: int) -> int | None:
    """The end of a name in another language that a translation follows: "website Prava cheloveka ("Human Rights")"."""
    ahead = range(start, min(start + LONGEST_NAME, len(words)))
    opening = next((at for at in ahead if words[at].startswith(("(", "“", '"'))), start)
    plain = all(word.isalpha() for word in words[start:opening])
    return opening if opening > start and plain and words[opening].startswith(('("', "(“", "(‘")) else None
