"""Is every statement of a run one that may fail? Each fails once, and the archive is whole then and after the next run.

Two kinds of failure: one of the disk, which ends the run, and one that nobody foresaw, after which the documents of the
batch are stored one by one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from archive.core.errors import DatabaseError
from archive.db import schema
from archive.db.session import open_database
from archive.ingest.pipeline import Options, ingest
from archive.read.authority import Authority, OrganizationRecord, PublicationRecord
from tests.crash.conftest import LONG
from tests.crash.harm import VIEWS, rows

KNOWN = Authority(
    publications=(PublicationRecord("Monitor", 1994, None, (), ()),),
    organizations=(OrganizationRecord("Interfax", "media", "RU", (), (), ()),),
)
ISSUE = """Publication: Monitor Volume: 7 Issue: {issue}

TALKS GO ON

North Korean leader Kim Jong-il left Moscow by train (Interfax, August {issue}; see the Monitor, August 3).
{name} Ivanov of the State Duma spoke to the Vremya newspaper (, August 4).
"""


class Fault:
    """Lets the statement of this number fail, once; counts them all."""

    def __init__(self) -> None:
        self.countdown = 0
        self.error: sqlite3.Error | None = None

    def arm(self, number: int, error: sqlite3.Error) -> None:
        self.countdown, self.error = number, error

    def step(self) -> None:
        self.countdown -= 1
        if self.countdown == 0 and self.error is not None:
            raise self.error


FAULT = Fault()


class Cursor(sqlite3.Cursor):
    def execute(self, *words: Any) -> Self:  # noqa: ANN401 - as sqlite3's
        FAULT.step()
        return super().execute(*words)

    def executemany(self, *words: Any) -> Self:  # noqa: ANN401 - as sqlite3's
        FAULT.step()
        return super().executemany(*words)


class Connection(sqlite3.Connection):
    """A connection whose statements and commits may fail."""

    def cursor(self, *_words: Any, **_more: Any) -> Any:  # noqa: ANN401 - as sqlite3's
        return super().cursor(Cursor)

    def commit(self) -> None:
        FAULT.step()
        super().commit()


def full() -> sqlite3.Error:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_FULL"
    return error


def unforeseen() -> sqlite3.Error:
    return sqlite3.IntegrityError("UNIQUE constraint failed")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Three files in `in`, one of them changed after `before.db` took it; every connection of ours may fail."""
    monkeypatch.chdir(tmp_path)
    connect = sqlite3.connect
    Path("in").mkdir()
    for issue, name in ((5, "Igor"), (6, "Sergei"), (7, "Viktor")):
        Path(f"in/{issue}.txt").write_text(ISSUE.format(issue=issue, name=name), encoding="utf-8")
    run("before.db", "in/6.txt")
    Path("in/6.txt").write_text(ISSUE.format(issue=6, name="Pyotr"), encoding="utf-8")
    monkeypatch.setattr(sqlite3, "connect", lambda *words, **more: connect(*words, **{**more, "factory": Connection}))
    yield tmp_path
    FAULT.error = None


def run(database: str, path: str = "in") -> None:
    ingest([path], database, Options(authority=lambda: KNOWN))


def shown(database: str, *, keys: bool) -> list[list[tuple[object, ...]]]:
    """The rows of the views; `keys` says whether keys are to be told too."""
    found = []
    for view in VIEWS:
        listed = rows(Path(database), f"SELECT name FROM pragma_table_info('{view}')")  # noqa: S608 - names of ours
        columns = [str(name) for (name,) in listed]
        kept = ", ".join(name for name in columns if keys or not name.endswith("_id"))
        found.append(sorted(rows(Path(database), f"SELECT {kept} FROM {view}"), key=str))  # noqa: S608 - names of ours
    return found


def copy(name: str) -> str:
    """A copy of the archive as it was before."""
    Path(name).write_bytes(Path("before.db").read_bytes())
    return name


def statements(database: str) -> int:
    FAULT.countdown = 0
    run(database)
    return -FAULT.countdown


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("failure", [full, unforeseen])
def test_each_statement_may_fail_once(failure: Any) -> None:  # noqa: ANN401 - a maker of errors
    """Documents that are stored one by one have other keys than those of one transaction, and nothing else."""
    keys = failure is full
    number = statements(copy("whole.db"))
    whole = shown("whole.db", keys=keys)
    assert number > 40
    for at in range(1, number + 1, 1 if LONG else 3):
        database = copy(f"{at}.db")
        FAULT.arm(at, failure())
        ended = None
        try:
            run(database)
        except (DatabaseError, sqlite3.Error, Exception) as error:  # noqa: BLE001 - whatever: what it leaves counts
            ended = error
        FAULT.error = None
        if failure is full:
            assert isinstance(ended, DatabaseError), at
        assert rows(Path(database), "PRAGMA integrity_check") == [("ok",)], at
        assert rows(Path(database), "PRAGMA foreign_key_check") == [], at
        run(database)
        assert shown(database, keys=keys) == whole, at


def test_what_is_tested_is_the_archive_of_this_version(folder: Path) -> None:
    schema.require_current(open_database(str(folder / "before.db"), write=False))
