"""Which titles stand before a name?

Right before it ("Duma speaker Ivan Rybkin"), two in a row ("General Staff First Deputy Chief Colonel General Yury
Baluevsky"), before a comma or a dash ("the director of the Federal Security Service (FSB), Aleksandr Bortnikov,"),
before a bracket that holds the name, or long and without a comma ("Minister of Labor and Social Protection Magomed
Vakhaev").
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from archive.extract.people.english import AUXILIARIES, CONNECTORS, STOP_WORDS, TITLE_PREPOSITIONS
from archive.extract.people.titles import LONGEST_TITLE, Title, after_dash, head_at, read_left, word_start
from archive.extract.people.vocabulary import Kind, Vocabulary

_LIST: Final = re.compile(
    r"(?: of (?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*)?| \([^)\n]{1,30}\))?(?:,? and |, | & )(?:\w+ )?[A-Z]"
)
_AFTER_APPOSED: Final = re.compile(r"[,.;:)–—”\"?!\n]| [–—(]| and |’s|'s|$")
_SEGMENT_ENDS: Final = ',;:.–—“”"\n'
_LONGEST_SEGMENT: Final = 160
_LONG_ENDS: Final = ',;:!?”"–—'
_FINITE: Final = AUXILIARIES - {"being", "been"}
_RANK_WORDS: Final = frozenset({"Army", "army", "Retired", "retired"})
_DASHES: Final = frozenset("–—")
_ONE_OF: Final = (" one of ", " one of the ")
_MOST_UNKNOWN: Final = 2
_CANNOT_BELONG: Final = _MOST_UNKNOWN + 1
_OLD: Final = "-year-old "
_VERB_ENDINGS: Final = ("ed", "ing")
_LONGEST_GLOSS: Final = 90


def has_title(body: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a title or an honorific stands right before `start`."""
    end = _end_of_title(body, start)
    return end > 0 and (bool(head_at(body, end, vocabulary)[1]) or _is_honorific(body, end, vocabulary))


def titles_before(body: str, start: int, end: int, floor: int, vocabulary: Vocabulary) -> list[Title]:
    """The titles before the name at `start`-`end`, the nearest first.

    One behind a comma, a dash or a bracket lies after `floor`, where the apposition to an earlier name ends.
    """
    if body.endswith(_OLD, 0, start):  # "the slain investigator, 27-year-old Maksud Magomedov"
        start = word_start(body, start - 1)
    at = _end_of_title(body, start)
    titles: list[Title] = []
    if at > 0:
        if _is_honorific(body, at, vocabulary):  # "NATO Secretary General Lord Robertson"
            at = max(word_start(body, at) - 1, 0)
            if body[at : at + 1] != " ":
                return []
        titles = _direct(body, at, vocabulary) or _long(body, at, vocabulary)
    if titles and titles[-1].plural and _LIST.match(body, end) is None:
        titles = titles[:-1]  # "besides the Communists Vladimir Zhirinovsky’s Liberal Democrats"
    reach = titles[-1].start if titles else start
    stop = _comma_before(body, reach)
    if stop > floor and not (titles and titles[-1].plural):
        titles += _apposed(body, stop, end, floor, vocabulary)
    return titles


def _end_of_title(body: str, start: int) -> int:
    """Where a title right before `start` would end: before the blank, or at once where words are glued."""
    if start <= 1:
        return -1
    before = body[start - 1]
    if before == " ":
        return start - 1
    return start if before.isalpha() or before == "." else -1


def _is_honorific(body: str, end: int, vocabulary: Vocabulary) -> bool:
    word = body[word_start(body, end) : end]
    return word[:1].isupper() and bool(vocabulary.capital(word) & Kind.HONORIFIC)


