"""archive export: tables and views as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from archive.cli.light import LightCommand
from archive.cli.opening import reading_engine
from archive.cli.options import (
    DatabaseOption,
    FormatOption,
    NoHeadersOption,
    ParameterOption,
    TimeoutOption,
    examples,
)
from archive.cli.output import end_process, format_named, standard_output
from archive.cli.sql import parameters_of
from archive.core.errors import ArchiveError, UsageError
from archive.core.table import Table
from archive.export.excel import ENCODING, harmless
from archive.export.files import whole_file
from archive.export.formats import SUFFIXES, WRITERS, Format
from archive.export.sink import Sink

if TYPE_CHECKING:
    from sqlalchemy import Engine

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_FORM_OF: Final = {suffix: form for form, suffix in SUFFIXES.items()}


@app.command(
    cls=LightCommand,
    epilog=examples(
        "archive export --out export",
        "archive export citation_details -o citations.csv --excel",
        'archive export --sql "SELECT DISTINCT source FROM citation_details ORDER BY 1" -o sources.csv',
    ),
)
def export(
    relations: Annotated[
        list[str] | None, typer.Argument(metavar="[TABLE|VIEW]...", help="What to write.  [default: all views]")
    ] = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="DIR", help="Write a file for each into this folder.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write one into this file; - is stdout.")
    ] = None,
    sql: Annotated[
        str | None, typer.Option("--sql", metavar="SQL", help="Write the answer of a statement (with -o).")
    ] = None,
    param: ParameterOption = None,
    timeout: TimeoutOption = 0.0,
    form: FormatOption = None,
    excel: Annotated[
        bool,
        typer.Option("--excel", help="For spreadsheets: a BOM, and an apostrophe before what looks like a formula."),
    ] = False,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """Write tables and views to files.

    CSV as RFC 4180 has it (lines end in CR LF), in UTF-8, rows in the order of their keys: the same archive gives the
    same bytes. Without --format the name of FILE tells the format, and it is CSV where it does not. A file is written
    whole or not at all. NULL and an empty text are both an empty cell; JSON keeps them apart. To undo --excel, drop
    the apostrophe that a cell begins with.
    """
    chosen = _form(form, output, excel=excel)
    names = list(relations or ())
    _check(names, out, output, sql)
    plan = _Plan(chosen, excel=excel, headers=not no_headers)
    with reading_engine(db) as engine:
        if sql is not None:
            from archive.queries.adhoc import ask

            with ask(engine, sql, parameters_of(param), seconds=timeout, last_resort=end_process) as table:
                plan.write(table, str(output))
        else:
            _write_relations(engine, _known(names), out, output, plan)


class _Plan:
    """How each table is to be written."""

    def __init__(self, form: Format, *, excel: bool, headers: bool) -> None:
        self.form = form
        self.suffix = SUFFIXES[form]
        self._excel = excel
        self._headers = headers

    def write(self, table: Table, place: str) -> None:
        """Write the table to the file at `place`, or to standard output for "-"."""
        if place == "-":
            with standard_output() as out:
                if self._excel:
                    out.write("\ufeff")
                self._to(table, out)
        else:
            with whole_file(Path(place), encoding=ENCODING if self._excel else "utf-8") as file:
                self._to(table, file)

    def _to(self, table: Table, out: Sink) -> None:
        WRITERS[self.form](harmless(table) if self._excel else table, out, headers=self._headers)


def _form(name: str | None, output: str | None, *, excel: bool) -> Format:
    form = format_named(name) or _FORM_OF.get(Path(output or "").suffix.lstrip(".").lower(), Format.CSV)
    if excel and form not in {Format.CSV, Format.TSV}:
        message = f"--excel goes with csv and tsv, not with {form}"
        raise UsageError(message)
    return form


def _check(names: list[str], out: str | None, output: str | None, sql: str | None) -> None:
    if sql is not None and (names or output is None):
        message = "--sql takes -o FILE, and no table or view beside it"
    elif (out is None) == (output is None):
        message = "say where to: --out DIR for a file each, or -o FILE for one (- is stdout)"
    elif output is not None and sql is None and len(names) != 1:
        message = "-o FILE takes one table or view; use --out DIR for several"
    else:
        return
    raise UsageError(message)


def _known(names: list[str]) -> list[str]:
    from archive.queries.relations import relation_names, view_names

    known = relation_names()
    for name in names:
        if name.lower() not in known:
            message = f"no table or view {name!r}; there are {', '.join(known)}"
            raise ArchiveError(message)
    return [name.lower() for name in dict.fromkeys(names)] or list(view_names())


def _write_relations(engine: Engine, names: list[str], out: str | None, output: str | None, plan: _Plan) -> None:
    from archive.db.session import reading
    from archive.queries.relations import everything_of
    from archive.queries.run import fetch

    folder = Path(out or ".")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder} cannot be made a folder: {error.strerror}"
        raise ArchiveError(message) from None
    with reading(engine) as connection:  # one state of the data for all of them
        for name in names:
            place = output or str(folder / f"{name}.{plan.suffix}")
            plan.write(fetch(connection, everything_of(name)), place)
            if output is None:
                typer.echo(place)
