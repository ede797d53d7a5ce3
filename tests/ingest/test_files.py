"""Which files do the arguments mean, in which order, each once?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive.db.outcomes import FileOutcome
from archive.ingest.files import find_files


def found(*paths: str) -> list[str]:
    """Each file that is read as its path, each other as "outcome path: reason"."""
    return [
        f"{one.outcome.value} {one.path}: {one.reason}" if isinstance(one, FileOutcome) else one.path
        for one in find_files(paths)
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files of all sorts; the test runs in it."""
    for name in (
        "in/b.txt",
        "in/a.txt",
        "in/sub/c.md",
        "in/sub/deep/d.HTML",
        "in/.hidden.txt",
        "in/.git/e.txt",
        "in/x.pdf",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    monkeypatch.chdir(tmp_path)
    return tmp_path


TYPE = "its type is not read; what is read ends in .txt, .text, .md, .markdown, .htm, .html, .xhtml"
WALKED = [
    "skipped in/.git: hidden",
    "skipped in/.hidden.txt: hidden",
    "in/a.txt",
    "in/b.txt",
    f"skipped in/x.pdf: {TYPE}",
    "in/sub/c.md",
    "in/sub/deep/d.HTML",
]


@pytest.mark.usefixtures("folder")
def test_a_folder_is_walked_in_the_order_of_its_names() -> None:
    for path in ("in", "in/", "./in", "in/../in"):
        assert found(path) == WALKED


@pytest.mark.usefixtures("folder")
def test_the_folder_one_stands_in() -> None:
    assert found(".") == WALKED


@pytest.mark.usefixtures("folder")
def test_a_type_that_is_not_read_fails_where_it_is_named() -> None:
    assert found("in/x.pdf") == [f"failed in/x.pdf: {TYPE}"]
    assert found("in/*.pdf") == [f"skipped in/x.pdf: {TYPE}"]
    assert found("in/sub", "in/x.pdf")[-1] == f"failed in/x.pdf: {TYPE}"


@pytest.mark.usefixtures("folder")
def test_a_hidden_file_that_is_named_is_read() -> None:
    assert found("in/.hidden.txt", "in/.git") == ["in/.hidden.txt", "in/.git/e.txt"]


@pytest.mark.usefixtures("folder")
def test_each_file_is_found_once_where_it_is_named() -> None:
    assert found("in/sub/c.md", "in/sub", "in/sub", "./in/sub/c.md") == ["in/sub/c.md", "in/sub/deep/d.HTML"]
    assert found("in/sub", "in/sub/c.md") == ["in/sub/deep/d.HTML", "in/sub/c.md"]
    assert sorted(found("in", "in/sub/deep")) == sorted(WALKED)
    assert found("-", "-") == ["-"]


@pytest.mark.usefixtures("folder")
def test_a_pattern_is_expanded() -> None:
    assert found("in/?.txt") == ["in/a.txt", "in/b.txt"]
    assert found("in/**/*.md") == ["in/sub/c.md"]
    assert found("in/*.csv") == ["failed in/*.csv: no file matches the pattern"]


def test_a_name_that_looks_like_a_pattern_is_a_name(folder: Path) -> None:
    (folder / "part[1].txt").write_text("text")
    assert found("part[1].txt") == ["part[1].txt"]


@pytest.mark.usefixtures("folder")
def test_what_is_not_there_fails() -> None:
    assert found("no.txt", "in/a.txt") == ["failed no.txt: no such file or folder", "in/a.txt"]
    assert found("in/a.txt/b.txt") == ["failed in/a.txt/b.txt: Not a directory"]


def test_a_link_is_passed_over_in_a_folder_and_followed_where_it_is_named(folder: Path) -> None:
    (folder / "out.txt").write_text("text")
    for name, target in (("out.txt", "../../out.txt"), ("up", ".."), ("loop", "loop"), ("gone.txt", "nowhere.txt")):
        (folder / "in/sub" / name).symlink_to(target)
    reason = "a link; name it to ingest what it leads to"
    assert [line for line in found("in/sub") if "link" in line] == [
        f"skipped in/sub/{name}: {reason}" for name in ("gone.txt", "loop", "out.txt", "up")
    ]
    assert found("in/sub/out.txt", "out.txt") == ["in/sub/out.txt"]
    assert found("in/sub/loop")[0].startswith("failed in/sub/loop: ")


def test_a_pipe_is_passed_over_in_a_folder_and_fails_where_it_is_named(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "skipped pipe.txt: no regular file" in found(".")
    assert found("pipe.txt") == ["failed pipe.txt: it is no regular file; pipe its text to archive ingest -"]


def test_a_name_that_is_no_utf8_fails_alone(folder: Path) -> None:
    (folder / "in/sub" / os.fsdecode(b"caf\xe9.txt")).write_text("text")
    assert "failed in/sub/caf\\udce9.txt: its name is no UTF-8; rename it" in found("in/sub")


def test_a_folder_a_thousand_deep_is_walked(folder: Path) -> None:
    place = folder / "deep"
    place.mkdir()
    here = os.open(place, os.O_RDONLY)
    for _ in range(300):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert found("deep") == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_fails(folder: Path) -> None:
    (folder / "in/sub").chmod(0)
    assert "failed in/sub: Permission denied" in found("in")
    (folder / "in/sub").chmod(0o755)
