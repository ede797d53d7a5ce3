"""How is a database reached? An engine for reading that cannot write, or one whose every transaction is a writer's.

Neither `sqlalchemy.orm` nor alembic is imported here: a query pays for what it uses. Errors of the engine that a person
can cause (a lock, a full disk, a damaged file) come out as `DatabaseError` with one line, from whatever statement.
"""

from __future__ import annotations

import importlib.util
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, QueuePool, StaticPool, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError, DBAPIError

from archive.core.errors import ArchiveError, DatabaseError, MissingExtraError

BUSY_SECONDS: Final = 30
"""How long a statement waits for another program's lock before the database counts as locked."""

_WRITERS_LOCK: Final = 0x6172_6368  # "arch": PostgreSQL's advisory lock, held to the end of a writer's transaction
_LOCKED: Final = "{name} is locked by another program; try again when that is done"
_LOCK_NOT_AVAILABLE: Final = "55P03"  # PostgreSQL's, where the server or the role has a lock_timeout
_SQLITE_TELLS: Final = {
    "SQLITE_BUSY": _LOCKED,
    "SQLITE_LOCKED": _LOCKED,
    "SQLITE_NOTADB": "{name} is not an archive: it is no SQLite database; name another file with --db",
    "SQLITE_CORRUPT": "{name} is damaged ({error}); restore it from a backup",
    "SQLITE_FULL": "{name} cannot grow: the disk is full; make room and run the command again",
    "SQLITE_READONLY": "{name} cannot be written: check the permissions of the file and its folder",
    "SQLITE_CANTOPEN": "{name} cannot be opened: check the path and the permissions of the file and its folder",
    "SQLITE_PERM": "{name} cannot be opened: check the path and the permissions of the file and its folder",
    "SQLITE_IOERR": "{name} cannot be read or written ({error}); check the disk",
}


def open_database(target: str, *, write: bool) -> Engine:
    """An engine for the database at `target`, a path or an SQLAlchemy URL (sqlite:// or postgresql+psycopg://).

    For writing, a missing SQLite file is created on the first connection (not yet its tables: `schema.upgrade`), and
    each transaction of the engine takes the writers' lock when it begins. For reading, the engine refuses to write.
    Raises DatabaseError for a missing file, an unknown kind of database or a URL that is none, and MissingExtraError
    where psycopg is not installed.
    """
    url = _url(target)
    if url.get_backend_name() == "sqlite":
        engine = _open_sqlite(url.database or ":memory:", write=write)
    elif url.get_backend_name() == "postgresql":
        engine = _open_postgresql(url, write=write)
    else:
        message = f"no archive can be kept in a {url.get_backend_name()} database; use SQLite or PostgreSQL"
        raise DatabaseError(message)
    event.listen(engine, "handle_error", _tell)
    return engine


def open_scratch() -> Engine:
    """An engine for a database of its own, which nobody else sees and which is gone when the program ends.

    SQLite keeps it in memory and moves what does not fit to a file without a name.
    """
    return _open_sqlite("", write=True)


def database_name(engine: Engine) -> str:
    """How the database is called in messages: the path, or the URL without its password."""
    if engine.dialect.name == "sqlite":
        return engine.url.database or ":memory:"
    return engine.url.render_as_string(hide_password=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that reads one state of the database and takes no lock, of an engine opened for writing too."""
    with engine.connect().execution_options(archive_reading=True) as connection:
        yield connection


def _url(target: str) -> URL:
    if "://" not in target:
        return URL.create("sqlite", database=target)
    try:
        return make_url(target)
    except (ArgumentError, ValueError) as error:
        message = f"not a database URL: {target.partition('://')[0]}://...; write postgresql+psycopg://user@host/name"
        raise DatabaseError(message) from error


def _open_sqlite(path: str, *, write: bool) -> Engine:
    if not write and path != ":memory:" and not Path(path).is_file():
        message = f"no database at {path}; run archive ingest PATH first"
        raise DatabaseError(message)

    def connect() -> sqlite3.Connection:
        return _connect_for_writing(path) if write else _connect_for_reading(path)

    pool = StaticPool if path in {":memory:", ""} else QueuePool
    engine = create_engine(URL.create("sqlite", database=path), creator=connect, poolclass=pool)
    if write:
        event.listen(engine, "begin", _begin_sqlite_writer)
    else:
        event.listen(engine, "begin", _begin)
    return engine


def _connect_for_reading(path: str) -> sqlite3.Connection:
    """A connection that cannot write; in a folder that cannot be written to, one that needs no side files either.

    The last reader leaves SQLite's side files where they are: it may write no checkpoint, and nobody should clear them
    after it, since by them a reader without write access to the folder gets on with a writer that comes later.
    """
    place = Path(path).absolute()
    sealed = not os.access(place.parent, os.W_OK) and not place.with_name(place.name + "-wal").exists()
    uri = f"file:{quote(str(place))}?mode=ro{'&immutable=1' if sealed else ''}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _connect_for_writing(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA page_size = 16384")  # bytes, of a new file: of 4,096 a body and its row waste a quarter
    if path not in {":memory:", ""} and connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _switch_to_wal(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -4096")  # KiB; twice as much gains no time and is memory that never shrinks
    return connection


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Make the journal a WAL, so that readers and the writer do not wait for each other.

    The switch needs the file alone; a lock taken and given back first waits for others as every writer does. An empty
    file is given its header by the way, so that two programs that create it at once meet the same file.
    """
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
            time.sleep(0.05)  # the engine's own wait does not cover this statement
        else:
            return


def _open_postgresql(url: URL, *, write: bool) -> Engine:
    if importlib.util.find_spec("psycopg") is None:
        message = 'PostgreSQL needs psycopg; run: pip install "newsletter-archive[postgres]"'
        raise MissingExtraError(message)
    engine = create_engine(url.set(drivername="postgresql+psycopg"))
    if write:
        event.listen(engine, "begin", _begin_postgresql_writer)
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_sqlite_writer(connection: Connection) -> None:
    reads = connection.get_execution_options().get("archive_reading")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _begin_postgresql_writer(connection: Connection) -> None:
    """Writers come one after the other, as on SQLite: keys given by the program need it."""
    if not connection.get_execution_options().get("archive_reading"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")


def sqlite_trouble(error: sqlite3.Error, name: str) -> DatabaseError | None:
    """The one line for an error of SQLite that comes from the file or its place, not from the statement."""
    code = getattr(error, "sqlite_errorname", "")
    told = next((text for start, text in _SQLITE_TELLS.items() if code.startswith(start)), None)
    return None if told is None else DatabaseError(told.format(name=name, error=error))


def postgresql_trouble(error: BaseException, name: str, *, lost: bool) -> DatabaseError | None:
    """The one line for an error of PostgreSQL that others or the way to it caused; `lost`: the connection is gone."""
    if getattr(error, "sqlstate", None) == _LOCK_NOT_AVAILABLE:
        return DatabaseError(_LOCKED.format(name=name))
    return DatabaseError(f"{name} cannot be reached: {' '.join(str(error).split())}") if lost else None


def _tell(context: ExceptionContext) -> ArchiveError | None:
    """The one line for an error of the engine that a person can cause; None leaves the others as they are."""
    original = context.original_exception
    engine = context.engine
    name = database_name(engine) if engine is not None else "the database"
    if isinstance(original, sqlite3.Error):
        return sqlite_trouble(original, name)
    lost = isinstance(context.sqlalchemy_exception, DBAPIError) and context.is_disconnect
    return postgresql_trouble(original, name, lost=context.connection is None or lost)
