"""Does an ingest tell what it did, file by file where one failed, and end in a readable answer?"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import LATER, SEED, Command


def test_an_ingest_counts_every_outcome_and_tells_what_to_do_next(command: Command) -> None:
    ended = command("ingest", str(SEED))
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "1 file: 1 new, 0 same, 0 replaced, 0 skipped, 0 failed"
    assert lines[1].startswith("stored 1 article, 9 citations, ")
    assert lines[2] == "archive.db holds 1 article in 1 issue of 1 newsletter, 2001-08-09, with 9 citations"
    assert lines[3].startswith("next: archive people")


def test_a_second_ingest_says_same(command: Command) -> None:
    command("ingest", str(SEED))
    assert command("ingest", str(SEED)).out.startswith("1 file: 0 new, 1 same,")


def test_a_failure_is_told_with_path_and_reason_and_keeps_nobody_out(command: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "headless.txt").write_text("No header here.\n", encoding="utf-8")
    (tmp_path / "in" / "picture.png").write_bytes(b"x")
    (tmp_path / "in" / "later.txt").write_text(LATER, encoding="utf-8")
    ended = command("ingest", "in", "missing.txt")
    assert ended.code == 1
    assert ended.out.startswith("4 files: 1 new, 0 same, 0 replaced, 1 skipped, 2 failed\n")
    told = ended.err.splitlines()
    assert [line.split(": ")[1] for line in told] == ["in/headless.txt", "missing.txt"]
    assert all(line.startswith("archive: ") for line in told)


@pytest.mark.parametrize("words", [["headless.txt"], ["missing.txt"], ["headless.txt", "picture.png", "none*.txt"]])
def test_where_nothing_is_in_the_archive_nothing_is_proposed_to_ask(
    words: list[str], command: Command, tmp_path: Path
) -> None:
    (tmp_path / "headless.txt").write_text("No header here.\n", encoding="utf-8")
    ended = command("ingest", *words)
    assert (ended.code, ended.out.splitlines()[1:]) == (1, ["archive.db holds no article yet"])
    command("ingest", str(SEED))
    assert "next: archive people" in command("ingest", *words).out


def test_a_file_without_a_header_is_told_by_the_person(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Officials said nothing (Interfax, August 8)."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    given = ["--publication", "Monitor", "--volume", "7", "--issue", "155", "--date", "August 10, 2001"]
    assert command("ingest", "-", *given).code == 0
    assert command("issues", "--no-headers").out.split("\t")[:5] == ["Monitor", "7", "155", "2001-08-10", "given"]


def test_a_dry_run_shows_and_stores_nothing(command: Command, tmp_path: Path) -> None:
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    ended = command("ingest", "later.txt", "--dry-run")
    assert ended.code == 0
    assert ended.out.splitlines()[0] == "new: later.txt"
    assert re.match(
        r"  Monitor 7/154  KREMLIN SILENT ON TALKS: 3 citations, \d mentions of people", ended.out.splitlines()[1]
    )
    assert ended.out.endswith("nothing was stored\n")
    assert [path.name for path in tmp_path.iterdir()] == ["later.txt"]


def test_a_name_that_commands_the_terminal_is_told_harmless(command: Command, tmp_path: Path) -> None:
    (tmp_path / "evil\x1b[2J\n.txt").write_text("No header here.\n", encoding="utf-8")
    ended = command("ingest", ".")
    assert r"archive: evil\x1b[2J .txt: " in ended.err
    assert ended.err.count("\n") == 1


WRONG = {
    "no process": (["--jobs", "0"], "--jobs is a number of processes, from 1, and not 0"),
    "jobs on a cluster": (["--jobs", "2", "--cluster", "tcp://a:1"], "--jobs is for this machine: "),
    "nobody to send to": (["--ship"], "--ship sends files to a cluster; name it with --cluster tcp://host:8786"),
    "no address": (["--cluster", "scheduler"], "not the address of a scheduler: scheduler; write tcp://host:8786"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG)
def test_who_works_is_told_without_contradiction(command: Command, words: list[str], told: str, tmp_path: Path) -> None:
    ended = command("ingest", str(SEED), *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"archive: {told}")
    assert list(tmp_path.iterdir()) == []


def test_a_number_of_processes_changes_nothing(command: Command) -> None:
    assert command("ingest", str(SEED), "--jobs", "2").out.startswith("1 file: 1 new,")
