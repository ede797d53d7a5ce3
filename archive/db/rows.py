"""How do rows leave the database? One by one, as plain values, the same from both engines.

SQLite keeps days and times as text, so its driver's rows are plain already and are handed on untouched: half of what an
export costs would otherwise be spent on them. PostgreSQL's driver makes objects of many types, which become the text
or number that SQLite would have given.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from typing import Any, Final, cast

from sqlalchemy import Connection, CursorResult, Executable

from archive.core.table import Value
from archive.db.session import database_name, sqlite_trouble

Row = Sequence[Value]

_PLAIN: Final = frozenset({str, int, float, bytes, bool, type(None)})
_ROUND_TRIP: Final = 2_000
"""Rows that a PostgreSQL cursor fetches at once."""


def stream(connection: Connection, statement: Executable) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Run `statement`; its column names, and its rows as they come from the driver, never all in memory."""
    if connection.dialect.name == "sqlite":
        result = connection.execute(statement)
        rows = _of_sqlite(cast("sqlite3.Cursor", result.cursor), database_name(connection.engine))
        return tuple(result.keys()), rows
    result = connection.execute(statement, execution_options={"yield_per": _ROUND_TRIP})
    return tuple(result.keys()), _of_postgresql(result)


def _of_postgresql(result: CursorResult[Any]) -> Iterator[Row]:
    """The result's rows; whoever stops before the last one leaves no cursor open on the server."""
    with closing(result):
        yield from plain_rows(result)


def _of_sqlite(cursor: sqlite3.Cursor, name: str) -> Iterator[Row]:
    """The cursor's rows; what goes wrong while they are read is told in one line, as what goes wrong before is."""
    try:
        yield from cursor
    except sqlite3.Error as error:
        raise sqlite_trouble(error, name) or error from error


def plain_rows(rows: Iterable[Sequence[object]]) -> Iterator[Row]:
    """The rows with every value that is no plain one turned into text or a number."""
    for row in rows:
        if _PLAIN.issuperset(map(type, row)):
            yield cast("Row", row)
        else:
            yield tuple([cast("Value", value) if type(value) in _PLAIN else plain(value) for value in row])


def plain(value: object) -> Value:
    """A value as SQLite would give it: days as 2001-08-08, times in UTC, whole numbers as such."""
    match value:
        case None | str() | int() | float() | bytes():
            return value
        case dt.datetime():
            moment = value.astimezone(dt.UTC) if value.tzinfo else value
            return moment.strftime("%Y-%m-%d %H:%M:%S.%f")
        case dt.date() | dt.time():
            return value.isoformat()
        case Decimal():
            return int(value) if value.is_finite() and value == value.to_integral_value() else float(value)
        case memoryview() | bytearray():
            return bytes(value)
        case _:
            return str(value)
