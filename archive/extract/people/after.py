"""Which titles stand after a name?

"Vladimir Lukin, head of the Duma’s Foreign Affairs Committee", "Murat Zyazikov–a Federal Security Service (FSB)
general", "Alikhan Amirkhanov, who is a State Duma deputy", "Krasnenker, once commercial director of Aeroflot": an
apposition is a title when its first noun phrase ends in a head noun. Two joined by "and" are two titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from archive.extract.people.english import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    CLAUSE_WORDS,
    PAST,
    SAYING,
    TITLE_PREPOSITIONS,
)
from archive.extract.people.titles import LONGEST_TITLE, Title, is_adjective, is_possessive
from archive.extract.people.vocabulary import Kind, Vocabulary

_LONGEST: Final = 220
"""Characters after a name in which its apposition ends; the longest of the gold set has 104."""
_MOST_TITLES: Final = 3
_FIRST: Final = frozenset(", –—")
_ADVERBS: Final = (
    r"(?:(?:himself|herself|now|then|once|formerly|currently|presently|previously|likewise|today|until recently"
    r"|at one time|at present,?|on paper) )*"
)
_AS: Final = r"(?:who (?:is|was|has been|had been|serves as|served as) (?:also |both )?)?"
_OPENING: Final = re.compile(
    rf"(?:, ?(?:\d\d, )?| ?[–—] ?| \()[“\"‘]?{_AS}{_ADVERBS}"
    r"((?:the|an?|his|her|their|its) (?:(?:two|three|four|five) )?)?[“\"‘]?"
)
_AND_MORE: Final = r"(?: and)?, (?:and )?(?=at present|an? |once|former)|(?: now| currently)? serving as (?:the )?"
_MORE: Final = re.compile(rf"(?:{_AND_MORE}){_ADVERBS}(an? )?")
_PHRASE: Final = re.compile(
    r"(?:[^,;:.!?–—\n()\[\]“”\"]+|(?<=[A-Z])\.|(?<=\bSt)\.|\([A-Z][\w-]*\)|\[[^\]\n]{1,30}\]|“[^”\n,]{1,30}”)+"
)
_GLOSS: Final = re.compile(r" [(\[][^)\]]*[)\]]$")
_AND: Final = re.compile(rf" and {_ADVERBS}(?:(?:the|an?) )?")
_OF_SAME: Final = ("its ", "their ")
_NUMBERS: Final = frozenset({"one", "two", "three", "four", "five", "some", "several", "many", "other", "another"})
_VERBS: Final = SAYING | AUXILIARIES | PAST
_CUT: Final = CLAUSE_WORDS | ADVERBS | _VERBS
_BEFORE_ADJECTIVE: Final = TITLE_PREPOSITIONS | ARTICLES | {"and", "or", "most", "now", "its", "his", "their"}
_PLACED: Final = frozenset({"abroad", "there", "here", "today", "then"})
"""Adverbs after which no sentence goes on: "Maskhadov’s representative abroad"."""
_BEHIND_PARTICIPLE: Final = TITLE_PREPOSITIONS | {"as", "after", "against", "between"}


def titles_after(body: str, end: int, vocabulary: Vocabulary) -> list[Title]:
    """The titles in apposition to the name that ends at `end`."""
    if body[end : end + 1] not in _FIRST:
        return []
    window = body[end : end + _LONGEST]
    opening = _OPENING.match(window)
    titles: list[Title] = []
    while opening is not None and len(titles) < _MOST_TITLES:
        found = _PHRASE.match(window, opening.end())
        if found is None:
            break
        new = list(_read_phrase(found[0], end + found.start(), vocabulary, definite=opening[1] is not None))
        titles += [] if _is_party(window, opening, found) else new
        opening = _MORE.match(window, new[-1].end - end) if new else None
    return titles


def _is_party(window: str, opening: re.Match[str], found: re.Match[str]) -> bool:
    """Whether a bracket holds a capital word alone, which is a label: "Viktor Ilyukhin (Communist)"."""
    return window[1] == "(" and opening[1] is None and found[0][0].isupper() and " " not in found[0]


def _read_phrase(text: str, offset: int, vocabulary: Vocabulary, *, definite: bool) -> Iterator[Title]:
    """The title or the titles of a phrase; a part after "and" counts when it is a title of its own."""
    title = _read(text, offset, vocabulary, definite=definite)
    for joint in _AND.finditer(text):
        if text.startswith(_OF_SAME, joint.end()):  # "head of the Jennet and its successor group"
            continue
        rest = _read(text[joint.end() :], offset + joint.end(), vocabulary, definite=True)
        first = _read(text[: joint.start()], offset, vocabulary, definite=definite)
        kin = text.partition(" ")[0] in vocabulary.kin
        if rest is not None and not rest.plural and (first is not None or kin):
            yield from (part for part in (first, rest) if part is not None)
            return
    if title is not None:
        yield title


def _read(text: str, offset: int, vocabulary: Vocabulary, *, definite: bool) -> Title | None:
    """The title that `text` opens with: a noun phrase that ends in a head, and what a preposition adds to it."""
    words = text.split(" ")
    one_of = words[:2] == ["one", "of"] and words[2:3] != [] and words[2] not in _NUMBERS
    begin = 2 if one_of else 0
    core = next((i for i, word in enumerate(words) if i >= begin and (word in TITLE_PREPOSITIONS or word in _CUT)), 99)
    head, flags = _last_head(words, begin, core, vocabulary)
    if head < 0 or (words[0] in _NUMBERS and not one_of):
        return None
    if not (definite or one_of or _looks_like_title(words, head, vocabulary)):
        return None
    plural = bool(flags & Kind.HEADS)
    until = _end_of_phrase(words, head, vocabulary, definite=definite or one_of, plural=plural)
    if until < 0:
        return None
    phrase = _GLOSS.sub("", " ".join(words[: min(until, head + LONGEST_TITLE)]).rstrip().removesuffix(" and"))
    return Title(offset, offset + len(phrase), plural and not one_of, bool(flags & Kind.RANK))


def _end_of_phrase(words: list[str], head: int, vocabulary: Vocabulary, *, definite: bool, plural: bool) -> int:
    """The number of words that the title has, -1 if what follows the head shows that it is none.

    A singular without an article is no subject: "Yuri Rybalkin, head of the Duma’s committee will take it up".
    """
    after = words[head + 1] if head + 1 < len(words) else ""
    if after in _VERBS or after[:1].isupper():
        return -1
    if after in TITLE_PREPOSITIONS or words[head].endswith("of"):
        cut = next((i for i, word in enumerate(words) if i > head + 1 and word in _CUT), len(words))
        return cut if definite or not plural or not _is_subject(words, head + 2, vocabulary) else -1
    if not after[:1].isalpha() or after == "and" or after in _CUT:
        return head + 1
    modifies = (
        words[head] in vocabulary.modifiers and words[head] in vocabulary.heads
    )  # "his chief rival": the noun is the next word
    owned = is_possessive(words[0]) and after in _PLACED
    return head + 1 if not modifies and (definite or owned or words[0] in vocabulary.modifiers) else -1


def _is_subject(words: list[str], begin: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb follows what a preposition adds: "diplomats from Russia and the United States stepped up"."""
    for at in range(begin, len(words)):
        word = words[at]
        if word in _VERBS or (word.endswith("ed") and _is_verb(words, at, vocabulary)):
            behind = words[at + 1] if at + 1 < len(words) else ""
            return not (word.endswith("ed") and (behind in _BEHIND_PARTICIPLE or behind[:1].isupper()))
        if word in _CUT:
            return False
    return False


