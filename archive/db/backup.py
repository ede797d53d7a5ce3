"""How is a SQLite archive copied while others write? By the engine's backup, as a draft that is named when it is whole.

The copy is one state of the archive: the reading transaction that it is taken in sees no later write. It gets its name
last, by a link that fails where the name is taken, so that no file is ever written over and none is half a backup.
"""

from __future__ import annotations

import datetime as dt
import os
import shlex
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final, cast

from sqlalchemy import Engine

from archive.core.draft import draft_beside
from archive.core.errors import DatabaseError
from archive.db.session import database_name, open_database, sqlite_trouble

_PAGES: Final = 4_096
"""Pages that are copied between two looks for an interrupt."""


def back_up(engine: Engine, target: Path) -> None:
    """Copy the archive to `target`, whole or not at all, while others read and write.

    Raises DatabaseError where `target` exists or cannot be written, and for an archive on PostgreSQL.
    """
    name = database_name(engine)
    if engine.dialect.name != "sqlite":
        message = f"{name} is backed up by PostgreSQL's own program; run: {dump_command(engine, target)}"
        raise DatabaseError(message)
    if not _copied(engine, target):
        message = f"{target} exists already, and no backup is written over a file; name another one"
        raise DatabaseError(message)


def dump_command(engine: Engine, target: Path) -> str:
    """The command that backs up an archive on PostgreSQL; it asks for the password, which no message holds."""
    url = engine.url._replace(drivername="postgresql", password=None).render_as_string(hide_password=True)
    return shlex.join(["pg_dump", "--format=custom", f"--file={target}", url])


def back_up_beside(engine: Engine, version: str) -> Path | None:
    """Copy an archive of that version to a new file in its folder; its path.

    None where there is no file to copy: a database in memory, or on PostgreSQL, which has pg_dump for it.
    """
    if engine.dialect.name != "sqlite" or database_name(engine) == ":memory:":
        return None
    place = Path(database_name(engine))
    now = dt.datetime.now(dt.UTC)
    names = (f"{place.stem}-{version}-{now:%Y%m%dT%H%M%SZ}{mark}{place.suffix}" for mark in _marks())
    return next(path for path in map(place.with_name, names) if _copied(engine, path))


def _marks() -> Iterator[str]:
    """What is put after a name to make it another: nothing, then "-2", "-3" ..."""
    yield ""
    yield from (f"-{number}" for number in count(2))


def _copied(engine: Engine, target: Path) -> bool:
    """Copy the archive to `target`; whether that name was free, and is the copy's now."""
    if os.path.lexists(target):
        return False
    with _told(engine, target), draft_beside(target) as draft:
        _copy(engine, draft)
        draft.chmod(stat.S_IMODE(Path(database_name(engine)).stat().st_mode))
        try:
            _name(draft, target)
        except FileExistsError:
            return False
    return True


def _name(draft: Path, target: Path) -> None:
    """Give the whole copy its name; FileExistsError where that is taken. On the disk when this returns."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise FileExistsError from None
        draft.rename(target)
    with suppress(OSError):  # a folder that cannot be synced is as the system does it
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _copy(engine: Engine, draft: Path) -> None:
    """Copy one state of the database, through a connection of its own that only reads.

    The transaction is held throughout: without it SQLite would begin anew after each write of another program.
    """
    reader = open_database(database_name(engine), write=False)
    try:
        with reader.begin() as connection, closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").close()
            source = cast("sqlite3.Connection", connection.connection.driver_connection)
            copy.execute("PRAGMA synchronous = FULL")
            source.backup(copy, pages=_PAGES)
    finally:
        reader.dispose()


@contextmanager
def _told(engine: Engine, target: Path) -> Iterator[None]:
    """Turn what the system says of the place of a backup into one line; damage is the archive's own."""
    try:
        yield
    except sqlite3.Error as error:
        damaged = getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))
        raise sqlite_trouble(error, database_name(engine) if damaged else str(target)) or error from error
    except (OSError, ValueError) as error:
        message = f"{target} cannot be written: {getattr(error, 'strerror', None) or error}"
        raise DatabaseError(message) from error
