"""Which record does NAME mean? The surest reading that finds one; several are listed, for none near names are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.cli.naming import unknown
from archive.cli.output import show
from archive.core.errors import QueryError
from archive.core.table import Table, Value
from archive.export.formats import Format

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.queries.run import Question


@dataclass(frozen=True, slots=True)
class Record:
    """An authority record; `detail` is a person's description or an organization's kind."""

    id: int
    name: str
    country: str | None
    detail: str | None
    mentioned: bool


def one_record(
    connection: Connection, what: str, name: str, readings: Sequence[Question], all_names: Question, form: Format | None
) -> Record:
    """The record that `name` means by the first of `readings` that finds any; `what` is "person" or "organization".

    Records that the archive mentions go before those it knows from its authority files only. Raises QueryError when
    several remain, which are listed on standard output as `form`, or none.
    """
    from archive.queries.run import fetch

    for reading in readings:
        found = [Record(*row) for row in fetch(connection, reading).rows]  # type: ignore[arg-type]
        found = [record for record in found if record.mentioned] or found
        if len(found) == 1:
            return found[0]
        if found:
            _list(found, what, form)
            message = f"{len(found)} records match {name!r}; give the whole name: archive {what} {found[0].name!r}"
            raise QueryError(message)
    raise unknown(connection, what, name, all_names)


def _list(found: Sequence[Record], what: str, form: Format | None) -> None:
    detail = "description" if what == "person" else "kind"
    rows: list[Sequence[Value]] = [(record.name, record.country, record.detail) for record in found]
    show(Table((what, "country", detail), iter(rows)), form)
