"""Is every odd thing that a folder can hold one outcome of the report, and is nothing outside the folder read?"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from archive.core.errors import InputError
from archive.ingest.pipeline import Options, ingest
from archive.ingest.preparation import Task, prepare
from archive.read.authority import Authority
from archive.read.reading import load, read
from tests.cli.conftest import Command, command  # noqa: F401 - the fixture

TEXT = "Publication: Monitor Volume: 7 Issue: 153\n\nTalks go on (Interfax, August 6).\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `in` with one good issue, in which the test runs; a secret lies beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(TEXT.replace("Talks go on", "The secret"), encoding="utf-8")
    return tmp_path / "in"


def outcomes(*paths: str, most: int = 1 << 20) -> dict[str, str]:
    """What became of each file, from the archive's own notes; every path is one row."""
    options = Options(authority=Authority, max_bytes=most)
    report = ingest(paths or ("in",), "archive.db", options)
    with closing(sqlite3.connect("archive.db")) as connection:
        sql = "SELECT path, outcome, coalesce(': ' || reason, '') FROM run_files WHERE run_id = ?"
        found = connection.execute(sql, connection.execute("SELECT max(id) FROM runs").fetchone()).fetchall()
        assert connection.execute("SELECT count(*) FROM articles WHERE body LIKE '%secret%'").fetchone() == (0,)
    assert len(found) == report.files == sum(report.counts.values())
    return {path: outcome + reason for path, outcome, reason in found}


def test_links_out_of_the_folder_and_in_loops_are_passed_over(folder: Path) -> None:
    for name, target in (
        ("out.txt", "../secret.txt"), ("absolute.txt", str(folder.parent / "secret.txt")), ("up", ".."),
        ("self", "self"), ("here", "."), ("a.txt", "b.txt"), ("b.txt", "a.txt"), ("gone.txt", "nowhere"),
        ("zero.txt", "/dev/zero"),
    ):  # fmt: skip
        (folder / name).symlink_to(target)
    found = outcomes()
    assert found.pop("in/good.txt") == "new"
    assert set(found.values()) == {"skipped: a link; name it to ingest what it leads to"}
    assert len(found) == 9


def test_pipes_devices_and_sockets_are_passed_over_in_a_folder_and_fail_where_they_are_named(folder: Path) -> None:
    import socket

    os.mkfifo(folder / "pipe.txt")
    zero = folder / "zero.txt"
    with suppress(PermissionError):  # only root makes devices
        os.mknod(zero, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    made = zero.exists()
    with closing(socket.socket(socket.AF_UNIX)) as listening:
        listening.bind("in/socket.txt")
        found = outcomes()
        odd = ["in/pipe.txt", "in/socket.txt", *(["in/zero.txt"] if made else [])]
        assert [found.pop(path) for path in odd] == ["skipped: no regular file"] * len(odd)
        assert found == {"in/good.txt": "new"}
    named = outcomes("in/pipe.txt", "/dev/zero", "/dev/null", "/dev/full")
    assert {told.partition(";")[0] for told in named.values()} == {"failed: it is no regular file"}


def test_a_file_that_turned_into_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "late.txt")
    with pytest.raises(InputError, match="it is no regular file"):
        read("in/late.txt")


