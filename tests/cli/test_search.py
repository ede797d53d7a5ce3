"""Does `archive search` find, mark, and tell in one line what it cannot do?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command


def test_what_is_found_is_listed_with_the_hits_marked(run: Command) -> None:
    ended = run("search", "arms", "featured", "--format", "json")
    (found,) = json.loads(ended.out)
    assert (ended.code, ended.err, found["article"], found["issue_date"]) == (0, "", 1, "2001-08-09")
    assert "[[arms]] talks were a [[featured]] item" in found["excerpt"]
    assert "\x1b" not in ended.out


def test_into_a_pipe_it_is_tsv(run: Command) -> None:
    lines = run("search", '"arms talks"').out.splitlines()
    assert lines[0] == "article\tpublication\tvolume\tissue\tissue_date\ttitle\texcerpt"
    assert len(lines) == 2
    assert "[[arms talks]]" in lines[1]


def test_filters_are_those_of_the_lists(run: Command) -> None:
    wanted = ("--person", "Putin", "--organization", "Kremlin", "--publication", "Monitor", "--source", "ORT")
    ended = run("search", "arms", *wanted, "--since", "2001-08", "--until", "2001", "--no-headers", "--format", "csv")
    assert [line.partition(",")[0] for line in ended.out.splitlines()] == ["2"]
    assert len(run("search", "arms", "--no-headers").out.splitlines()) == 2
    assert len(run("search", "arms", "--no-headers", "--limit", "1").out.splitlines()) == 1
    assert run("search", "arms", "--person", "Putn").code == 1


@pytest.mark.parametrize("words", ["Ulan-Ude", "O'Brien", "arms AND nothing", "zzz", "'; DROP TABLE articles; --"])
def test_nothing_found_is_an_empty_table_and_a_line(words: str, run: Command) -> None:
    ended = run("search", words)
    assert (ended.code, len(ended.out.splitlines())) == (0, 1)
    assert ended.err.startswith("archive: nothing found for ")
    assert len(ended.err.splitlines()) == 1
    assert run("search", words, "--format", "json").out == "[]\n"


@pytest.mark.parametrize("words", ["", " ", '"', '""', "-", "* & |", "\u2603"])
@pytest.mark.parametrize("raw", [[], ["--raw"]], ids=["quoted", "raw"])
def test_a_search_without_a_word_is_told_before_a_database_is_looked_for(
    words: str, raw: list[str], command: Command
) -> None:
    ended = command("search", *raw, "--", words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"archive: no word to search for in {words!r}; try archive search talks\n"


def test_raw_words_go_to_the_engine(run: Command) -> None:
    assert len(run("search", "--raw", "arms NOT Felgenhauer", "--no-headers").out.splitlines()) <= 1
    ended = run("search", "--raw", "Ulan-Ude")
    assert (ended.code, ended.out) == (1, "")
    reason = "no such column: Ude; without --raw every word is only a word"
    assert ended.err == f"archive: the search 'Ulan-Ude' is not understood: {reason}\n"


def test_the_index_answers_sql_too_and_cannot_be_changed_by_it(run: Command) -> None:
    ask = "SELECT rowid, snippet(article_search, 1, '<', '>', '', 3) FROM article_search WHERE article_search MATCH "
    ended = run("sql", f"{ask}'\"arms talks\"' ORDER BY rank", "--no-headers")
    assert (ended.code, ended.err) == (0, "")
    assert "<arms talks>" in ended.out
    bm25 = "SELECT round(bm25(article_search), 1) FROM article_search('arms')"
    assert run("sql", bm25).code == 0
    for command in ("rebuild", "optimize", "delete-all", "integrity-check"):
        ended = run("sql", "INSERT INTO article_search(article_search) VALUES (:what)", "-p", "what", command)
        assert (ended.code, ended.out) == (1, "")
        assert "only reads" in ended.err


def test_the_index_is_made_anew(command: Command, archive: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(Path(archive).read_bytes())
    ended = command("db", "reindex", "--db", str(copy))
    assert (ended.code, ended.out) == (0, f"{copy} has a new search index\n")
    assert "ok      search index" in command("db", "check", "--db", str(copy)).out
    ended = command("db", "reindex", "--db", str(tmp_path / "none.db"))
    assert (ended.code, (tmp_path / "none.db").exists()) == (1, False)


def on_a_terminal(archive: str, *words: str, **environment: str) -> str:
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    command = [sys.executable, "-c", "from archive.cli.app import main; main()", "search", *words]
    with subprocess.Popen(
        command, stdout=theirs, stdin=subprocess.DEVNULL, env={**kept, "ARCHIVE_DB": archive, **environment}
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 65536):
                shown += data
        except OSError:  # Linux says so when the last writer has gone
            pass
        os.close(ours)
    assert process.returncode == 0
    return shown.decode().replace("\r\n", "\n")


def test_on_a_terminal_the_hits_are_bold_unless_nobody_wants_it(archive: str) -> None:
    shown = on_a_terminal(archive, "arms featured", TERM="xterm")
    assert shown.startswith("2001-08-09  Monitor 7/153  article 1  ")
    assert "\x1b[1marms\x1b[0m talks" in shown
    plain = on_a_terminal(archive, "arms featured", TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in plain
    assert "[[arms]] talks" in plain
    assert "\x1b" not in on_a_terminal(archive, "arms featured", TERM="xterm")[:10]
    assert "\x1b" not in on_a_terminal(archive, "arms featured", "--format", "table", TERM="xterm")
