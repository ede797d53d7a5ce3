"""What does it cost to put ready rows into PostgreSQL, against a COPY of the same rows by psycopg alone?

Runs where ARCHIVE_TEST_POSTGRES names a server (postgresql+psycopg://user@host/database) and psycopg is installed.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Engine, Table, create_engine, make_url

from archive.db import schema
from archive.db.bulk import insert_rows, table_order
from archive.db.session import open_database
from archive.ingest.pipeline import ingest
from tests.benchmarks.gen import write_corpus
from tests.benchmarks.report import Finding

ARTICLES = 1_000
Rows = dict[str, list[tuple[Any, ...]]]
LOADED = {
    "publications", "issues", "runs", "documents", "articles", "organizations", "people", "citations",
    "document_articles", "person_mentions", "organization_mentions",
}  # fmt: skip


def measure(work: Path, rounds: int) -> Iterator[Finding]:
    """The rows of 1,000 articles, one transaction; nothing where no server is named."""
    server = os.environ.get("ARCHIVE_TEST_POSTGRES")
    if not server:
        return
    rows = _rows(work)
    turns = []
    for _ in range(rounds + 1):
        with _empty(server) as engine:
            ours = _timed(lambda engine=engine: _ours(engine, rows))  # type: ignore[misc]
        with _empty(server) as engine:
            turns.append((ours, _timed(lambda engine=engine: _copied(engine, rows))))  # type: ignore[misc]
    mine, copied = (statistics.median(turn[at] for turn in turns[1:]) for at in (0, 1))
    ratio = statistics.median(mine / other for mine, other in turns[1:])
    number = sum(map(len, rows.values()))
    yield Finding(f"PostgreSQL: {number:,} ready rows", f"{mine:.2f} s", f"psycopg's COPY: {copied:.2f} s", ratio, 1.7)


def _rows(work: Path) -> Rows:
    """The rows that an ingest makes, as cells of either engine."""
    corpus, database = work / "corpus-postgresql", work / "rows.db"
    write_corpus(ARTICLES, corpus)
    ingest([str(corpus)], str(database))
    with closing(sqlite3.connect(database)) as connection:
        return {table.name: list(_cells(connection, table)) for table in table_order() if table.name in LOADED}


def _cells(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of a table; SQLite keeps a truth value as a number, which COPY does not take for one."""
    columns = ", ".join(column.name for column in table.columns)
    truth = [isinstance(column.type, Boolean) for column in table.columns]
    for row in connection.execute(f"SELECT {columns} FROM {table.name}"):  # noqa: S608 - a table of ours
        yield tuple(bool(cell) if is_truth else cell for is_truth, cell in zip(truth, row, strict=True))


@contextmanager
def _empty(server: str) -> Iterator[Engine]:
    """An archive without a row in a database of its own."""
    name = f"archive_benchmark_{secrets.token_hex(4)}"
    owner = create_engine(server, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine = open_database(make_url(server).set(database=name).render_as_string(hide_password=False), write=True)
    schema.upgrade(engine)
    yield engine
    engine.dispose()
    with owner.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    owner.dispose()


def _ours(engine: Engine, rows: Rows) -> None:
    with engine.begin() as connection:
        for table in table_order():
            insert_rows(connection, table, rows.get(table.name, []))


def _copied(engine: Engine, rows: Rows) -> None:
    import psycopg

    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        for table, cells in rows.items():
            with cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy:
                for row in cells:
                    copy.write_row(row)


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
