"""Which runs of capitalised words are a person's full name?

A run is read as groups of words that can be part of a name. A group of two or more is a name when something says so: a
given name in front, initials, a family name or its ending at the end, a family name that goes first ("Kim Jong-il"), a
kunya ("Abu Hafs"), or a title before it. What a group is followed by can undo it: "John F. Kennedy Airport".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.extract.people.before import has_title
from archive.extract.people.english import SAYING, SHIPS, WRITINGS
from archive.extract.people.titles import word_start
from archive.extract.people.tokens import PARTICLE_GAPS, Tokens
from archive.extract.people.vocabulary import Kind, Vocabulary

LONGEST_NAME: Final = 5
"""Words in a name; a longer group is a heading or a list that lost its commas."""

_KUNYA: Final = frozenset({"Abu", "Abou", "Umm", "Ibn", "Bin"})
_SONS: Final = frozenset({"Bin", "Ibn"})
_ARABIC_ARTICLES: Final = ("al-", "Al-", "as-", "ad-", "ar-", "az-", "at-", "an-", "el-", "El-")
_ROMAN: Final = frozenset({"II", "III", "IV", "VI", "VII", "XII", "XVI", "XXIII"})
_JUNIOR: Final = frozenset({"Jr.", "Sr.", "Jr"})
_THINGS_AFTER: Final = (" airport", " international airport", " street", " square", " prize", " university", " stadium")
_BEFORE_MONTHS: Final = (
    " in ",
    " since ",
    "Since ",
    " of ",
    " last ",
    " until ",
    " by ",
    " this ",
    " late ",
    " early ",
)
_BEFORE_PLACES: Final = (" of ", " for ", " to ", " in ")
_APPOSED: Final = re.compile(
    r", (?:who\b|whose\b|(?:an?|the) ([\w’ -]{2,40})|([a-z-]{3,20}(?: [a-z-]{3,20})?) (?=of\b))"
)
_SHIPS_RANKS: Final = frozenset({"Admiral", "Marshal", "General", "Hetman", "Captain", "Fleet"})
_BEARERS: Final = tuple(f"{word} " for word in SHIPS | _SHIPS_RANKS)
_NEXT_WORD: Final = re.compile(r",? ([a-z]+)")
_TITLES: Final = Kind.HEAD | Kind.HEADS | Kind.HONORIFIC
_NO_NAME: Final = Kind.NO_NAME
_NAME_SIGN: Final = Kind.NAME_SIGN
_OFTEN_OTHER: Final = Kind.AMBIGUOUS | Kind.NO_NAME
_WORD_OR_TITLE: Final = Kind.FUNCTION | Kind.MODIFIER | Kind.HEAD | Kind.HEADS


class Group(NamedTuple):
    """Words `first` to `last` (both included) that can be parts of one name."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FullName:
    """A full name: where it stands, its parts, and the rule that made it one."""

    first: int
    last: int
    start: int
    end: int
    given: str
    family: str
    rule: str


def can_be_name(flags: int) -> bool:
    """Whether a word with these flags may be part of a name at all."""
    return not flags & Kind.NO_NAME or bool(flags & Kind.NAME_SIGN and not flags & _TITLES)


def groups(tokens: Tokens) -> list[Group]:
    """The groups of a body, in its order; a group ends where a word cannot be part of a name."""
    kinds, joined, words = tokens.kinds, tokens.joined, tokens.words
    found: list[Group] = []
    index, count = 0, len(kinds)
    while index < count:
        flags = kinds[index]
        first = index
        index += 1
        if flags & _NO_NAME and (flags & _TITLES or not flags & _NAME_SIGN):
            continue
        while index < count and joined[index] and _carries_on(kinds, first, index):
            index += 1
        if index < count and joined[index] and words[index] in _ROMAN:
            index += 1
        found.append(Group(first, index - 1))
    return found


def _carries_on(kinds: list[int], first: int, index: int) -> bool:
    """Whether the word goes on with the group; a place may be a surname right after a given name ("Boris Jordan")."""
    flags = kinds[index]
    if can_be_name(flags):
        return True
    after_given = index == first + 1 and kinds[first] & Kind.GIVEN and not kinds[first] & _OFTEN_OTHER
    return bool(after_given and flags & (Kind.PLACE | Kind.NAME_SIGN) and not flags & Kind.THING)


