"""Is a stranger's SQL answered where it only reads, and without any effect where it does not?"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from archive.core.errors import QueryError
from archive.core.table import Value
from archive.db.guard import guarded
from archive.db.memory import ROOM
from archive.db.session import open_database

ENDLESS = "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) "
Ask = Callable[..., tuple[tuple[str, ...], list[tuple[Value, ...]]]]


@pytest.fixture
def reader(engine: Engine, database: str) -> Iterator[Engine]:
    """An engine for reading on an archive with one newsletter."""
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO publications (id, name, name_key, origin) VALUES (1, 'Monitor', 'monitor', 'seed')"
        )
    engine.dispose()
    opened = open_database(database, write=False)
    yield opened
    opened.dispose()


@pytest.fixture
def ask(reader: Engine) -> Ask:
    """Runs a statement behind the guards; gives columns and rows."""

    def run(sql: str, seconds: float = 5, **parameters: Value) -> tuple[tuple[str, ...], list[tuple[Value, ...]]]:
        with guarded(reader, sql, parameters, seconds) as table:
            return table.columns, [tuple(row) for row in table.rows]

    return run


def traces(folder: Path) -> dict[str, str]:
    """Name -> sha256 of every file in a folder, the files that SQLite keeps beside a database left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal")))
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


BENIGN = {
    "a literal": "SELECT 'attach database', 'PRAGMA x', 'delete from runs; --'",
    "column names": 'SELECT 1 AS "delete", 2 AS [attach], 3 AS `pragma`, 4 AS "vacuum into"',
    "a comment before": "-- attach 'x' as y\nSELECT 1",
    "a comment inside": "SELECT /* pragma writable_schema = on; delete */ 1",
    "a comment after": "SELECT 1 -- ; DROP TABLE runs",
    "a semicolon after": "SELECT 1;",
    "a semicolon and a comment after": "SELECT 1; -- drop table runs",
    "a semicolon in a literal": "SELECT ';', ';--', 'a;b'",
    "a quote in a literal": "SELECT 'O''Brien', \"name\" FROM publications",
    "an unlikely name": 'SELECT x."a]b;--" FROM (SELECT 1 AS "a]b;--") x',
    "a common table": "WITH attach(pragma) AS (VALUES (1), (2)) SELECT sum(pragma) FROM attach",
    "recursion that ends": "WITH RECURSIVE t(x) AS (VALUES (1) UNION SELECT x + 1 FROM t WHERE x < 9) SELECT * FROM t",
    "a window": "SELECT row_number() OVER (ORDER BY name) FROM publications",
    "a view": "SELECT * FROM article_details",
    "values": "VALUES (1, 'a'), (2, NULL)",
    "nothing found": "SELECT * FROM runs WHERE 0",
    "explain": "EXPLAIN SELECT * FROM runs",
    "explain query plan": "EXPLAIN QUERY PLAN SELECT * FROM runs",
    "a reading pragma": "PRAGMA table_info(runs)",
    "a reading pragma in capitals": "pragma TABLE_LIST",
    "a pragma as a table": "SELECT name FROM pragma_table_info('runs')",
    "json": "SELECT value FROM json_each('[1, 2]')",
    "the schema": "SELECT name FROM sqlite_master",
    "replace the function": "SELECT replace('a', 'a', 'b'), upper('delete')",
    "a blob": "SELECT x'0102', zeroblob(3)",
    "LIKE": "SELECT 'update' LIKE '%date%'",
    "UPDATE as a text": "SELECT CASE WHEN 'update' = 'UPDATE' COLLATE NOCASE THEN 'begin' END",
}


@pytest.mark.parametrize("sql", BENIGN.values(), ids=BENIGN)
def test_what_only_reads_is_answered(sql: str, ask: Ask) -> None:
    columns, _ = ask(sql)
    assert columns


