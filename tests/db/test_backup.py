"""Is a copy of the archive one state of it, whole or not at all, and does an upgrade that dies leave the old one?"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from archive.core.errors import DatabaseError
from archive.core.folders import migrations_folder
from archive.db import backup, schema
from archive.db.session import open_database

LATER = '''"""A version to come."""

import os
import time

from alembic import op

revision = "9000"
down_revision = "{head}"


def upgrade() -> None:
    op.execute("CREATE TABLE later (a INTEGER)")
    with op.batch_alter_table("runs") as table:
        table.drop_column("version")
    op.execute("DELETE FROM publications")
    if os.environ["DIES"] == "raises":
        raise OSError(28, "No space left on device")
    print("in the middle", flush=True)
    time.sleep(60)
'''


def rows(path: str | Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def used(engine: Engine, database: str) -> Iterator[str]:
    """An archive with a newsletter and a run."""
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO publications (id, name, name_key, origin) VALUES (1, 'Monitor', 'monitor', 'seed')"
        )
        connection.exec_driver_sql(
            "INSERT INTO runs (id, started_at, version, pending) VALUES (1, '2001-08-08 00:00:00', '0', 0)"
        )
    yield database
    engine.dispose()


def reader(database: str) -> Engine:
    return open_database(database, write=False)


def test_a_backup_is_the_archive_and_has_its_permissions(used: str, tmp_path: Path) -> None:
    Path(used).chmod(0o600)
    backup.back_up(reader(used), tmp_path / "copy.db")
    assert rows(tmp_path / "copy.db", "SELECT name FROM publications") == [("Monitor",)]
    assert rows(tmp_path / "copy.db", "PRAGMA integrity_check") == [("ok",)]
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    schema.require_current(reader(str(tmp_path / "copy.db")))
    assert list(tmp_path.glob(".*")) == []


TAKEN = {"a file": lambda path: path.write_text("mine"), "a link to nowhere": lambda path: path.symlink_to("nowhere")}


@pytest.mark.parametrize("take", TAKEN.values(), ids=TAKEN)
def test_no_backup_is_written_over_anything(take: object, used: str, tmp_path: Path) -> None:
    place = tmp_path / "copy.db"
    take(place)  # type: ignore[operator]
    before = place.lstat()
    with pytest.raises(DatabaseError, match=r"copy\.db exists already"):
        backup.back_up(reader(used), place)
    assert place.lstat() == before
    assert list(tmp_path.glob(".*")) == []


def test_a_name_that_is_taken_meanwhile_stays_whose_it_is(
    used: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, copy = tmp_path / "copy.db", backup._copy  # noqa: SLF001 - the moment between looking and naming

    def slow(engine: Engine, draft: Path) -> None:
        copy(engine, draft)
        place.write_text("mine")

    monkeypatch.setattr(backup, "_copy", slow)
    with pytest.raises(DatabaseError, match="exists already"):
        backup.back_up(reader(used), place)
    assert place.read_text() == "mine"


def test_a_folder_that_is_not_there_is_told(used: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"nowhere/copy\.db cannot be written: No such file or directory"):
        backup.back_up(reader(used), tmp_path / "nowhere" / "copy.db")


def test_a_copy_that_fails_leaves_nothing(used: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_engine: Engine, draft: Path) -> None:
        draft.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_copy", failing)
    with pytest.raises(DatabaseError, match="cannot be written: No space left on device"):
        backup.back_up(reader(used), tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("archive.db")) == []


SLOW_BACKUP = """
import sys
from pathlib import Path
from archive.db import backup, session
if sys.argv[3] == "no locks":
    sys.modules["fcntl"] = None
copy = backup._copy
def slow(engine, draft):
    copy(engine, draft)
    print(draft, flush=True)
    sys.stdin.readline()
