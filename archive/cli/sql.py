"""archive sql: a person's own SQL."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, cast

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
from archive.cli.output import end_process, format_named, show
from archive.core.errors import InputError, UsageError
from archive.core.table import Value

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        'archive sql "SELECT source, count(*) AS n FROM citation_details GROUP BY source ORDER BY n DESC LIMIT 10"',
        'archive sql "SELECT * FROM person_mention_details WHERE person = :who" -p who "Ilya Klebanov" --format json',
        "archive sql --file report.sql --format csv > report.csv",
    ),
)
def sql(
    statement: Annotated[
        str | None, typer.Argument(metavar="SQL", help="One statement; - reads it from stdin.")
    ] = None,
    file: Annotated[str | None, typer.Option("--file", metavar="FILE", help="Read the statement from a file.")] = None,
    param: ParameterOption = None,
    timeout: TimeoutOption = 30.0,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """Answer one SQL statement; nothing can be written.

    `archive schema` tells the tables and views. The statement goes to the database as it is; values for :name in it
    come from -p. It may read everything and change nothing.
    """
    text = statement_of(statement, file)
    chosen = format_named(form)
    with reading_engine(db) as engine:
        from archive.queries.adhoc import ask

        with ask(engine, text, parameters_of(param), seconds=timeout, last_resort=end_process) as table:
            show(table, chosen, headers=not no_headers)


def parameters_of(pairs: list[str] | None) -> dict[str, Value]:
    """Name -> value, of what -p gave; a name may be written with the colon it has in the statement."""
    given = cast("list[tuple[str, str]]", pairs or [])  # Typer has no type for an option of two words
    return {name.lstrip(":@$"): value for name, value in given}


def statement_of(statement: str | None, file: str | None) -> str:
    """The text of the statement, from the one place it was given; UsageError for none or two."""
    if (statement is None) == (file is None):
        message = "give one statement: as an argument, as - for stdin, or with --file"
        raise UsageError(message)
    try:
        if file is not None:
            return Path(file).read_text(encoding="utf-8-sig")
        return sys.stdin.buffer.read().decode("utf-8-sig") if statement == "-" else str(statement)
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        message = f"the statement in {file or 'stdin'} cannot be read: {reason}"
        raise InputError(message) from None
