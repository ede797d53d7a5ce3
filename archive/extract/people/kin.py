"""Whose kin does a name's bearer say to be?

"Klimentov’s elder brother, Andrei Klimentov, said", "Leila Aslanova, Aslanov’s 40-year-old sister,": kin whom a named
person owns, beside a full name. A kinship that a preposition tells ("daughter of") is no title.
"""

from __future__ import annotations

import re
from typing import Final

from archive.extract.people.titles import Title, is_possessive, word_start
from archive.extract.people.vocabulary import Vocabulary

_BEHIND: Final = re.compile(
    r", ([A-Z][\w-]*(?: [A-Z][\w-]*){0,2}(?:’s|'s|s’|s')(?: [a-z0-9][\w-]*){0,2}? ([a-z][a-z-]+))(?=[,.;:)–—\n]|$)"
)
_MOST_ADJECTIVES: Final = 2


def kin_before(body: str, start: int, vocabulary: Vocabulary) -> Title | None:
    """The kinship that ends before the name at `start`: "Borodin’s daughter Yekaterina Siletskaya"."""
    if start <= 1 or body[start - 1] != " ":
        return None
    end = start - 2 if body[start - 2] == "," else start - 1
    at = word_start(body, end)
    if body[at:end] not in vocabulary.kin:
        return None
    for _ in range(_MOST_ADJECTIVES + 1):
        if at <= 1 or body[at - 1] != " ":
            return None
        before = word_start(body, at - 1)
        word = body[before : at - 1]
        if word[:1].isupper():
            return Title(_start_of_owner(body, before), end) if is_possessive(word) else None
        if not word[:1].isalnum() or not word[-1].isalnum():
            return None
        at = before
    return None


def kin_after(body: str, end: int, vocabulary: Vocabulary) -> Title | None:
    """The kinship in apposition to the name that ends at `end`: ", Maskhadov’s 68-year-old brother,"."""
    found = _BEHIND.match(body, end) if body.startswith(", ", end) else None
    return Title(found.start(1), found.end(1)) if found is not None and found[2] in vocabulary.kin else None


def _start_of_owner(body: str, start: int) -> int:
    """Where the owner's name begins: before the first name in "Aslan Maskhadov’s brother"."""
    while start > 1 and body[start - 1] == " ":
        before = word_start(body, start - 1)
        word = body[before : start - 1]
        if not (word[:1].isupper() and word.isalpha() and body[before - 2 : before - 1] not in {".", ""}):
            return start
        start = before
    return start
