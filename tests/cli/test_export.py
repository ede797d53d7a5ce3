"""Are exports whole, in a stable order, and the same twice?"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from archive.export.excel import original
from archive.queries.relations import relation_names, view_names
from tests.cli.conftest import Command

OLD = "old"


def test_all_views_are_written_by_default_and_twice_the_same(run: Command, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        ended = run("export", "--out", folder)
        assert ended.out.splitlines() == [f"{folder}/{view}.csv" for view in view_names()]
    for view in view_names():
        first, second = ((tmp_path / folder / f"{view}.csv").read_bytes() for folder in ("one", "two"))
        assert first == second
        assert first.count(b"\r\n") > 1


def test_every_table_and_view_can_be_written(run: Command, tmp_path: Path) -> None:
    names = relation_names()
    assert run("export", *names, "--out", "all", "--format", "ndjson").code == 0
    assert {path.name for path in (tmp_path / "all").iterdir()} == {f"{name}.ndjson" for name in names}


def test_rows_come_by_key(run: Command, tmp_path: Path) -> None:
    assert run("export", "citation_details", "-o", "c.csv").code == 0
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        keys = [int(row["citation_id"]) for row in csv.DictReader(file, strict=True)]
    assert keys == sorted(keys)
    assert len(keys) == 12


def test_the_files_name_tells_the_format(run: Command, tmp_path: Path) -> None:
    run("export", "publications", "-o", "p.json")
    assert json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))[0]["name"]
    run("export", "publications", "-o", "p.md")
    assert (tmp_path / "p.md").read_text(encoding="utf-8").startswith("| id | name |")


def test_standard_output_takes_one_too(run: Command) -> None:
    out = run("export", "article_details", "-o", "-").out
    assert out.startswith("document,article_id,publication,")
    assert out.endswith("\r\n")


def test_an_answer_can_be_written(run: Command, tmp_path: Path) -> None:
    sql = "SELECT :a AS a, '=1' AS b"
    ended = run("export", "--sql", sql, "-p", "a", "x", "-o", "a.csv", "--excel")
    assert (ended.code, (tmp_path / "a.csv").read_bytes()) == (0, b"\xef\xbb\xbfa,b\r\nx,'=1\r\n")


def test_excel_is_undone_by_the_documented_rule(run: Command, tmp_path: Path) -> None:
    run("export", "citation_details", "-o", "plain.csv")
    run("export", "citation_details", "-o", "excel.csv", "--excel")
    with (tmp_path / "plain.csv").open(encoding="utf-8", newline="") as file:
        plain = list(csv.reader(file))
    with (tmp_path / "excel.csv").open(encoding="utf-8-sig", newline="") as file:
        excel = list(csv.reader(file))
    assert any(cell.startswith("'--0") for row in excel for cell in row)
    assert [[original(cell) for cell in row] for row in excel] == plain


@pytest.mark.parametrize("words", [["--sql", "SELECT 1 UNION ALL SELECT abs(-9223372036854775808)"], ["nope"]])
def test_a_failure_leaves_the_file_that_was_there(words: list[str], run: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(OLD, encoding="utf-8")
    ended = run("export", *words, "-o", "a.csv")
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"a.csv": OLD}


def test_an_unknown_table_is_told_with_those_there_are(run: Command) -> None:
    assert (
        "no table or view 'cites'; there are article_details, citation_details"
        in run("export", "cites", "-o", "a.csv").err
    )


def test_a_folder_that_cannot_be_made_is_told(run: Command, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "file cannot be made a folder" in run("export", "--out", "file").err
