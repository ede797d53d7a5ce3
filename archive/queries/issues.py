"""Which newsletters, issues and articles are in the archive?"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, select

from archive.db.models import articles, issues, publications
from archive.queries.asked import Filters
from archive.queries.filters import article_conditions, day_conditions, issue_conditions
from archive.queries.run import Question

FIRST_WORDS = 60
"""Characters of its body by which an article without a title is shown."""


def list_publications(filters: Filters) -> Question:
    """The newsletters, those with most articles first, with what the archive has of them."""
    return (
        select(
            publications.c.name.label("publication"),
            func.count(issues.c.id.distinct()).label("issues"),
            func.count(articles.c.id).label("articles"),
            func.min(issues.c.date).label("first_date"),
            func.max(issues.c.date).label("last_date"),
        )
        .select_from(publications)
        .outerjoin(issues, issues.c.publication_id == publications.c.id)
        .outerjoin(articles, articles.c.issue_id == issues.c.id)
        .where(*issue_conditions(filters), *day_conditions(filters))
        .group_by(publications.c.id)
        .order_by(func.count(articles.c.id).desc(), publications.c.name)
        .limit(filters.limit)
    )


def list_issues(filters: Filters) -> Question:
    """The issues, newest first; those whose day is unknown last."""
    return (
        select(
            publications.c.name.label("publication"),
            issues.c.volume,
            issues.c.number.label("issue"),
            issues.c.date,
            issues.c.date_basis,
            issues.c.date_earliest,
            issues.c.date_latest,
            func.count(articles.c.id).label("articles"),
        )
        .join(publications, publications.c.id == issues.c.publication_id)
        .outerjoin(articles, articles.c.issue_id == issues.c.id)
        .where(*issue_conditions(filters), *day_conditions(filters))
        .group_by(issues.c.id, publications.c.name)
        .order_by(*newest_first())
        .limit(filters.limit)
    )


def list_articles(filters: Filters) -> Question:
    """The articles, newest first."""
    return (
        select(
            articles.c.id.label("article"),
            publications.c.name.label("publication"),
            issues.c.volume,
            issues.c.number.label("issue"),
            issues.c.date,
            headline().label("title"),
        )
        .join(issues, issues.c.id == articles.c.issue_id)
        .join(publications, publications.c.id == issues.c.publication_id)
        .where(*article_conditions(filters))
        .order_by(*newest_first(), articles.c.position, articles.c.id)
        .limit(filters.limit)
    )


def headline() -> ColumnElement[str]:
    """The article's title, or its first words."""
    return func.coalesce(articles.c.title, func.trim(func.substr(articles.c.body, 1, FIRST_WORDS)).concat(" ..."))


def newest_first() -> tuple[ColumnElement[Any], ...]:
    """The order of issues: by day, then by volume and number; those without a day last."""
    return (
        issues.c.date.is_(None),
        issues.c.date.desc(),
        issues.c.publication_id,
        issues.c.volume.desc(),
        issues.c.number.desc(),
    )
