"""Which titles belong to which mention?

Titles before a name, then those after it; a plural title before a list goes to each name of the list ("Presidents
Guntis Ulmanis of Latvia, Lennart Meri of Estonia, and"), one after it too ("Birman and Karnilin, deputies of the
Duma").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from archive.extract.people.after import titles_after
from archive.extract.people.before import titles_before
from archive.extract.people.english import ARTICLES, TITLE_PREPOSITIONS
from archive.extract.people.found import Found
from archive.extract.people.titles import Title, word_start
from archive.extract.people.vocabulary import Vocabulary

_LIST_GAP: Final = re.compile(
    r"(?: of (?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*)?| \([^)\n]{1,30}\))?(?:,? and |, | & )(?:\w+ )?"
)
_APOSTROPHES: Final = frozenset("’'")
_LONGEST_GAP: Final = 48
_MOST_NAMES_IN_TITLE: Final = 3
_LONGEST_LIST: Final = 12


def assign_roles(body: str, found: list[Found], vocabulary: Vocabulary) -> None:
    """Give each mention of `found` (ascending) its titles."""
    floor = 0
    shared: Title | None = None
    before: Found | None = None
    for index, mention in enumerate(found):
        near = [] if mention.alias else titles_before(body, mention.start, mention.end, floor, vocabulary)
        titles = [_behind(body, title, before) for title in near]
        if before is not None and titles:
            _give_up(body, before, titles[-1], mention)
        if shared is not None:
            if before is None or not _in_list(body, before.end, mention.start):
                shared = None
            elif not titles:
                titles.append(shared)
        after = _without_others(body, titles_after(body, mention.end, vocabulary), found, index)
        if any(title.plural for title in after):
            after = _share_back(body, found, index, after)
        mention.titles = titles + after
        shared = next((title for title in titles if title.plural), shared)
        floor = after[-1].end if after else 0
        before = mention


def _behind(body: str, title: Title, before: Found | None) -> Title:
    """The title without the name before it, unless that owns the title: "Ryutaro Hashimoto Russian president"."""
    if before is None or not title.start <= before.end < title.end - 1 or body[before.end] != " ":
        return title
    return replace(title, start=before.end + 1) if body[before.end + 1].isupper() else title


def _without_others(body: str, titles: list[Title], found: list[Found], index: int) -> list[Title]:
    """The titles in which no other person stands but as an owner or behind a preposition.

    "Boris Yeltsin’s daughter Tatyana Dyachenko and Kremlin chief of staff" is no title of the man named before it.
    """
    for position, title in enumerate(titles):
        for other in found[index + 1 : index + 1 + _MOST_NAMES_IN_TITLE]:
            if other.start >= title.end:
                break
            lead = body[title.start : other.start].split()
            owned = not lead or body[other.end : other.end + 1] in _APOSTROPHES
            if not owned and TITLE_PREPOSITIONS.isdisjoint(lead):
                return titles[:position]
    return titles


def _give_up(body: str, before: Found, own: Title, mention: Found) -> None:
    """Take from a name what was read after it but is the next one's title: "Chernomyrdin, Secretary of State Talbott".

    A next name in the possessive owns the title: "Kazantsev, President Vladimir Putin’s representative".
    """
    lead = body[word_start(body, own.start - 1) : own.start - 1] if own.start > 1 else ""
    linked = lead in TITLE_PREPOSITIONS or lead in ARTICLES  # "adviser to President Boris Yeltsin"
    taken = not linked and any(title.start <= own.start < own.end < title.end for title in before.titles)
    if taken and body[mention.end : mention.end + 1] not in _APOSTROPHES:
        before.titles = [title for title in before.titles if title.end <= own.start]


def _in_list(body: str, end: int, start: int) -> bool:
    """Whether only a comma, "and" or "of Latvia," parts two names."""
    return start - end <= _LONGEST_GAP and _LIST_GAP.fullmatch(body, end, start) is not None


def _share_back(body: str, found: list[Found], index: int, titles: list[Title]) -> list[Title]:
    """The plural titles after the last name of a list go to the names before it; alone they belong to nobody."""
    first = index
    while first > max(0, index - _LONGEST_LIST) and _in_list(body, found[first - 1].end, found[first].start):
        first -= 1
    for mention in found[first:index]:
        mention.titles += titles
    return titles if first < index else []
