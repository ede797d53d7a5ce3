"""What does it cost to write a million rows of citations as CSV, against sqlite3's shell and sqlite-utils?"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.benchmarks.environments import Environments
from tests.benchmarks.gen import write_corpus
from tests.benchmarks.report import Finding
from tests.benchmarks.timing import Case, interleaved, ratio, run

SELECT: Final = "SELECT * FROM citations ORDER BY id"
ARTICLES: Final = 1_000


def measure(places: Environments, work: Path, rows: int, rounds: int) -> Iterator[Finding]:
    """The table `citations`, filled up to `rows` rows with copies of those of 1,000 articles."""
    database, few = work / "many.db", work / "few.db"
    _fill(places, work, few, rows // 10)
    shutil.copy(few, database)
    _copy_rows(database, rows)
    archive = [places.archive / "archive", "export", "citations", "--format", "csv", "-o"]
    cases = {
        "ours": Case([*archive, work / "ours.csv"], database=database),
        "ours, a tenth": Case([*archive, work / "tenth.csv"], database=few),
        "sqlite-utils": Case(
            _into(work / "utils.csv", places.peer / "sqlite-utils", "query", "--csv", database, SELECT)
        ),
    }
    shell = shutil.which("sqlite3")
    if shell:
        cases["sqlite3"] = Case(_into(work / "shell.csv", shell, "-csv", "-header", database, SELECT))
    timings = interleaved(cases, rounds)
    what = f"export of {rows:,} citations to CSV"
    for peer, target in (("sqlite3", 2.7), ("sqlite-utils", 1.0)):
        if peer in timings:
            measured, yardstick = (f"{timings[name].seconds:.2f} s" for name in ("ours", peer))
            yield Finding(what, measured, f"{peer}: {yardstick}", ratio(timings, "ours", peer), target)
    peak, tenth = timings["ours"].mebibytes, timings["ours, a tenth"].mebibytes
    yield Finding("memory of that export", f"{peak:.0f} MiB", f"{rows // 10:,} rows: {tenth:.0f} MiB", peak, 64, "MiB")


def _into(target: Path, *command: object) -> list[object]:
    """The command with its output in a file, as ours is."""
    return ["sh", "-c", 'out=$1; shift; exec "$@" >"$out"', "sh", target, *command]


def _fill(places: Environments, work: Path, database: Path, rows: int) -> None:
    corpus = work / "corpus-export"
    write_corpus(ARTICLES, corpus)
    run(Case([places.archive / "archive", "ingest", corpus], database=database))
    _copy_rows(database, rows)


def _copy_rows(database: Path, rows: int) -> None:
    """Double the rows of `citations`, under new keys, until there are `rows` of them."""
    with closing(sqlite3.connect(database)) as connection, connection:
        columns = ", ".join(row[1] for row in connection.execute("PRAGMA table_info(citations)") if row[1] != "id")
        while missing := rows - connection.execute("SELECT count(*) FROM citations").fetchone()[0]:
            connection.execute(
                f"INSERT INTO citations ({columns}) SELECT {columns} FROM citations ORDER BY id LIMIT ?",  # noqa: S608
                (max(missing, 0),),
            )
