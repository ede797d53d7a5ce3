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

from archive.extract.citations.media_heads import (
    LONGEST_NAME,
    before_gloss,
    is_adjective,
    is_town_of,
    past_heads,
    without_gloss,
    without_heads,
)
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
from archive.extract.citations.vocabulary import DETERMINERS, FUNCTION_WORDS, LINKED, MEDIA_HEADS

_MOST_ADJECTIVES: Final = 4
_KINDS: Final = frozenset({"radio", "television", "TV"})


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
    """The sources that begin at `words[start]` or after the article and adjectives there: one, or a list."""
    first = found = _after(words, start, names)
    while found is not None and found.last + 1 < len(words):
        last_one = words[found.last] == "and"
        if not last_one and not words[found.last - 1].endswith(","):
            break
        later = _after(words, found.last + last_one, names)
        if later is None or not _is_known(words[later.first : later.last], names):
            break
        found = Found(found.names + later.names, found.first, later.last, found.headed)
        if last_one:
            return found
    return first  # "Interfax, Segodnya said" is no list


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
    behind = without_heads(words, end)
    before = without_gloss(words, behind)
    bottom = without_heads(words, before)
    headed = behind < end or bottom < before  # a gloss alone is no sign: "held in Starye Atagi (southern Chechnya)"
    bottom = _without_kind(words, bottom, names)
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


def _without_kind(words: Sequence[str], end: int, names: SourceNames) -> int:
    """The end of a listed name before "radio": "Ekho Moskvy radio" is Ekho Moskvy, "Kiev radio" all of its name."""
    if end > 1 and words[end - 1] in _KINDS:
        first = _longest_before(words, end - 1, names)
        if first is not None and names.is_listed(name_of(words[first : end - 1])):
            return end if names.is_listed(name_of(words[first:end])) else end - 1
    return end


def _longest_before(words: Sequence[str], end: int, names: SourceNames) -> int | None:
    """Where the longest known name that ends before `end` begins."""
    best, key = None, ""
    for start in range(end - 1, max(-1, end - 1 - LONGEST_NAME), -1):
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
        run = _run_before(words, end, names, headed=True)
        return best if run is None else run  # "Kazbek Times" is not the Times
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
    for start in range(end - 2, max(-1, end - 2 - LONGEST_NAME), -1):
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
    return _run_before(words, end, names, headed=headed)


def _run_before(words: Sequence[str], end: int, names: SourceNames, *, headed: bool) -> int | None:
    """Where the run of capitalised words before `end` begins, if a word says that it names a medium."""
    start = end
    while start and end - start < _MOST_ADJECTIVES and _runs(words, start - 1, end):
        start -= 1
    while start < end and (is_compound(words[start]) or names.is_plain(words[start])):
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
        if is_town_of(words, at, names):
            continue
        last = _longest_after(words, at, names) or _unknown_after(words, at)
        if last is not None:
            headed = at > start and words[at - 1] in MEDIA_HEADS
            return Found(
                (name_of(words[at:last]),), at, past_heads(words, last), headed or past_heads(words, last) > last
            )
        linked = words[at] in {"of", "for"} and words[at - 1] in LINKED  # "the website of the newspaper Grani" is Grani
        if not (linked or is_adjective(words[at])):
            return None
    return None


def _longest_after(words: Sequence[str], start: int, names: SourceNames) -> int | None:
    """The index after the longest known name that begins at `start`."""
    best, key = None, ""
    if not opens_name(words[start]) and words[start] not in {"various", "local", "several", "state"}:
        return None
    for at in range(start, min(start + LONGEST_NAME, len(words))):
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
    if is_slavic_title(words[start : start + 2]):
        return start + 2
    at = start
    while at < min(start + _MOST_ADJECTIVES, len(words)) and opens_name(words[at]):
        at += 1
        if words[at - 1].endswith(BROKEN):
            break
    if at == start or is_compound(word) or all(is_of_people(bare(w)) for w in words[start:at]):
        return None
    if start > 0 and words[start - 1] in MEDIA_HEADS and (glossed := before_gloss(words, at)):
        return glossed
    says = says_medium(words[start:at])
    before = start > 0 and words[start - 1] in MEDIA_HEADS
    return at if says or before or past_heads(words, at) > at else None


def _is_known(words: Sequence[str], names: SourceNames) -> bool:
    return names.is_medium(name_of(words))
