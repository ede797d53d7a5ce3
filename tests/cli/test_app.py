"""Does every failure end in one line and the right exit code, and does help stay cheap?"""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer

from archive.cli.app import COMMANDS
from archive.core.version import VERSION
from tests.cli.conftest import Command

PROGRAM = [sys.executable, "-c", "from archive.cli.app import main; main()"]


def test_the_version_is_told(command: Command) -> None:
    assert command("--version").out == f"archive {VERSION}\n"


def test_archive_alone_shows_its_help_as_wrong_usage(command: Command) -> None:
    ended = command()
    assert ended.code == 2
    assert ended.err.startswith("Usage: archive")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_help_begins_with_its_line_and_ends_in_an_example(name: str, command: Command) -> None:
    ended = command(name, "--help")
    assert ended.code == 0
    assert COMMANDS[name] in " ".join(ended.out.split())
    example = ended.out.rstrip().splitlines()[-1].strip()
    assert example.startswith("archive ")
    built = typer.main.get_command(importlib.import_module(f"archive.cli.{name}").app)
    assert str(built.help).splitlines()[0] == COMMANDS[name]


WRONG = {
    "an unknown command": (["ingst"], "no such command 'ingst'. Did you mean 'ingest'? see archive --help"),
    "an unknown option": (["issues", "--fromat", "csv"], "no such option: --fromat"),
    "a missing argument": (["person"], "missing argument 'NAME'; see archive person --help"),
    "a limit that is no number": (["issues", "--limit", "ten"], "'ten' is not a whole number"),
    "a limit below nothing": (["issues", "--limit", "-1"], "-1 is less than no row"),
    "a number that no database holds": (["article", "9" * 30], "is not a whole number that a database holds"),
    "an unknown format": (["issues", "--format", "xml"], "no format 'xml'; use one of table, csv, tsv"),
    "a misspelled format": (["issues", "--format", "jsn"], "no format 'jsn'; did you mean json?"),
    "an unknown kind of citation": (["citations", "--kind", "x"], "use one of source, cross_reference, inline"),
    "an unknown kind of organization": (["organizations", "--kind", "x"], "use one of armed_group, bank"),
    "a day that is none": (["issues", "--since", "2001-02-30"], "'2001-02-30' is no day of the calendar"),
    "a day that can be two": (["issues", "--until", "03/04/2001"], "can mean 2001-03-04 or 2001-04-03"),
    "no statement": (["sql"], "give one statement"),
    "two statements": (["sql", "SELECT 1", "--file", "x"], "give one statement"),
    "a parameter without a value": (["sql", "SELECT :a", "-p", "a"], "requires 2 arguments"),
    "export to nowhere": (["export"], "say where to"),
    "export to two places": (["export", "--out", "a", "-o", "b"], "say where to"),
    "several tables into one file": (["export", "runs", "issues", "-o", "b"], "-o FILE takes one table or view"),
    "a statement without a file": (["export", "--sql", "SELECT 1", "--out", "a"], "--sql takes -o FILE"),
    "formulas made harmless in JSON": (["export", "runs", "-o", "a.json", "--excel"], "--excel goes with csv and tsv"),
    "nothing to ingest": (["ingest"], "missing argument 'PATH...'"),
    "a month that is no month": (["ingest", "x", "--date", "2001-13"], "--date '2001-13' is no day"),
}


@pytest.mark.parametrize(("words", "told"), WRONG.values(), ids=WRONG)
def test_wrong_usage_is_told_in_one_line_and_touches_nothing(
    words: list[str], told: str, command: Command, tmp_path: Path
) -> None:
    ended = command(*words)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert ended.err.startswith("archive: ")
    assert ended.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


READING = ["issues", "person Kim", "sql VALUES(1)", "export --out x", "db check", "db upgrade", "db info", "article 1"]


@pytest.mark.parametrize("words", READING)
def test_a_missing_database_is_told_and_not_created(words: str, command: Command, tmp_path: Path) -> None:
    ended = command(*words.split())
    assert (ended.code, ended.err) == (1, "archive: no database at archive.db; run archive ingest PATH first\n")
    assert list(tmp_path.iterdir()) == []


def test_a_database_may_be_named_before_the_command_or_after_it(command: Command, archive: str) -> None:
    before = command("--db", archive, "issues")
    assert before.code == 0
    assert before == command("issues", "--db", archive)


def test_a_word_that_is_not_utf_8_is_told(run: Command) -> None:
    ended = run("citations", "--source", "\udcff")
    assert (ended.code, ended.err.count("\n")) == (2, 1)


def loaded_by(*words: str) -> set[str]:
    """The modules that a command has loaded when it ends."""
    script = (
        "import atexit, sys; atexit.register(lambda: sys.__stderr__.write('\\n'.join(['', *sys.modules])))\n"
        "from archive.cli.app import main; main()"
    )
    ran = [sys.executable, "-c", script, *words]
    done = subprocess.run(ran, capture_output=True, text=True, check=False)
    return set(done.stderr.splitlines())


CHEAP = [
    "--help",
    "--version",
    "citations --help",
    "--nonsense",
    "citations -x",
    "citations --limit x",
    "citations --since 2001-02-30",
    "people -f xml",
]


@pytest.mark.parametrize("words", CHEAP)
def test_help_and_wrong_usage_load_no_database_layer(words: str) -> None:
    loaded = loaded_by(*words.split())
    assert "typer" in loaded
    assert {"sqlalchemy", "alembic", "archive.db", "pydantic", "rich", "dateutil"} & loaded == set()


def test_a_query_loads_what_it_needs_only(archive: str) -> None:
    loaded = loaded_by("citations", "--limit", "1", "--since", "2001-08-01", "--db", archive)
    assert "sqlalchemy" in loaded
    unneeded = {"alembic", "sqlalchemy.orm", "pydantic", "rich", "charset_normalizer", "dateutil", "archive.ingest"}
    assert unneeded & loaded == set()


def test_a_closed_pipe_ends_quietly(archive: str) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "wb") as out:
        done = subprocess.run(
            [*PROGRAM, "organizations", "--db", archive], stdout=out, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("words", [["citations"], ["--help"]])
def test_a_full_disk_is_told(words: list[str], archive: str) -> None:
    with Path("/dev/full").open("wb") as out:
        ran = [*PROGRAM, *words, *(["--db", archive] if words != ["--help"] else [])]
        done = subprocess.run(ran, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"archive: the answer cannot be written: No space left on device")
    assert done.stderr.count(b"\n") == 1


def test_a_closed_standard_output_is_no_traceback(archive: str) -> None:
    shell = 'exec "$@" >&-'
    ran = ["sh", "-c", shell, "sh", *PROGRAM, "issues", "--db", archive]
    assert subprocess.run(ran, stderr=subprocess.PIPE, check=False).stderr == b""


def test_an_interrupt_ends_with_130(archive: str) -> None:
    endless = "WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT count(*) FROM t"
    ran = [*PROGRAM, "sql", endless, "--db", archive]
    with subprocess.Popen(ran, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


def test_completion_knows_commands_and_formats() -> None:
    for words, expected in (("archive cit", "citations"), ("archive citations --format nd", "ndjson")):
        environment = {**os.environ, "_ARCHIVE_COMPLETE": "complete_bash", "COMP_WORDS": words}
        environment["COMP_CWORD"] = str(len(words.split()) - 1)
        done = subprocess.run(PROGRAM, env=environment, capture_output=True, text=True, check=False)
        assert expected in done.stdout.split(), done.stderr
