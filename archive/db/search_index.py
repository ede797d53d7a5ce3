"""Which index answers a search, and how does it stay what the texts say?

SQLite has a table of FTS5 that reads the texts where they are (`search_sqlite`), PostgreSQL a table of vectors
(`search_postgresql`); both are called `article_search`. New articles are put in by the transaction that stores them, in
bulk; what is deleted or changed takes its place in the index along, whoever does it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Protocol

from sqlalchemy import Connection, Select

from archive.core.search_text import Sought


class SearchIndex(Protocol):
    """What the module of each engine offers."""

    @property
    def DDL(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """What the newest migration creates."""

    def index_articles(self, connection: Connection, after: int, changed: Collection[int] = ()) -> None:
        """Put the articles whose key is above `after` into the index, and those `changed` anew."""

    def rebuild_index(self, connection: Connection) -> None:
        """Make the index anew from the texts."""

    def index_faults(self, connection: Connection) -> list[str]:
        """Where the index and the texts do not agree; reads only."""

    def hits(self, connection: Connection, wanted: Sought) -> Select[Any, Any, Any]:
        """(article, rank, excerpt) of each article that holds what is wanted, the lowest rank, which is best, first.

        The connection tells which spellings of the words there are; the Select is for its transaction. An excerpt is
        text of the body with the hits marked; None where the engine makes none.
        """


def search_index(connection: Connection) -> SearchIndex:
    """The index of the database at hand; the other engine's module is not imported."""
    if connection.dialect.name == "sqlite":
        from archive.db import search_sqlite  # noqa: PLC0415 - see above

        return search_sqlite
    from archive.db import search_postgresql  # noqa: PLC0415 - see above

    return search_postgresql


def is_of_index(name: str) -> bool:
    """Whether a table is the index, or one that FTS5 keeps beside it: the models know nothing of them."""
    return name == "article_search" or name.startswith("article_search_")
