"""How fast are read, parse and extract on one core, against the floor's parse, and how do they grow with length?

The clock runs inside a process of its own: `python -m tests.benchmarks.extraction --corpus FOLDER`.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks.environments import Environments
from tests.benchmarks.report import Finding
from tests.benchmarks.timing import Case, run

if TYPE_CHECKING:  # the runner has the checkout without its dependencies
    from archive.read.document import Document

ARTICLE: Final = 3600
"""Bytes of an article, to which the times are reduced."""
LENGTHS: Final = (160_000, 320_000, 640_000)
"""Characters of one article put together of many."""


def measure(places: Environments, corpus: Path, rounds: int) -> Iterator[Finding]:
    command = [places.archive / "python", "-m", "tests.benchmarks.extraction", "--corpus", corpus, "--rounds", rounds]
    found = json.loads(run(Case(command)).output)
    size, seconds, floor = found["bytes"], found["seconds"], found["floor"]
    yield Finding(
        "read, parse and extract, one core",
        f"{size / seconds / 1e6:.1f} MB/s",
        f"the floor's parse: {size / floor / 1e6:.1f} MB/s",
        1000 * seconds / size * ARTICLE,
        0.6,
        "ms an article of 3.6 KB",
    )
    times = found["long"]
    yield Finding(
        "the same, one article of twice the length",
        " ms, ".join(f"{1000 * time:,.0f}" for time in times) + " ms",
        "lengths of " + ", ".join(f"{length / 1000:,.0f}" for length in LENGTHS) + " KB",
        max(second / first for first, second in pairwise(times)),
        2.5,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Time read, parse and extract inside this process.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    from archive.ingest.garbage import collect_seldom
    from archive.ingest.parcels import PARCEL_FILES
    from archive.read.reading import read
    from tests.benchmarks.floor import corpus_files, finder, parse

    collect_seldom()  # as every process does that prepares files
    files = corpus_files(arguments.corpus)[:2000]
    parcels = [files[at : at + PARCEL_FILES] for at in range(0, len(files), PARCEL_FILES)]
    find = finder()
    tasks: list[Callable[[], object]] = [
        lambda: [_found_in(map(read, parcel)) for parcel in parcels],
        lambda: [parse(path, find) for path in files],
    ]
    seconds, floor = _medians(tasks, arguments.rounds)
    long = _medians([partial(_found_in, [_document(text)]) for text in _long_texts(files)], arguments.rounds)
    size = sum(Path(path).stat().st_size for path in files)
    print(json.dumps({"bytes": size, "seconds": seconds, "floor": floor, "long": long}))


def _medians(tasks: list[Callable[[], object]], rounds: int) -> list[float]:
    """Seconds of each task: all in turn, round by round, after one round that does not count."""
    turns = [[_seconds(task) for task in tasks] for _ in range(rounds + 1)]
    return [statistics.median(times) for times in zip(*turns[1:], strict=True)]


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def _found_in(documents: Iterable[Document]) -> object:
    from archive.extract import extract_each
    from archive.parse.articles import parse
    from archive.read.authority import load_authority

    return extract_each([article for document in documents for article in parse(document)], load_authority())


def _long_texts(files: list[str]) -> list[str]:
    bodies = "".join(Path(path).read_text(encoding="utf-8").partition("\n\n")[2] for path in files)
    return ["Publication: Monitor Volume: 7 Issue: 153\n\n" + bodies[:length] for length in LENGTHS]


def _document(text: str) -> Document:
    from archive.read.reading import read_bytes

    return read_bytes(text.encode(), "article.txt")


if __name__ == "__main__":
    main()
