"""How do a person's filters become the conditions of a Select?

A name is matched folded, by every name a record goes by: "the guardian" and "Guardian" are one.
"""

from __future__ import annotations

from typing import TypeVarTuple

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, func, or_, select

from archive.core.names import name_key
from archive.db.models import (
    articles,
    citations,
    issues,
    organization_mentions,
    organization_names,
    people,
    person_mentions,
    person_names,
    publication_names,
)
from archive.queries.asked import Filters

Columns = TypeVarTuple("Columns")


def publications_named(name: str) -> Select[int]:
    """Keys of the newsletters that go by `name`."""
    return select(publication_names.c.publication_id).where(publication_names.c.name_key == name_key(name))


def organizations_named(name: str) -> Select[int]:
    """Keys of the organizations that go by `name`."""
    return select(organization_names.c.organization_id).where(organization_names.c.name_key == name_key(name))


def people_named(name: str) -> Select[int]:
    """Keys of the people that go by `name`, be it a full name or the family name alone."""
    key = name_key(name)
    by_name = select(person_names.c.person_id).where(person_names.c.name_key == key)
    meant = people.alias("meant")
    return select(meant.c.id).where(or_(meant.c.family_key == key, meant.c.id.in_(by_name)))


def issue_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """What the filters demand of an issue: newsletter, volume, number."""
    found: list[ColumnElement[bool]] = []
    if filters.publication is not None:
        found.append(issues.c.publication_id.in_(publications_named(filters.publication)))
    if filters.volume is not None:
        found.append(issues.c.volume == filters.volume)
    if filters.issue is not None:
        found.append(issues.c.number == filters.issue)
    return found


def day_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """What the filters demand of an issue's day."""
    found: list[ColumnElement[bool]] = []
    if filters.since is not None:
        found.append(issues.c.date >= filters.since)
    if filters.until is not None:
        found.append(issues.c.date <= filters.until)
    return found


def content_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """What the filters demand of an article: whom it names, what it cites.

    The mentions stand under names of their own, so that the question itself may be about mentions.
    """
    found: list[ColumnElement[bool]] = []
    if filters.source is not None:
        cited = citations.alias("cited")
        found.append(exists().where(cited.c.article_id == articles.c.id, cites(filters.source, cited)))
    if filters.person is not None:
        named = person_mentions.alias("person_named")
        who = named.c.person_id.in_(people_named(filters.person))
        found.append(exists().where(named.c.article_id == articles.c.id, who))
    if filters.organization is not None:
        named = organization_mentions.alias("organization_named")
        which = named.c.organization_id.in_(organizations_named(filters.organization))
        found.append(exists().where(named.c.article_id == articles.c.id, which))
    return found


def article_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """Everything that the filters demand of an article and its issue."""
    return [*issue_conditions(filters), *day_conditions(filters), *content_conditions(filters)]


def among_articles(question: Select[*Columns], article: ColumnElement[int], filters: Filters) -> Select[*Columns]:
    """The question, its rows those of the articles asked for; `article` is their key in it.

    Nothing is joined where nothing is asked for.
    """
    conditions = article_conditions(filters)
    if not conditions:
        return question
    joined = question.join(articles, articles.c.id == article).join(issues, issues.c.id == articles.c.issue_id)
    return joined.where(*conditions)


def cites(source: str, cited: FromClause = citations) -> ColumnElement[bool]:
    """A citation of that medium, or a cross reference to that newsletter."""
    return or_(
        cited.c.source_id.in_(organizations_named(source)),
        cited.c.publication_id.in_(publications_named(source)),
    )


def cited_day_conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """What the filters demand of the day cited; a citation without one counts by its issue's day."""
    found: list[ColumnElement[bool]] = []
    undated = citations.c.date.is_(None)
    if filters.since is not None:
        last_day = func.coalesce(citations.c.date_end, citations.c.date)
        found.append(or_(last_day >= filters.since, and_(undated, issues.c.date >= filters.since)))
    if filters.until is not None:
        found.append(or_(citations.c.date <= filters.until, and_(undated, issues.c.date <= filters.until)))
    return found