def _direct(body: str, end: int, vocabulary: Vocabulary) -> list[Title]:
    """The title that ends at `end`, and the one that ends where it starts: a rank after an office, a shared plural."""
    head_start, flags = head_at(body, _without_gloss(body, end), vocabulary)
    if not flags and body[end - 1] in ']”"':  # "with [UTO chairman] Saidabdullo", "Kremlin “property manager” Pavel"
        end -= 1
        head_start, flags = head_at(body, end, vocabulary)
    if not flags:
        return []
    title = _title(body, head_start, end, flags, vocabulary)
    if title.start <= 1 or body[title.start - 1] != " ":
        return [title]
    if title.rank and (long := _office_before_rank(body, title, vocabulary)):
        return long
    before = title.start - 1
    second_start, second = head_at(body, before, vocabulary)
    if second & Kind.HEADS or (second and title.rank and not second & Kind.RANK):
        return [title, _title(body, second_start, before, second, vocabulary)]
    return [title]


def _office_before_rank(body: str, title: Title, vocabulary: Vocabulary) -> list[Title]:
    """A rank and the long office that runs up to it: "commander of the Military District Colonel General Kazantsev"."""
    rank_start = at = title.end + 1
    while at > title.start:
        at = word_start(body, at - 1)
        word = body[at : rank_start - 1]
        if not (vocabulary.capital(word) & Kind.RANK or word in _RANK_WORDS):
            break
        rank_start = at
    if rank_start <= title.start or rank_start > title.end:
        return []
    return [replace(title, start=rank_start), *long] if (long := _long(body, rank_start - 1, vocabulary)) else []


def _without_gloss(body: str, end: int) -> int:
    """`end` moved before a bracketed gloss: "Procurator General [of Russia] Vladimir Ustinov"."""
    if body[end - 1] not in ")]":
        return end
    low = max(0, end - _LONGEST_GLOSS)
    opening = max(body.rfind("[", low, end), body.rfind("(", low, end))
    return opening - 1 if opening > 1 and body[opening - 1] == " " else end


def _title(body: str, head_start: int, end: int, flags: int, vocabulary: Vocabulary) -> Title:
    reading = read_left(body, head_start, flags, vocabulary)
    return Title(reading.start, end, bool(flags & Kind.HEADS), bool(flags & Kind.RANK), reading.bounded)


def _long(body: str, end: int, vocabulary: Vocabulary) -> list[Title]:
    """A title with "of", "for", "in" that runs up to the name: every word of it is a capital, a body or a connector.

    Up to two words that no list knows may stand there ("plenipotentiary for conflict settlement"), verbs excepted.
    """
    at, following, unknown, listed = end, "", 0, False
    for count in range(LONGEST_TITLE):
        start = after_dash(body, word_start(body, at), at)
        word = body[start:at]
        if listed and word[-1:] == "," and word[0].isupper():  # "Minister of Energy, Industry and Trade"
            word = word[:-1]
        listed = listed or word == "and"
        ended = not word or word[-1] in _LONG_ENDS or (word[-1] == "." and word.count(".") == 1)
        if ended or (not count and word in CONNECTORS):
            break
        if following in TITLE_PREPOSITIONS:
            head_start, flags = head_at(body, at, vocabulary)
            if flags:
                return [_title(body, head_start, end, flags, vocabulary)]
        unknown += _strangeness(word, vocabulary)
        if unknown > _MOST_UNKNOWN or start <= 1 or body[start - 1] != " ":
            break
        at, following = start - 1, word
    return []


def _strangeness(word: str, vocabulary: Vocabulary) -> int:
    """How strange a word is inside a long title: 0 where it belongs, more than is allowed where it cannot."""
    if word[0].isupper():
        return _CANNOT_BELONG if vocabulary.capital(word) & Kind.FUNCTION else 0
    if word in CONNECTORS or word in vocabulary.bodies or word in vocabulary.modifiers:
        return 0
    if word in STOP_WORDS or word.endswith(_VERB_ENDINGS) or not word.isalpha():
        return 0 if word[0] == "(" and word[-1] == ")" else _CANNOT_BELONG
    return 1


def _comma_before(body: str, reach: int) -> int:
    """Where the words before a comma, dash or bracket at `reach` end; -1 where none stands there."""
    before = body[max(0, reach - 2) : reach]
    if before in {", ", " (", " –", " —"}:
        return reach - 2
    if before in {"– ", "— "}:
        return reach - 3 if body[reach - 3 : reach - 2] == " " else reach - 2
    return reach - 1 if before[1:] in {"–", "—"} else -1


