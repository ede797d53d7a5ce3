"""Which tables and views are there, what do their columns mean, and what stands in them, in a fixed order?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, column, func, select, table

from archive.db.models import metadata
from archive.db.views import VIEW_COLUMNS
from archive.queries.run import Question

_VIEW_COMMENTS: Final = {
    "article_details": "one row an article, with its issue and the file that brought it first",
    "citation_details": "one row a citation, with its source, its article and its sentence",
    "person_mention_details": "one row a mention of a person, with role and sentence",
    "organization_mention_details": "one row a mention of an organization, with its sentence",
}
_VIEW_KEYS: Final = {
    "article_details": "article_id",
    "citation_details": "citation_id",
    "person_mention_details": "mention_id",
    "organization_mention_details": "mention_id",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view; `columns` gives for each its type (None in a view) and what it holds."""

    name: str
    kind: str
    comment: str
    columns: dict[str, tuple[str | None, str]]


def relations() -> Iterator[Relation]:
    """The public views, then the tables in the order in which they depend on each other."""
    for view, columns in VIEW_COLUMNS.items():
        yield Relation(view, "view", _VIEW_COMMENTS[view], {name: (None, text) for name, text in columns.items()})
    for made in metadata.sorted_tables:
        described: dict[str, tuple[str | None, str]] = {c.name: (str(c.type), c.comment or "") for c in made.c}
        yield Relation(made.name, "table", made.comment or "", described)


def view_names() -> tuple[str, ...]:
    """The public views."""
    return tuple(VIEW_COLUMNS)


def relation_names() -> tuple[str, ...]:
    """The public views and the tables."""
    return (*VIEW_COLUMNS, *(made.name for made in metadata.sorted_tables))


def everything_of(name: str) -> Question:
    """All rows of a table or view, by key: the same data always come in the same order."""
    if name in VIEW_COLUMNS:
        columns: list[ColumnElement[Any]] = [column(item) for item in VIEW_COLUMNS[name]]
        return select(*columns).select_from(table(name)).order_by(column(_VIEW_KEYS[name]))
    made = metadata.tables[name]
    return select(made).order_by(*made.primary_key.columns)


def count_of(name: str) -> Question:
    """How many rows a table or view has."""
    return select(func.count()).select_from(table(name))
