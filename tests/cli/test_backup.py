"""Does `archive db backup` copy the archive, and is the backup before an upgrade told?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive.db import schema
from archive.db.session import open_database
from tests.cli.conftest import SEED, Command


@pytest.fixture
def own(command: Command) -> Command:
    """The command, in a folder with an archive."""
    assert command("ingest", str(SEED)).code == 0
    return command


def test_the_copy_is_an_archive(own: Command) -> None:
    ended = own("db", "backup", "copy.db")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"archive.db is backed up in copy.db, {Path('copy.db').stat().st_size:,} bytes\n"
    assert own("db", "check", "--db", "copy.db").code == 0
    export = ("export", "citation_details", "-o", "-")
    assert own(*export, "--db", "copy.db") == own(*export)


def test_nothing_is_written_over(own: Command) -> None:
    Path("copy.db").write_text("mine", encoding="utf-8")
    ended = own("db", "backup", "copy.db")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "archive: copy.db exists already, and no backup is written over a file; name another one\n"
    assert Path("copy.db").read_text(encoding="utf-8") == "mine"


def test_a_missing_archive_is_told_and_nothing_made(command: Command) -> None:
    ended = command("db", "backup", "copy.db")
    assert (ended.code, ended.err) == (1, "archive: no database at archive.db; run archive ingest PATH first\n")
    assert list(Path.cwd().iterdir()) == []


def test_a_file_that_is_no_database_is_told(command: Command) -> None:
    Path("archive.db").write_text("nothing of the kind " * 100, encoding="utf-8")
    ended = command("db", "backup", "copy.db")
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "archive.db is not an archive" in ended.err
    assert [path.name for path in Path.cwd().iterdir()] == ["archive.db"]


@pytest.mark.parametrize("words", [("db", "upgrade"), ("ingest", str(SEED))])
def test_the_backup_before_an_upgrade_is_named(words: tuple[str, ...], own: Command) -> None:
    engine = open_database("archive.db", write=True)
    schema.downgrade(engine, "0001")
    engine.dispose()
    assert "run archive db upgrade" in own("issues").err
    ended = own(*words)
    assert ended.code == 0
    [made] = Path.cwd().glob("archive-0001-*.db")
    assert ended.err == f"archive: archive.db is of an older version and is upgraded; a backup of it is {made.name}\n"
    assert own("issues").code == 0


@pytest.mark.skipif(not os.environ.get("ARCHIVE_TEST_POSTGRES"), reason="ARCHIVE_TEST_POSTGRES names no server")
def test_postgresql_is_backed_up_by_its_own_program(command: Command) -> None:
    server = os.environ["ARCHIVE_TEST_POSTGRES"]
    ended = command("db", "backup", "a copy.dump", "--db", server)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "pg_dump --format=custom '--file=a copy.dump' postgresql://" in ended.err