HOSTILE = {
    "insert": "INSERT INTO publications (id, name, name_key, origin) VALUES (2, 'x', 'x', 'seed')",
    "update": "UPDATE publications SET name = 'x'",
    "delete": "DELETE FROM publications",
    "delete that tells": "DELETE FROM publications RETURNING *",
    "replace": "REPLACE INTO publications (id, name, name_key, origin) VALUES (1, 'x', 'x', 'seed')",
    "with and delete": "WITH a AS (SELECT 1) DELETE FROM publications WHERE 1 IN (SELECT * FROM a)",
    "drop": "DROP TABLE runs",
    "drop a view": "DROP VIEW article_details",
    "create": "CREATE TABLE t (a)",
    "create as select": "CREATE TABLE t AS SELECT 1",
    "create a temporary table": "CREATE TEMP TABLE t (a)",
    "create a temporary view": "CREATE TEMP VIEW t AS SELECT 1",
    "create a trigger": "CREATE TEMP TRIGGER t AFTER INSERT ON runs BEGIN SELECT 1; END",
    "create a virtual table": "CREATE VIRTUAL TABLE t USING fts5(a)",
    "create an index": "CREATE INDEX t ON runs (version)",
    "alter": "ALTER TABLE runs ADD COLUMN a",
    "reindex": "REINDEX",
    "analyze": "ANALYZE",
    "vacuum": "VACUUM",
    "vacuum into": "VACUUM INTO 'copy.db'",
    "vacuum into, hidden": "/* SELECT */ vacuum\ninto 'copy.db'",
    "attach": "ATTACH 'other.db' AS o",
    "attach in memory": "ATTACH ':memory:' AS o",
    "attach by expression": "ATTACH DATABASE ('ot' || 'her.db') AS o",
    "attach a uri": "ATTACH 'file:other.db?mode=rwc' AS o",
    "detach": "DETACH main",
    "begin": "BEGIN",
    "begin exclusive": "BEGIN EXCLUSIVE",
    "commit": "COMMIT",
    "rollback": "ROLLBACK",
    "savepoint": "SAVEPOINT a",
    "load an extension": "SELECT load_extension('evil.so')",
    "a tokenizer": "SELECT fts3_tokenizer('simple')",
    "write a file": "SELECT writefile('out.txt', 'x')",
    "pragma journal_mode": "PRAGMA journal_mode = DELETE",
    "pragma query_only": "PRAGMA query_only = OFF",
    "pragma writable_schema": "PRAGMA writable_schema = ON",
    "pragma user_version": "PRAGMA user_version = 7",
    "pragma hard_heap_limit": "PRAGMA hard_heap_limit = 0",
    "pragma temp_store_directory": "PRAGMA temp_store_directory = '.'",
    "pragma wal_checkpoint": "PRAGMA wal_checkpoint(TRUNCATE)",
    "pragma optimize": "PRAGMA optimize",
    "pragma incremental_vacuum": "PRAGMA incremental_vacuum",
    "pragma key_with schema": "PRAGMA main.journal_mode = OFF",
    "a writing pragma as a table": "SELECT * FROM pragma_journal_mode('delete')",
    "two statements": "SELECT 1; SELECT 2",
    "two statements, the second hidden": "SELECT 1 /* ; */ ; /* x */ DELETE FROM runs",
    "the schema itself": "UPDATE sqlite_master SET sql = 'x'",
    "explain of a write": "EXPLAIN DELETE FROM runs",
    "no SQL": "hello",
    "a NUL": "SELECT 1\0; DROP TABLE runs",
    "depth": "SELECT " + "(" * 5_000 + "1" + ")" * 5_000,
    "depth of expressions": "SELECT " + "+".join(["1"] * 5_000),
    "length": "SELECT '" + "x" * 1_100_000 + "'",
    "columns": "SELECT " + ", ".join(["1"] * 3_000),
    "compound": " UNION ALL ".join(["SELECT 1"] * 1_000),
    "a pattern": f"SELECT 'a' LIKE '{'%a' * 2_000}'",
    "invalid UTF-8": "SELECT CAST(x'ff' AS TEXT)",
}


