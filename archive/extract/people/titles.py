"""What is a title phrase, and how is it read to the left of its head?

"independent Russian military analyst", "Dagestan’s Security Council secretary", "Federal Security Service (FSB)
spokesman": a title ends in a head noun; to its left stand modifiers, bodies and possessors, up to an article, a
preposition, a verb or a comma. Words no list knows belong to it when an article or a possessor closes the phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from archive.extract.people.english import ARTICLES, DETERMINERS, STOP_WORDS
from archive.extract.people.vocabulary import Kind, Vocabulary

LONGEST_TITLE: Final = 14
"""Words in a title phrase; the longest of the gold set has thirteen."""
_MOST_UNKNOWN: Final = 4
_LONGEST_WORD: Final = 48
_SHORTEST_GLUED: Final = 9
_ENDS: Final = ',;:!?”"…'
_OPENS: Final = "\"“‘'([{"
_ABBREVIATED: Final = frozenset({"Lt.", "Gen.", "gen.", "Col.", "Maj.", "St.", "Adm.", "Capt.", "Brig.", "Dr.", "No."})
_ARTICLES_BEFORE: Final = (" the ", " a ", " an ", " newly ", "–the ", "–a ")
_ADJECTIVES: Final = (
    "al",
    "ary",
    "ic",
    "ist",
    "ian",
    "ese",
    "ive",
    "wide",
    "based",
    "backed",
    "born",
    "-led",
    "-appointed",
    "-installed",
)
_PREFIXES: Final = ("pro-", "anti-", "ex-", "self-", "long-")
_LONGEST_PREFIX: Final = 6
_POSSESSIVES: Final = ("’s", "'s", "s’", "s'", "´s", "Õs", "`s")


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase `body[start:end]`; `plural` for one that several names share."""

    start: int
    end: int
    plural: bool = False
    rank: bool = False
    bounded: bool = False


def word_start(body: str, end: int) -> int:
    """Where the word starts that ends at `end`; `end` itself where a blank stands before it."""
    low = end - _LONGEST_WORD if end > _LONGEST_WORD else 0
    start = body.rfind(" ", low, end) + 1 or low
    return body.rfind("\n", start, end) + 1 or start


def after_dash(body: str, start: int, end: int) -> int:
    """`start` moved behind the last dash inside the word, which touches its neighbours ("tycoon–former", "us--the")."""
    double = body.find("--", start, end)
    dash = double + 1 if double >= 0 else start - 1
    return max(body.rfind("–", start, end), body.rfind("—", start, end), dash) + 1


