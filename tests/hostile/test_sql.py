"""Is a stranger's statement answered or refused alike by every route, on both engines, without a trace?

The three routes are the argument, standard input and a file. PostgreSQL takes part where ARCHIVE_TEST_POSTGRES names a
server.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from archive.ingest.pipeline import Options, ingest
from archive.read.authority import Authority, PersonRecord, PublicationRecord
from tests.cli.conftest import SEED, Command, Ended, archive, command  # noqa: F401 - fixtures
from tests.conftest import own_postgresql
from tests.db.test_guard import BOMBS
from tests.hostile.growth import LONG
from tests.hostile.statements import (
    BOMBS_ON_POSTGRESQL,
    ENDLESS,
    HARMFUL,
    HARMFUL_ON_POSTGRESQL,
    HARMFUL_ON_SQLITE,
    HARMLESS,
)

KNOWN = Authority(
    publications=(PublicationRecord("Monitor", 1994, None, (), ()), PublicationRecord("Prism", 1994, None, (), ())),
    people=(PersonRecord("Conan O'Brien", "O'Brien", (), None, None),),
)
CATALOG = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1",
    "SELECT datname FROM pg_database WHERE datname NOT LIKE 'archive_test_%%' ORDER BY 1",
    "SELECT rolname, rolconfig::text FROM pg_roles ORDER BY 1",
    "SELECT id, name FROM publications ORDER BY 1",
    "SELECT id, version, pending FROM runs",
    "SELECT count(*) FROM articles",
    "SELECT oid FROM pg_largeobject_metadata",
    "SELECT name FROM pg_ls_dir('/dev/shm', true, false) AS name WHERE name LIKE 'archive-harm%%'",
)


def test_the_tables_have_as_many_statements_as_were_promised() -> None:
    assert min(len(HARMFUL | HARMFUL_ON_SQLITE), len(HARMFUL | HARMFUL_ON_POSTGRESQL)) >= 70
    assert len(HARMLESS) >= 50


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small archive, in a folder of its own; its second article holds the odd words."""
    database = str(tmp_path_factory.mktemp("small") / "archive.db")
    fill(database, tmp_path_factory)
    return database


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same on PostgreSQL."""
    with own_postgresql() as url:
        fill(url, tmp_path_factory)
        yield url


def fill(database: str, factory: pytest.TempPathFactory) -> None:
    odd = factory.mktemp("odd") / "odd.txt"
    odd.write_text(f"Publication: Monitor Volume: 7 Issue: 154\n\nConan {', '.join(ODD)}.\n", encoding="utf-8")
    ingest([str(SEED), str(odd)], database, Options(authority=lambda: KNOWN))


Routes = Callable[..., list[Ended]]


@pytest.fixture
def by_every_route(
    command: Command,  # noqa: F811 - the fixture
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Routes:
    """Asks a database a statement as an argument, on standard input and in a file that lies apart."""
    place = tmp_path_factory.mktemp("statement") / "a.sql"

    def ask(database: str, sql: str, *more: str) -> list[Ended]:
        data = sql.encode("utf-8", "surrogateescape")
        place.write_bytes(data)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        return [
            command("sql", *words, *more, "--format", "csv", "--db", database)
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


def test_an_endless_statement_is_stopped_by_every_route(database: str, by_every_route: Routes) -> None:
    for ended in by_every_route(database, ENDLESS, "--timeout", "0.3"):
        told = "archive: stopped after 0.3 s; ask for less, or give more time with --timeout\n"
        assert (ended.code, ended.out, ended.err) == (1, "", told)


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
    found = command("search", "--format", "json", "--", word)
    if any(map(str.isalnum, word)):
        assert (found.code, found.err) == (0, "")
        assert 2 in {row["article"] for row in json.loads(found.out)}
    else:
        assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)


WITH_A_NAME = {
    "a person": ("articles", "--person"),
    "an organization": ("articles", "--organization"),
    "a source": ("citations", "--source"),
    "a newsletter": ("articles", "--publication"),
    "a table": ("export", "-o", "-"),
}


@pytest.mark.parametrize("words", WITH_A_NAME.values(), ids=WITH_A_NAME)
def test_a_name_of_any_signs_is_a_name_and_no_syntax(
    words: tuple[str, ...],
    database: str,
    command: Command,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ARCHIVE_DB", database)
    for word in ODD[1:]:  # all but the one who is a person
        ended = command(*words, word)
        assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1), word
        assert ended.err.startswith("archive: no "), word


def test_a_person_is_found_by_a_name_with_an_apostrophe(
    database: str,
    command: Command,  # noqa: F811 - the fixture
) -> None:
    found = command("person", "O'Brien", "--db", database)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("Conan O'Brien\n")


MEASURED = """
import sys
from archive.cli.app import main
sys.argv = ["archive", "sql", sys.stdin.read(), "--timeout", "2", "--format", "csv"]
main()
"""
BETWEEN = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-c", sys.argv[1]], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss, used.ru_utime + used.ru_stime)
"""
"""A small process between this one and the command, whose peak of memory begins with that of whoever starts it."""

FEWER = ("a doubling", "many long columns", "an endless text")


@pytest.mark.parametrize("name", BOMBS if LONG else FEWER)
def test_the_whole_command_stays_below_400_mb_and_ends_in_time(name: str, small: str) -> None:
    measured(BOMBS[name], small)


@pytest.mark.parametrize("name", BOMBS_ON_POSTGRESQL if LONG else ["many long columns", "endless rows"])
def test_so_it_does_on_postgresql(name: str, served: str) -> None:
    measured(BOMBS_ON_POSTGRESQL[name], served)


def measured(sql: str, database: str) -> None:
    """Ask in a process of its own, and look at its memory and time."""
    environment = {**os.environ, "ARCHIVE_DB": database, "PYTHONPATH": str(Path(__file__).parents[2])}
    program = [sys.executable, "-c", BETWEEN, MEASURED]
    done = subprocess.run(program, env=environment, input=sql, capture_output=True, text=True, check=True)
    kilobytes, seconds = map(float, done.stdout.split())
    assert kilobytes < 400 * 1024
    assert done.stderr.count("\n") <= 1
    assert seconds < 10
