"""What does `archive ingest` cost, whole command, against the floor on the same articles, and how does it grow?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks.environments import Environments
from tests.benchmarks.gen import write_corpus
from tests.benchmarks.report import Finding
from tests.benchmarks.timing import Case, Timing, interleaved, ratio


def measure(places: Environments, work: Path, sizes: Sequence[int], rounds: int) -> Iterator[Finding]:
    """A line on speed for each size, then on growth, memory and space. A corpus is made and taken away size by size."""
    found: dict[int, Timing] = {}
    for articles in sorted(sizes):
        corpus = work / f"corpus-{articles}"
        texts = write_corpus(articles, corpus)
        database, floor_database = work / f"ours-{articles}.db", work / f"floor-{articles}.db"
        floor = [places.archive / "python", "-m", "tests.benchmarks.floor", "--corpus", corpus, "--db", floor_database]
        archive = [places.archive / "archive", "ingest", "--jobs", 1, corpus]
        ours = Case(archive, database=database, prepare=partial(remove, database))
        timings = interleaved({"ours": ours, "floor": Case(floor)}, rounds)
        found[articles] = timings["ours"]
        yield Finding(
            f"ingest of {articles:,} articles, `--jobs 1`",
            _speed(articles, timings["ours"]),
            f"the floor: {_speed(articles, timings['floor'])}",
            ratio(timings, "ours", "floor"),
            2.8,
        )
        yield Finding(
            f"database of {articles:,} articles, everything indexed",
            f"{database.stat().st_size / 1e6:,.0f} MB",
            f"the texts: {texts / 1e6:,.0f} MB",
            database.stat().st_size / texts,
            2.3,
        )
        remove(floor_database)
    yield from _growth(found)


def _growth(found: dict[int, Timing]) -> Iterator[Finding]:
    largest = max(found)
    peak = found[largest].mebibytes
    yield Finding(f"memory at {largest:,} articles", f"{peak:,.0f} MiB", "", peak, 180, "MiB")
    smaller = [size for size in found if 10 * size <= largest]
    if smaller:
        size = max(smaller)
        before, growth = found[size], math.log(largest / size)
        exponent = math.log(found[largest].seconds / before.seconds) / growth
        span = f"from {size:,} to {largest:,} articles"
        yield Finding(f"growth of time, {span}", "", "", exponent, 1.10, "as exponent")
        yield Finding(
            f"growth of memory, {span}", "", f"{before.mebibytes:,.0f} MiB", peak - before.mebibytes, 20, "MiB"
        )


def _speed(articles: int, timing: Timing) -> str:
    return f"{timing.seconds:,.1f} s, {articles / timing.seconds:,.0f} articles/s"


def remove(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
