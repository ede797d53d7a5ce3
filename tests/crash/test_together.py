"""Do several ingests of one archive at once all succeed, with nothing doubled, nothing lost and no reader kept waiting?

Keys depend on who came first, and nothing else does: the views are compared without them.
"""

from __future__ import annotations

import csv
import io
import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tests.crash.conftest import LONG
from tests.crash.harm import Corpus, end, exported, rows, sound, start

WRITERS = 8 if LONG else 4


def without_keys(export: dict[str, bytes]) -> dict[str, list[list[str]]]:
    """View -> its rows without keys, in an order that no key has a part in."""
    found = {}
    for view, data in export.items():
        reader = csv.reader(io.StringIO(data.decode(), newline=""))
        columns = [not name.endswith("_id") for name in next(reader)]
        found[view] = sorted([cell for cell, kept in zip(row, columns, strict=True) if kept] for row in reader)
    return found


def read_until_done(database: Path, running: Iterable[object]) -> list[int]:
    """Count the articles again and again through a reader that waits for no lock; the counts."""
    counts = []
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=0)) as reader:
        while any(child.poll() is None for child in running):  # type: ignore[attr-defined]
            counts += [int(row[0]) for row in reader.execute("SELECT count(*) FROM article_details")]
            time.sleep(0.02)
    return counts


def test_writers_at_once_double_nothing_and_lose_nothing(whole: Corpus, tmp_path: Path) -> None:
    folder = whole.place(tmp_path / "together")
    assert end(start(folder, "in/none*.txt"))[0] == 1  # an archive without a file, for readers to begin with
    files = sorted(whole.documents)
    share = len(files) // WRITERS
    parts = [[*files[share * number :], *files[: share * number]][: 2 * share] for number in range(WRITERS)]
    children = [start(folder, *part, batch=7) for part in parts]
    counts = read_until_done(folder / "archive.db", children)
    ended = [end(child) for child in children]
    assert [(code, err) for code, _, err in ended] == [(0, "")] * WRITERS
    assert len(counts) > 5
    assert counts == sorted(counts)
    rest = set(files) - {path for part in parts for path in part}
    if rest:
        assert end(start(folder, *sorted(rest)))[0] == 0
    assert sound(folder / "archive.db", whole) == whole.files
    assert rows(folder / "archive.db", "SELECT count(*), count(DISTINCT location) FROM documents") == [
        (whole.files, whole.files)
    ]
    assert without_keys(exported(folder)) == without_keys(whole.export)
