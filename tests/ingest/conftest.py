"""What the tests of the ingest share: a corpus that is made once, and everything that a database holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive.ingest.pipeline import ingest
from tests.benchmarks.gen import write_corpus

FILES = 153
"""Files of the corpus with the two that are not stored: no round number of parcels."""


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generated articles, one file that fails and one that is skipped; tests only read it."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(FILES - 2, folder)
    (folder / "0000" / "a-headless.txt").write_text("No header here.\n", encoding="utf-8")
    (folder / "0000" / "picture.png").write_bytes(b"x")
    return folder


@pytest.fixture(scope="session")
def expected(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Everything that one process alone makes of the corpus."""
    database = tmp_path_factory.mktemp("alone") / "archive.db"
    ingest([str(corpus)], str(database))
    return dump(database)


@pytest.fixture
def small_parcels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parcels of ten files, so that a small corpus has many."""
    monkeypatch.setattr("archive.ingest.parcels.PARCEL_FILES", 10)


def dump(database: Path | str) -> str:
    """Every row of every table as SQL, keys too, but for the times of the runs; the index for searching is derived."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE runs SET started_at = '', finished_at = ''")
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return "\n".join(connection.iterdump())
