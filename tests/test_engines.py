"""Is the archive the same on both engines? One story, told to SQLite and to PostgreSQL, and every answer compared."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from archive.cli.app import main
from archive.core.errors import QueryError
from archive.db.guard import guarded
from archive.db.session import open_database
from archive.ingest.pipeline import ingest
from tests.conftest import own_postgresql

GOLD = Path(__file__).parent / "gold" / "dev.jsonl"
ARTICLES = 40
VIEWS = ("article_details", "citation_details", "person_mention_details", "organization_mention_details")


@dataclass(frozen=True, slots=True)
class Pair:
    """The same archive on SQLite and on PostgreSQL, what ingesting told of each, and the files."""

    sqlite: str
    postgresql: str
    told: tuple[list[dict[str, int]], list[dict[str, int]]]
    folder: Path


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Both archives after the story: files come, come again, one changes, one gains a copy, one is broken."""
    folder = tmp_path_factory.mktemp("engines")
    with own_postgresql() as postgresql:
        sqlite = str(folder / "archive.db")
        told = tuple(story(folder / name, url) for name, url in (("one", sqlite), ("two", postgresql)))
        yield Pair(sqlite, postgresql, (told[0], told[1]), folder)


def story(folder: Path, database: str) -> list[dict[str, int]]:
    issues = folder / "issues"
    issues.mkdir(parents=True)
    texts = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()[:ARTICLES]]
    for record in texts:
        (issues / f"{record['id']}.txt").write_text(record["text"], encoding="utf-8")
    told = [counts(issues, database), counts(issues, database)]
    first, second = (issues / f"{record['id']}.txt" for record in texts[:2])
    first.write_text(first.read_text(encoding="utf-8").replace("Moscow", "Kyiv") + "\nA last word.\n", encoding="utf-8")
    (issues / "zz-copy.txt").write_bytes(second.read_bytes())
    (issues / "zz-broken.txt").write_bytes(b"no header at all")
    return [*told, counts(issues, database)]


def counts(folder: Path, database: str) -> dict[str, int]:
    return {outcome.value: count for outcome, count in ingest([str(folder)], database).counts.items()}


def test_files_fare_alike(pair: Pair) -> None:
    assert pair.told[0] == pair.told[1]
    assert pair.told[0][:2] == [{"new": ARTICLES}, {"same": ARTICLES}]
    assert pair.told[0][2]["replaced"] == 1


@pytest.mark.parametrize("view", VIEWS)
def test_the_views_hold_the_same_rows(pair: Pair, view: str) -> None:
    columns, rows = answer(pair.sqlite, f"SELECT * FROM {view}")  # noqa: S608 - a view of ours
    assert (columns, rows) == answer(pair.postgresql, f"SELECT * FROM {view}")  # noqa: S608 - as above
    assert rows


def answer(database: str, sql: str) -> tuple[tuple[str, ...], list[str]]:
    """The columns and rows of a statement, in an order that no collation tells; the files' folders apart."""
    engine = open_database(database, write=False)
    with guarded(engine, sql, {}, 20) as table:
        rows = sorted(repr(tuple(row)).replace("/one/", "/two/") for row in table.rows)
    engine.dispose()
    return table.columns, rows


COMMANDS = {
    "publications": ["publications"],
    "issues": ["issues", "--limit", "20"],
    "articles": ["articles", "--limit", "20"],
    "people": ["people", "--limit", "40"],
    "organizations": ["organizations", "--limit", "40"],
    "citations": ["citations", "--limit", "40"],
    "citations of a source": ["citations", "--source", "Interfax", "--since", "1996-01-01"],
    "articles that name somebody": ["articles", "--person", "Yeltsin"],
    "a person": ["person", "Yeltsin"],
    "an organization": ["organization", "State Duma"],
    "a search": ["search", "president", "--limit", "5", "--count"],
    "a statement": ["sql", "SELECT kind, count(*) AS n FROM citation_details GROUP BY kind ORDER BY kind"],
    "a value": ["sql", "SELECT count(*) AS n FROM people WHERE name = :who", "-p", "who", "Boris Yeltsin"],
    "a statement that writes": ["sql", "DELETE FROM people"],
}  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_commands_answer_alike(
    pair: Pair, words: list[str], monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    ask = asking(monkeypatch, capfdbinary)
    code, out = ask(pair.sqlite, words)
    assert (code, out) == ask(pair.postgresql, words)
    assert out or code


def asking(
    monkeypatch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[bytes]
) -> Callable[[str, list[str]], tuple[object, str]]:
    def ask(database: str, words: list[str]) -> tuple[object, str]:
        monkeypatch.setenv("ARCHIVE_DB", database)
        monkeypatch.setattr("sys.argv", ["archive", *words])
        with pytest.raises(SystemExit) as end:
            main()
        return end.value.code, captured.readouterr().out.decode().replace("/one/", "/two/")

    return ask


def test_exports_are_alike_but_for_paths(
    pair: Pair, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    ask = asking(monkeypatch, capfdbinary)
    for name, database in (("sqlite", pair.sqlite), ("postgresql", pair.postgresql)):
        assert ask(database, ["export", "--out", str(pair.folder / name)])[0] == 0
    for view in VIEWS:
        one, other = (
            (pair.folder / name / f"{view}.csv").read_text(encoding="utf-8").replace("/one/", "/two/")
            for name in ("sqlite", "postgresql")
        )
        assert one == other


@pytest.mark.parametrize("sql", ["DROP TABLE people", "UPDATE people SET name = ''", "COPY people TO '/x'", "VACUUM"])
def test_what_would_write_is_refused_by_both(pair: Pair, sql: str) -> None:
    for database in (pair.sqlite, pair.postgresql):
        engine = open_database(database, write=False)
        with pytest.raises(QueryError), guarded(engine, sql, {}, 5) as table:
            list(table.rows)
        engine.dispose()


def test_several_loaders_at_once_lose_and_double_nothing(pair: Pair, postgresql_database: str, tmp_path: Path) -> None:
    """Three loaders with overlapping files into one PostgreSQL database give the rows of one loader."""
    files = sorted((pair.folder / "two" / "issues").glob("*.txt"))
    shares = (files[:30], files[10:], files[::2])
    errors: list[BaseException] = []

    def load(share: list[Path]) -> None:
        try:
            ingest([str(path) for path in share], postgresql_database)
        except BaseException as error:  # noqa: BLE001 - told below
            errors.append(error)

    loaders = [threading.Thread(target=load, args=(share,)) for share in shares]
    for loader in loaders:
        loader.start()
    for loader in loaders:
        loader.join()
    assert errors == []
    alone = str(tmp_path / "alone.db")
    ingest([str(path) for path in files], alone)
    for sql in (
        "SELECT publication, volume, issue, issue_date, title, documents FROM article_details",
        "SELECT publication, issue, source, date, raw FROM citation_details",
        "SELECT issue, person, surface, role, span_start FROM person_mention_details",
        "SELECT issue, organization, surface, span_start FROM organization_mention_details",
    ):
        assert answer(postgresql_database, sql) == answer(alone, sql)
