"""Generated files to ingest, and what comes of them where nobody does any harm.

The long form (ARCHIVE_TEST_LONG=1) has the numbers that the archive is to withstand; the short one fewer of the same.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.benchmarks.gen import write_corpus
from tests.crash.harm import Corpus, contents, end, exported, start

LONG = bool(os.environ.get("ARCHIVE_TEST_LONG"))


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """2,000 files in the long form, 120 in the short one, ingested without interruption."""
    folder = tmp_path_factory.mktemp("whole")
    files = 2_000 if LONG else 120
    write_corpus(files, folder / "in")
    child = start(folder)
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    begun = time.monotonic()
    code, _, err = end(child)
    seconds = time.monotonic() - begun
    assert (code, err) == (0, "")
    documents = {path: tuple(counts) for path, counts in contents(folder / "archive.db").items()}
    assert len(documents) == files
    return Corpus(Path(folder), files, exported(folder), documents, seconds)
