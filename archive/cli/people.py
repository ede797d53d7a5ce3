"""archive people: the people named."""

from __future__ import annotations

from typing import Annotated

import typer

from archive.cli.light import LightCommand
from archive.cli.opening import open_archive
from archive.cli.options import (
    DatabaseOption,
    FormatOption,
    IssueOption,
    LimitOption,
    NoHeadersOption,
    OrganizationOption,
    PersonOption,
    PublicationOption,
    SinceOption,
    SourceOption,
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
        "archive people --limit 20",
        "archive people Kim --since 2001-08 --organization Kremlin",
    ),
)
def people(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Words of a name.")] = None,
    publication: PublicationOption = None,
    volume: VolumeOption = None,
    issue: IssueOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    source: SourceOption = None,
    person: PersonOption = None,
    organization: OrganizationOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """List the people named.

    Those mentioned most first. With NAME, those of whom a name holds its words. The filters tell in which articles to
    count. `archive person NAME` shows one person.
    """
    filters = Filters(
        publication=publication,
        volume=volume,
        issue=issue,
        since=since,
        until=until,
        source=source,
        person=person,
        organization=organization,
        limit=limit,
    )
    chosen = format_named(form)
    with open_archive(db, filters) as connection:
        from archive.queries.mentions import list_people
        from archive.queries.run import fetch

        show(fetch(connection, list_people(filters, name)), chosen, headers=not no_headers)
