"""archive publications: the newsletters."""

from __future__ import annotations

import typer

from archive.cli.light import LightCommand
from archive.cli.opening import open_archive
from archive.cli.options import (
    DatabaseOption,
    FormatOption,
    LimitOption,
    NoHeadersOption,
    PublicationOption,
    SinceOption,
    UntilOption,
    examples,
)
from archive.cli.output import format_named, show
from archive.queries.asked import Filters

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        "archive publications",
    ),
)
def publications(
    publication: PublicationOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """List the newsletters.

    Those with most articles first; how many issues and articles of each are in the archive, and from when to when.
    """
    filters = Filters(publication=publication, since=since, until=until, limit=limit)
    chosen = format_named(form)
    with open_archive(db, filters) as connection:
        from archive.queries.issues import list_publications
        from archive.queries.run import fetch

        show(fetch(connection, list_publications(filters)), chosen, headers=not no_headers)