def head_at(body: str, end: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Start and flags of the title head that ends at `end`; flags 0 where none does. "chief of staff" is one head."""
    start = word_start(body, end)
    word = body[start:end].lower()
    if not word.isalpha():
        start = after_dash(body, start, end)
        while start < end and body[start] in _OPENS:
            start += 1
        word = body[start:end].lower()
    if word in vocabulary.last_words:
        long_start, flags = _long_head(body, start, end, vocabulary)
        if flags:
            return long_start, flags
    flags = vocabulary.heads.get(word, 0)
    if not flags and "-" in word:
        flags = vocabulary.heads.get(word.rpartition("-")[2], 0)
    return (start, flags) if flags or end - start < _SHORTEST_GLUED else _glued_head(body, start, end, vocabulary)


def _long_head(body: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """The head of two or three words whose last is `body[start:end]`: "chief of staff", "prosecutor general"."""
    last = start
    for _ in range(2):
        if start <= 1 or body[start - 1] != " ":
            break
        start = after_dash(body, word_start(body, start - 1), start - 1)
        flags = vocabulary.heads.get(body[start:end].lower(), 0)
        if flags and body[start].isupper() == body[last].isupper():
            return start, flags
    return start, 0


def _glued_head(body: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """The head in a word to which another was glued: "RussianMinister", "militarycommander"."""
    for cut in range(start + 4, end - 3):
        flags = vocabulary.heads.get(body[cut:end].lower(), 0)
        if flags and (body[cut].isupper() or body[start:cut].lower() in vocabulary.modifiers):
            return start, flags
    return start, 0


@dataclass(slots=True)
class _Reading:
    """A title while it is read to the left: `start` is certain, `unknown` words wait for an article."""

    start: int
    rank: bool
    unknown: int = 0
    possessor: bool = False
    bounded: bool = False
    reach: int = 0


def read_left(body: str, head_start: int, flags: int, vocabulary: Vocabulary) -> _Reading:
    """The title whose head starts at `head_start`, read to the left."""
    reading = _Reading(head_start, bool(flags & Kind.RANK), reach=head_start)
    at = head_start
    for _ in range(LONGEST_TITLE):
        if at <= 1 or body[at - 1] != " ":
            break
        at = _step(body, at - 1, reading, vocabulary)
        if at < 0:
            break
    if reading.bounded and not reading.possessor:
        reading.start = min(reading.start, reading.reach)
    return reading


def _step(body: str, end: int, reading: _Reading, vocabulary: Vocabulary) -> int:
    """Read one more word, the one that ends at `end`; where to go on, or -1."""
    if body[end - 1] in ")]":
        return _bracketed(body, end, reading)
    start = word_start(body, end)
    cut = after_dash(body, start, end)
    while cut < end and body[cut] in _OPENS:
        cut += 1
    word = body[cut:end]
    if word in _JOINING:
        return _joined_head(body, start, word, reading, vocabulary)
    if not word or word[-1] in _ENDS or (word[-1] == "." and not _is_abbreviation(word)):
        return -1
    if word in vocabulary.modifiers and body.endswith(_ARTICLES_BEFORE, 0, cut):  # "a noted hardliner"
        reading.start = reading.reach = cut
        return cut
    going_on = _capital(word, cut, reading, vocabulary) if word[0].isupper() else _small(word, cut, reading, vocabulary)
    return cut if going_on and cut == start else -1


def _joined_head(body: str, start: int, word: str, reading: _Reading, vocabulary: Vocabulary) -> int:
    """Go on over "and" to another office of the same person ("founder and chief"), over "then" to a possessor."""
    if start <= 1 or body[start - 1] != " ":
        return -1
    before = word_start(body, start - 1)
    if word == "then":
        return start if is_possessive(body[before : start - 1]) else -1
    same_case = body[before].isupper() == body[reading.start].isupper()
    head = vocabulary.heads.get(body[before : start - 1].lower(), 0)
    return start if same_case and head & Kind.HEAD and not head & Kind.RANK else -1


_JOINING: Final = frozenset({"and", "then"})


def _is_abbreviation(word: str) -> bool:
    return word in _ABBREVIATED or (word.count(".") > 1 and word[0].isupper())


def is_possessive(word: str) -> bool:
    """Whether the word ends like "Duma’s"."""
    return word.endswith(_POSSESSIVES)


def is_adjective(word: str) -> bool:
    """Whether a small word looks like an adjective of titles: "presidential", "anti-communist", "Moscow-backed"."""
    return word.endswith(_ADJECTIVES)


def _bracketed(body: str, end: int, reading: _Reading) -> int:
    """An acronym or gloss inside a title: "(SPU) leader", "[Verkhovna Rada] speaker"."""
    opening = max(body.rfind("(", max(0, end - 32), end), body.rfind("[", max(0, end - 32), end))
    if (
        opening <= 1
        or body[opening - 1] != " "
        or not body[opening + 1 : end - 1].replace("-", "").replace(" ", "").isalnum()
    ):
        return -1
    reading.reach = opening
    return opening


def _capital(word: str, start: int, reading: _Reading, vocabulary: Vocabulary) -> bool:
    """Take in a capitalised word; a rank ends where an office stands before it ("Deputy Chief Colonel General")."""
    if word in _CAPITAL_ARTICLES:
        reading.bounded = True
        return False
    possessive = word.endswith(_POSSESSIVES)
    flags = vocabulary.capital(word[:-2] if possessive else word)
    if flags & Kind.FUNCTION and not flags & (Kind.HEAD | Kind.MODIFIER | Kind.THING | Kind.PLACE | Kind.PEOPLE):
        return False
    if reading.rank and flags & Kind.HEAD and not flags & Kind.RANK:
        return False
    if flags & Kind.HEADS and not possessive and not reading.possessor:
        return False
    reading.reach = start
    if possessive:
        reading.possessor = reading.bounded = True
    if possessive or not reading.unknown:
        reading.start = start
    return True


def _small(word: str, start: int, reading: _Reading, vocabulary: Vocabulary) -> bool:
    """Take in a small word: known ones at once, others if an article follows further left."""
    if word in _BOUNDS:
        reading.bounded = True
        return False
    glued = 0 if word.islower() else next((at for at, letter in enumerate(word) if letter.isupper()), 0)
    if glued and "-" not in word[:glued]:
        _capital(word[glued:], start + glued, reading, vocabulary)
        return False
    if word.startswith("then-") and len(word) > len("then-"):
        reading.start = start + len("then-")
        reading.bounded = True
        return False
    heads = vocabulary.heads.get(word, 0)
    several = heads & Kind.HEADS and word not in vocabulary.bodies  # "the Russian border guards chief"
    other = several or (reading.rank and heads and not heads & Kind.RANK)
    if other or word in STOP_WORDS or word in _UNTITLED or not word[0].isalpha():
        return False
    if word.endswith(_POSSESSIVES):
        reading.start = reading.reach = start
        reading.possessor = reading.bounded = True
        return True
    return _modifier(word, start, reading, vocabulary, heads)


def _modifier(word: str, start: int, reading: _Reading, vocabulary: Vocabulary, heads: int) -> bool:
    listed = heads or word in vocabulary.modifiers or word in vocabulary.bodies
    known = listed or word.endswith(_ADJECTIVES) or (word.startswith(_PREFIXES) and len(word) > _LONGEST_PREFIX)
    if known and not reading.unknown:
        reading.start = reading.reach = start
        return True
    if reading.possessor or word.endswith("ing"):  # "in the central square demanding President Akayev’s resignation"
        return False
    reading.unknown += 1
    reading.reach = start
    return reading.unknown <= _MOST_UNKNOWN


_BOUNDS: Final = ARTICLES | DETERMINERS | {"two", "three", "four", "five", "six", "both"}
_CAPITAL_ARTICLES: Final = frozenset({"The", "A", "An", "His", "Her", "Their", "Its"})
_UNTITLED: Final = frozenset(
    {"fellow", "even", "year", "month", "week", "weekend", "day", "evening", "night", "morning", "time", "summit"}
)
"""Words before a title that are no part of it: "by the end of the year Russian President Vladimir Putin"."""
