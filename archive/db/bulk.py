"""How do many rows get in at once? Tuples straight to the driver's executemany, with keys that the program gives.

Compiling each statement and turning each row into a dict would cost a third of the writing time. Days are handed over
as ISO text, which both engines take for a date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final, TypeVar

from sqlalchemy import Connection, Table, func, select

from archive.db.copying import copy_rows
from archive.db.models import metadata

Cell = str | int | bool | None
"""What a column can be given here; a day is ISO text."""

T = TypeVar("T")

CHUNK: Final = 500
"""How many values an IN of a lookup holds at most: SQLite's oldest limit is 999 parameters."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Sequence[Cell]]) -> None:
    """Insert `rows`, each a tuple of all columns of `table` in their order; none is fine."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        copy_rows(connection, table, rows)
        return
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" * len(table.columns))
    statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})'  # noqa: S608 - names of our own tables
    connection.exec_driver_sql(statement, [tuple(row) for row in rows])


def iso(day: dt.date | None) -> str | None:
    """A day as a cell."""
    return None if day is None else day.isoformat()


def last_id(connection: Connection, table: Table) -> int:
    """The highest key of the table, 0 for an empty one; to be read inside the transaction that uses the next."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one())


def chunks(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The values in lists of at most `size`."""
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part


class Rows:
    """The rows of one transaction, each given the next key of its table when it is added."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next: dict[Table, int] = {}
        self._rows: dict[Table, list[Sequence[Cell]]] = {}

    def add(self, table: Table, *cells: Cell) -> int:
        """Add a row of all columns after the key, in their order; its key."""
        key = self._next.get(table)
        if key is None:
            key = last_id(self._connection, table) + 1
            self._rows[table] = []
        self._next[table] = key + 1
        self._rows[table].append((key, *cells))
        return key

    def write(self) -> None:
        """Insert all rows, those that others point at first."""
        for table in table_order():
            rows = self._rows.get(table)
            if rows:
                insert_rows(self._connection, table, rows)
                self._rows[table] = []


@cache
def table_order() -> tuple[Table, ...]:
    """The tables, each after those that it points at."""
    return tuple(metadata.sorted_tables)
