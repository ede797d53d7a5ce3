"""All benchmarks by one command: `python -m tests.benchmarks [--only ingest ...] [--articles 1000 10000]`.

Needs Linux or macOS, Python 3.11 and a package index; nothing need be installed. Each pair is measured in one run, in
turn; a figure is the median of the rounds. The table goes to standard output and to tests/benchmarks/results/.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import environments, export, extraction, ingest, report, search, startup, workers
from tests.benchmarks.gen import write_corpus

RESULTS = Path(__file__).resolve().parent / "results"
ALL = ("startup", "extraction", "ingest", "workers", "export", "search", "postgresql")


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        places = environments.make(work)
        machine = environments.describe(places)
        findings = []
        for finding in _measure(places, work, arguments):
            print(" | ".join(finding.cells()), file=sys.stderr)
            findings.append(finding)
    text = f"{machine}\n- medians of {arguments.rounds} rounds\n\n{report.markdown(findings)}"
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H%M}.md").write_text(text, encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the archive side by side with its peers.")
    parser.add_argument("--only", nargs="+", choices=ALL, default=ALL, help="which parts")
    parser.add_argument("--articles", nargs="+", type=int, default=[1_000, 10_000], help="sizes of the ingest")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the export")
    parser.add_argument("--searched", type=int, default=100_000, help="articles of the search")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def _measure(places: environments.Environments, work: Path, arguments: argparse.Namespace) -> Iterator[report.Finding]:
    if "startup" in arguments.only:
        yield from startup.measure(places, work, arguments.rounds)
    if "extraction" in arguments.only:
        corpus = work / "corpus"
        write_corpus(1_000, corpus)
        yield from extraction.measure(places, corpus, arguments.rounds)
    if "ingest" in arguments.only:
        yield from ingest.measure(places, work, arguments.articles, arguments.rounds)
    if "workers" in arguments.only:
        yield from workers.measure(places, work, max(arguments.articles), arguments.rounds)
    if "export" in arguments.only:
        yield from export.measure(places, work, arguments.rows, arguments.rounds)
    if "search" in arguments.only:
        yield from search.measure(places, work, arguments.searched, arguments.rounds)
    if "postgresql" in arguments.only and os.environ.get("ARCHIVE_TEST_POSTGRES"):
        from tests.benchmarks import postgresql  # needs the archive and psycopg beside this program

        yield from postgresql.measure(work, arguments.rounds)


if __name__ == "__main__":
    main()