@pytest.mark.parametrize("sql", HOSTILE.values(), ids=HOSTILE)
def test_what_does_more_is_refused_in_one_line_without_effect(
    sql: str, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = traces(tmp_path)
    with pytest.raises(QueryError) as raised:
        ask(sql)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 300
    assert traces(tmp_path) == before


BOMBS = {
    "a long blob": "SELECT zeroblob(1000000000)",
    "a long text": "SELECT printf('%.*c', 100000000, 'x')",
    "random bytes": "SELECT hex(randomblob(30000000))",
    "a text that grows": "SELECT replace(hex(zeroblob(10000000)), '0', 'xxxxxxxx')",
    "a doubling": "WITH RECURSIVE t(x) AS (SELECT 'x' UNION ALL SELECT x || x FROM t) SELECT length(x) FROM t",
    "an endless text": ENDLESS + "SELECT group_concat(x) FROM t",  # noqa: S608 - made of constants
    "an endless list": ENDLESS + "SELECT json_group_array(x) FROM t",  # noqa: S608 - made of constants
    "many long columns": "SELECT " + ", ".join(["printf('%.*c', 20000000, 'x') || char(128512)"] * 20),
    "endless sorting": ENDLESS + "SELECT x FROM t ORDER BY x DESC",  # noqa: S608 - made of constants
    "endless distinct": "WITH RECURSIVE t(x) AS (SELECT 1 UNION SELECT x + 1 FROM t) SELECT count(*) FROM t",
}


def peak() -> int:
    """The most memory that this process had, in KiB, since `reset`."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


@pytest.mark.skipif(not os.access("/proc/self/clear_refs", os.W_OK), reason="the system tells no peak of memory")
@pytest.mark.parametrize("sql", BOMBS.values(), ids=BOMBS)
def test_a_bomb_ends_within_memory_and_time(sql: str, ask: Ask) -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
    before, start = peak(), time.monotonic()
    try:
        ask(sql, seconds=1.5)
    except QueryError as error:
        assert "\n" not in str(error)  # noqa: PT017 - a bomb may also end by itself
    assert time.monotonic() - start < 10
    assert peak() - before < 300_000


def test_an_endless_statement_is_stopped_and_told(ask: Ask) -> None:
    with pytest.raises(QueryError, match=r"stopped after 0\.2 s; ask for less, or give more time with --timeout"):
        ask(ENDLESS + "SELECT count(*) FROM t", seconds=0.2)  # noqa: S608 - as above


def test_the_time_of_a_slow_reader_does_not_count(reader: Engine) -> None:
    numbers = "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t WHERE x < 100000) SELECT x FROM t"
    with guarded(reader, numbers, {}, 0.5) as table:
        assert next(table.rows) == (1,)
        time.sleep(0.6)
        assert sum(1 for _ in table.rows) == 99_999


STUCK = "SELECT instr(hex(zeroblob(2000000)), hex(zeroblob(1000000)) || 'x')"
"""One call of a function that goes on for minutes."""


def test_a_statement_that_nothing_stops_ends_the_process_which_tells_why(reader: Engine, database: str) -> None:
    script = (
        "import os, sys; from archive.db.guard import guarded; from archive.db.session import open_database\n"
        "def end(message): print(message, flush=True); os._exit(7)\n"
        f"with guarded(open_database({database!r}, write=False), {STUCK!r}, {{}}, 0.2, end): pass"
    )
    reader.dispose()
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (
        7,
        "stopped after 0.2 s; ask for less, or give more time with --timeout\n",
    )
    assert time.monotonic() - start < 15


def test_the_limit_on_memory_ends_with_the_statement(ask: Ask) -> None:
    ask("SELECT 1")
    assert len(bytearray(ROOM + 1)) > ROOM


def test_values_are_bound_by_name_and_never_part_of_the_statement(ask: Ask) -> None:
    evil = "x'; DROP TABLE runs; --"
    assert ask("SELECT :a, ':a', :b", a=evil, b=None)[1] == [(evil, ":a", None)]
    with pytest.raises(QueryError, match="no value for :who; give it with -p who VALUE"):
        ask("SELECT :who")


def test_a_blob_is_text_that_every_format_can_write(ask: Ask) -> None:
    assert ask("SELECT x'00ff'")[1] == [(r"\x00ff",)]


TOLD = {
    "ATTACH 'x' AS y": "ATTACH is not allowed: archive sql only reads; archive ingest writes",
    "PRAGMA journal_mode = OFF": "PRAGMA journal_mode is not allowed",
    "DELETE FROM runs": "the statement would write",
    "SELECT 1; SELECT 2": "one statement at a time, please",
    "SELECT * FROM nope": "no such table: nope",
    "SELEC 1": 'near "SELEC": syntax error',
    "SELECT zeroblob(100000000)": "a text is longer than 32 MB",
}


@pytest.mark.parametrize(("sql", "told"), TOLD.items(), ids=TOLD)
def test_the_reason_is_told(sql: str, told: str, ask: Ask) -> None:
    with pytest.raises(QueryError) as raised:
        ask(sql)
    assert str(raised.value).startswith(told)


def test_a_damaged_file_is_told_while_rows_are_read(reader: Engine, database: str) -> None:
    reader.dispose()
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    raw = bytearray(Path(database).read_bytes())
    raw[8192:] = b"\xff" * (len(raw) - 8192)
    Path(database).write_bytes(raw)
    with (
        pytest.raises(QueryError, match="damaged"),
        guarded(open_database(database, write=False), "SELECT * FROM organizations", {}, 5) as table,
    ):
        list(table.rows)
