"""How does a reading command reach the archive? One connection, one state of the data, closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from archive.cli.options import target
from archive.queries.asked import Filters

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


@contextmanager
def reading_engine(db: str | None) -> Iterator[Engine]:
    """An engine on the archive that --db or ARCHIVE_DB names; DatabaseError if it is missing or of another version."""
    from archive.db.schema import require_current
    from archive.db.session import open_database

    engine = open_database(target(db), write=False)
    try:
        require_current(engine)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def open_archive(db: str | None, filters: Filters | None = None) -> Iterator[Connection]:
    """A connection that reads the archive, in which every name of the filters is known."""
    from archive.cli.naming import check_names
    from archive.db.session import reading

    with reading_engine(db) as engine, reading(engine) as connection:
        if filters is not None:
            check_names(connection, filters)
        yield connection
