"""Which version is a database at, and how does it come to this program's?

The version is the number of the last migration that ran on it (`alembic_version`); this program's is the highest number
among the files of migrations/versions. Alembic is imported only to migrate.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect

from archive.core.errors import DatabaseError
from archive.core.folders import migrations_folder
from archive.db.backup import back_up_beside
from archive.db.session import database_name, reading

Telling = Callable[[Path | None], None]
"""Is told where a backup lies before a migration begins; None: none was made, since the engine has its own way."""

_REVISION_FILE: Final = re.compile(r"(\d{4})_\w+\.py")


class State(StrEnum):
    """What a database is to this program."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"  # it holds tables, but no archive


@lru_cache(maxsize=1)
def versions() -> tuple[str, ...]:
    """The versions that this program knows, oldest first: "0001", "0002" ..."""
    found = (_REVISION_FILE.fullmatch(path.name) for path in (migrations_folder() / "versions").iterdir())
    return tuple(sorted(name[1] for name in found if name))


def head_version() -> str:
    """The version that this program needs."""
    return versions()[-1]


def current_version(connection: Connection) -> str | None:
    """The version of the database; None where it is empty or no archive."""
    return _look(connection)[1]


def state_of(connection: Connection) -> State:
    """What the database is to this program."""
    return _look(connection)[0]


def require_current(engine: Engine) -> None:
    """Raise DatabaseError, saying what to do, unless the database is an archive of this program's version."""
    with reading(engine) as connection:
        state, version = _look(connection)
    name = database_name(engine)
    if state is State.EMPTY:
        message = f"no archive in {name}; run archive ingest PATH first"
        raise DatabaseError(message)
    if state is State.OLDER:
        message = f"{name} is at version {version}, this program needs {head_version()}; run archive db upgrade"
        raise DatabaseError(message)
    _refuse(state, version, name)


def upgrade(engine: Engine, tell: Telling = lambda _backup: None) -> None:
    """Bring the database to this program's version, from nothing or from an older one, in one transaction.

    `engine` is one for writing. An older archive that has been used is first backed up in its folder, and `tell` is
    called with the backup's path; with None on PostgreSQL, which has its own program for that. Raises DatabaseError for
    a database of a newer program and for one that is no archive.
    """
    with reading(engine) as connection:
        state, version = _look(connection)
    _refuse(state, version, database_name(engine))
    if state is not State.CURRENT:
        _migrate(engine, "head", tell)


def downgrade(engine: Engine, version: str) -> None:
    """Take the database back to `version` ("base": to nothing)."""
    _migrate(engine, version)


def _look(connection: Connection) -> tuple[State, str | None]:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return State.EMPTY, None
    rows = connection.exec_driver_sql("SELECT version_num FROM alembic_version") if "alembic_version" in tables else ()
    found = [str(row[0]) for row in rows]
    if not found:
        return (State.EMPTY if tables == {"alembic_version"} else State.FOREIGN), None
    version = found[0]
    if version in versions():
        return (State.CURRENT if version == head_version() else State.OLDER), version
    ours = re.fullmatch(r"\d{4}", version) and version > head_version() and "articles" in tables
    return (State.NEWER if ours else State.FOREIGN), version


def _refuse(state: State, version: str | None, name: str) -> None:
    if state is State.NEWER:
        message = (
            f"{name} is at version {version}, this program knows only {head_version()}; "
            "run pip install --upgrade newsletter-archive"
        )
        raise DatabaseError(message)
    if state is State.FOREIGN:
        message = f"{name} is a database, but not an archive; name another one with --db"
        raise DatabaseError(message)


def _back_up(connection: Connection, state: State, version: str | None, tell: Telling) -> None:
    """Back up an older archive with rows; under the writers' lock, so that nobody writes between it and the migration.

    What is copied is what is committed: this connection's transaction has changed nothing yet.
    """
    if state is not State.OLDER or version is None:
        return
    if connection.exec_driver_sql("SELECT count(*) FROM runs").scalar_one():
        tell(back_up_beside(connection.engine, version))


def _migrate(engine: Engine, target: str, tell: Telling = lambda _backup: None) -> None:
    """Run Alembic on a connection of ours, under the writers' lock: of two that come at once, the second finds it done.

    SQLite's foreign keys rest meanwhile, because a table that is rebuilt is dropped for a moment.
    """
    from alembic import command  # noqa: PLC0415 - costs 150 ms, which only a migration is to pay
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    with engine.connect() as connection:
        _foreign_keys(connection, on=False)
        try:
            with connection.begin():
                state, version = _look(connection)
                _refuse(state, version, database_name(engine))
                if target == "head":
                    _back_up(connection, state, version, tell)
                config.attributes["connection"] = connection
                (command.upgrade if target == "head" else command.downgrade)(config, target)
        finally:
            _foreign_keys(connection, on=True)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch SQLite's foreign keys; outside a transaction, since inside one the pragma does nothing."""
    if connection.dialect.name == "sqlite":
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
        cursor.close()
