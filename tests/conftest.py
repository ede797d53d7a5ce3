"""What several test modules share: a place for a database, and an archive without a row."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from archive.db import schema
from archive.db.session import open_database


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Where a test's database goes; nothing is there yet."""
    return str(tmp_path / "archive.db")


@pytest.fixture
def engine(database: str) -> Engine:
    """An engine for writing on an archive of this version without a row, not even seeds."""
    engine = open_database(database, write=True)
    schema.upgrade(engine)
    return engine
