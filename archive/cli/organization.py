"""archive organization NAME: what an organization is, and where it is named or cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

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
from archive.cli.output import format_named, show, standard_output
from archive.cli.records import Record, one_record
from archive.cli.report import heading, occurrences
from archive.queries.asked import Filters

if TYPE_CHECKING:
    from sqlalchemy import Connection

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples("archive organization Izvestia", 'archive organization "General Staff" --limit 20 --format json'),
)
def organization(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Any of its names, or words of one.")],
    publication: PublicationOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """Show one organization: kind, names, every mention.

    Mentions in prose and citations as a source, each with its issue, day and sentence, the newest first. With --format
    they are one table, in which `occurrence` is mention or citation.
    """
    filters = Filters(publication=publication, since=since, until=until, limit=limit)
    chosen = format_named(form)
    with open_archive(db, filters) as connection:
        from archive.queries import mentions, names
        from archive.queries.run import fetch

        readings, all_names = names.find_organizations(name), names.list_organization_names()
        record = one_record(connection, "organization", name, readings, all_names, chosen)
        if chosen is None:
            _report(connection, record, filters)
        else:
            found = fetch(connection, mentions.list_occurrences_of_organization(record.id, filters))
            show(found, chosen, headers=not no_headers)


def _report(connection: Connection, record: Record, filters: Filters) -> None:
    from archive.queries import mentions
    from archive.queries.run import fetch

    other = [str(row[0]) for row in fetch(connection, mentions.list_names_of_organization(record.id)).rows]
    facts = [
        ("kind", record.detail),
        ("country", record.country),
        ("also", "; ".join(name for name in other if name != record.name)),
    ]
    with standard_output() as out:
        heading(out, record.name, facts)
        found = fetch(connection, mentions.list_occurrences_of_organization(record.id, filters))
        out.write(f"\n{occurrences(out, found, 'cited')}\n")
