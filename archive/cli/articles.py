"""archive articles: the articles."""

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
        "archive articles --person Klebanov",
        "archive articles --source Interfax --since 2001-08-01 --limit 10 --format csv",
    ),
)
def articles(
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
    """List the articles.

    Newest first. An article without a title is shown by its first words. `archive article ID` shows one whole.
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
        from archive.queries.issues import list_articles
        from archive.queries.run import fetch

        show(fetch(connection, list_articles(filters)), chosen, headers=not no_headers)
