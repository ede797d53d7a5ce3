"""archive db: the database itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archive.cli.light import LightCommand
from archive.cli.opening import reading_engine
from archive.cli.options import DatabaseOption, examples, target
from archive.cli.output import standard_output
from archive.cli.report import counted, heading
from archive.cli.upgrading import telling
from archive.core.errors import DatabaseError
from archive.core.printable import in_a_cell
from archive.core.table import text_of

if TYPE_CHECKING:
    from sqlalchemy import Engine

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Upgrade, check, back up and describe the database.",
    epilog=examples("archive db info", "archive db check --db letters.db", "archive db backup copy.db"),
)


@app.command(cls=LightCommand, epilog=examples("archive db upgrade"))
def upgrade(db: DatabaseOption = None) -> None:
    """Bring the database to this program's version.

    archive ingest does it by itself; a program that only reads asks for it. An archive with rows is backed up first, in
    its own folder.
    """
    from archive.db import schema
    from archive.db.session import database_name, open_database, reading

    open_database(target(db), write=False).dispose()  # a missing file is told, not created
    engine = open_database(target(db), write=True)
    try:
        with reading(engine) as connection:
            before = schema.current_version(connection)
        schema.upgrade(engine, telling(target(db)))
        name, version = database_name(engine), schema.head_version()
    finally:
        engine.dispose()
    told = (
        f"is at version {version} already" if before == version else f"upgraded from {before or 'nothing'} to {version}"
    )
    with standard_output() as out:
        out.write(in_a_cell(f"{name} {told}") + "\n")


@app.command(cls=LightCommand, epilog=examples("archive db backup archive-2001-08-08.db"))
def backup(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where the copy goes; nothing may be there yet.")],
    db: DatabaseOption = None,
) -> None:
    """Copy the database while others read and write.

    The copy is one state of the archive, whole or not at all. PostgreSQL has pg_dump for it.
    """
    from archive.db.backup import back_up
    from archive.db.session import database_name, open_database

    engine = open_database(target(db), write=False)
    try:
        back_up(engine, Path(file))
        name = database_name(engine)
    finally:
        engine.dispose()
    with standard_output() as out:
        out.write(in_a_cell(f"{name} is backed up in {file}, {Path(file).stat().st_size:,} bytes") + "\n")


@app.command(cls=LightCommand, epilog=examples("archive db check"))
def check(db: DatabaseOption = None) -> None:
    """Prove that the database is sound.

    Its version, its pages and keys, and that what is stored agrees with itself. The exit code is 1 where it is not.
    """
    with reading_engine(db) as engine:
        broken = 0
        with standard_output() as out:
            for what, faults in _checks(engine):
                out.write(f"{'broken' if faults else 'ok':8}{what}\n")
                out.writelines(f"{'':8}  {in_a_cell(fault)}\n" for fault in faults)
                broken += bool(faults)
        if broken:
            message = f"{target(db)} is damaged: {counted(broken, 'check')} failed; restore a backup"
            raise DatabaseError(message)


def _checks(engine: Engine) -> Iterator[tuple[str, list[str]]]:
    from archive.db.health import engine_checks
    from archive.db.schema import head_version
    from archive.db.session import reading
    from archive.queries.checks import checks
    from archive.queries.run import fetch

    yield f"schema version {head_version()}", []  # an engine for reading is given for no other
    with reading(engine) as connection:
        yield from engine_checks(connection)
        for what, question in checks():
            number = text_of(next(fetch(connection, question).rows)[0])
            yield what, [] if number == "0" else [f"{number} of them not"]


@app.command(cls=LightCommand, epilog=examples("archive db reindex"))
def reindex(db: DatabaseOption = None) -> None:
    """Make the search index anew from the texts.

    For when archive db check finds that they do not agree; it also takes the least room then.
    """
    from archive.db.search_index import search_index
    from archive.db.session import database_name, open_database

    with reading_engine(db):
        pass  # what is missing or of another version is told, not made
    engine = open_database(target(db), write=True)
    try:
        with engine.begin() as connection:
            search_index(connection).rebuild_index(connection)
        name = database_name(engine)
    finally:
        engine.dispose()
    with standard_output() as out:
        out.write(in_a_cell(f"{name} has a new search index") + "\n")


@app.command(cls=LightCommand, epilog=examples("archive db info"))
def info(db: DatabaseOption = None) -> None:
    """Describe the database: version, size, rows, last run."""
    from archive.core.version import VERSION
    from archive.db.health import size_of
    from archive.db.schema import head_version
    from archive.db.session import database_name, reading
    from archive.queries.run import fetch
    from archive.queries.state import list_counts

    with reading_engine(db) as engine, reading(engine) as connection, standard_output() as out:
        size = size_of(engine)
        facts = [("version", f"{head_version()} (program {VERSION})"), ("size", f"{size:,} bytes")]
        heading(out, database_name(engine), [*facts, ("last run", _last_run(engine))])
        rows = fetch(connection, list_counts()).rows
        out.write("\n")
        out.writelines(f"{text_of(number):>10}  {text_of(name)}\n" for name, number in rows)


def _last_run(engine: Engine) -> str | None:
    from archive.db.session import reading
    from archive.queries.run import fetch
    from archive.queries.state import find_last_run, list_outcomes

    with reading(engine) as connection:
        run = next(fetch(connection, find_last_run()).rows, None)
        if run is None:
            return None
        outcomes = [
            f"{text_of(number)} {text_of(outcome)}"
            for outcome, number in fetch(connection, list_outcomes(run[-1])).rows
        ]
    started, finished, version = (text_of(value) for value in run[:-1])
    ended = f"ended {finished[:19]}" if finished else "cut off"
    return f"{started[:19]} UTC, {ended}, by version {version}: {', '.join(outcomes) or 'no file'}"
