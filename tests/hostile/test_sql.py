"""Is a stranger's statement answered or refused alike by every route, on both engines, without a trace?

The three routes are the argument, standard input and a file. PostgreSQL takes part where ARCHIVE_TEST_POSTGRES names a
server.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from archive.ingest.pipeline import Options, ingest
from archive.read.authority import Authority, PublicationRecord
from tests.cli.conftest import SEED, Command, Ended, archive, command  # noqa: F401 - fixtures
from tests.conftest import own_postgresql
from tests.db.test_guard import BOMBS
from tests.hostile.growth import LONG
from tests.hostile.statements import HARMFUL, HARMFUL_ON_POSTGRESQL, HARMFUL_ON_SQLITE, HARMLESS

KNOWN = Authority(
    publications=(PublicationRecord("Monitor", 1994, None, (), ()), PublicationRecord("Prism", 1994, None, (), ()))
)
CATALOG = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1",
    "SELECT datname FROM pg_database WHERE datname NOT LIKE 'archive_test_%%' ORDER BY 1",
    "SELECT rolname, rolconfig::text FROM pg_roles ORDER BY 1",
    "SELECT id, name FROM publications ORDER BY 1",
    "SELECT id, version, pending FROM runs",
    "SELECT count(*) FROM articles",
    "SELECT oid FROM pg_largeobject_metadata",
)


def test_the_tables_have_as_many_statements_as_were_promised() -> None:
    assert min(len(HARMFUL | HARMFUL_ON_SQLITE), len(HARMFUL | HARMFUL_ON_POSTGRESQL)) >= 70
    assert len(HARMLESS) >= 50


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small archive, in a folder of its own."""
    database = str(tmp_path_factory.mktemp("small") / "archive.db")
    ingest([str(SEED)], database, Options(authority=lambda: KNOWN))
    return database


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """The same on PostgreSQL."""
    with own_postgresql() as url:
        ingest([str(SEED)], url, Options(authority=lambda: KNOWN))
        yield url


Routes = Callable[[str, str], list[Ended]]


@pytest.fixture
def by_every_route(
    command: Command,  # noqa: F811 - the fixture
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Routes:
    """Asks a database a statement as an argument, on standard input and in a file that lies apart."""
    place = tmp_path_factory.mktemp("statement") / "a.sql"

    def ask(database: str, sql: str) -> list[Ended]:
        data = sql.encode("utf-8", "surrogateescape")
        place.write_bytes(data)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        return [
            command("sql", *words, "--format", "csv", "--db", database)
            for words in ((sql,), ("-",), ("--file", str(place)))
        ]

    return ask


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The small archive, on each engine."""
    return str(request.getfixturevalue("small" if request.param == "sqlite" else "served"))


def traces(folder: Path) -> dict[str, str]:
    """Every name below a folder with the sha256 of a file's bytes; SQLite's side files come and go with readers."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "a folder"
        for path in folder.rglob("*")
        if not path.name.endswith(("-shm", "-wal"))
    }


def catalog(url: str) -> list[list[object]]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found: list[list[object]] = [[tuple(row) for row in connection.exec_driver_sql(sql)] for sql in CATALOG]
    engine.dispose()
    return found


def refused(ended: list[Ended]) -> None:
    for one in ended:
        assert one.code in {1, 2}, one
        assert (one.out, one.err.count("\n")) == ("", 1), one
        assert one.err.startswith("archive: ")
        assert len(one.err) < 400
        assert one.err.rstrip("\n").isprintable()


@pytest.mark.parametrize("sql", (HARMFUL | HARMFUL_ON_SQLITE).values(), ids=HARMFUL | HARMFUL_ON_SQLITE)
def test_harm_is_refused_on_sqlite_and_leaves_no_trace(sql: str, small: str, by_every_route: Routes) -> None:
    before = traces(Path(small).parent), traces(Path.cwd())
    refused(by_every_route(small, sql))
    assert (traces(Path(small).parent), traces(Path.cwd())) == before


@pytest.mark.parametrize("sql", (HARMFUL | HARMFUL_ON_POSTGRESQL).values(), ids=HARMFUL | HARMFUL_ON_POSTGRESQL)
def test_harm_is_refused_on_postgresql_and_leaves_no_trace(sql: str, served: str, by_every_route: Routes) -> None:
    before = catalog(served), traces(Path.cwd())
    refused(by_every_route(served, sql))
    assert (catalog(served), traces(Path.cwd())) == before


@pytest.mark.parametrize("sql", HARMLESS.values(), ids=HARMLESS)
def test_what_only_looks_harmful_is_answered(sql: str, database: str, by_every_route: Routes) -> None:
    first, *others = by_every_route(database, sql)
    assert (first.code, first.err) == (0, "")
    assert first.out
    assert others == [first, first]


ODD = ("O'Brien", 'a "b" c', "[x]", "a`b", "';--", "%s", "x\\", "a;DROP TABLE runs", "«Ё»", "a\nb", "?", ":a", "$1")


@pytest.mark.parametrize("word", ODD)
def test_names_and_texts_come_back_as_they_went(
    word: str,
    database: str,
    command: Command,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As a column's name, as a literal and as a value of -p; search takes it for words, whatever it is."""
    monkeypatch.setenv("ARCHIVE_DB", database)
    name, literal = word.replace('"', '""'), word.replace("'", "''")
    sql = f"SELECT '{literal}' AS \"{name}\", :value AS given"
    ended = command("sql", sql, "-p", "value", word, "--format", "csv")
    assert (ended.code, ended.err) == (0, "")
    assert list(csv.reader(io.StringIO(ended.out, newline=""))) == [[word, "given"], [word, word]]
    found = command("search", "--format", "csv", "--", word)
    assert found.code == 0 or found.err.count("\n") == 1


MEASURED = """
import sys
from archive.cli.app import main
sys.argv = ["archive", "sql", sys.stdin.read(), "--timeout", "2", "--format", "csv"]
main()
"""
FEWER = ("a doubling", "many long columns", "an endless text")


@pytest.mark.parametrize("name", BOMBS if LONG else FEWER)
def test_the_whole_command_stays_below_400_mb_and_ends_in_time(name: str, small: str) -> None:
    environment = {**os.environ, "ARCHIVE_DB": small, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(
        [sys.executable, "-c", MEASURED],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stderr is not None
    with child.stdin as out:
        out.write(BOMBS[name])
    with child.stderr as err:
        told = err.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert usage.ru_maxrss < 400 * 1024
    assert told.count("\n") <= 1
    assert usage.ru_utime + usage.ru_stime < 10