def read_name(tokens: Tokens, group: Group, vocabulary: Vocabulary) -> FullName | None:
    """The full name in a group of two or more words, or None."""
    if group.last - group.first >= LONGEST_NAME + 2 or followed_by_thing(tokens, group.last):
        return None
    first = _first_word(tokens, group)
    if follows_ship(tokens, first):
        return None
    last = _last_word(tokens, first, group.last)
    if first == last or last - first >= LONGEST_NAME:
        return None
    rule = _rule_of_words(tokens, first, last) or _rule_of_place(tokens, first, last, vocabulary)
    return None if rule is None else _named(tokens, first, last, rule)


def followed_by_thing(tokens: Tokens, last: int) -> bool:
    """Whether the next word makes the name part of a thing's: an airport, a street, a party."""
    after = last + 1
    if after < len(tokens.kinds) and tokens.joined[after] and tokens.kinds[after] & Kind.THING:
        return tokens.starts[after] > tokens.ends[last]
    return tokens.body.startswith(_THINGS_AFTER, tokens.ends[last])


def follows_ship(tokens: Tokens, first: int) -> bool:
    """Whether a ship stands before the name, with or without a rank between: "the carrier Admiral Kuznetsov"."""
    body, end = tokens.body, tokens.starts[first] - 1
    if not body.endswith(_BEARERS, 0, end + 1):
        return False
    word = body[word_start(body, end) : end]
    if word in _SHIPS_RANKS:
        end -= len(word) + 1
        word = body[word_start(body, end) : end]
    return word in SHIPS


def _first_word(tokens: Tokens, group: Group) -> int:
    """The word that the name starts with: what stands before a given name is an unlisted title or opens a sentence."""
    kinds = tokens.kinds
    opening = kinds[group.first]
    if opening & Kind.PLACE and _is_titles_end(tokens, group):
        return group.first + 1
    if opening & (Kind.GIVEN | Kind.INITIAL | Kind.FAMILY_FIRST | Kind.PARTICLE) and not _is_mere_word(
        tokens, group.first
    ):
        return group.first
    for index in range(group.first + 1, group.last):
        if kinds[index] & Kind.GIVEN and not kinds[index] & Kind.AMBIGUOUS:
            return index
    return group.first + 1 if _is_mere_word(tokens, group.first) else group.first


def _is_titles_end(tokens: Tokens, group: Group) -> bool:
    """Whether a place before a given name ends a title: "the foreign minister of Georgia Irakli Menagarishvili"."""
    after = tokens.kinds[group.first + 1]
    if group.last < group.first + 2 or not after & Kind.GIVEN or after & Kind.AMBIGUOUS:
        return False
    start = tokens.starts[group.first]
    return tokens.body[max(0, start - 5) : start].endswith(_BEFORE_PLACES)


def _last_word(tokens: Tokens, first: int, last: int) -> int:
    """The word that the name ends with: two known surnames in a row are two people ("Vladimir Putin Veshnyakov")."""
    kinds = tokens.kinds
    for index in range(first + 1, last):
        if kinds[index] & kinds[index + 1] & Kind.FAMILY and not kinds[index] & (Kind.GIVEN | Kind.PARTICLE):
            return index
    return last


def _is_mere_word(tokens: Tokens, index: int) -> bool:
    """Whether a word that could be a name is more likely a plain one: "Will Kuchma" in front, "Since August Filin"."""
    flags = tokens.kinds[index]
    if not flags & _WORD_OR_TITLE:
        return False
    if tokens.at_sentence_start(index):
        return True
    start = tokens.starts[index]
    return bool(flags & Kind.FUNCTION) and tokens.body[max(0, start - 7) : start].endswith(_BEFORE_MONTHS)


def _rule_of_words(tokens: Tokens, first: int, last: int) -> str | None:
    """The sign in the words themselves that makes them a person's name."""
    opening, closing = tokens.kinds[first], tokens.kinds[last]
    if tokens.words[first] in _KUNYA:
        return "kunya"
    if opening & Kind.GIVEN and not opening & _OFTEN_OTHER:
        return "given name"
    if closing & Kind.NO_NAME:
        return None
    if opening & closing & Kind.FAMILY and not opening & (Kind.GIVEN | Kind.FAMILY_FIRST):
        return None
    by_given = opening & Kind.GIVEN and not opening & (Kind.PLACE | Kind.PEOPLE | Kind.FUNCTION)
    by_family = closing & (Kind.FAMILY | Kind.SURNAME) and (opening & Kind.GIVEN or not opening & Kind.NO_NAME)
    if by_given or by_family:
        return "given name" if by_given else "surname"
    return "family name first" if opening & Kind.FAMILY_FIRST and not opening & _OFTEN_OTHER else None


