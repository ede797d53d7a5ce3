"""archive organizations: the organizations named or cited."""

from __future__ import annotations

from typing import Annotated

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
from archive.queries.asked import ORGANIZATION_KINDS, Filters

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        "archive organizations --kind media --limit 20",
        "archive organizations Defense",
    ),
)
def organizations(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Words of a name.")] = None,
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
    """List the organizations named or cited.

    Those that occur most often first; mentions are in prose, citations name a medium as a source. With NAME, those of
    which a name holds its words. `archive organization NAME` shows one.
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
        kind=check_kind(kind, ORGANIZATION_KINDS),
        limit=limit,
    )
    chosen = format_named(form)
    with open_archive(db, filters) as connection:
        from archive.queries.mentions import list_organizations
        from archive.queries.run import fetch

        show(fetch(connection, list_organizations(filters, name)), chosen, headers=not no_headers)
