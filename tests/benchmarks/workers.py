"""Is an ingest sooner done by two processes than by one, and what does a cluster on the loopback cost on top?"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from tests.benchmarks.environments import Environments
from tests.benchmarks.gen import write_corpus
from tests.benchmarks.ingest import remove
from tests.benchmarks.report import Finding
from tests.benchmarks.timing import Case, Timing, interleaved, ratio

TABLES: Final = ("articles", "citations", "person_mentions", "organization_mentions", "people", "organizations")


def measure(places: Environments, work: Path, articles: int, rounds: int) -> Iterator[Finding]:
    """A line on two processes against one, and on a cluster of two workers against two processes."""
    corpus = work / "corpus-workers"
    write_corpus(articles, corpus)
    with _cluster(places, work) as address:
        ways = {"one": ("--jobs", 1), "two": ("--jobs", 2), "cluster": ("--cluster", address)}
        databases = {name: work / f"{name}.db" for name in ways}
        cases = {
            name: Case(
                [places.archive / "archive", "ingest", corpus, *words],
                database=databases[name],
                prepare=partial(remove, databases[name]),
            )
            for name, words in ways.items()
        }
        timings = interleaved(cases, rounds)
    if len({_digest(database) for database in databases.values()}) != 1:
        message = "the rows are not the same"
        raise RuntimeError(message)
    what = f"ingest of {articles:,} articles"
    yield _finding(f"{what}, `--jobs 2`", timings, "two", "one", 1 / 1.6)
    yield _finding(f"{what}, a cluster of two workers", timings, "cluster", "two", 1.15)


def _finding(what: str, timings: dict[str, Timing], ours: str, peer: str, target: float) -> Finding:
    names = {"one": "`--jobs 1`", "two": "`--jobs 2`"}
    yardstick = f"{names[peer]}: {timings[peer].seconds:,.1f} s"
    return Finding(what, f"{timings[ours].seconds:,.1f} s", yardstick, ratio(timings, ours, peer), target)


def _digest(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        digest = hashlib.sha256()
        for table in TABLES:
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY id"):  # noqa: S608 - our own tables
                digest.update(repr(row).encode())
        return digest.hexdigest()


@contextmanager
def _cluster(places: Environments, work: Path) -> Iterator[str]:
    """A scheduler and two workers of one thread each, on the loopback; its address."""
    told = work / "scheduler.json"
    scheduler = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", told]
    worker = ["worker", "--scheduler-file", told, "--no-nanny", "--nthreads", "1", "--local-directory", work]
    processes = [_start(places, work, scheduler)]
    try:
        while not told.exists() or not told.read_text():
            time.sleep(0.1)
        processes += [_start(places, work, worker) for _ in range(2)]
        time.sleep(5)  # until both are known; the first round warms up anyhow
        yield str(json.loads(told.read_text())["address"])
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _start(places: Environments, work: Path, words: list[object]) -> subprocess.Popen[bytes]:
    what, *options = map(str, words)
    command = [str(places.archive / "python"), "-m", f"distributed.cli.dask_{what}", *options, "--no-dashboard"]
    # outside the checkout, which a Python would take for the package that is installed
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=work)
