"""What do 100 million articles need? Rows, bytes and seconds an article, measured on a few thousand of them.

`python -m tests.benchmarks.scale [--articles 5000]`, in an environment that has the package. Times are of the processor
in one process, so that other programs do not count; sizes are of an SQLite file with all its indexes.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest.mock import patch

from tests.benchmarks.gen import write_corpus

MANY: Final = 100_000_000
_OF_ARTICLES: Final = (
    "articles", "documents", "document_articles", "document_parts", "run_files", "citations", "person_mentions",
    "organization_mentions",
)  # fmt: skip
"""The tables that grow with the articles; records grow with the names in them, which recur."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The figures of one ingest."""

    articles: int
    text: int
    rows: int
    size: int
    packed: int
    pure: float
    sending: float
    total: float

    def lines(self) -> list[tuple[str, str, str]]:
        """What, an article, 100 million articles."""
        n = self.articles
        writer = self.total - self.pure + self.sending / 2
        return [
            ("text", f"{self.text / n:,.0f} bytes", f"{_tera(self.text / n)} TB"),
            ("rows", f"{self.rows / n:.1f}", f"{self.rows / n * MANY / 1e9:.1f} billion"),
            ("database, indexes too", f"{self.size / n:,.0f} bytes", f"{_tera(self.size / n)} TB"),
            ("of it a row", f"{self.size / self.rows:,.0f} bytes", ""),
            ("sent from worker to writer", f"{self.packed / n:,.0f} bytes", f"{_tera(self.packed / n)} TB"),
            ("read, parse and extract", *_work(self.pure / n)),
            ("sending and receiving", *_work(self.sending / n)),
            ("receive, link and store", *_work(writer / n)),
            ("workers that keep one writer busy", f"{self.pure / writer:.1f}", ""),
        ]


def _tera(size: float) -> str:
    return f"{size * MANY / 1e12:.2f}"


def _work(seconds: float) -> tuple[str, str]:
    return f"{1000 * seconds:.2f} ms, {1 / seconds:,.0f}/s a core", f"{seconds * MANY / 86_400:,.1f} days of a core"


def measure(articles: int) -> Scale:
    from archive.ingest.packing import pack, unpack
    from archive.ingest.pipeline import ingest
    from archive.ingest.preparation import Prepared, Task, prepare
    from archive.read.authority import Authority

    pure = sending = 0.0
    packed = 0

    def timed(tasks: Sequence[Task], authority: Authority) -> list[Prepared]:
        nonlocal pure, sending, packed
        start = time.process_time()
        prepared = prepare(tasks, authority)
        middle = time.process_time()
        sent = pack(prepared)
        unpack(sent)
        pure, sending, packed = pure + middle - start, sending + time.process_time() - middle, packed + len(sent)
        return prepared

    with tempfile.TemporaryDirectory() as folder:
        corpus, database = Path(folder) / "corpus", Path(folder) / "archive.db"
        ingest([], str(database))  # the seeds are no article's
        seeds = database.stat().st_size
        text = write_corpus(articles, corpus)
        start = time.process_time()
        with patch("archive.ingest.stage.prepare", timed):
            ingest([str(corpus)], str(database))
        total = time.process_time() - start - sending
        return Scale(articles, text, _rows(database), database.stat().st_size - seeds, packed, pure, sending, total)


def _rows(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _OF_ARTICLES]  # noqa: S608 - our own tables
        return sum(counts)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what an article takes, and reckon what many do.")
    parser.add_argument("--articles", type=int, default=5_000)
    found = measure(parser.parse_args().articles)
    rows = [("what", "an article", "100 million"), ("---",) * 3, *found.lines()]
    print("\n".join(f"| {' | '.join(row)} |" for row in rows))


if __name__ == "__main__":
    main()
