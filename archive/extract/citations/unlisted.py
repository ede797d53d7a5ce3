"""Which words behind a report are a medium though no list has it, or though its name is gone?

"The May 5 issue of Zarya", "a May 5 article on the website": where only a medium can stand, it needs no other sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from archive.extract.citations.prose_words import BROKEN, bare, is_of_people, is_slavic_title, name_of
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.source_words import Found
from archive.extract.citations.vocabulary import DETERMINERS, LINKED, MEDIA_HEADS

_MOST_WORDS: Final = 5
_ENDS: Final = (*BROKEN, ".", "’s", "'s", "’")


def nameless_after(words: Sequence[str], start: int) -> Found | None:
    """A medium that lost its name with its link: "the website", "the site"."""
    if words[start : start + 1] and bare(words[start]).lower() in DETERMINERS:
        at = start + 1
        if at < len(words) and bare(words[at]) in LINKED and words[at + 1 : at + 2] not in (["of"], ["for"]):
            return Found((None,), start, at + 1)
    return None


def stripped_after(words: Sequence[str], preposition: int) -> bool:
    """Whether nothing is left of a name behind a preposition: "article for, Tsvetkova", "article for that one is"."""
    word = words[preposition]
    if word[-1:] in ",.;":
        return word[:-1] in {"for", "in", "with", "by"}
    pointed = words[preposition + 1 : preposition + 4]
    return word == "for" and bool(pointed) and pointed[0] == "that" and MEDIA_HEADS.isdisjoint(map(bare, pointed))


def titled_after(words: Sequence[str], start: int, names: SourceNames) -> Found | None:
    """An unknown name where only a medium can stand: "the May 5 issue of Zarya", "a May 5 article in Vecherny Klub"."""
    at = start + (start < len(words) and bare(words[start]).lower() in DETERMINERS)
    last = at
    while last < min(at + _MOST_WORDS, len(words)) and bare(words[last])[:1].isupper():
        last += 1
        if words[last - 1].endswith(_ENDS):
            break
        if words[last : last + 1] == ["of"] and words[last + 1 : last + 2] and words[last + 1][:1].isupper():
            last += 1  # "Chronicle of Higher Education"
    name = name_of(words[at:last])
    if last == at + 1 and last < len(words) and is_slavic_title(words[at : last + 1]):
        return Found((name_of(words[at : last + 1]),), at, last + 1)
    is_other = not name or names.is_place(name) or is_of_people(name) or words[last - 1].endswith(("’s", "'s", "’"))
    return None if is_other else Found((name,), at, last)
