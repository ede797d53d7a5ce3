"""archive search WORDS: articles by what they say."""

from __future__ import annotations

import sys
from itertools import chain
from typing import Annotated

import typer

from archive.cli.light import LightCommand
from archive.cli.opening import open_archive
from archive.cli.options import (
    DatabaseOption,
    FormatOption,
    LimitOption,
    NoHeadersOption,
    OrganizationOption,
    PersonOption,
    PublicationOption,
    SinceOption,
    SourceOption,
    UntilOption,
    examples,
)
from archive.cli.output import Lit, can_highlight, format_named, show, standard_output
from archive.cli.report import findings
from archive.core.errors import UsageError
from archive.core.printable import one_line
from archive.core.search_text import CLOSE, OPEN, Sought, sought
from archive.core.table import Table
from archive.export.formats import Format
from archive.queries.asked import Filters

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        'archive search "arms talks"',
        "archive search '\"arms talks\" Kleb*' --since 2001-08 --format json",
        'archive search --raw "talks NOT arms"',
    ),
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What the articles must hold: all of it.")],
    publication: PublicationOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    source: SourceOption = None,
    person: PersonOption = None,
    organization: OrganizationOption = None,
    limit: LimitOption = 20,
    raw: Annotated[bool, typer.Option("--raw", help="Hand WORDS to the database in its own search syntax.")] = False,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """Find articles by their words.

    Best first, then newest; titles count more than bodies. Case and diacritics do not matter, endings do: talk* also
    finds talks. "Words in quotation marks" stand together. Nothing else is syntax, unless --raw is given: then it is
    that of SQLite's FTS5, or of a PostgreSQL tsquery.
    """
    filters = Filters(
        publication=publication,
        since=since,
        until=until,
        source=source,
        person=person,
        organization=organization,
        limit=limit,
    )
    chosen = format_named(form)
    wanted = _wanted(" ".join(words), raw=raw)
    lit = chosen is None and can_highlight()
    with open_archive(db, filters) as connection:
        from archive.queries.search import MARKS, fetch_found

        found = fetch_found(connection, wanted, filters, (OPEN, CLOSE) if lit else MARKS)
        first = next(found.rows, None)
        if first is None:
            show(Table(found.columns, iter(())), chosen, headers=not no_headers)
            sys.stderr.write(f"archive: {one_line(_nothing(' '.join(words)))}\n")
            return
        _show(Table(found.columns, chain([first], found.rows)), chosen, lit=lit, headers=not no_headers)


def _wanted(text: str, *, raw: bool) -> Sought:
    wanted = sought(text, raw=raw)
    if not wanted.phrases:
        message = f"no word to search for in {text!r}; try archive search talks"
        raise UsageError(message)
    return wanted


def _nothing(text: str) -> str:
    return f"nothing found for {text!r}; try fewer words, or the start of one: talk*"


def _show(found: Table, form: Format | None, *, lit: bool, headers: bool) -> None:
    """For reading on a terminal, unless a form is asked for; a table elsewhere."""
    if form is not None or not sys.stdout.isatty():
        show(found, form, headers=headers)
        return
    with standard_output() as out:
        findings(Lit((OPEN, CLOSE)) if lit else out, found)
