"""How is a stranger's SQL answered without harm? By the engine's own means, its text handed to the driver verbatim.

SQLite: a connection of its own that is opened read-only, an authorizer that lets a statement read and compute and
refuses the rest when it is compiled (ATTACH and VACUUM INTO would write other files even on a read-only connection),
limits on length, depth and memory, and a deadline. PostgreSQL: see `guard_postgresql`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, cast

from sqlalchemy import Engine

from archive.core.errors import QueryError
from archive.core.table import Table, Value, text_of
from archive.db.deadline import Deadline, LastResort
from archive.db.memory import ROOM, limited_memory
from archive.db.session import database_name, sqlite_trouble

MAX_TEXT: Final = 32 << 20
"""Bytes of the longest text or blob; an article is far shorter."""
MAX_MEMORY: Final = 48 << 20
"""Bytes that SQLite may hold where the system limits no process; a text can be four times as long in Python."""

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: MAX_TEXT,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 500,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 200,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 1_000_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 1_000,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_STEPS: Final = 10_000
"""Instructions of SQLite's machine between two looks at the clock: below a millisecond."""

_READING_PRAGMAS: Final = frozenset({
    "application_id", "collation_list", "compile_options", "data_version", "database_list", "encoding",
    "foreign_key_check", "foreign_key_list", "freelist_count", "function_list", "index_info", "index_list",
    "index_xinfo", "integrity_check", "module_list", "page_count", "page_size", "pragma_list", "quick_check",
    "schema_version", "table_info", "table_list", "table_xinfo", "user_version",
})  # fmt: skip
_WITH_ARGUMENT: Final = frozenset({
    "foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo", "integrity_check",
    "quick_check", "table_info", "table_list", "table_xinfo",
})  # fmt: skip
_FORBIDDEN_FUNCTIONS: Final = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"})

_ALLOWED: Final = frozenset({
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE,
})  # fmt: skip
_TELLS: Final = {
    sqlite3.SQLITE_ATTACH: "ATTACH is not allowed",
    sqlite3.SQLITE_DETACH: "DETACH is not allowed",
    sqlite3.SQLITE_TRANSACTION: "transactions are not needed",
    sqlite3.SQLITE_SAVEPOINT: "transactions are not needed",
}
_READS_ONLY: Final = "archive sql only reads; archive ingest writes"


class _Authorizer:
    """Says of each thing a statement is about to do whether it may; remembers the first that it may not."""

    def __init__(self) -> None:
        self.refused: str | None = None

    def __call__(self, action: int, first: str | None, second: str | None, *_where: str | None) -> int:
        refusal = _refusal(action, first, second)
        if refusal is None:
            return sqlite3.SQLITE_OK
        self.refused = self.refused or refusal
        return sqlite3.SQLITE_DENY


def _refusal(action: int, first: str | None, second: str | None) -> str | None:
    if action in _ALLOWED:
        return None
    if action == sqlite3.SQLITE_FUNCTION:
        name = (second or "").lower()
        return f"the function {name} is not allowed" if name in _FORBIDDEN_FUNCTIONS else None
    if action == sqlite3.SQLITE_PRAGMA:
        name = (first or "").lower()
        reads = name in _READING_PRAGMAS and (second is None or name in _WITH_ARGUMENT)
        return None if reads else f"PRAGMA {name} is not allowed"
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
        return None  # asked when a table-valued function or a full-text index opens; a statement may never change it
    return _TELLS.get(action, "the statement would write")


def _shown(value: Value) -> Value:
    """A blob as text; the CSV module would write Python's own form of it."""
    return text_of(value) if isinstance(value, bytes) else value


@contextmanager
def guarded(
    engine: Engine,
    sql: str,
    parameters: Mapping[str, Value],
    seconds: float,
    last_resort: LastResort | None = None,
) -> Iterator[Table]:
    """Run one statement of a stranger; its rows are to be read inside the `with`.

    `parameters` are the values of :name in it; `seconds` 0 sets no deadline. `last_resort` ends the process where
    SQLite cannot be stopped. Raises QueryError, also while rows are read, for what the engine refuses or stops.
    """
    if engine.dialect.name != "sqlite":
        from archive.db.guard_postgresql import guarded_postgresql  # noqa: PLC0415 - psycopg may not be there

        with guarded_postgresql(engine, sql, parameters, seconds) as table:
            yield table
        return
    pooled = engine.raw_connection()
    connection = cast("sqlite3.Connection", pooled.driver_connection)
    pooled.detach()
    deadline = Deadline(seconds)
    try:
        with limited_memory() as limited, deadline.watched(last_resort):
            if not limited:
                connection.execute(f"PRAGMA hard_heap_limit = {MAX_MEMORY}")  # it holds as long as the process
            yield _ask(connection, sql, parameters, deadline, database_name(engine))
    finally:
        connection.close()


def _ask(
    connection: sqlite3.Connection, sql: str, parameters: Mapping[str, Value], deadline: Deadline, name: str
) -> Table:
    authorizer = _fence(connection, deadline)
    with _told(authorizer, deadline, name):
        cursor = connection.execute(sql, parameters)

    def rows() -> Iterator[Sequence[Value]]:
        with _told(authorizer, deadline, name):
            for row in deadline.during(cursor):
                yield tuple(map(_shown, row)) if bytes in map(type, row) else row

    return Table(tuple(column[0] for column in cursor.description or ()), rows())


def _fence(connection: sqlite3.Connection, deadline: Deadline) -> _Authorizer:
    connection.execute("PRAGMA trusted_schema = OFF")
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    authorizer = _Authorizer()
    connection.set_authorizer(authorizer)
    connection.set_progress_handler(deadline, _STEPS)
    return authorizer


@contextmanager
def _told(authorizer: _Authorizer, deadline: Deadline, name: str) -> Iterator[None]:
    """Turn what the engine raises into one line that says what to do."""
    try:
        yield
    except MemoryError:
        message = f"the statement needs more than {ROOM >> 20} MB of memory; ask for less at once"
        raise QueryError(message) from None
    except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT" and not deadline.passed:
            raise KeyboardInterrupt from None  # it arrived in the look at the clock, where SQLite swallows it
        raise QueryError(_message(error, authorizer, deadline, name)) from None


def _message(error: Exception, authorizer: _Authorizer, deadline: Deadline, name: str) -> str:
    if deadline.passed:
        return deadline.message()
    if authorizer.refused is not None:
        return f"{authorizer.refused}: {_READS_ONLY}"
    trouble = sqlite_trouble(error, name) if isinstance(error, sqlite3.Error) else None
    if trouble is not None:
        return str(trouble)
    text = str(error)
    missing = _UNBOUND.search(text)
    if missing is not None:
        return f"no value for :{missing[1]}; give it with -p {missing[1]} VALUE"
    return next((told for start, told in _ERRORS.items() if start in text), text)


_UNBOUND: Final = re.compile(r"did not supply a value for binding(?: parameter)? :?(\w+)")
_ERRORS: Final = {
    "one statement at a time": "one statement at a time, please; call archive sql again for the next",
    "string or blob too big": f"a text is longer than {MAX_TEXT >> 20} MB; ask for less at once",
    "Could not decode": "a text of the answer is not UTF-8; ask for hex(column)",
    "null character": "a statement holds no NUL character; write char(0)",
    "surrogates not allowed": "the statement or a value is not UTF-8",
}
"""Words of an error -> what is told in its place."""
