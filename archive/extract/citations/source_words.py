"""Which words right before or after a point in prose name a medium?

A medium known from the authority files is found by its longest name, whatever words say what it is ("the Interfax news
agency"). One that is not known is found where such a word stands beside it ("the separatist Chechenpress news agency",
"the newspaper Primorye"), where its last word says it ("Caucasus Times"), or where it is one letter away from a known
one ("Moskovsky komosomolets").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.extract.citations.prose_words import (
    BROKEN,
    GLUED_COLLECTIVE,
    bare,
    is_compound,
    is_of_people,
    is_slavic_title,
    is_web_name,
    name_of,
    opens_name,
    says_medium,
    word_key,
)
from archive.extract.citations.source_names import (
    COLLECTIVES,
    MEDIA_WORDS,
    SourceNames,
    is_collective,
)
from archive.extract.citations.vocabulary import DETERMINERS, FUNCTION_WORDS, LINKED, MEDIA_HEADS, REPORTING

_LONGEST_NAME: Final = 6
_MOST_ADJECTIVES: Final = 4


@dataclass(frozen=True, slots=True)
class Found:
    """Sources among words: their names, the index of the first word and the index after the last.

    A name is None where a link took it ("as quoted by the website on January 18"). `headed` says that a word for a
    medium stands beside the name.
    """

    names: tuple[str | None, ...]
    first: int
    last: int
    headed: bool = False


def sources_before(words: Sequence[str], end: int, names: SourceNames) -> Found | None:
    """The sources whose last word is `words[end - 1]`: one, or several that "and" joins."""
    found = _before(words, end, names)
    if found is None:
        return None
    earlier = None
    if found.first >= 2 and words[found.first - 1] == "and":  # noqa: PLR2004 - a name and "and"
        earlier = _before(words, found.first - 1, names, known=True)
    while earlier is not None:
        found = Found(earlier.names + found.names, earlier.first, found.last, found.headed)
        listed = found.first >= 1 and words[found.first - 1].endswith(",")  # "AP, Reuters and AFP reported"
        earlier = _before(words, found.first, names, known=True) if listed else None
    return found


def sources_after(words: Sequence[str], start: int, names: SourceNames) -> Found | None:
    """The sources that begin at `words[start]` or after the article and adjectives there."""
    found = _after(words, start, names)
    if found is None or found.last + 1 >= len(words) or words[found.last] != "and":
        return found
    later = _after(words, found.last + 1, names)
    if later is None or not _is_known(words[later.first : later.last], names):
        return found
    return Found(found.names + later.names, found.first, later.last, found.headed)


def _may_end_name(words: Sequence[str], end: int, names: SourceNames) -> bool:
    """Whether a look is worth while: a capital in the last two words, or a last word that some medium's name has."""
    if end < 1:
        return False
    last = words[end - 1]
    if not last.islower() or (end > 1 and not words[end - 2].islower()):
        return True
    last = bare(last)
    return last in MEDIA_HEADS or last in names.last_words or "." in last


def _before(words: Sequence[str], end: int, names: SourceNames, *, known: bool = False) -> Found | None:
    if not _may_end_name(words, end, names):
        return None
    behind = _without_heads(words, end)
    before = _without_gloss(words, behind)
    bottom = _without_heads(words, before)
    headed = behind < end or bottom < before  # a gloss alone is no sign: "held in Starye Atagi (southern Chechnya)"
    first = _longest_before(words, bottom, names)
    if first is None and headed:
        first = _longest_before(words, end, names)  # "Petroleum Information Agency"
        bottom = end if first is not None else bottom
    if first is None and not known:
        first = _unknown_before(words, bottom, names, headed=headed)
    if first is None:
        nameless = headed and bare(words[end - 1]) in LINKED and bare(words[bottom - 1]).lower() in DETERMINERS
        return Found((None,), bottom - 1, end) if nameless and not known else None
    headed = headed or (first > 0 and bare(words[first - 1]).lower() in MEDIA_HEADS)
    return Found((name_of(words[first:bottom]),), first, end, headed)


def _without_heads(words: Sequence[str], end: int) -> int:
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


def _without_gloss(words: Sequence[str], end: int) -> int:
    """The end of the name before "(Caucasian Knot)"."""
    if end and words[end - 1].endswith(")"):
        for start in range(end - 1, max(0, end - _LONGEST_NAME), -1):
            if words[start].startswith("("):
                return start
    return end


def _longest_before(words: Sequence[str], end: int, names: SourceNames) -> int | None:
    """Where the longest known name that ends before `end` begins."""
    best, key = None, ""
    for start in range(end - 1, max(-1, end - 1 - _LONGEST_NAME), -1):
        word = words[start]
        if start < end - 1 and word.endswith(BROKEN):
            break
        part = word_key(word)
        key = key if part == "the" and key else part + key
        if part != "the" and key in names.voices and opens_name(word):
            best = start
    if best is None:
        return _collective_before(words, end)
    if best == end - 1 and bare(words[best]).lower() in MEDIA_WORDS:
        return _run_before(words, end, headed=True) or best  # "Kazbek Times" is not the Times
    return best


