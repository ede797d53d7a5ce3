"""Which records does a name mean? From the surest reading to the loosest."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, exists, select

from archive.core.names import name_key
from archive.db.models import (
    citations,
    organization_mentions,
    organization_names,
    organizations,
    people,
    person_mentions,
    person_names,
    publications,
)
from archive.queries.filters import organizations_named, people_named, publications_named
from archive.queries.run import Question

_PERSON_COLUMNS = (people.c.id, people.c.name, people.c.country, people.c.description)
_ORGANIZATION_COLUMNS = (organizations.c.id, organizations.c.name, organizations.c.country, organizations.c.kind)


def find_people(name: str) -> tuple[Question, ...]:
    """Ways to read `name`: the authorized name, any full or family name, names that hold all its words.

    Each gives id, name, country, description and whether the archive mentions the person.
    """
    mentioned = exists().where(person_mentions.c.person_id == people.c.id).label("mentioned")
    base = select(*_PERSON_COLUMNS, mentioned).order_by(people.c.name)
    held = select(person_names.c.person_id).where(*holding(person_names, name))
    return (
        base.where(people.c.name_key == name_key(name)),
        base.where(people.c.id.in_(people_named(name))),
        base.where(people.c.id.in_(held)),
    )


def find_organizations(name: str) -> tuple[Question, ...]:
    """Ways to read `name`, as for people; each gives id, name, country, kind and whether the archive mentions it."""
    mentioned = (
        exists().where(organization_mentions.c.organization_id == organizations.c.id)
        | exists().where(citations.c.source_id == organizations.c.id)
    ).label("mentioned")
    base = select(*_ORGANIZATION_COLUMNS, mentioned).order_by(organizations.c.name)
    held = select(organization_names.c.organization_id).where(*holding(organization_names, name))
    return (
        base.where(organizations.c.name_key == name_key(name)),
        base.where(organizations.c.id.in_(organizations_named(name))),
        base.where(organizations.c.id.in_(held)),
    )


def holding(names: FromClause, name: str) -> list[ColumnElement[bool]]:
    """Conditions on a table of names: its folded name holds every word of `name`."""
    words = name_key(name).split() or [name]
    return [names.c.name_key.contains(word, autoescape=True) for word in words]


def find_publication(name: str) -> Question:
    """The newsletter that goes by `name`."""
    return publications_named(name)


def find_source(name: str) -> Question:
    """The media and newsletters that go by `name`."""
    return organizations_named(name).union(publications_named(name)).subquery().select()


def list_publication_names() -> Question:
    """Every newsletter."""
    return select(publications.c.name).order_by(publications.c.name)


def list_person_names() -> Question:
    """Every name of every person."""
    return select(person_names.c.name)


def list_organization_names() -> Question:
    """Every name of every organization."""
    return select(organization_names.c.name)
