"""archive citations: the citations."""

from __future__ import annotations

import typer

from archive.cli.light import LightCommand
from archive.cli.naming import check_kind
from archive.cli.opening import open_archive
from archive.cli.options import (
    DatabaseOption,
    FormatOption,
    IssueOption,
    KindOption,
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
from archive.queries.asked import CITATION_KINDS, Filters

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        "archive citations --source Interfax --since 2001-08-01",
        "archive citations --kind cross_reference --format ndjson",
    ),
)
def citations(
    publication: PublicationOption = None,
    volume: VolumeOption = None,
    issue: IssueOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    source: SourceOption = None,
    person: PersonOption = None,
    organization: OrganizationOption = None,
    kind: KindOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """List the citations.

    Those in the newest issue first, each with its issue, the day cited and the sentence. --since and --until count by
    the day cited; a citation without one counts by the day of its issue.
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
        kind=check_kind(kind, CITATION_KINDS),
        limit=limit,
    )
    chosen = format_named(form)
    with open_archive(db, filters) as connection:
        from archive.queries.citations import list_citations
        from archive.queries.run import fetch

        show(fetch(connection, list_citations(filters)), chosen, headers=not no_headers)
