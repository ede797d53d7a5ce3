"""What do the options that several commands share look like, and what do they mean when they are not given?"""

from __future__ import annotations

import datetime as dt
import os
from typing import Annotated, Final

import typer

from archive.cli.days import first_day, last_day
from archive.cli.light import PAIR
from archive.export.formats import Format

DEFAULT_DATABASE: Final = "archive.db"


def _database(ctx: typer.Context, value: str | None) -> str | None:
    """`archive --db X citations` means the same as `archive citations --db X`."""
    if value is not None or ctx.parent is None:
        return value
    inherited = ctx.find_root().params.get("db")
    return inherited if isinstance(inherited, str) else None


def _not_negative(value: int | None) -> int | None:
    if value is not None and value < 0:
        message = f"{value} is less than no row"
        raise typer.BadParameter(message)
    return value


def _since(text: str) -> dt.date:
    return first_day(text, "--since")


def _until(text: str) -> dt.date:
    return last_day(text, "--until")


def target(db: str | None) -> str:
    """The database meant: by --db, else by ARCHIVE_DB, else archive.db in the current folder."""
    return db or os.environ.get("ARCHIVE_DB") or DEFAULT_DATABASE


def _complete_format(incomplete: str) -> list[str]:
    return [name for name in Format if name.startswith(incomplete)]


def examples(*lines: str) -> str:
    """The end of a command's help: lines to copy."""
    return "\n".join(["\b", "Examples:" if len(lines) > 1 else "Example:", *(f"  {line}" for line in lines)])


DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH|URL",
        callback=_database,
        help="The database, a file or a URL.  [env var: ARCHIVE_DB; default: archive.db]",
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(Format),
        autocompletion=_complete_format,
        help="How to write the answer.  [default: table on a terminal, else tsv]",
    ),
]
NoHeadersOption = Annotated[bool, typer.Option("--no-headers", help="Leave out the line with the columns' names.")]
LimitOption = Annotated[
    int | None, typer.Option("--limit", "-n", metavar="N", callback=_not_negative, help="At most N rows.")
]
PublicationOption = Annotated[str | None, typer.Option("--publication", metavar="NAME", help="Of this newsletter.")]
VolumeOption = Annotated[int | None, typer.Option("--volume", metavar="N", help="Of this volume.")]
IssueOption = Annotated[int | None, typer.Option("--issue", metavar="N", help="Of this issue number.")]
SinceOption = Annotated[
    dt.date | None,
    typer.Option("--since", metavar="DAY", parser=_since, help="From this day (or month, or year) on: 2001-08-08."),
]
UntilOption = Annotated[
    dt.date | None, typer.Option("--until", metavar="DAY", parser=_until, help="Up to this day, month or year.")
]
SourceOption = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Citing this source, by any of its names.")
]
PersonOption = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="Naming this person, by full or family name.")
]
OrganizationOption = Annotated[
    str | None, typer.Option("--organization", metavar="NAME", help="Naming this organization, by any of its names.")
]
KindOption = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="Of this kind; an unknown one tells which there are.")
]
ParameterOption = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar=PAIR, help="The value of :NAME in the statement; may be repeated."),
]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", help="Stop the statement after this long; 0: never.")
]
