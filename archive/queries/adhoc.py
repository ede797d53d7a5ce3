"""How is a person's own SQL asked? Verbatim, one statement, behind the guards of archive.db.guard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine

from archive.core.errors import QueryError
from archive.core.table import Table, Value
from archive.db.deadline import LastResort
from archive.db.guard import guarded

TIMEOUT_SECONDS: Final = 30.0


@contextmanager
def ask(
    engine: Engine,
    sql: str,
    parameters: Mapping[str, Value] | None = None,
    *,
    seconds: float = TIMEOUT_SECONDS,
    last_resort: LastResort | None = None,
) -> Iterator[Table]:
    """Run `sql`, the values of :name in it given by `parameters`; read the rows inside the `with`.

    Raises QueryError, also while rows are read: a mistake in the statement, an attempt to write, or out of time
    (`seconds`; 0 is no limit) or memory. `last_resort` ends the process where the engine cannot be stopped.
    """
    with guarded(engine, sql, parameters or {}, seconds, last_resort) as table:
        if not table.columns:  # blanks and comments
            message = 'no statement given; try archive sql "SELECT * FROM article_details LIMIT 5"'
            raise QueryError(message)
        yield table
