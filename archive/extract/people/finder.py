"""Where do people stand in a body, and with which roles?

In four steps: the capitalised words outside citations; full names among them; bare surnames of the people named in full
or known; the titles beside every mention.
"""

from __future__ import annotations

from collections.abc import Iterator

from archive.core.span import Span
from archive.extract.context import Context
from archive.extract.mentions import CitationKind, CitationMention, OrganizationMention, PersonMention
from archive.extract.people.aliases import join_aliases
from archive.extract.people.found import Found
from archive.extract.people.neighbors import part_neighbors
from archive.extract.people.persons import Persons
from archive.extract.people.roles import assign_roles, widen_roles
from archive.extract.people.shapes import groups, read_name
from archive.extract.people.surnames import SurnameFinder
from archive.extract.people.tokens import Tokens, tokenise
from archive.extract.people.vocabulary import Kind, Vocabulary, vocabulary_of


def extract_people(body: str, context: Context) -> Iterator[PersonMention]:
    """The people of `body`, in the order of the text."""
    vocabulary = vocabulary_of(context.authority)
    tokens = tokenise(body, vocabulary, _masked(context))
    _cover_organizations(tokens, context)
    found = _find(tokens, vocabulary)
    join_aliases(body, found)
    assign_roles(body, found, vocabulary)
    widen_roles(body, found, context)
    yield from _mentions(body, found)


def _masked(context: Context) -> list[tuple[int, int]]:
    """The parentheses of citations, ascending and apart: a name in one belongs to the source."""
    spans = sorted(
        {
            (m.span.start, m.span.end)
            for m in context.found
            if isinstance(m, CitationMention) and m.kind is not CitationKind.INLINE
        }
    )
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _cover_organizations(tokens: Tokens, context: Context) -> None:
    """Mark the words of organizations found before: they are part of no name."""
    starts, kinds = tokens.starts, tokens.kinds
    for mention in context.found:
        if isinstance(mention, OrganizationMention):
            index = tokens.first_at(mention.span.start)
            while index < len(starts) and starts[index] < mention.span.end:
                kinds[index] = Kind.ORGANIZATION
                index += 1


def _find(tokens: Tokens, vocabulary: Vocabulary) -> list[Found]:
    persons = Persons(variants=vocabulary.variants)
    apart = groups(tokens)
    several = (group for group in apart if group.first < group.last)
    names = [name for group in several if (name := read_name(tokens, group, vocabulary)) is not None]
    found: list[Found] = []
    used = bytearray(len(tokens.words))
    for name in part_neighbors(tokens, names):
        used[name.first : name.last + 1] = bytes([1]) * (name.last + 1 - name.first)
        person = persons.enter(name, tokens.body[name.start : name.end])
        found.append(Found(name.start, name.end, person, name.rule))
    finder = SurnameFinder(tokens, persons, vocabulary)
    for group in apart:
        for index in range(group.first, group.last + 1):
            bare = None if used[index] else finder.read(index)
            if bare is not None:
                found.append(Found(tokens.starts[index], bare.end, bare.person, bare.rule))
    found.sort(key=lambda mention: mention.start)
    return found


def _mentions(body: str, found: list[Found]) -> Iterator[PersonMention]:
    """One mention for each place; a second title goes to a mention of the same person without one, if there is any."""
    spare: dict[int, list[Found]] = {}
    for mention in reversed(found):
        if not mention.titles:
            spare.setdefault(id(mention.person), []).append(mention)
    for mention in found:
        others = spare.get(id(mention.person), []) if len(mention.titles) > 1 else []
        while others and len(mention.titles) > 1:
            others.pop().titles.append(mention.titles.pop())
    for mention in found:
        yield from _records(body, mention)


def _records(body: str, mention: Found) -> Iterator[PersonMention]:
    """The mention once for each of its titles: a place that holds two titles of one person is given twice."""
    span = Span(mention.start, mention.end)
    surface, name, rule = body[mention.start : mention.end], mention.person.name, mention.rule
    if not mention.titles:
        yield PersonMention(span, surface, name, rule)
    for title in mention.titles:
        yield PersonMention(span, surface, name, rule, body[title.start : title.end], Span(title.start, title.end))
