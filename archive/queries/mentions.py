"""Who and what is named: the people and organizations of the archive, and each mention of one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Subquery, Text, cast, func, literal, null, select, union_all

from archive.db.models import (
    articles,
    citations,
    issues,
    organization_mentions,
    organization_names,
    organizations,
    people,
    person_mentions,
    person_names,
    publications,
)
from archive.queries.asked import Filters
from archive.queries.citations import sentence_of
from archive.queries.filters import among_articles, article_conditions
from archive.queries.issues import headline, newest_first
from archive.queries.names import holding
from archive.queries.run import Question


def list_people(filters: Filters, name: str | None = None) -> Question:
    """The people named in the articles asked for, most mentioned first; with `name`, those whose names hold it."""
    counted = _counted(person_mentions, person_mentions.c.person_id, filters)
    question = (
        select(
            people.c.name.label("person"),
            counted.c.mentions,
            counted.c.articles,
            people.c.country,
            people.c.description,
        )
        .join(counted, counted.c.key == people.c.id)
        .order_by(counted.c.mentions.desc(), people.c.name)
        .limit(filters.limit)
    )
    if name is None:
        return question
    return question.where(people.c.id.in_(select(person_names.c.person_id).where(*holding(person_names, name))))


def list_organizations(filters: Filters, name: str | None = None) -> Question:
    """The organizations named or cited in the articles asked for, those that occur most often first."""
    mentioned = _counted(organization_mentions, organization_mentions.c.organization_id, filters)
    cited = _counted(citations, citations.c.source_id, filters)
    mentions, cites = func.coalesce(mentioned.c.mentions, 0), func.coalesce(cited.c.mentions, 0)
    question = (
        select(
            organizations.c.name.label("organization"),
            organizations.c.kind,
            organizations.c.country,
            mentions.label("mentions"),
            cites.label("citations"),
        )
        .outerjoin(mentioned, mentioned.c.key == organizations.c.id)
        .outerjoin(cited, cited.c.key == organizations.c.id)
        .where(mentions + cites > 0)
        .order_by((mentions + cites).desc(), organizations.c.name)
        .limit(filters.limit)
    )
    if filters.kind is not None:
        question = question.where(organizations.c.kind == filters.kind)
    if name is None:
        return question
    held = select(organization_names.c.organization_id).where(*holding(organization_names, name))
    return question.where(organizations.c.id.in_(held))


def _counted(mentions: FromClause, key: ColumnElement[int], filters: Filters) -> Subquery:
    """Record -> how often it is mentioned, and in how many articles, among the articles asked for."""
    counted = select(
        key.label("key"),
        func.count().label("mentions"),
        func.count(mentions.c.article_id.distinct()).label("articles"),
    ).where(key.is_not(None))
    return among_articles(counted, mentions.c.article_id, filters).group_by(key).subquery()


def list_mentions_of_person(person_id: int, filters: Filters) -> Question:
    """Each mention of a person, newest issue first."""
    found = _mentions(person_mentions, filters, person_mentions.c.surface, person_mentions.c.role)
    return found.where(person_mentions.c.person_id == person_id)


def list_occurrences_of_organization(organization_id: int, filters: Filters) -> Question:
    """Each mention of an organization in prose and each citation of it, newest issue first.

    `cited` is the day or days of the report that a citation names, NULL for a mention.
    """
    named, cited = organization_mentions.c, citations.c
    days = func.coalesce(
        cast(cited.date, Text) + func.coalesce(literal("/") + cast(cited.date_end, Text), ""), "undated"
    )
    mention = select(named.article_id, named.span_start, named.sentence_start, named.sentence_end, named.surface)
    citation = select(cited.article_id, cited.span_start, cited.sentence_start, cited.sentence_end, cited.source_text)
    both = union_all(
        mention.add_columns(literal("mention").label("occurrence"), cast(null(), Text).label("cited")).where(
            named.organization_id == organization_id
        ),
        citation.add_columns(literal("citation"), days).where(cited.source_id == organization_id),
    ).subquery()
    return _mentions(both, filters, both.c.occurrence, both.c.surface, both.c.cited)


def _mentions(mentions: FromClause, filters: Filters, *columns: ColumnElement[Any]) -> Question:
    return (
        select(
            publications.c.name.label("publication"),
            issues.c.volume,
            issues.c.number.label("issue"),
            issues.c.date.label("issue_date"),
            articles.c.id.label("article"),
            headline().label("title"),
            *columns,
            sentence_of(mentions).label("sentence"),
        )
        .select_from(mentions)
        .join(articles, articles.c.id == mentions.c.article_id)
        .join(issues, issues.c.id == articles.c.issue_id)
        .join(publications, publications.c.id == issues.c.publication_id)
        .where(*article_conditions(filters))
        .order_by(*newest_first(), articles.c.id, mentions.c.span_start)
        .limit(filters.limit)
    )


def list_roles(person_id: int) -> Question:
    """The roles of a person and how often each is printed, most frequent first."""
    role = person_mentions.c.role
    return (
        select(role, func.count().label("mentions"))
        .where(person_mentions.c.person_id == person_id, role.is_not(None))
        .group_by(role)
        .order_by(func.count().desc(), role)
    )


def list_candidates_of_person(person_id: int) -> Question:
    """Why the mentions of a family name alone are tied to nobody's full name: "2 candidates: Igor Ivanov, ..."."""
    basis = person_mentions.c.link_basis
    found = select(basis).where(person_mentions.c.person_id == person_id, basis.like("% candidates: %"))
    return found.distinct().order_by(basis)


def list_names_of_person(person_id: int) -> Question:
    """Every name of a person, the authorized one first."""
    names = person_names.c
    return select(names.name).where(names.person_id == person_id).order_by(names.kind == "alias", names.name)


def list_names_of_organization(organization_id: int) -> Question:
    """Every name of an organization, the authorized one first."""
    names = organization_names.c
    return (
        select(names.name)
        .where(names.organization_id == organization_id)
        .order_by(names.kind != "authorized", names.name)
    )
