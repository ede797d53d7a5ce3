"""Which titles belong to which mention?

Titles before a name, then those after it; a plural title before a list goes to each name of the list ("Presidents
Guntis Ulmanis of Latvia, Lennart Meri of Estonia, and"), one after it too ("Birman and Karnilin, deputies of the
Duma").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from archive.extract.context import Context
from archive.extract.mentions import OrganizationMention
from archive.extract.people.after import titles_after
from archive.extract.people.before import titles_before
from archive.extract.people.english import ARTICLES, AUXILIARIES, PAST, SAYING, TITLE_PREPOSITIONS
from archive.extract.people.found import Found
from archive.extract.people.kin import kin_after, kin_before
from archive.extract.people.titles import Title, head_at, read_left, word_start
from archive.extract.people.vocabulary import Kind, Vocabulary

_LIST_GAP: Final = re.compile(
    r"(?: of (?:the )?[A-Z][\w’-]*(?: [A-Z][\w’-]*)?| \([^)\n]{1,30}\))?(?:,? and |, | & )(?:\w+ )?"
)
_APOSTROPHES: Final = frozenset("’'")
_LONGEST_GAP: Final = 48
_MOST_NAMES_IN_TITLE: Final = 3
_SET_OFF: Final = frozenset(",.;:)–—? \n") | {""}
_NO_END: Final = TITLE_PREPOSITIONS | ARTICLES | {"and", "or"}
_RELATIONS: Final = frozenset({"counterpart", "predecessor", "insider"})
_PRONOUNS: Final = (" its ", " their ", "Its ", "Their ")
_VERBS: Final = SAYING | AUXILIARIES | PAST
_LONGEST_LIST: Final = 12
_INSIDE_NAMES: Final = (" of ", " for ", " on ", " is ", " and ", " the ", " our ", " Our ")


def assign_roles(body: str, found: list[Found], vocabulary: Vocabulary) -> None:
    """Give each mention of `found` (ascending) its titles."""
    floor = 0
    shared: Title | None = None
    before: Found | None = None
    for index, mention in enumerate(found):
        near = [] if mention.alias else titles_before(body, mention.start, mention.end, floor, vocabulary)
        titles = [title for title in (_behind(body, title, before) for title in near) if title is not None]
        titles = _without_pronoun(body, titles)
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
        if before is not None and not titles:
            titles = _nested(body, before, mention, vocabulary)
        _settle(found, index, titles)
        mention.titles = [_trimmed(body, title) for title in titles + after] or _kin(body, mention, vocabulary)
        shared = next((title for title in titles if title.plural), shared)
        floor = after[-1].end if after else 0
        before = mention


def _kin(body: str, mention: Found, vocabulary: Vocabulary) -> list[Title]:
    """Whose kin a person named in full is, where nothing else is told of him."""
    if " " not in body[mention.start : mention.end]:
        return []
    found = kin_before(body, mention.start, vocabulary) or kin_after(body, mention.end, vocabulary)
    return [found] if found is not None else []


def _behind(body: str, title: Title, before: Found | None) -> Title | None:
    """The title without the name before it, unless that owns the title: "Ryutaro Hashimoto Russian president".

    None where the name does something in it: "Secretary of State Colin Powell talked in Washington, …".
    """
    if before is not None and title.start < before.start < title.end <= before.end:
        return None  # "chief of staff Aslan Maskhadov, Chechen leader Zelimkhan Yandarbiev": the title is another's
    if before is None or not title.start <= before.end < title.end - 1 or body[before.end] != " ":
        return title
    if body[before.end + 1].isupper():
        return replace(title, start=before.end + 1)
    word = body[before.end + 1 : title.end].partition(" ")[0]
    return title if word in TITLE_PREPOSITIONS or not (word in _VERBS or word.endswith("ed")) else None


def _without_pronoun(body: str, titles: list[Title]) -> list[Title]:
    """The titles less a relation to what was named before: "its leader, Moscow Mayor Yury Luzhkov", "his counterpart".

    "Its leader" alone is kept, and so is "Chinese counterpart".
    """
    titles = [title for title in titles if body[title.start : title.end] not in _RELATIONS]
    if len(titles) > 1 and body.endswith(_PRONOUNS, 0, titles[-1].start):
        return titles[:-1]
    return titles


def _nested(body: str, before: Found, mention: Found, vocabulary: Vocabulary) -> list[Title]:
    """The title inside the one before: "Chakhkiev, father-in-law of the republic’s president, Murat Zyazikov"."""
    outer = next((title for title in before.titles if title.end + len(", ") == mention.start), None)
    if outer is None or not body.startswith(", ", outer.end) or body[mention.end : mention.end + 1] not in _SET_OFF:
        return []
    start, flags = head_at(body, outer.end, vocabulary)
    if not flags & Kind.HEAD:
        return []
    reading = read_left(body, start, flags, vocabulary)
    lead = body[outer.start : reading.start].removesuffix("the ").rstrip()
    owned = reading.bounded and lead.rpartition(" ")[2] in TITLE_PREPOSITIONS
    return [Title(reading.start, outer.end)] if owned else []


def _settle(found: list[Found], index: int, titles: list[Title]) -> None:
    """Give a title that stands between two names, with an owner's name in it, to one of the two.

    "Commander Ruslan Gelaev, President Vladimir Putin’s representative, Viktor Kazantsev, said": Gelaev has another.
    """
    for title in titles:
        for earlier in found[max(0, index - _MOST_NAMES_IN_TITLE) : max(0, index - 1)]:
            if len(earlier.titles) > 1 and earlier.end < title.start:
                earlier.titles = [other for other in earlier.titles if not title.start <= other.start < title.end]


def _trimmed(body: str, title: Title) -> Title:
    """The title without a preposition at its end, behind which the text broke off or a link took a name."""
    end = title.end
    while (word := body[word_start(body, end) : end]) in _NO_END and end - len(word) > title.start:
        end -= len(word) + 1
    return title if end == title.end else replace(title, end=end)


def _without_others(body: str, titles: list[Title], found: list[Found], index: int) -> list[Title]:
    """The titles in which no other person stands but as an owner or behind a preposition.

    "Boris Yeltsin’s daughter Tatyana Dyachenko and Kremlin chief of staff" is no title of the man named before it.
    """
    for position, title in enumerate(titles):
        for other in found[index + 1 : index + 1 + _MOST_NAMES_IN_TITLE]:
            if other.start >= title.end:
                break
            lead = body[title.start : other.start].split()
            beside = body.startswith(" and ", other.end)  # "Yuly Rybakov, Sergei Yushenkov and the president"
            owned = body[other.end : other.end + 1] in _APOSTROPHES if lead else not beside
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


def widen_roles(body: str, found: list[Found], context: Context) -> None:
    """Let each title that starts inside an organization's name take in the whole of it: "Party of Regions leader".

    Only there does the word before a title tell so: "of", "is" and the like.
    """
    for mention in found:
        for title in mention.titles:
            if body.endswith(_INSIDE_NAMES, 0, title.start):
                mention.titles = [_widened(title, context) for title in mention.titles]
                break


def _widened(title: Title, context: Context) -> Title:
    for mention in context.found:
        if isinstance(mention, OrganizationMention):
            start, end = mention.span.start, mention.span.end
            if start < title.start < end < title.end:
                return replace(title, start=start)
    return title