def _is_verb(words: list[str], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word in -ed is no adjective: a noun stands before it ("States stepped", not "of limited means")."""
    before = words[at - 1]
    adjective = before in _BEFORE_ADJECTIVE or before.endswith(("ly", "-")) or is_possessive(before)
    people = before[:1].isupper() and vocabulary.capital(before) & Kind.PEOPLE
    return not (adjective or people or "-" in words[at] or words[at] in vocabulary.modifiers or not words[at].islower())


def _last_head(words: list[str], begin: int, core: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Index and flags of the last head among `words[begin:core]`; the preposition may be glued to it ("chairmanof")."""
    found, flags = -1, 0
    heads = vocabulary.heads
    for index in range(begin, min(core, len(words), LONGEST_TITLE)):
        word = words[index].lower()
        kind = heads.get(word, 0) or heads.get(word.rpartition("-")[2], 0) or heads.get(word.removesuffix("of"), 0)
        if not kind and index > begin:  # "senior fellow": the last word alone is a modifier
            kind = heads.get(f"{words[index - 1]} {word}".lower(), 0)
        if kind:
            found, flags = index, kind
    if found < 0 and " ".join(words[core - 1 : core + 2]).lower() in heads:
        return core + 1, Kind.HEAD
    return found, flags


def _looks_like_title(words: list[str], head: int, vocabulary: Vocabulary) -> bool:
    """Whether a phrase without an article can be a title: its first word is one, or modifies or owns one."""
    first = words[0]
    return bool(first) and (
        head == 0
        or first[0].isupper()
        or is_possessive(first)
        or first in vocabulary.modifiers
        or first in vocabulary.bodies
        or first in vocabulary.heads
        or first in vocabulary.kin
        or first.startswith("ex-")
        or is_adjective(first)
    )
