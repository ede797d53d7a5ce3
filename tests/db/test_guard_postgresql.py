"""Does PostgreSQL answer what only reads, and refuse the rest with the words that SQLite has for it?

Runs where ARCHIVE_TEST_POSTGRES names a server: postgresql+psycopg://user@host/database.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, make_url

from archive.core.errors import QueryError
from archive.core.table import Value
from archive.db.guard import guarded
from archive.db.memory import ROOM
from archive.db.session import open_database

SERVER = os.environ.get("ARCHIVE_TEST_POSTGRES", "")
pytestmark = pytest.mark.skipif(not SERVER, reason="ARCHIVE_TEST_POSTGRES names no server")


@pytest.fixture(scope="module")
def reader() -> Iterator[Engine]:
    """An engine for reading on a database of its own."""
    name = f"archive_test_{secrets.token_hex(4)}"
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    url = make_url(SERVER).set(database=name)
    own = create_engine(url)
    with own.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, day DATE)")
        connection.exec_driver_sql("INSERT INTO t VALUES (1, 'Monitor', '2001-08-08')")
    own.dispose()
    engine = open_database(url.render_as_string(hide_password=False), write=False)
    yield engine
    engine.dispose()
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


def ask(reader: Engine, sql: str, seconds: float = 5, **parameters: Value) -> tuple[tuple[str, ...], list[object]]:
    with guarded(reader, sql, parameters, seconds) as table:
        return table.columns, list(table.rows)


BENIGN = {
    "a row": ("SELECT * FROM t", [(1, "Monitor", "2001-08-08")]),
    "no row": ("SELECT * FROM t WHERE false", []),
    "words in literals": ("SELECT 'delete; --', 'attach', '5%'", [("delete; --", "attach", "5%")]),
    "words in comments": ("-- drop table t\nSELECT /* ; pragma */ 1;", [(1,)]),
    "words as names": ('SELECT 1 AS "delete", 2 AS "copy"', [(1, 2)]),
    "a common table": ("WITH a AS (SELECT 1 AS x) SELECT * FROM a", [(1,)]),
    "numbers": ("SELECT sum(id), avg(id), 1.5::numeric FROM t", [(1, 1, 1.5)]),
    "parentheses": ("(SELECT 1)", [(1,)]),
    "values": ("VALUES (1), (2)", [(1,), (2,)]),
    "a table": ("TABLE t", [(1, "Monitor", "2001-08-08")]),
}


@pytest.mark.parametrize(("sql", "rows"), BENIGN.values(), ids=BENIGN)
def test_what_only_reads_is_answered(sql: str, rows: list[object], reader: Engine) -> None:
    columns, found = ask(reader, sql)
    assert found == rows
    assert columns


def test_values_are_bound_by_name(reader: Engine) -> None:
    evil = "x'; DROP TABLE t; --"
    assert ask(reader, "SELECT :a, ':a', '5%' LIKE :b", a=evil, b="5_")[1] == [(evil, ":a", True)]
    assert ask(reader, "SELECT name FROM t WHERE id = :id", id="1")[1] == [("Monitor",)]


HOSTILE = {
    "insert": "INSERT INTO t VALUES (2)",
    "delete in a common table": "WITH a AS (DELETE FROM t RETURNING 1) SELECT * FROM a",
    "select into": "SELECT * INTO u FROM t",
    "locking rows": "SELECT * FROM t FOR UPDATE",
    "analyze of a write": "EXPLAIN ANALYZE DELETE FROM t",
    "two statements": "SELECT 1; DELETE FROM t",
    "ending the transaction": "COMMIT",
    "ending it and going on": "COMMIT; DROP TABLE t",
    "writing allowed": "SET TRANSACTION READ WRITE",
    "writing allowed by a function": "SELECT set_config('transaction_read_only', 'off', false)",
    "copy to a file": "COPY t TO 'archive-test-copy'",
    "copy to a program": "COPY t TO PROGRAM 'cat'",
    "a block": "DO $$ BEGIN DELETE FROM t; END $$",
    "create": "CREATE TABLE u (a INTEGER)",
    "read a file": "SELECT pg_read_file('/etc/passwd')",
    "read a file, quoted": "SELECT pg_catalog.\"pg_read_file\" /* x */ ('/etc/passwd')",
    "read a file, in disguise": "SELECT U&\"pg\\005fread_file\"('/etc/passwd')",
    "list a folder": "SELECT * FROM pg_ls_dir('/')",
    "a large object": "SELECT lo_import('/etc/passwd')",
    "another session": "SELECT pg_terminate_backend(pg_backend_pid())",
    "a lock": "SELECT pg_advisory_lock(1)",
    "SQL in a text": "SELECT query_to_xml('DELETE FROM t', true, true, '')",
    "no table": "SELECT * FROM nope",
    "no SQL": "hello",
}


@pytest.mark.parametrize("sql", HOSTILE.values(), ids=HOSTILE)
def test_what_does_more_is_refused_in_one_line_without_effect(sql: str, reader: Engine) -> None:
    with pytest.raises(QueryError) as raised:
        ask(reader, sql)
    assert "\n" not in str(raised.value)
    assert ask(reader, "SELECT count(*) FROM t")[1] == [(1,)]
    assert ask(reader, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")[1] == [(1,)]


def test_an_endless_statement_is_stopped_and_told(reader: Engine) -> None:
    with pytest.raises(QueryError, match=r"stopped after 0\.3 s"):
        ask(reader, "SELECT pg_sleep(10)", seconds=0.3)


def test_an_answer_that_is_too_long_is_told(reader: Engine) -> None:
    with pytest.raises(QueryError, match="too much memory"):
        ask(reader, "SELECT repeat('x', 400000000)", seconds=60)


def test_many_rows_stream(reader: Engine) -> None:
    with guarded(reader, "SELECT generate_series(1, 100000000)", {}, 20) as table:
        assert [next(table.rows), next(table.rows)] == [(1,), (2,)]


@pytest.mark.parametrize("driver", ["several together", "one by one"])
@pytest.mark.parametrize("number", [1, 9, 10, 11, 25])
def test_every_row_comes_once_and_in_order(
    number: int, driver: str, reader: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    psycopg = pytest.importorskip("psycopg")
    if driver == "one by one":  # as before libpq 17
        monkeypatch.setattr(psycopg.capabilities, "has_stream_chunked", lambda: False)
    assert ask(reader, "SELECT generate_series(1, :n)", n=number)[1] == [(n,) for n in range(1, number + 1)]


def test_an_error_after_many_rows_is_told_behind_them(reader: Engine) -> None:
    found: list[object] = []
    failing = "SELECT 1 / (25 - n) FROM generate_series(1, 30) AS n"
    with guarded(reader, failing, {}, 5) as table, pytest.raises(QueryError, match="division by zero"):
        found.extend(table.rows)
    assert len(found) >= 20
    assert ask(reader, "SELECT 1")[1] == [(1,)]


def test_an_answer_larger_than_its_room_streams(reader: Engine) -> None:
    with guarded(reader, "SELECT repeat('x', 4000000) FROM generate_series(1, 100)", {}, 30) as table:
        assert sum(len(str(row[0])) for row in table.rows) == 400_000_000 > ROOM


def test_days_are_written_alike_whatever_the_server_prefers(reader: Engine) -> None:
    days = "SELECT DATE '2001-08-08', DATE '0044-03-15 BC', DATE 'infinity', (DATE '2001-08-08')::text"
    expected = [("2001-08-08", "0044-03-15 BC", "infinity", "2001-08-08")]
    assert ask(reader, days)[1] == expected
    owner = create_engine(reader.url, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        connection.exec_driver_sql(f"ALTER DATABASE {reader.url.database} SET datestyle = 'German'")
        reader.dispose()
        try:
            assert ask(reader, days)[1] == expected
        finally:
            connection.exec_driver_sql(f"ALTER DATABASE {reader.url.database} RESET datestyle")
    owner.dispose()
    reader.dispose()
