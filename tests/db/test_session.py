"""Can a reading engine write, does a writer wait, and is every trouble told in one line?"""

from __future__ import annotations

import importlib.util
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from archive.core.errors import DatabaseError, MissingExtraError
from archive.db import session
from archive.db.session import database_name, open_database, reading


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "BUSY_SECONDS", 0.05)


def test_reading_a_missing_database_says_what_to_do_and_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"no database at .*a\.db; run archive ingest PATH first"):
        open_database(str(tmp_path / "a.db"), write=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a b.db", "hundred%20.db", "what?.db", "number#1.db", "Zürich.db"])
def test_a_path_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    for target in (str(place), f"sqlite:///{place}".replace("%", "%25").replace("?", "%3F")):
        if "#" in name and target.startswith("sqlite"):
            continue
        with open_database(target, write=True).begin() as connection:
            connection.execute(text("CREATE TABLE IF NOT EXISTS t (a)"))
        assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(("-wal", "-shm"))] == [name]
        with open_database(target, write=False).connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0


@pytest.mark.usefixtures("engine")
def test_a_reading_engine_cannot_write(database: str) -> None:
    with open_database(database, write=False).connect() as connection, pytest.raises(DatabaseError, match="written"):
        connection.execute(text("DELETE FROM runs"))


def test_a_writer_keeps_foreign_keys_and_the_journal_lets_readers_read(engine: Engine, database: str) -> None:
    with engine.begin() as writer:
        assert writer.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert writer.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        writer.execute(text("INSERT INTO properties VALUES ('a', 'b')"))
        with open_database(database, write=False).connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM properties")).scalar() == 0


@pytest.mark.usefixtures("impatient")
def test_a_locked_database_is_told_in_one_line(engine: Engine, database: str) -> None:
    with engine.begin(), pytest.raises(DatabaseError, match="locked by another program"):
        open_database(database, write=True).begin().__enter__()


@pytest.mark.usefixtures("impatient")
def test_reading_on_a_writers_engine_waits_for_no_writer(engine: Engine, database: str) -> None:
    with engine.begin(), reading(open_database(database, write=True)) as connection:
        assert connection.execute(text("SELECT count(*) FROM runs")).scalar() == 0


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    place.write_text("Publication: Monitor Volume: 7 Issue: 153\n" * 20)
    for write in (True, False):
        with (
            pytest.raises(DatabaseError, match="no SQLite database"),
            open_database(str(place), write=write).begin() as c,
        ):
            c.execute(text("SELECT 1 FROM t"))
    assert place.read_text().startswith("Publication")


def test_a_damaged_database(engine: Engine, database: str) -> None:
    engine.dispose()
    place = Path(database)
    raw = bytearray(place.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    place.write_bytes(raw)
    with open_database(database, write=False).connect() as connection, pytest.raises(DatabaseError, match="damaged"):
        connection.execute(text("SELECT count(*) FROM articles a JOIN documents d ON d.id = a.id")).scalar()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot be opened"):
        open_database(str(tmp_path / "no" / "a.db"), write=True).begin().__enter__()


@pytest.mark.parametrize("target", ["mysql://user:secret@host/name", "what://ever", "not a url://secret"])
def test_a_url_that_leads_to_no_archive(target: str) -> None:
    with pytest.raises(DatabaseError) as raised:
        open_database(target, write=False)
    assert "secret" not in str(raised.value)


def test_a_password_is_never_shown() -> None:
    pytest.importorskip("psycopg")
    engine = open_database("postgresql+psycopg://user:secret@127.0.0.1:9/name", write=False)
    assert database_name(engine) == "postgresql+psycopg://user:***@127.0.0.1:9/name"
    with pytest.raises(DatabaseError, match="cannot be reached") as raised:
        engine.connect()
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_without_psycopg_the_command_to_get_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtraError, match=r'pip install "newsletter-archive\[postgres\]"'):
        open_database("postgresql://host/name", write=True)


def test_an_archive_in_a_folder_without_write_access_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "a.db"
    with sqlite3.connect(place) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    monkeypatch.setattr("os.access", lambda *_args: False)
    with open_database(str(place), write=False).connect() as reader:
        assert reader.execute(text("SELECT count(*) FROM t")).scalar() == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def test_a_reader_leaves_side_files_by_which_one_without_write_access_reads_along_with_a_writer(
    engine: Engine, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without them it would have to take the file for one that nobody changes, and mix old pages with new ones."""
    engine.dispose()
    count = text("SELECT count(*) FROM properties")
    with open_database(database, write=False).connect() as first:
        before = first.execute(count).scalar_one()
    first.engine.dispose()
    assert all(Path(f"{database}{suffix}").exists() for suffix in ("-wal", "-shm"))
    monkeypatch.setattr("os.access", lambda *_args: False)
    with open_database(database, write=False).connect() as reader:
        assert reader.execute(count).scalar_one() == before
        with engine.begin() as writer:
            writer.execute(text("INSERT INTO properties VALUES ('a', 'b')"))
        assert reader.execute(count).scalar_one() == before
        reader.rollback()
        assert reader.execute(count).scalar_one() == before + 1