backup._copy = slow
backup.back_up(session.open_database(sys.argv[1], write=False), Path(sys.argv[2]))
"""


def begin_backup(database: str, target: Path, locks: str = "locks") -> tuple[subprocess.Popen[str], Path]:
    """A process that has copied the archive and waits for a line before it names the copy; the copy."""
    command = [sys.executable, "-c", SLOW_BACKUP, database, str(target), locks]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
    assert child.stdout is not None
    return child, Path(child.stdout.readline().strip())


def test_what_a_killed_backup_left_goes_with_the_next_and_what_a_running_one_makes_stays(
    used: str, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    foreign = folder / ".archive-notes.part"
    foreign.write_text("mine")
    killed, left = begin_backup(used, folder / "killed.db")
    running, draft = begin_backup(used, folder / "running.db")
    killed.kill()
    killed.communicate()
    assert left.exists()
    backup.back_up(reader(used), folder / "next.db")
    assert not left.exists()
    assert draft.exists()
    running.communicate("\n")
    assert running.returncode == 0
    assert {path.name for path in folder.iterdir()} == {"next.db", "running.db", foreign.name}
    assert rows(folder / "running.db", "SELECT name FROM publications") == [("Monitor",)]


def test_a_backup_whose_maker_cannot_lock_it_is_left_alone(used: str, tmp_path: Path) -> None:
    running, draft = begin_backup(used, tmp_path / "running.db", "no locks")
    backup.back_up(reader(used), tmp_path / "next.db")
    assert draft.exists()
    running.communicate("\n")
    assert running.returncode == 0
    assert list(tmp_path.glob(".*")) == []


def test_a_backup_is_made_while_others_write(used: str, tmp_path: Path) -> None:
    """A writer that never rests; the two counters that it keeps equal are equal in each copy."""
    with closing(sqlite3.connect(used)) as connection:
        connection.execute("CREATE TABLE pairs (a INTEGER, b INTEGER, filler BLOB)")
        connection.execute("INSERT INTO pairs VALUES (0, 0, zeroblob(8000000))")
        connection.commit()
    done = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(used, timeout=30)) as connection:
            while not done.is_set():
                connection.execute("UPDATE pairs SET a = a + 1")
                connection.execute("UPDATE pairs SET b = b + 1")
                connection.commit()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            backup.back_up(reader(used), tmp_path / f"{number}.db")
    finally:
        done.set()
        writer.join()
    found = [rows(tmp_path / f"{number}.db", "SELECT a, b FROM pairs")[0] for number in range(3)]
    assert [a for a, b in found if a != b] == []


def test_the_names_beside_an_archive_never_meet(used: str) -> None:
    made = [backup.back_up_beside(reader(used), "0001") for _ in range(3)]
    assert len(set(made)) == 3
    assert all(path is not None and path.name.startswith("archive-0001-2") for path in made)


def test_an_older_archive_with_rows_is_backed_up_before_it_is_upgraded(used: str) -> None:
    engine = open_database(used, write=True)
    schema.downgrade(engine, "0001")
    told: list[Path | None] = []
    schema.upgrade(engine, told.append)
    schema.upgrade(engine, told.append)
    [made] = told
    assert made is not None
    assert rows(made, "SELECT version_num FROM alembic_version") == [("0001",)]
    assert rows(made, "SELECT name FROM publications") == [("Monitor",)]
    schema.require_current(engine)
    engine.dispose()


def test_an_older_archive_without_rows_needs_no_backup(engine: Engine, tmp_path: Path) -> None:
    schema.downgrade(engine, "0001")
    schema.upgrade(engine, lambda made: pytest.fail(f"{made} was made"))
    assert [path.name for path in tmp_path.glob("archive-*")] == []


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The migrations with one to come, which dies in the middle."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations_folder(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    text = LATER.replace("{head}", schema.head_version())
    (folder / "versions" / "9000_later.py").write_text(text, encoding="utf-8")
    return folder


UPGRADE = """
import sys
from pathlib import Path
from archive.db import schema, session
schema.migrations_folder = lambda: Path(sys.argv[2])
schema.upgrade(session.open_database(sys.argv[1], write=True), lambda made: print(made, flush=True))
"""


def state(path: str) -> list[list[tuple[object, ...]]]:
    questions = ("SELECT type, name, sql FROM sqlite_master", "SELECT * FROM runs", "SELECT * FROM publications")
    return [rows(path, sql) for sql in (*questions, "SELECT * FROM alembic_version", "PRAGMA integrity_check")]


@pytest.mark.parametrize("end", ["raises", "killed"])
def test_an_upgrade_that_dies_in_the_middle_leaves_the_old_archive_usable(end: str, used: str, later: Path) -> None:
    before = state(used)
    child = subprocess.Popen(
        [sys.executable, "-c", UPGRADE, used, str(later)],
        env={**os.environ, "DIES": end},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with child:
        assert child.stdout is not None
        made = child.stdout.readline().strip()
        if end == "killed":
            assert child.stdout.readline() == "in the middle\n"
            child.send_signal(signal.SIGKILL)
    assert child.returncode == (-signal.SIGKILL if end == "killed" else 1)
    assert state(used) == before
    assert state(made) == before
    schema.require_current(reader(used))
    schema.upgrade(open_database(used, write=True))
