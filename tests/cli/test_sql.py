"""Does `archive sql` take a statement by every route, and hand it over as it is?"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Ended

STATEMENTS = {
    "plain": "SELECT 1 AS a, 'x' AS b",
    "a comment first": "-- attach 'x'; pragma y\nSELECT 1 AS a, 'x' AS b",
    "a comment without a blank first": "--delete\nSELECT 1 AS a, 'x' AS b",
    "colons in a literal": "SELECT 1 AS a, 'x' AS b WHERE ':a' <> ':b' AND '10:30' LIKE '%:30'",
    "percent signs": "SELECT 1 AS a, 'x' AS b WHERE '5%' LIKE '%%' AND 'a' <> '%(b)s'",
}


def by_argument(run: Command, sql: str, _folder: Path, _patch: pytest.MonkeyPatch) -> Ended:
    return run("sql", sql)


def by_stdin(run: Command, sql: str, _folder: Path, patch: pytest.MonkeyPatch) -> Ended:
    patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(sql.encode()), encoding="utf-8"))
    return run("sql", "-")


def by_file(run: Command, sql: str, folder: Path, _patch: pytest.MonkeyPatch) -> Ended:
    (folder / "a.sql").write_text("\ufeff" + sql, encoding="utf-8")
    return run("sql", "--file", str(folder / "a.sql"))


@pytest.mark.parametrize("route", [by_argument, by_stdin, by_file])
@pytest.mark.parametrize("sql", STATEMENTS.values(), ids=STATEMENTS)
def test_a_statement_comes_through_by_every_route(
    sql: str, route: object, run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = route(run, sql, tmp_path, monkeypatch)  # type: ignore[operator]
    assert ended == Ended(0, "a\tb\n1\tx\n", "")


def test_values_are_given_by_name(run: Command) -> None:
    sql = "SELECT person FROM person_mention_details WHERE person = :who AND surface LIKE :like LIMIT :n"
    ended = run("sql", sql, "-p", "who", "Ilya Klebanov", "-p", ":like", "Ilya%", "--param", "n", "1", "--no-headers")
    assert ended == Ended(0, "Ilya Klebanov\n", "")


def test_a_value_may_look_like_an_option(run: Command) -> None:
    assert run("sql", "SELECT :a AS a", "-p", "a", "--format x", "--no-headers").out == "--format x\n"


def test_the_views_are_read_as_json(run: Command) -> None:
    found = json.loads(run("sql", "SELECT * FROM article_details ORDER BY article_id", "--format", "json").out)
    assert [row["issue"] for row in found] == [153, 154]


REFUSED = {
    "a write": ("DELETE FROM runs", 1, "the statement would write: archive sql only reads"),
    "two statements": ("SELECT 1; SELECT 2", 1, "one statement at a time, please"),
    "nothing": ("  ", 1, "no statement given; try archive sql"),
    "a comment only": ("-- nothing", 1, "no statement given; try archive sql"),
    "a mistake": ("SELECT * FROM citation", 1, "no such table: citation"),
    "a missing value": ("SELECT :who", 1, "no value for :who; give it with -p who VALUE"),
}


@pytest.mark.parametrize(("sql", "code", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_told_in_one_line(sql: str, code: int, told: str, run: Command) -> None:
    ended = run("sql", sql)
    assert (ended.code, ended.out, ended.err.count("\n")) == (code, "", 1)
    assert ended.err.startswith(f"archive: {told}")


def test_a_statement_is_stopped_in_time(run: Command) -> None:
    endless = "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT count(*) FROM t"
    assert "stopped after 0.3 s" in run("sql", endless, "--timeout", "0.3").err


def test_a_file_that_cannot_be_read_is_told(run: Command, tmp_path: Path) -> None:
    assert "the statement in no.sql cannot be read: No such file" in run("sql", "--file", "no.sql").err
    (tmp_path / "latin.sql").write_bytes("SELECT 'ä'".encode("latin-1"))
    assert "latin.sql cannot be read: it is not UTF-8" in run("sql", "--file", "latin.sql").err


def test_the_schema_describes_every_column(run: Command) -> None:
    out = run("schema").out
    assert out.startswith("article_details (view): one row an article")
    assert "citations (table): one row a (source, date) pair" in out
    narrowed = run("schema", "citation_details").out
    assert narrowed.count("\n\n") == 1
    assert "  source_text " in narrowed
    assert [line.split()[0] for line in run("schema", "person_").out.splitlines() if line[:1].strip()] == [
        "person_mention_details", "person_names", "person_mentions",
    ]  # fmt: skip
    described = json.loads(run("schema", "runs", "--format", "json").out)
    assert described[0] == {
        "relation": "runs", "kind": "table", "column": "id", "type": "BIGINT", "holds": "key, given by the program",
    }  # fmt: skip
    assert "no table or view 'nope'; there are article_details" in run("schema", "nope").err
