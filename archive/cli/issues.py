"""archive issues: the issues."""

from __future__ import annotations

import typer

from archive.cli.light import LightCommand
from archive.cli.opening import open_archive
from archive.cli.options import (
    DatabaseOption,
    FormatOption,
    IssueOption,
    LimitOption,
    NoHeadersOption,
    PublicationOption,
    SinceOption,
    UntilOption,
    VolumeOption,
    examples,
)
from archive.cli.output import format_named, show
from archive.queries.asked import Filters

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        "archive issues --publication Monitor --since 2001-08",
    ),
)
def issues(
    publication: PublicationOption = None,
    volume: VolumeOption = None,
    issue: IssueOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """List the issues.

    Newest first. date_basis tells how the day is known: printed, given, from the calendar, from the citations, or not.
    """
    filters = Filters(
        publication=publication,
        volume=volume,
        issue=issue,
        since=since,
        until=until,
        limit=limit,
    )
    chosen = format_named(form)
    with open_archive(db, filters) as connection:
        from archive.queries.issues import list_issues
        from archive.queries.run import fetch

        show(fetch(connection, list_issues(filters)), chosen, headers=not no_headers)