def _rule_of_place(tokens: Tokens, first: int, last: int, vocabulary: Vocabulary) -> str | None:
    """The sign around the words: a title or "article by" before them, initials among them, or what stands after."""
    kinds = tokens.kinds
    if has_title(tokens.body, tokens.starts[first], vocabulary):
        return "title"
    if kinds[last] & (Kind.NO_NAME | Kind.INITIAL) or kinds[first] & Kind.NO_NAME:
        return None
    if any(kinds[index] & Kind.INITIAL for index in range(first, last)):
        return "initials"
    return "byline" if _is_byline(tokens, first) else _rule_behind(tokens, first, last, vocabulary)


def _rule_behind(tokens: Tokens, first: int, last: int, vocabulary: Vocabulary) -> str | None:
    """The sign after the words: a verb that people do, an apposition."""
    kinds = tokens.kinds
    after = _NEXT_WORD.match(tokens.body, tokens.ends[last])
    if kinds[last] & Kind.ENDING and after is not None and after[1] in SAYING:
        return "surname that acts"
    apposed = _APPOSED.match(tokens.body, tokens.ends[last])
    if apposed is None or tokens.at_sentence_start(first):
        return None
    said = apposed[1] or apposed[2]
    return "apposition" if said is None or _names_person(said, vocabulary) else None


def _is_byline(tokens: Tokens, first: int) -> bool:
    """Whether an article is by the name: "an April 14 article by Aleseik Grivach"."""
    body, start = tokens.body, tokens.starts[first]
    if not body.endswith(" by ", 0, start):
        return False
    end = start - len(" by ")
    return body[word_start(body, end) : end] in WRITINGS


def _names_person(apposition: str, vocabulary: Vocabulary) -> bool:
    """Whether an apposition is about a person: a title's head or a people in it, before any preposition."""
    for word in apposition.split():
        if word in {"of", "in", "for", "on"}:
            return False
        if vocabulary.heads.get(word, 0) & Kind.HEAD or (word[0].isupper() and vocabulary.capital(word) & Kind.PEOPLE):
            return True
    return False


def _named(tokens: Tokens, first: int, last: int, rule: str) -> FullName:
    start, end = tokens.starts[first], tokens.ends[last]
    given, family = _parts(tokens, first, last)
    return FullName(first, last, start, end, given, family, rule)


def _parts(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """Given and family name. A particle belongs to the family name: "Del Ponte", "bin Laden"."""
    words, kinds, body = tokens.words, tokens.kinds, tokens.body
    if words[last] in _ROMAN:
        return (words[first] if last - 1 > first else ""), words[last - 1]
    if words[first] in _KUNYA:
        return _parts_of_kunya(tokens, first, last)
    western = kinds[last] & (Kind.SURNAME | Kind.FAMILY) and not kinds[last] & Kind.FAMILY_FIRST
    if kinds[first] & Kind.FAMILY_FIRST and not western:
        return body[tokens.starts[first + 1] : tokens.ends[last]], words[first]
    start = last
    if words[last] in _JUNIOR and last - 1 > first:
        start = last - 1
    if start - 1 > first and kinds[start - 1] & Kind.PARTICLE:
        start -= 1
    family = body[tokens.starts[start] : tokens.ends[last]]
    gap = body[tokens.ends[start - 1] : tokens.starts[start]]
    return words[first], (gap.lstrip() + family if gap in PARTICLE_GAPS else family)


def _parts_of_kunya(tokens: Tokens, first: int, last: int) -> tuple[str, str]:
    """Given and family name where "Abu" opens: al-Suri or Abu Musab; "Abu Hafs" is both, "Bin Laden" bin Laden."""
    words, body = tokens.words, tokens.body
    both = body[tokens.starts[first] : tokens.ends[first + 1]]
    if last > first + 1 and words[last].startswith(_ARABIC_ARTICLES):
        return both, words[last]
    return "", both[0].lower() + both[1:] if words[first] in _SONS else both
