"""From files to an archive: what is stored, what is told, and what one bad file does to the others."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from archive.core.dates import DateInterval
from archive.core.errors import DatabaseError
from archive.db.incoming import Incoming, incoming
from archive.db.outcomes import FileOutcome
from archive.db.store import Store
from archive.extract import extract_each
from archive.ingest import pipeline
from archive.ingest.pipeline import Options, ingest
from archive.ingest.report import FileResult, Report
from archive.parse.article import Given

ISSUE = """Publication: Monitor Volume: 7 Issue: {issue}

North Korean leader Kim Jong-il left Moscow by train, the Interfax news agency said (Interfax, August 6).

{more}
"""
HEADERLESS = "The talks in Moscow ended without a signature (Interfax, August 6).\n\nThey will go on.\n"


@pytest.fixture
def issues(tmp_path: Path) -> Path:
    """A folder of three issues."""
    folder = tmp_path / "issues"
    folder.mkdir()
    for number in (150, 151, 152):
        (folder / f"{number}.txt").write_text(ISSUE.format(issue=number, more=f"Number {number} ends."))
    return folder


def counts(report: Report) -> dict[str, int]:
    return {outcome.value: count for outcome, count in report.counts.items()}


def rows(database: str, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_files_become_articles_and_again_are_the_same(issues: Path, database: str) -> None:
    told: list[FileResult] = []
    report = ingest([str(issues)], database, progress=told.append)
    assert (counts(report), report.files, report.articles, report.failures) == ({"new": 3}, 3, 3, [])
    assert [(one.path, one.articles[0].issue) for one in told] == [
        (str(issues / f"{n}.txt"), n) for n in (150, 151, 152)
    ]
    assert told[0].articles[0].opening.startswith("North Korean leader Kim Jong-il left")
    assert counts(ingest([str(issues)], database)) == {"same": 3}
    assert rows(database, "SELECT count(*) FROM articles") == [(3,)]
    assert rows(database, "SELECT DISTINCT person FROM person_mention_details") == [("Kim Jong-il",)]


def test_one_bad_file_does_not_stop_the_others(issues: Path, database: str) -> None:
    (issues / "151.txt").write_bytes(b"")
    (issues / "152.txt").write_text(HEADERLESS)
    (issues / "153.pdf").write_bytes(b"%PDF")
    report = ingest([str(issues), str(issues / "gone.txt")], database)
    assert counts(report) == {"new": 1, "failed": 3, "skipped": 1}
    assert report.files == 5
    assert [failure.path.rpartition("/")[2] for failure in report.failures] == ["151.txt", "152.txt", "gone.txt"]
    assert "--publication" in str(report.failures[1].reason)
    assert len(rows(database, "SELECT * FROM run_files")) == 5


def test_an_error_that_nobody_foresaw_fails_its_file_only(
    issues: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(articles: Any, authority: Any) -> Any:  # noqa: ANN401 - stands for any extractor
        if any(article.header.issue == 151 for article in articles):
            message = "list index\nout of range"
            raise IndexError(message)
        return extract_each(articles, authority)

    monkeypatch.setattr("archive.ingest.preparation.extract_each", failing)
    report = ingest([str(issues)], database)
    assert counts(report) == {"new": 2, "failed": 1}
    assert str(report.failures[0].reason).startswith("the program failed on it (IndexError: list index out of range)")


def test_a_document_that_the_database_refuses_fails_alone(
    issues: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(location: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - stands for any document
        made = incoming(location, *rest, **more)
        if location.endswith("151.txt"):
            object.__setattr__(made, "media_type", None)
        return made

    monkeypatch.setattr("archive.ingest.preparation.incoming", spoiled)
    (issues / "x.pdf").write_text("")
    report = ingest([str(issues)], database)
    assert counts(report) == {"new": 2, "failed": 1, "skipped": 1}
    assert rows(database, "SELECT outcome FROM run_files ORDER BY path") == [
        ("new",),
        ("failed",),
        ("new",),
        ("skipped",),
    ]


def test_an_interrupted_run_leaves_whole_batches_and_the_next_completes_it(
    issues: Path, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "BATCH_FILES", 1)
    write = Store.write

    def interrupted(self: Store, *args: Any) -> Any:  # noqa: ANN401 - as the method
        if self._writes == 2:
            raise KeyboardInterrupt
        return write(self, *args)

    monkeypatch.setattr(Store, "write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ingest([str(issues)], database)
    assert rows(database, "SELECT count(*) FROM articles") == [(2,)]
    monkeypatch.setattr(Store, "write", write)
    assert counts(ingest([str(issues)], database)) == {"same": 2, "new": 1}
    whole = str(tmp_path / "whole.db")
    ingest([str(issues)], whole)
    for view in ("article_details", "citation_details", "person_mention_details", "organization_mention_details"):
        assert rows(database, f"SELECT * FROM {view}") == rows(whole, f"SELECT * FROM {view}")  # noqa: S608


@pytest.mark.parametrize("size", [1, 2, 2_000])
def test_the_size_of_the_batches_does_not_matter(
    issues: Path, database: str, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(pipeline, "BATCH_FILES", size)
    assert counts(ingest([str(issues)], database)) == {"new": 3}
    assert rows(database, "SELECT issue FROM article_details") == [(150,), (151,), (152,)]


def test_large_files_fill_a_batch_sooner(issues: Path, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_CHARACTERS", 1)
    writes: list[int] = []
    write = Store.write

    def counted(self: Store, some: Sequence[Incoming], others: Sequence[FileOutcome] = ()) -> list[FileOutcome]:
        writes.append(len(some))
        return write(self, some, others)

    monkeypatch.setattr(Store, "write", counted)
    ingest([str(issues)], database)
    assert writes == [1, 1, 1]


def test_a_dry_run_tells_what_would_be_stored_and_writes_nothing(issues: Path, database: str, tmp_path: Path) -> None:
    report = ingest([str(issues)], database, Options(dry_run=True))
    assert (counts(report), report.articles, report.dry) == ({"new": 3}, 3, True)
    assert not Path(database).exists()
    ingest([str(issues / "150.txt"), str(issues / "151.txt")], database)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("archive.db")}
    (issues / "151.txt").write_text(ISSUE.format(issue=151, more="Something else."))
    assert counts(ingest([str(issues)], database, Options(dry_run=True))) == {"same": 1, "replaced": 1, "new": 1}
    assert {path.name: path.read_bytes() for path in tmp_path.glob("archive.db")} == before


def test_standard_input_is_a_document_of_its_own(database: str) -> None:
    texts: Iterator[bytes] = iter([ISSUE.format(issue=n, more="").encode() for n in (150, 151, 150)])
    options = Options(stdin=lambda _most: next(texts))
    assert [counts(ingest(["-"], database, options)) for _ in range(3)] == [{"new": 1}, {"new": 1}, {"same": 1}]
    assert rows(database, "SELECT document, issue FROM article_details") == [("-", 150), ("-", 151)]


def test_a_text_without_header_is_what_the_person_says(tmp_path: Path, database: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(HEADERLESS)
    day = DateInterval(dt.date(2001, 8, 7), dt.date(2001, 8, 7))
    given = Options(given=Given("Monitor", 7, 151, day))
    assert counts(ingest([str(path)], database, given)) == {"new": 1}
    assert rows(database, "SELECT publication, volume, issue, issue_date, issue_date_basis FROM article_details") == [
        ("Monitor", 7, 151, "2001-08-07", "given")
    ]
    assert counts(ingest([str(path)], database, given)) == {"same": 1}
    assert counts(ingest([str(path)], database, Options(given=Given("Monitor", 7, 152)))) == {"replaced": 1}


def test_the_same_file_from_another_folder_is_the_same(
    issues: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(issues.parent)
    ingest(["issues/150.txt"], database)
    monkeypatch.chdir(issues)
    assert counts(ingest(["150.txt"], database)) == {"same": 1}
    assert rows(database, "SELECT document FROM article_details") == [("issues/150.txt",)]
    other = issues.parent / "other"
    other.mkdir()
    shutil.copy("151.txt", other / "150.txt")
    monkeypatch.chdir(other)
    assert counts(ingest(["150.txt"], database)) == {"new": 1}


def test_a_database_that_is_no_archive_is_left_alone(issues: Path, database: str) -> None:
    Path(database).write_text("my diary\n" * 100)
    with pytest.raises(DatabaseError, match="no SQLite database"):
        ingest([str(issues)], database)
    assert Path(database).read_text() == "my diary\n" * 100


def test_no_file_at_all_is_an_empty_report(tmp_path: Path, database: str) -> None:
    (tmp_path / "empty").mkdir()
    assert ingest([str(tmp_path / "empty")], database).files == 0
