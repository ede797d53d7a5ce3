"""Which articles hold these words, the best first, and where do they stand in them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from archive.core.errors import QueryError
from archive.core.search_text import CLOSE, OPEN, Sought
from archive.core.table import Table, Value
from archive.db.models import articles, issues, publications
from archive.db.search_index import search_index
from archive.queries.asked import Filters
from archive.queries.excerpts import excerpt
from archive.queries.filters import among_articles
from archive.queries.issues import headline, newest_first
from archive.queries.run import Question, fetch

MARKS: Final = ("[[", "]]")
"""What stands around a hit where nothing can be highlighted."""


def list_found(connection: Connection, wanted: Sought, filters: Filters) -> Question:
    """The articles that hold what is wanted, best first, those that are as good newest first.

    The last column is the text around the hits, as `fetch_found` finishes it. Only the first `filters.limit` are looked
    up and excerpted, of those that are as good the ones stored first: a word of every second article costs what the
    index needs to rank it. To cut by day as well, it would have to give all of them.
    """
    hits = search_index(connection).hits(connection, wanted)
    best = among_articles(hits, hits.selected_columns.article, filters).limit(filters.limit).subquery("best")
    return (
        select(
            articles.c.id.label("article"),
            publications.c.name.label("publication"),
            issues.c.volume,
            issues.c.number.label("issue"),
            issues.c.date.label("issue_date"),
            headline().label("title"),
            func.coalesce(best.c.excerpt, articles.c.body).label("excerpt"),
        )
        .join(best, best.c.article == articles.c.id)
        .join(issues, issues.c.id == articles.c.issue_id)
        .join(publications, publications.c.id == issues.c.publication_id)
        .order_by(best.c.rank, *newest_first(), articles.c.position, articles.c.id)
    )


def fetch_found(connection: Connection, wanted: Sought, filters: Filters, marks: tuple[str, str] = MARKS) -> Table:
    """Ask, and stream the answer with `marks` around each hit of an excerpt.

    Raises QueryError where the engine does not understand what is raw.
    """
    try:
        table = fetch(connection, list_found(connection, wanted, filters))
    except DBAPIError as error:
        if wanted.raw is None:
            raise
        reason = str(error.orig).partition("\n")[0].removeprefix("fts5: ")
        message = f"the search {wanted.raw!r} is not understood: {reason}; without --raw every word is only a word"
        raise QueryError(message) from None
    return Table(table.columns, _marked(table.rows, wanted, marks))


def _marked(rows: Iterator[Sequence[Value]], wanted: Sought, marks: tuple[str, str]) -> Iterator[Sequence[Value]]:
    for *cells, text in rows:
        shown: Any = excerpt(str(text), wanted).replace(OPEN, marks[0]).replace(CLOSE, marks[1])
        yield (*cells, shown)