def test_a_file_of_a_gigabyte_is_refused_unread(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(1 << 30)
    start = time.monotonic()
    found = outcomes()
    assert found["in/huge.txt"].startswith("failed: it has more than 1,048,576 bytes, the most that is read")
    assert found["in/good.txt"] == "new"
    assert time.monotonic() - start < 10


def test_the_limit_is_what_max_bytes_says(folder: Path) -> None:
    size = len(TEXT)
    shutil.copy(folder / "good.txt", folder / "other.txt")
    (folder / "other.txt").write_text(TEXT + "x")
    assert outcomes(most=size)["in/good.txt"] == "new"
    assert outcomes(most=size)["in/other.txt"].startswith(f"failed: it has more than {size} bytes")
    assert outcomes(most=size + 1)["in/other.txt"] == "new"


def test_without_a_word_the_limit_is_64_mb_and_the_command_tells_what_changes_it(
    folder: Path,
    command: Command,  # noqa: F811 - the fixture
) -> None:
    for name, size in (("huge.txt", 1 << 30), ("over.txt", (64 << 20) + 1)):
        with (folder / name).open("wb") as file:
            file.truncate(size)
    reason = "it has more than 67,108,864 bytes, the most that is read; --max-bytes changes that"
    ended = command("ingest", "in")
    assert (ended.code, ended.err) == (1, f"archive: in/huge.txt: {reason}\narchive: in/over.txt: {reason}\n")
    ended = command("ingest", "in/over.txt", "--max-bytes", str((64 << 20) + 1))
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "encoding cannot be told" in ended.err


def test_a_file_that_tells_no_size_is_read_to_its_end_and_no_further() -> None:
    assert load("/proc/self/stat").endswith(b"\n")
    with pytest.raises(InputError, match="more than 10 bytes"):
        load("/proc/self/status", 10)


def test_standard_input_without_end_is_refused(folder: Path) -> None:
    del folder
    with Path("/dev/zero").open("rb") as endless:
        options = Options(authority=Authority, max_bytes=100_000, stdin=endless.read)
        report = ingest(["-"], "archive.db", options)
    assert "more than 100,000 bytes" in str(report.failures[0].reason)


ODD_NAMES = {
    "a newline": "new\nline.txt",
    "an escape sequence": "\x1b[2J\x1b]0;owned\x07.txt",
    "a carriage return": "good\r.txt",
    "characters that turn the direction": "a\u202etxt.exe.txt",
    "a quote and a semicolon": "'; DROP TABLE runs; --.txt",
    "a dash": "--help.txt",
    "a pattern": "[a-z]*?.txt",
    "a per cent sign": "%s%n.txt",
    "only an ending": "x" * 250 + ".txt",
}


def test_odd_names_are_kept_and_printed_harmlessly(folder: Path, command: Command) -> None:  # noqa: F811 - the fixture
    shutil.rmtree(folder)
    folder.mkdir()
    for name in ODD_NAMES.values():
        (folder / name).write_text("no header", encoding="utf-8")
    failed = command("ingest", "in")
    assert (failed.code, failed.err.count("\n")) == (1, len(ODD_NAMES))
    assert failed.err.replace("\n", "").isprintable()
    for number, name in enumerate(ODD_NAMES.values()):
        (folder / name).write_text(TEXT.replace("153", str(number + 1)), encoding="utf-8")
    assert command("ingest", "in").code == 0
    dry = command("ingest", "in", "--dry-run", "--db", "other.db")
    assert dry.out.count("\nnew: in/") == len(ODD_NAMES) - 1  # the first line has none before it
    assert dry.out.replace("\n", "").isprintable()
    listed = json.loads(command("sql", "SELECT path FROM documents", "--format", "json").out)
    assert {row["path"] for row in listed} == {f"in/{name}" for name in ODD_NAMES.values()}


def test_a_name_that_is_no_utf8_fails_alone_and_is_printed(
    folder: Path,
    command: Command,  # noqa: F811 - the fixture
) -> None:
    (folder / os.fsdecode(b"caf\xe9\x1b[31m.txt")).write_text(TEXT)
    ended = command("ingest", "in")
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert ended.err == "archive: in/caf\\udce9\\x1b[31m.txt: its name is no UTF-8; rename it\n"
    assert "2 files: 1 new, 0 same, 0 replaced, 0 skipped, 1 failed" in ended.out


def test_a_path_that_is_too_long_fails() -> None:
    for path in ("in/" + "a/" * 2_000 + "a.txt", "b" * 300 + ".txt"):
        [told] = ingest([path], ":memory:", Options(authority=Authority)).failures
        assert told.reason


def test_folders_deeper_than_a_path_may_be_are_one_outcome(folder: Path) -> None:
    """Paths of 4,000 characters are walked; what lies deeper cannot be opened by any name, and is told."""
    here = os.open(folder, os.O_RDONLY)
    for depth in range(45):
        os.mkdir("d" * 100, dir_fd=here)
        below = os.open("d" * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
        if depth in {35, 44}:
            file = os.open("deep.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here)
            os.write(file, TEXT.encode())
            os.close(file)
    os.close(here)
    found = outcomes()
    assert found.pop("in/good.txt") == "new"
    told = sorted(found.values())
    assert told[0].startswith("failed: File name too long")
    assert set(told[1:]) <= {"new"}
    shutil.rmtree(folder / ("d" * 100), ignore_errors=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_fails_alone(folder: Path) -> None:
    (folder / "sealed.txt").write_text(TEXT)
    (folder / "sealed.txt").chmod(0)
    assert outcomes() == {"in/good.txt": "new", "in/sealed.txt": "failed: Permission denied"}


def test_a_file_that_vanishes_or_becomes_a_folder_before_it_is_read_fails_alone(folder: Path) -> None:
    (folder / "now.txt").mkdir()
    for name in ("gone.txt", "now.txt"):
        (outcome,) = prepare([Task(f"in/{name}", str(folder / name))], Authority())
        assert getattr(outcome, "outcome", None) == "failed"
        assert "please report" not in str(getattr(outcome, "reason", None))


def test_a_file_that_changes_while_it_is_read_is_one_outcome(folder: Path) -> None:
    """It is written anew all the time; whatever was read has its own sha256, and the next run replaces it."""
    done = threading.Event()

    def rewrite() -> None:
        number = 0
        while not done.is_set():
            number += 1
            (folder / "busy.txt").write_text(TEXT + "More. " * (number % 5_000))

    (folder / "busy.txt").write_text(TEXT)
    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        for _ in range(3):
            assert outcomes()["in/busy.txt"].split(":")[0] in {"new", "replaced", "same", "failed"}
    finally:
        done.set()
        writer.join()
    (folder / "busy.txt").write_text(TEXT + "At last. ")
    outcomes()
    assert outcomes()["in/busy.txt"] == "same"