def _apposed(body: str, stop: int, end: int, floor: int, vocabulary: Vocabulary) -> list[Title]:
    """The title that ends at `stop`, before a comma, dash or bracket; the name must be set off at its `end` too."""
    if _AFTER_APPOSED.match(body, end) is None:
        return []
    segment = _segment_start(body, stop, floor)
    tail = _without_gloss(body, stop)
    listed = _LIST.match(body, end) is not None
    title = _at_end(body, segment, tail, vocabulary)
    if title is None or (title.plural and not listed):
        title = _with_preposition(body, segment, tail, vocabulary, listed=listed)
    if title is None and body[segment - 1 : segment] == ",":  # "minister of nationalities, information and affairs"
        segment = _segment_start(body, segment - 1, floor)
        title = _with_preposition(body, segment, tail, vocabulary, listed=listed)
    if title is None or title.start < segment or (title.plural and not listed):
        return []
    if not _is_definite(body, title, vocabulary):
        return []
    if body.startswith("and ", segment) and body[segment - 1 : segment] in _DASHES:  # "chief–and a hardliner–Ivashov"
        return [title, *_apposed(body, segment - 1, end, floor, vocabulary)]
    return [title]


def _at_end(body: str, segment: int, stop: int, vocabulary: Vocabulary) -> Title | None:
    """The title whose head ends the clause that starts at `segment`."""
    head_start, flags = head_at(body, stop, vocabulary)
    if not flags or head_start < segment:
        return None
    return _one_of_several(body, _title(body, head_start, stop, flags, vocabulary))


def _one_of_several(body: str, title: Title) -> Title:
    """A plural title that "one of" makes one man's: "one of Gusinsky’s lawyers, Pavel Astakhov"."""
    lead = next((words for words in _ONE_OF if title.plural and body.endswith(words, 0, title.start)), None)
    return title if lead is None else replace(title, start=title.start - len(lead) + 1, plural=False, bounded=True)


def _segment_start(body: str, stop: int, floor: int) -> int:
    """Where the clause starts that ends at `stop`; the stop of an abbreviation ends none."""
    at = stop
    low = max(floor, stop - _LONGEST_SEGMENT)
    while at > low:
        at -= 1
        if body[at] in _SEGMENT_ENDS and not (body[at] == "." and body[at - 1].isupper()):
            return at + 1
    return low


def _with_preposition(body: str, segment: int, stop: int, vocabulary: Vocabulary, *, listed: bool) -> Title | None:
    """A title whose head a preposition follows ("the head of Ingushetia"), the first of the clause.

    A plural one counts before a list of names only: "the leaders of Georgia and the mufti of Adjaria, Beso Bolkvadze".
    Behind the last verb only: "the head of the team in Tbilisi was, oddly enough, Ilya Klebanov" holds none.
    """
    at = segment
    words = body[segment:stop].split(" ")
    verb = max((i for i, word in enumerate(words) if word.rstrip(",") in _FINITE), default=-1)
    for index, (word, following) in enumerate(pairwise(words)):
        until = at + len(word)
        glued = word.endswith("of") and len(word) > len("of")  # "Chairmanof the Duma’s commission"
        if word and index > verb and (glued or following in TITLE_PREPOSITIONS):
            head_start, flags = head_at(body, until - 2 * glued, vocabulary)
            if flags:
                title = _title(body, head_start, stop, flags, vocabulary)
                fits = title.start >= segment and (listed or not title.plural)
                if fits and _is_definite(body, title, vocabulary):
                    return title
        at = until + 1
    return None


def _is_definite(body: str, title: Title, vocabulary: Vocabulary) -> bool:
    """Whether a phrase means one person: an article or a possessor, a capital, or a modifier like "former" opens it."""
    first = body[title.start : title.end].partition(" ")[0]
    if body.endswith(("–and ", "—and "), 0, title.start):
        return True
    return title.bounded or first[:1].isupper() or first in vocabulary.modifiers
