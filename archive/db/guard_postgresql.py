"""How does PostgreSQL answer a stranger's SQL without harm?

In a read-only transaction with a timeout, by the protocol that takes one statement at a time, so that none can end the
transaction and go on. What a read-only transaction allows and still reaches files, other servers or other sessions is
refused by its name; a role without those rights (see SECURITY.md) is the stronger fence.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import Connection, Engine

from archive.core.errors import QueryError
from archive.core.table import Table, Value
from archive.db.memory import limited_memory
from archive.db.rows import plain_rows
from archive.db.words import Word, statement_words, with_placeholders

if TYPE_CHECKING:
    import psycopg

_TOGETHER: Final = 10
"""Rows that the driver takes from the server at once: one by one costs half of the time, and more gains nothing, but
would be more of the longest texts in memory."""
READS_ONLY: Final = "archive sql only reads; archive ingest writes"
_READING: Final = frozenset({"select", "with", "values", "table", "explain", "show"})
_REACHING: Final = re.compile(
    r"pg_(read|ls|stat_file|file|terminate|cancel|reload|rotate|notify|logical|switch|create|promote|backup|start"
    r"|stop|replication|export|import|advisory|try_advisory|wal|drop|copy|current_logfile|log_backend)\w*"
    r"|lo_\w+|lo(read|write|_?import|_?export)|dblink\w*|set_config|\w+_to_xml\w*|cursor_to_xml\w*|nextval|setval",
)


@contextmanager
def guarded_postgresql(engine: Engine, sql: str, parameters: Mapping[str, Value], seconds: float) -> Iterator[Table]:
    """As `archive.db.guard.guarded`, on PostgreSQL."""
    if "\0" in sql:  # the driver would hand over what stands before it, and nobody looked at that alone
        message = "a statement holds no NUL character"
        raise QueryError(message)
    _refuse(statement_words(sql))
    text = with_placeholders(sql, parameters) if parameters else sql
    with engine.connect() as connection, limited_memory():
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
        connection.exec_driver_sql("SET LOCAL datestyle = 'ISO'")
        try:
            with _cursor(connection) as cursor, closing(_stream(cursor, text, parameters or None)) as stream:
                yield _ask(cursor, stream, seconds)
        except QueryError:
            connection.invalidate()  # a broken connection has no transaction to end, which would hide this error
            raise


def _cursor(connection: Connection) -> psycopg.Cursor[Any]:
    """A cursor of the driver that leaves days as the server writes them, 2001-08-08: an object becomes that again."""
    from psycopg.types.string import TextLoader  # noqa: PLC0415 - an extra, which is there when this runs

    cursor = cast("psycopg.Connection[Any]", connection.connection.driver_connection).cursor()
    cursor.adapters.register_loader("date", TextLoader)
    return cursor


def _refuse(words: Sequence[Word]) -> None:
    first = words[0].text.lower() if words else ""
    if words and first not in _READING and first != "(":
        message = f"{first.upper()} is not allowed: {READS_ONLY}"
        raise QueryError(message)
    if any(word.kind == "name" and word.text[:2].lower() == "u&" for word in words):
        message = 'names written U&"..." are not allowed; write the characters themselves'
        raise QueryError(message)
    for word, following in pairwise(words):
        name = word.text.strip('"').lower()
        if following.text == "(" and word.kind in {"word", "name"} and _REACHING.fullmatch(name):
            message = f"the function {name} is not allowed: {READS_ONLY}"
            raise QueryError(message)


def _stream(
    cursor: psycopg.Cursor[Any], sql: str, parameters: Mapping[str, Value] | None
) -> Generator[Sequence[object], None, None]:
    """The rows as they come; to be closed before anything else is asked of the connection, whose lock it holds."""
    import psycopg  # noqa: PLC0415 - an extra, which is there when this runs

    together = _TOGETHER if psycopg.capabilities.has_stream_chunked() else 1  # libpq 17 began it
    none = True
    for row in cursor.stream(cast("Any", sql), parameters, size=together):
        none = False
        yield row
    if none:  # a stream without rows tells no columns
        cursor.execute(cast("Any", sql), parameters, prepare=True)


def _ask(cursor: psycopg.Cursor[Any], stream: Iterator[Sequence[object]], seconds: float) -> Table:
    with _told(seconds):
        first = next(stream, None)
    columns = tuple(column.name for column in cursor.description or ())

    def rows() -> Iterator[Sequence[Value]]:
        with _told(seconds):
            yield from plain_rows(chain([] if first is None else [first], stream))

    return Table(columns, rows())


@contextmanager
def _told(seconds: float) -> Iterator[None]:
    """Turn what PostgreSQL raises into one line that says what to do."""
    import psycopg  # noqa: PLC0415 - an extra, which is there when this runs
    from psycopg import errors  # noqa: PLC0415 - as above

    try:
        yield
    except errors.QueryCanceled:
        message = f"stopped after {seconds:g} s; ask for less, or give more time with --timeout"
        raise QueryError(message) from None
    except errors.ReadOnlySqlTransaction:
        message = f"the statement would write: {READS_ONLY}"
        raise QueryError(message) from None
    except (MemoryError, psycopg.Error) as error:
        raise QueryError(_message(error)) from None


def _message(error: Exception) -> str:
    text = str(error).partition("\n")[0]
    if "multiple commands" in text:
        return "one statement at a time, please; call archive sql again for the next"
    if isinstance(error, MemoryError) or "out of memory" in text or "allocate memory" in text:
        return "the answer needs too much memory; ask for less at once"
    return text or type(error).__name__
