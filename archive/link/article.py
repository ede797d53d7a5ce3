"""Mention -> authority record, for everything found in one article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from archive.core.names import name_key
from archive.extract.context import ExtractedArticle
from archive.extract.mentions import CitationKind, CitationMention, OrganizationMention, PersonMention
from archive.link.organizations import OrganizationIndex, OrganizationLink
from archive.link.people import PeopleIndex, PersonLink
from archive.link.publications import PublicationIndex

_ACRONYM: Final = re.compile(r"[A-Z][A-Z&\d]+(?:-[A-Z\d]+)?")
NO_SOURCE: Final = "empty slot"
LINK_BASES: Final = {
    "name": "the authorized name, or the name of a record that texts made",
    "alias": "another name that the authority files list",
    "acronym": "an acronym that the authority files list",
    "name less a generic word": 'a listed medium, less "television", "news agency" ... behind its name',
    "spelling": "another spelling of a person's full name",
    "initials": "a name with initials, or with more or fewer given names, that fits one person only",
    "surname": "a family name alone, which one person of the archive or the authority files bears",
    "own record": "no listed organization goes by the name",
    "N candidates: A, B": "several records go by the name, so that it stands under a record of its own",
    "apart from A in the article": "a family name that the article keeps apart from its bearer",
    "A in the article": "another spelling of a family name that the article prints with a given name",
    "empty slot": "a citation whose source is lost",
    "part of its own name": "a cross reference by a part of the newsletter's own name",
    "no name": "a cross reference that names no newsletter: the newsletter's own",
    "unknown publication": "a cross reference to a newsletter that is not in the archive",
}
"""Each ground that `link_basis` can give; N, A and B stand for a number and for names."""


@dataclass(slots=True)
class Registry:
    """The authority records in memory, of all kinds."""

    publications: PublicationIndex
    organizations: OrganizationIndex
    people: PeopleIndex


@dataclass(frozen=True, slots=True)
class CitationLink:
    """What a citation names: a medium, or a newsletter for a cross reference; neither for an empty slot."""

    source: int | None
    publication: int | None
    basis: str


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article with the record of each mention, in the order of its mentions."""

    extracted: ExtractedArticle
    publication: int
    citations: tuple[tuple[CitationMention, CitationLink], ...]
    people: tuple[tuple[PersonMention, PersonLink], ...]
    organizations: tuple[tuple[OrganizationMention, OrganizationLink], ...]


def link(extracted: ExtractedArticle, registry: Registry) -> LinkedArticle:
    """Tie each mention of the article to its record; unknown names become records of the registry."""
    publication = registry.publications.of_header(extracted.article.header.publication)
    people = registry.people.link(mention.name for mention in extracted.people)
    return LinkedArticle(
        extracted,
        publication,
        tuple((mention, _citation(mention, publication, registry)) for mention in extracted.citations),
        tuple((mention, people[mention.name]) for mention in extracted.people),
        tuple((mention, _organization(mention, registry.organizations)) for mention in extracted.organizations),
    )


def _citation(mention: CitationMention, publication: int, registry: Registry) -> CitationLink:
    if mention.kind is CitationKind.CROSS_REFERENCE:
        return CitationLink(None, *registry.publications.of_reference(mention.source, publication))
    if mention.source is None or not mention.source.strip():
        return CitationLink(None, None, NO_SOURCE)
    found = registry.organizations.link_source(mention.source)
    return CitationLink(found.record, None, found.basis)


def _organization(mention: OrganizationMention, index: OrganizationIndex) -> OrganizationLink:
    found = index.link(mention.name, mention.kind)
    if _ACRONYM.fullmatch(mention.surface) and name_key(mention.surface) != name_key(mention.name):
        index.alias(found.record, mention.surface)
    return found
