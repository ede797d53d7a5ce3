"""What do the parts of an ingest cost at least? `python -m tests.benchmarks.floor --corpus FOLDER [--db FILE]`.

A hand-written ingest without comforts: read, sha256, citations by regular expressions, a gazetteer of 5,000 names,
normalized rows by the driver, a full text index. It bounds cost, not quality: it finds no people without a list and no
roles. Without `--db` it reads and parses only. Needs sqlalchemy and ahocorasick_rs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import re
import sqlite3
import time
from collections.abc import Callable
from glob import glob
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

import ahocorasick_rs

from tests.benchmarks import floor_schema as schema
from tests.benchmarks.population import population
from tests.benchmarks.vocabulary import MONTHS

Row = tuple[Any, ...]
Finder = Callable[[str], list[tuple[str, int, int]]]

MONTH: Final = "|".join(MONTHS)
MONTH_NUMBER: Final = {month: number for number, month in enumerate(MONTHS, 1)}
HEADER: Final = re.compile(r"Publication: (.+?) Volume: (\d+) Issue: (\d+)")
PARENTHETICAL: Final = re.compile(rf"\([^()]*\b(?:{MONTH})\b[^()]*\)")
MONTH_DAY: Final = re.compile(rf"\b({MONTH})(?: (\d{{1,2}})(?:\s*[-\u2013]\s*(?:({MONTH}) )?(\d{{1,2}}))?)?\b")
ENTRY: Final = re.compile(r"^(?:see )?(?:the )?(.*?)(?: \[([^]]+)\])?$")
MORE_DAYS: Final = re.compile(r",\s*(\d{1,2})\b")


class Parsed(NamedTuple):
    publication: str
    volume: int
    number: int
    date: str
    path: str
    sha256: str
    text: str
    citations: list[Row]
    mentions: list[tuple[str, int, int]]


def finder() -> Finder:
    """What finds the 5,000 names of the gazetteer in a text."""
    known = population()
    names = [*(person.name for person in known.people[:4000]), *known.organizations[:1000]]
    automaton = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return lambda text: [(names[at], start, end) for at, start, end in automaton.find_matches_as_indexes(text)]


def parse(path: str, find: Finder) -> Parsed:
    with open(path, "rb") as file:
        data = file.read()
    text = data.decode()
    header = HEADER.match(text)
    if header is None:
        raise ValueError(path)
    volume, number = int(header[2]), int(header[3])
    issued = dt.date(1994 + volume, 1, 2) + dt.timedelta(days=int(number * 1.5))
    digest, citations = hashlib.sha256(data).hexdigest(), citations_of(text, issued)
    return Parsed(header[1], volume, number, issued.isoformat(), path, digest, text, citations, find(text))


def citations_of(text: str, issued: dt.date) -> list[Row]:
    rows: list[Row] = []
    for parenthetical in PARENTHETICAL.finditer(text):
        for part in parenthetical[0][1:-1].split(";"):
            if found := MONTH_DAY.search(part):
                add_pairs(rows, parenthetical, part, found, issued)
    return rows


def add_pairs(rows: list[Row], whole: re.Match[str], part: str, found: re.Match[str], issued: dt.date) -> None:
    """A row for each source and each day of a part."""
    month = MONTH_NUMBER[found[1]]
    year = issued.year - (month > issued.month)
    date = f"{year}-{month:02}-{int(found[2] or 1):02}"
    last = found[4] and f"{year}-{MONTH_NUMBER[found[3]] if found[3] else month:02}-{int(found[4]):02}"
    precision = "day" if found[2] else "month"
    for source in filter(None, map(str.strip, part[: found.start()].split(","))):
        entry = ENTRY.match(source)
        name, place = entry.groups() if entry else (source, None)
        days = (date, *(f"{date[:8]}{int(more):02}" for more in MORE_DAYS.findall(part[found.end() :])))
        rows += [(name, whole[0], "source", place, day, last, precision, *whole.span()) for day in days]


class Rows:
    """Gives keys to the dimensions and turns parsed articles into rows."""

    def __init__(self) -> None:
        self._keys: dict[schema.Model, dict[Any, int]] = {model: {} for model in schema.DIMENSIONS}
        self._new: dict[schema.Model, list[Row]] = {model: [] for model in schema.DIMENSIONS}
        self._last = dict.fromkeys(schema.FACTS, 0)

    def tables(self, batch: list[Parsed]) -> dict[schema.Model, list[Row]]:
        """The rows of a batch, those of new dimensions first."""
        facts: dict[schema.Model, list[Row]] = {model: [] for model in schema.FACTS}
        for parsed in batch:
            publication = self._key(schema.Publication, parsed.publication)
            issue = self._key(schema.Issue, (publication, parsed.volume, parsed.number), parsed.date)
            article = self._next(schema.Article)
            facts[schema.Article].append((article, issue, parsed.path, parsed.sha256, parsed.text))
            for name, *rest in parsed.citations:
                source = self._key(schema.Source, name)
                facts[schema.Citation].append((self._next(schema.Citation), article, source, *rest))
            for name, start, end in parsed.mentions:
                entity = self._key(schema.Entity, ("name", name))
                facts[schema.Mention].append((self._next(schema.Mention), article, entity, name, None, start, end))
        new, self._new = self._new, {model: [] for model in schema.DIMENSIONS}
        return {**new, **facts}

    def _key(self, model: schema.Model, key: str | Row, *more: str) -> int:
        known = self._keys[model]
        if key not in known:
            known[key] = len(known) + 1
            self._new[model].append((known[key], *(key if isinstance(key, tuple) else (key,)), *more))
        return known[key]

    def _next(self, model: schema.Model) -> int:
        self._last[model] += 1
        return self._last[model]


def writer(path: str) -> Callable[[dict[schema.Model, list[Row]]], None]:
    """What writes a batch into a new database at `path`, one transaction a batch."""
    for suffix in ("", "-wal", "-shm"):
        Path(path + suffix).unlink(missing_ok=True)
    schema.create(path)
    connection = sqlite3.connect(path)
    for pragma in schema.PRAGMAS:
        connection.execute(pragma)

    def write(tables: dict[schema.Model, list[Row]]) -> None:
        for model, rows in tables.items():
            connection.executemany(schema.insert_statement(model), rows)
        connection.executemany(schema.FTS_ROW, [(row[0], row[4]) for row in tables[schema.Article]])
        connection.commit()

    return write


def corpus_files(folder: Path) -> list[str]:
    """The files of a generated corpus in the order of their numbers, which end their names."""
    return sorted(glob(f"{folder}/*/*.txt"), key=lambda path: path[-11:])


def main() -> None:
    parser = argparse.ArgumentParser(description="The floor of an ingest.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--db", help="without it, nothing is written")
    parser.add_argument("--batch", type=int, default=5000)
    arguments = parser.parse_args()
    start = time.perf_counter()
    files = iter(corpus_files(arguments.corpus))
    write = writer(arguments.db) if arguments.db else None
    find, rows, articles = finder(), Rows(), 0
    while batch := [parse(path, find) for path in islice(files, arguments.batch)]:
        tables = rows.tables(batch)
        articles += len(batch)
        if write is not None:
            write(tables)
    print(f"{articles} articles, {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
