"""Which names does a run of capitalised words hold by its head words ("Russian Foreign Ministry spokesman")?

A head ends a name; the name reaches left over everything that can be part of it and stops at a title, at a possessive
that is not itself part of names ("Russia’s", but not "People’s") and at a word that opens a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.runs import Token, is_compound, last_part
from archive.extract.organizations.words import Noun

MOST_MODIFIERS: Final = 7
_EVENTS: Final = frozenset({"congress", "conference", "forum", "assembly"})
"""Heads that behind another head are a gathering of it: "Party Congress"."""


_OF_FIELDS: Final = frozenset({"minister", "ministers", "secretary", "committee", "commission", "ministry"})
_OF_GENERALS: Final = frozenset({"general's"})
"""What a title goes before in a body's name: "Prosecutor General's Office"."""

_OF_PEOPLE: Final = frozenset({"administration", "cabinet"})


class Built(NamedTuple):
    """A name built on a head: its first word, its head and the word behind it, as places in the run's tokens."""

    first: int
    head: int
    behind: int
    noun: Noun
    bare: bool


def head_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, Noun] | None:
    """The noun that ends at token `at` with the number of words it has: "Ministry", "Military District"."""
    heads = lexicon.words.heads
    token = tokens[at]
    if at and not tokens[at - 1].possessive:
        noun = heads.get(f"{tokens[at - 1].lower} {token.lower}")
        if noun is not None:
            return 2, noun
    noun = heads.get(token.lower) or heads.get(last_part(token.base))
    return (1, noun) if noun is not None else None


def _is_part(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word left of a head belongs to the name."""
    if token.possessive and token.owns not in lexicon.words.of("inner"):
        return False
    if is_compound(token.base):
        return False
    return token.lower not in lexicon.words.of("title") or token.owns in lexicon.words.of("inner")


def _is_letters(token: Token) -> bool:
    """Whether the word is an acronym that only looks like an opening word: "US Senate"."""
    return len(token.base) > 1 and token.base.isupper()


def reach(tokens: Sequence[Token], head: int, lexicon: Lexicon) -> int:
    """The first word of the name whose head starts at `head`."""
    first = head
    while first and head - first < MOST_MODIFIERS and _is_part(tokens[first - 1], lexicon):
        first -= 1
    if first and tokens[first].owns in _OF_GENERALS:
        first -= 1
    while first < head and tokens[first].lower in lexicon.words.of("opener") and not _is_letters(tokens[first]):
        if tokens[first].lower == "all" and tokens[first + 1].lower in lexicon.ethnic:
            break  # "All Russian Automobile Alliance"
        first += 1
    return first


def _is_bare(tokens: Sequence[Token], first: int, head: int, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the words before the head make no name of it: none, or an origin where more is needed."""
    if first == head:
        return True
    if tokens[head].lower in _OF_PEOPLE and head - first == 1:  # "Clinton Administration": the man is meant
        return not any(tokens[first].lower in lexicon.words.of(use) for use in ("field", "adjective common"))
    return noun.needs_name and all(lexicon.is_origin(token.lower) for token in tokens[first:head])


def _is_attribute(tokens: Sequence[Token], behind: int, noun: Noun, lexicon: Lexicon) -> bool:
    """Whether the name only says which one of something else is meant.

    "Kennedy International Airport"; in "Atomic Energy Minister" the head is the minister's field.
    """
    if behind >= len(tokens):
        return False
    following = tokens[behind].lower
    field = noun.kind == "company" and tokens[behind - 1].lower in lexicon.words.of("field")
    return following in lexicon.words.of("nonorg") or (field and following in _OF_FIELDS)


def built_names(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Built]:
    """The names of the run, from right to left, none inside another."""
    at = len(tokens) - 1
    while at >= 0:
        found = head_at(tokens, at, lexicon)
        if found is None:
            at -= 1
            continue
        width, noun = found
        head = at - width + 1
        if tokens[at].lower in _EVENTS and head and head_at(tokens, head - 1, lexicon) is not None:
            at -= 1
            continue
        first = reach(tokens, head, lexicon)
        phrase = " ".join(token.lower for token in tokens[first : at + 1])
        if phrase not in lexicon.words.of("never") and not _is_attribute(tokens, at + 1, noun, lexicon):
            yield Built(first, head, at + 1, noun, _is_bare(tokens, first, head, noun, lexicon))
        at = min(first, head) - 1
