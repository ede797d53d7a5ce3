"""Is the database sound, as the engine sees it, and how much room does it take?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine

from archive.db.search_index import search_index


def size_of(engine: Engine) -> int:
    """Bytes on the disk, the write-ahead log included."""
    if engine.dialect.name == "sqlite":
        place = engine.url.database or ""
        files = (Path(place + suffix) for suffix in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.is_file())
    with engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())


def engine_checks(connection: Connection) -> Iterator[tuple[str, list[str]]]:
    """Each check that the engine offers, with the faults that it found.

    Of pages and keys PostgreSQL offers none to a reader: they have checksums, and foreign keys cannot be broken.
    """
    if connection.dialect.name == "sqlite":
        yield from _sqlite_checks(connection)
    yield "search index", search_index(connection).index_faults(connection)


def _sqlite_checks(connection: Connection) -> Iterator[tuple[str, list[str]]]:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    yield "integrity", [fault for fault in found if fault != "ok"]
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20)
    yield "foreign keys", [f"row {row[1]} of {row[0]} points to a missing row of {row[2]}" for row in broken]
