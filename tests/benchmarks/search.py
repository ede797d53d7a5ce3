"""What does a search cost, in process against the same query in raw FTS5, and as a command against its start-up?

The clock of the first runs inside a process of its own: `python -m tests.benchmarks.search --db FILE`. Each query asks
for the best 20 with snippets; the yardstick is bm25 over the same index, without a row of any other table.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final

from tests.benchmarks.environments import Environments
from tests.benchmarks.gen import Generator
from tests.benchmarks.report import Finding, milliseconds
from tests.benchmarks.timing import ROOT, Case, interleaved, run

QUERIES: Final = {
    "a word of most articles": "pipeline",
    "two frequent words": "defense minister",
    "a phrase": '"defense minister"',
    "three words": "unprecedented hostages Kazakh",
}
SELECTIVE: Final = "Zarubezhneft"
_FIRST: Final = 10  # key of the first generated article
RAW: Final = (
    "SELECT rowid, bm25(article_search, 4.0, 1.0), snippet(article_search, 1, '[', ']', '…', 24) "
    "FROM article_search WHERE article_search MATCH ? ORDER BY rank LIMIT 20"
)


def measure(places: Environments, work: Path, articles: int, rounds: int) -> Iterator[Finding]:
    """A line for each query, and one for the command with a word of 20 articles."""
    database, small = work / "search.db", work / "search-small.db"
    for target in (small, database):
        run(Case([places.archive / "archive", "ingest", ROOT / "seeds" / "issues"], database=target))
    command = [places.archive / "python", "-m", "tests.benchmarks.search", "--db", database]
    run(Case([*command, "--fill", articles]))
    found = json.loads(run(Case([*command, "--rounds", rounds])).output)
    for what, (ours, raw) in found.items():
        yield Finding(
            f"search for {what}, {articles:,} articles, in process",
            f"{1000 * ours:.2f} ms",
            f"raw FTS5: {1000 * raw:.2f} ms",
            ours / raw,
            1.3,
        )
    cases = {
        "search": Case([places.archive / "archive", "search", SELECTIVE], database=database),
        "start-up": Case([places.archive / "archive", "search", "Klebanov"], database=small),
    }
    timings = interleaved(cases, 2 * rounds)
    ours, start = timings["search"], timings["start-up"]
    more = statistics.median(mine.seconds - other.seconds for mine, other in zip(ours.runs, start.runs, strict=True))
    yield Finding(
        f"`archive search` for a word of 20 articles of {articles:,}",
        milliseconds(ours.seconds),
        f"of one article: {milliseconds(start.seconds)}",
        1000 * more,
        15,
        "ms more",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Time searches inside this process.")
    parser.add_argument("--db", type=Path, required=True)
    parser.add_argument("--fill", type=int, help="put so many generated articles in, and time nothing")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.fill:
        _fill(arguments.db, arguments.fill)
    else:
        print(json.dumps(_times(arguments.db, arguments.rounds)))


def _fill(database: Path, articles: int) -> None:
    """The texts alone, ten to an issue: what is searched has no need of mentions."""
    from archive.db.search_index import search_index
    from archive.db.session import open_database

    generator = Generator(1)
    engine = open_database(str(database), write=True)
    for start in range(_FIRST, articles + _FIRST, 5_000):
        rows = [_row(generator, number) for number in range(start, min(start + 5_000, articles + _FIRST))]
        with engine.begin() as connection:
            issues = {(row[1], 1000 + row[1]) for row in rows}
            connection.exec_driver_sql(
                "INSERT INTO issues (id, publication_id, volume, number, date_basis) VALUES (?, 1, 1, ?, 'unknown')",
                sorted(issues),
            )
            connection.exec_driver_sql(
                "INSERT INTO articles (id, issue_id, position, title, body, body_sha256) VALUES (?, ?, ?, ?, ?, ?)",
                rows,
            )
            search_index(connection).index_articles(connection, start - 1)
    engine.dispose()


def _row(generator: Generator, number: int) -> tuple[Any, ...]:
    body = generator.article(number)[1].partition("\n\n")[2]
    if number < _FIRST + 20:
        body += f" {SELECTIVE}."
    return number, number // 10 + 1_000, 1, None, body, str(number)


def _times(database: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Query -> our seconds and those of the raw query; all in turn, round by round."""
    from archive.db.session import open_database, reading

    engine = open_database(str(database), write=False)
    with reading(engine) as connection, closing(sqlite3.connect(database)) as raw:
        tasks: list[Callable[[], object]] = []
        for words in QUERIES.values():
            tasks += [partial(_ours, connection, words), partial(_raw, raw, words)]
        turns = [[_seconds(task) for task in tasks] for _ in range(2 * rounds + 1)]
    engine.dispose()
    medians = [statistics.median(times) for times in zip(*turns[1:], strict=True)]
    return dict(zip(QUERIES, zip(medians[::2], medians[1::2], strict=True), strict=True))


def _ours(connection: Any, words: str) -> list[Sequence[object]]:  # noqa: ANN401 - SQLAlchemy is not the runner's
    from archive.core.search_text import sought
    from archive.queries.asked import Filters
    from archive.queries.search import fetch_found

    return list(fetch_found(connection, sought(words), Filters(limit=20)).rows)


def _raw(connection: sqlite3.Connection, words: str) -> list[Any]:
    query = words if words.startswith('"') else " ".join(f'"{word}"' for word in words.split())
    return connection.execute(RAW, (query,)).fetchall()


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
