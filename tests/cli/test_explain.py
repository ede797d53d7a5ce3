from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archive.cli.app import main
from archive.cli.explain import marked, year_found
from archive.ingest.pipeline import ingest

ISSUE = Path(__file__).resolve().parent.parent.parent / "seeds" / "issues" / "monitor-7-153.txt"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of one issue."""
    database = str(tmp_path_factory.mktemp("explain") / "archive.db")
    ingest([str(ISSUE)], database)
    return database


@pytest.fixture
def run(archive: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Any:  # noqa: ANN401
    """Calls `archive ...` on that archive; gives exit code, output and errors."""
    monkeypatch.setenv("ARCHIVE_DB", archive)

    def call(*words: str) -> tuple[object, str, str]:
        monkeypatch.setattr("sys.argv", ["archive", *words])
        with pytest.raises(SystemExit) as end:
            main()
        told = capfdbinary.readouterr()
        return end.value.code, told.out.decode(), told.err.decode()

    return call


def answer(run: Any, what: str, key: int) -> dict[str, Any]:  # noqa: ANN401
    code, out, _ = run("explain", what, str(key), "--format", "json")
    assert code == 0
    (row,) = json.loads(out)
    assert isinstance(row, dict)
    return row


def test_a_citation_tells_file_sentence_rule_year_and_link(run: Any) -> None:  # noqa: ANN401
    row = answer(run, "citation", 1)
    assert row["document"].endswith("monitor-7-153.txt")
    assert f"[[{row['raw']}]]" in row["sentence"]
    assert row["rule"]
    assert row["date_printed"] == "--08-03"
    assert row["year_found"] == "from the day of the issue, 2001-08-09, from the newsletter's calendar"
    assert (row["source"], row["source_text"]) == ("JoongAng Ilbo", "JoongAng Ilbo")
    assert row["link_basis"] == "name"
    assert ISSUE.read_text(encoding="utf-8")[row["file_start"] : row["file_end"]] == row["raw"]


@pytest.mark.parametrize("what", ["person", "organization"])
def test_a_mention_tells_its_record_and_how_it_was_found(what: str, run: Any) -> None:  # noqa: ANN401
    row = answer(run, what, 1)
    assert row[what]
    assert row["link_basis"]
    assert f"[[{row['surface']}]]" in row["sentence"]
    assert ISSUE.read_text(encoding="utf-8")[row["file_start"] : row["file_end"]] == row["surface"]


def test_without_a_format_each_value_has_its_line(run: Any) -> None:  # noqa: ANN401
    code, out, _ = run("explain", "citation", "1")
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "citation 1"
    assert any(line.split() == ["link", "basis", "name"] for line in lines)


WRONG = {
    "no such citation": (["citation", "999999"], 1, "no citation with id 999999 in the archive"),
    "nothing of that name": (["issue", "1"], 2, "nothing called 'issue' can be explained"),
    "an id that is no number": (["citation", "one"], 2, "'one' is not a whole number"),
}


@pytest.mark.parametrize(("words", "code", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_in_one_line(words: list[str], code: int, told: str, run: Any) -> None:  # noqa: ANN401
    found, _, err = run("explain", *words)
    assert found == code
    assert told in err
    assert err.count("\n") == 1


YEARS = {
    "printed": ("printed", "1999-06", "printed beside the day"),
    "in a list": ("list", "2001-04-10", "printed once for the list that the day stands in"),
    "none cited": ("none", None, "no day is cited"),
    "none found": ("none", "--02-30", "not found: no calendar has the day, or the issue's year is unknown"),
}


@pytest.mark.parametrize(("basis", "printed", "told"), YEARS.values(), ids=YEARS)
def test_how_the_year_was_found_is_told_in_words(basis: str, printed: str | None, told: str) -> None:
    row = {"year_basis": basis, "date_printed": printed, "issue_date": None, "issue_date_basis": "unknown"}
    assert year_found(row).startswith(told)


def test_the_span_is_marked_where_it_stands() -> None:
    assert marked("He met Kim.", 7, 3) == "He met [[Kim]]."
