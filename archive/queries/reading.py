"""One article, whole: its text and what was found in it."""

from __future__ import annotations

from sqlalchemy import column, func, select

from archive.db.models import (
    citations,
    organization_mentions,
    organizations,
    people,
    person_mentions,
    publications,
)
from archive.queries.relations import everything_of
from archive.queries.run import Question


def find_article(article_id: int) -> Question:
    """The article's row of the view article_details, its text included."""
    return everything_of("article_details").where(column("article_id") == article_id)


def list_people_in(article_id: int) -> Question:
    """The people of an article in the order in which they are named: name, role, mentions."""
    mentions = person_mentions.c
    return (
        select(people.c.name, func.max(mentions.role).label("role"), func.count().label("mentions"))
        .join(people, people.c.id == mentions.person_id)
        .where(mentions.article_id == article_id)
        .group_by(people.c.id, people.c.name)
        .order_by(func.min(mentions.span_start))
    )


def list_organizations_in(article_id: int) -> Question:
    """The organizations of an article in the order in which they are named: name, kind, mentions."""
    mentions = organization_mentions.c
    return (
        select(organizations.c.name, organizations.c.kind, func.count().label("mentions"))
        .join(organizations, organizations.c.id == mentions.organization_id)
        .where(mentions.article_id == article_id)
        .group_by(organizations.c.id, organizations.c.name, organizations.c.kind)
        .order_by(func.min(mentions.span_start))
    )


def list_citations_in(article_id: int) -> Question:
    """The citations of an article in the order of the text: source, first and last day, raw."""
    source = func.coalesce(organizations.c.name, publications.c.name, citations.c.source_text)
    return (
        select(source.label("source"), citations.c.date, citations.c.date_end, citations.c.raw)
        .outerjoin(organizations, organizations.c.id == citations.c.source_id)
        .outerjoin(publications, publications.c.id == citations.c.publication_id)
        .where(citations.c.article_id == article_id)
        .order_by(citations.c.position)
    )
