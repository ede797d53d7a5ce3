"""archive person NAME: who somebody is, and where he or she is named."""

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
    epilog=examples("archive person Klebanov", 'archive person "Kim Jong-il" --since 2001-08 --format csv'),
)
def person(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A full name, a family name, or words of a name.")],
    publication: PublicationOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """Show one person: roles, other names, every mention.

    Each mention with its issue, day and sentence, the newest first. With --format the mentions alone, as a table.
    """
    filters = Filters(publication=publication, since=since, until=until, limit=limit)
    chosen = format_named(form)
    with open_archive(db, filters) as connection:
        from archive.queries import mentions, names
        from archive.queries.run import fetch

        record = one_record(connection, "person", name, names.find_people(name), names.list_person_names(), chosen)
        if chosen is None:
            _report(connection, record, filters)
        else:
            found = fetch(connection, mentions.list_mentions_of_person(record.id, filters))
            show(found, chosen, headers=not no_headers)


def _report(connection: Connection, record: Record, filters: Filters) -> None:
    from archive.queries import mentions
    from archive.queries.run import fetch

    roles = [str(row[0]) for row in fetch(connection, mentions.list_roles(record.id)).rows]
    candidates = [str(row[0]) for row in fetch(connection, mentions.list_candidates_of_person(record.id)).rows]
    other = [str(row[0]) for row in fetch(connection, mentions.list_names_of_person(record.id)).rows]
    facts = [
        ("roles", "; ".join(roles)),
        ("also", "; ".join(name for name in other if name != record.name)),
        ("country", record.country),
        ("described as", record.detail),
        ("not tied to", "; ".join(candidates)),
    ]
    with standard_output() as out:
        heading(out, record.name, facts)
        found = fetch(connection, mentions.list_mentions_of_person(record.id, filters))
        out.write(f"\n{occurrences(out, found, 'role')}\n")
