"""Does `archive db` describe a sound database, find a broken one, and leave others alone?"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive.db.schema import head_version
from tests.cli.conftest import SEED, Command


@pytest.fixture
def own(command: Command) -> Command:
    """The command, in a folder with an archive that a test may harm."""
    assert command("ingest", str(SEED)).code == 0
    return command


def harm(*statements: str) -> None:
    with closing(sqlite3.connect("archive.db")) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_archive_passes_every_check(own: Command) -> None:
    ended = own("db", "check")
    assert (ended.code, ended.err) == (0, "")
    assert {line.split()[0] for line in ended.out.splitlines()} == {"ok"}


BROKEN = {
    "a citation that is not in the text": ("UPDATE citations SET span_start = 1", "citations are what stands"),
    "a mention of nobody": ("UPDATE person_mentions SET person_id = 99999999", "foreign keys"),
    "an article of no file": ("DELETE FROM document_articles", "every article is in a file"),
    "a person without a name": ("DELETE FROM person_names WHERE person_id = 1", "every person has its name"),
}


@pytest.mark.parametrize(("statement", "what"), BROKEN.values(), ids=BROKEN)
def test_a_broken_one_is_told(statement: str, what: str, own: Command) -> None:
    harm(statement)
    ended = own("db", "check")
    assert ended.code == 1
    assert any(line.startswith("broken") and what in line for line in ended.out.splitlines())
    assert ended.err.startswith("archive: archive.db is damaged: ")


def test_the_database_is_described(own: Command) -> None:
    out = own("db", "info").out
    assert f"version   {head_version()} (program " in out
    assert ": 1 new\n" in out
    assert "         1  articles\n" in out


def test_an_upgrade_of_a_current_one_changes_nothing(own: Command) -> None:
    assert own("db", "upgrade").out == f"archive.db is at version {head_version()} already\n"


@pytest.mark.parametrize("words", [("issues",), ("db", "upgrade"), ("ingest", str(SEED))])
def test_a_newer_database_is_refused(words: tuple[str, ...], own: Command) -> None:
    harm("UPDATE alembic_version SET version_num = '9999'")
    ended = own(*words)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "version 9999, this program knows only" in ended.err


@pytest.mark.parametrize("words", [("issues",), ("sql", "SELECT 1"), ("db", "check"), ("ingest", str(SEED))])
def test_a_file_that_is_no_database_is_told(words: tuple[str, ...], command: Command, tmp_path: Path) -> None:
    (tmp_path / "archive.db").write_text("nothing of the kind " * 100, encoding="utf-8")
    ended = command(*words)
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert "it is no SQLite database" in ended.err


def test_a_database_that_nobody_keeps_archives_in_is_told(command: Command) -> None:
    assert "no archive can be kept in a mysql database" in command("issues", "--db", "mysql://host/name").err