def _collective_before(words: Sequence[str], end: int) -> int | None:
    if not end:
        return None
    last = bare(words[end - 1])
    if GLUED_COLLECTIVE.fullmatch(last):
        return end - 1
    if last.lower() not in COLLECTIVES:
        return None
    best = None
    for start in range(end - 2, max(-1, end - 2 - _LONGEST_NAME), -1):
        if words[start].endswith(BROKEN) or words[start].endswith(("’s", "'s")):
            break
        if is_collective(" ".join(bare(word) for word in words[start:end])) and bare(words[start]) != "The":
            best = start
    return best


def _unknown_before(words: Sequence[str], end: int, names: SourceNames, *, headed: bool) -> int | None:
    """Where an unknown name begins that its form or the words beside it mark as a medium's."""
    if not end:
        return None
    if is_web_name(words[end - 1]):
        return end - 1
    for size in range(1, min(_MOST_ADJECTIVES, end) + 1):
        start = end - size
        if words[start] in FUNCTION_WORDS or (size > 1 and words[start].endswith(BROKEN)):
            break
        if not opens_name(words[start]):
            continue
        name = name_of(words[start:end])
        beside = start > 0 and words[start - 1] in MEDIA_HEADS
        if beside or is_slavic_title(words[start:end]) or names.is_misprint(name):
            return start
    return _run_before(words, end, headed=headed)


def _run_before(words: Sequence[str], end: int, *, headed: bool) -> int | None:
    """Where the run of capitalised words before `end` begins, if a word says that it names a medium."""
    start = end
    while start and end - start < _MOST_ADJECTIVES and _runs(words, start - 1, end):
        start -= 1
    while start < end and (is_compound(words[start]) or bare(words[start]).lower() in DETERMINERS):
        start += 1
    if all(is_of_people(bare(word)) for word in words[start:end]):
        return None
    return start if headed or says_medium(words[start:end]) else None


def _runs(words: Sequence[str], at: int, end: int) -> bool:
    word = words[at]
    broken = at < end - 1 and word.endswith((*BROKEN, "’s", "'s"))
    return bare(word)[:1].isupper() and not broken


def _after(words: Sequence[str], start: int, names: SourceNames) -> Found | None:
    for at in range(start, min(start + _MOST_ADJECTIVES + 3, len(words))):
        last = _longest_after(words, at, names) or _unknown_after(words, at)
        if last is not None:
            headed = at > start and words[at - 1] in MEDIA_HEADS
            return Found(
                (name_of(words[at:last]),), at, _past_heads(words, last), headed or _past_heads(words, last) > last
            )
        if not (_is_adjective(words[at]) or (words[at] in {"of", "for"} and words[at - 1] in LINKED)):
            return None  # "the website of the newspaper Grani" is Grani
    return None


def _is_adjective(word: str) -> bool:
    """What may stand before a name: an article, "jihadist", "Russian", "newspaper"."""
    low = word.lower()
    if not word[:1].isalpha() or word.endswith(BROKEN):
        return False
    if is_compound(word):
        return True
    if word[:1].isupper():
        return low in DETERMINERS or is_of_people(word)
    return low not in FUNCTION_WORDS and low not in REPORTING and not low.endswith("ed")


def _longest_after(words: Sequence[str], start: int, names: SourceNames) -> int | None:
    """The index after the longest known name that begins at `start`."""
    best, key = None, ""
    if not opens_name(words[start]) and words[start] not in {"various", "local", "several", "state"}:
        return None
    for at in range(start, min(start + _LONGEST_NAME, len(words))):
        key += word_key(words[at])
        many = at > start and bare(words[at]).lower() in COLLECTIVES
        if best is not None and bare(words[at]) in MEDIA_HEADS:
            continue  # "Turan news agency" is Turan
        if key in names.voices or (many and _is_many(words[start : at + 1], names)):
            best = at + 1
        if words[at].endswith(BROKEN):
            break
    if best is None and GLUED_COLLECTIVE.fullmatch(bare(words[start])):
        return start + 1
    return best


def _is_many(words: Sequence[str], names: SourceNames) -> bool:
    """A collective source, and no medium with its people's adjective: "Russian NTV television"."""
    return is_collective(name_of(words)) and not any(word_key(word) in names.media for word in words[1:-1])


def _unknown_after(words: Sequence[str], start: int) -> int | None:
    """The index after an unknown name: quoted, a web address, or capitalised before a word for a medium."""
    word = words[start]
    if is_web_name(word):
        return start + 1
    at = start
    while at < min(start + _MOST_ADJECTIVES, len(words)) and opens_name(words[at]):
        at += 1
        if words[at - 1].endswith(BROKEN):
            break
    if at == start or is_compound(word) or all(is_of_people(bare(w)) for w in words[start:at]):
        return None
    says = says_medium(words[start:at])
    before = start > 0 and words[start - 1] in MEDIA_HEADS
    return at if says or before or _past_heads(words, at) > at else None


def _past_heads(words: Sequence[str], at: int) -> int:
    """The index after "news agency", "website" and a gloss in parentheses."""
    if at < len(words) and words[at].startswith("("):
        close = next((i for i in range(at, min(at + _LONGEST_NAME, len(words))) if words[i].endswith(")")), None)
        at = at if close is None else close + 1
    end = at
    while end < len(words) and bare(words[end]) in MEDIA_HEADS | {"news", "radio", "television", "press"}:
        end += 1
    return end if end > at and bare(words[end - 1]) in MEDIA_HEADS else at


def _is_known(words: Sequence[str], names: SourceNames) -> bool:
    return names.is_medium(name_of(words))
