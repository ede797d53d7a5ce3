"""Who was cited, when, and in which sentence?"""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, FromClause, func, select

from archive.db.models import articles, citations, issues, organizations, publications
from archive.queries.asked import Filters
from archive.queries.filters import (
    cited_day_conditions,
    cites,
    content_conditions,
    issue_conditions,
)
from archive.queries.issues import newest_first
from archive.queries.run import Question

_NAMED: Final = publications.alias("named")


def list_citations(filters: Filters) -> Question:
    """The citations, those of the newest issue first, in the order of the text."""
    return (
        select(
            publications.c.name.label("publication"),
            issues.c.volume,
            issues.c.number.label("issue"),
            issues.c.date.label("issue_date"),
            citations.c.article_id.label("article"),
            citations.c.kind,
            func.coalesce(organizations.c.name, _NAMED.c.name, citations.c.source_text).label("source"),
            citations.c.place,
            citations.c.date,
            citations.c.date_end,
            sentence_of(citations).label("sentence"),
        )
        .join(articles, articles.c.id == citations.c.article_id)
        .join(issues, issues.c.id == articles.c.issue_id)
        .join(publications, publications.c.id == issues.c.publication_id)
        .outerjoin(organizations, organizations.c.id == citations.c.source_id)
        .outerjoin(_NAMED, _NAMED.c.id == citations.c.publication_id)
        .where(*_conditions(filters))
        .order_by(*newest_first(), citations.c.article_id, citations.c.position)
        .limit(filters.limit)
    )


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    found = [*issue_conditions(filters), *cited_day_conditions(filters)]
    if filters.kind is not None:
        found.append(citations.c.kind == filters.kind)
    if filters.source is not None:
        found.append(cites(filters.source))
    by_article = Filters(person=filters.person, organization=filters.organization)
    return [*found, *content_conditions(by_article)]


def sentence_of(mentions: FromClause) -> ColumnElement[str]:
    """The sentence that a citation or a mention stands in."""
    start, end = mentions.c.sentence_start, mentions.c.sentence_end
    return func.substr(articles.c.body, start + 1, end - start)
