"""Does what is stored agree with itself? Each question counts what does not; a sound archive answers 0 to all."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import FromClause, exists, func, select

from archive.db.models import (
    articles,
    citations,
    document_articles,
    organization_mentions,
    organization_names,
    organizations,
    people,
    person_mentions,
    person_names,
)
from archive.queries.relations import count_of
from archive.queries.run import Question


def checks() -> Iterator[tuple[str, Question]]:
    """What must hold, and the number of rows for which it does not."""
    yield "citations are what stands in the text", _not_in_text(citations, "raw")
    yield "people are what stands in the text", _not_in_text(person_mentions, "surface")
    yield "organizations are what stands in the text", _not_in_text(organization_mentions, "surface")
    in_a_file = exists().where(document_articles.c.article_id == articles.c.id)
    yield "every article is in a file", select(func.count()).select_from(articles).where(~in_a_file)
    named = exists().where(person_names.c.person_id == people.c.id, person_names.c.name == people.c.name)
    yield "every person has its name", select(func.count()).select_from(people).where(~named)
    of = organization_names.c
    named = exists().where(of.organization_id == organizations.c.id, of.name == organizations.c.name)
    yield "every organization has its name", select(func.count()).select_from(organizations).where(~named)
    for view, table in _VIEWS_OF.items():
        yield f"{view} shows all rows", _difference(view, table)


_VIEWS_OF = {
    "article_details": "articles",
    "citation_details": "citations",
    "person_mention_details": "person_mentions",
    "organization_mention_details": "organization_mentions",
}


def _not_in_text(mentions: FromClause, surface: str) -> Question:
    start, end = mentions.c.span_start, mentions.c.span_end
    return (
        select(func.count())
        .select_from(mentions)
        .join(articles, articles.c.id == mentions.c.article_id)
        .where(func.substr(articles.c.body, start + 1, end - start) != mentions.c[surface])
    )


def _difference(view: str, table: str) -> Question:
    return select(func.abs(count_of(view).scalar_subquery() - count_of(table).scalar_subquery()))
