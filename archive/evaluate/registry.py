"""The authority files as the records that linking needs: what `archive.db.seed` stores, without a database."""

from __future__ import annotations

from collections.abc import Iterator

from archive.core.names import name_key
from archive.link.article import Registry
from archive.link.organizations import OrganizationEntry, OrganizationIndex
from archive.link.people import PeopleIndex, PersonEntry
from archive.link.person_names import NameRules
from archive.link.publications import PublicationEntry, PublicationIndex
from archive.read.authority import Authority, OrganizationRecord


def registry_of(authority: Authority) -> Registry:
    """A registry that holds the records of `authority` and no other."""
    organizations = [
        OrganizationEntry(key, record.name, record.kind, seeded=True, names=_names(record))
        for key, record in enumerate(authority.organizations, 1)
    ]
    people = [
        PersonEntry(key, record.name, record.family_name, seeded=True, names=record.aliases)
        for key, record in enumerate(authority.people, 1)
    ]
    return Registry(
        PublicationIndex.of(_publications(authority), len(authority.publications) + 1),
        OrganizationIndex(organizations, len(organizations) + 1),
        PeopleIndex(NameRules.from_authority(authority), people, len(people) + 1),
    )


def _publications(authority: Authority) -> Iterator[PublicationEntry]:
    """A name that several newsletters go by is that one's whose own it is, else the first one's."""
    taken = {name_key(record.name): key for key, record in enumerate(authority.publications, 1)}
    for key, record in enumerate(authority.publications, 1):
        for name in (*record.aliases, *record.abbreviations):
            taken.setdefault(name_key(name), key)
        names = (name for name in (*record.aliases, *record.abbreviations) if taken[name_key(name)] == key)
        yield PublicationEntry(key, record.name, tuple(names))


def _names(record: OrganizationRecord) -> tuple[tuple[str, str], ...]:
    return (
        (record.name, "authorized"),
        *((name, "alias") for name in record.aliases),
        *((name, "acronym") for name in record.acronyms),
    )
