"""archive article ID: one article, whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from archive.cli.light import LightCommand
from archive.cli.opening import open_archive
from archive.cli.options import DatabaseOption, FormatOption, NoHeadersOption, examples
from archive.cli.output import format_named, show, standard_output
from archive.cli.report import heading
from archive.core.errors import QueryError
from archive.core.printable import on_screen
from archive.core.table import Table, Value, text_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LightCommand, epilog=examples("archive article 1", "archive article 1 --format json"))
def article(
    number: Annotated[int, typer.Argument(metavar="ID", help="The article's key, as archive articles lists it.")],
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """Show one article with what was found in it.

    Its text, then its people, organizations and citations. With --format its row of the view article_details.
    """
    chosen = format_named(form)
    with open_archive(db) as connection:
        from archive.queries.reading import find_article
        from archive.queries.run import fetch

        found = fetch(connection, find_article(number))
        rows = list(found.rows)
        if not rows:
            message = f"no article {number} in the archive; see archive articles"
            raise QueryError(message)
        if chosen is None:
            _report(connection, dict(zip(found.columns, rows[0], strict=True)), number)
        else:
            show(Table(found.columns, iter(rows)), chosen, headers=not no_headers)


def _report(connection: Connection, row: dict[str, Value], number: int) -> None:
    from archive.queries import reading
    from archive.queries.run import fetch

    told = {name: text_of(value) for name, value in row.items()}
    issue = f"{told['publication']}, volume {told['volume']}, issue {told['issue']}"
    day = f"{told['issue_date'] or 'undated'} ({told['issue_date_basis']})"
    people = fetch(connection, reading.list_people_in(number)).rows
    organizations = fetch(connection, reading.list_organizations_in(number)).rows
    citations = fetch(connection, reading.list_citations_in(number)).rows
    with standard_output() as out:
        heading(out, told["title"] or "(no title)", [("issue", issue), ("day", day), ("file", told["document"])])
        out.write(f"\n{on_screen(told['body'])}\n")
        heading(out, "\nPeople", [(str(name), str(role or "")) for name, role, _ in people])
        heading(out, "\nOrganizations", [(str(name), str(kind or "")) for name, kind, _ in organizations])
        heading(out, "\nCitations", [_citation(found) for found in citations])


def _citation(row: Sequence[Value]) -> tuple[str, str]:
    source, first, last, raw = (text_of(value) for value in row)
    return f"{source or '(none)'}, {first or 'undated'}{f' to {last}' if last else ''}", raw
