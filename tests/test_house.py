"""Is the house as the README says it is? Its measures, read off the tree; the reasons stand in CONTRIBUTING.md."""

from __future__ import annotations

import ast
import hashlib
import re
import statistics
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FUNCTION = 50
LONGEST_FILE = {"archive/db/models.py": 400, "archive/": 300, "migrations/": 400, "tests/": 400}
SPEAKING_PACKAGES = {
    "archive/extract/__init__.py": "holds EXTRACTORS, the one list",
    "archive/extract/citations/__init__.py": "the extractor that the list names",
    "archive/extract/organizations/__init__.py": "the extractor that the list names",
    "archive/extract/people/__init__.py": "the extractor that the list names",
}
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:work|home|root|Users)/|/tmp/\w|\.\./shared")
TEXT = {".py", ".md", ".toml", ".ini", ".csv", ".txt", ".mako", ".jsonl", ".html", ""}


@cache
def tracked() -> tuple[Path, ...]:
    """The files of the project: those git knows; in an unpacked source distribution, all that are there."""
    found = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = found.stdout.split("\0") if found.returncode == 0 else map(str, ROOT.rglob("*"))
    return tuple(path for path in (ROOT / name for name in names if name) if path.is_file())


def python_files(folder: str = "") -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py" and name_of(path).startswith(folder)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of the file as "file:line name" with its length in lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name_of(path)}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [(name, size) for path in python_files() for name, size in functions(path) if size > LONGEST_FUNCTION]
    assert long == []


def test_half_of_the_functions_are_shorter_than_ten_lines() -> None:
    assert statistics.median(size for path in python_files("archive/") for _, size in functions(path)) < 10


@pytest.mark.parametrize("folder", ["archive/", "migrations/", "tests/"])
def test_no_file_is_longer_than_its_measure(folder: str) -> None:
    long = {
        name_of(path): size
        for path in python_files(folder)
        if (size := path.read_text(encoding="utf-8").count("\n"))
        > LONGEST_FILE.get(name_of(path), LONGEST_FILE[folder])
    }
    assert long == {}


def test_every_module_says_which_question_it_answers() -> None:
    silent = [
        name_of(path)
        for path in python_files("archive/")
        if (text := path.read_text(encoding="utf-8")) and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_packages_are_empty_but_for_the_visible_lists() -> None:
    speaking = [
        name_of(path) for path in python_files("archive/") if path.name == "__init__.py" and path.stat().st_size
    ]
    assert [name for name in speaking if name not in SPEAKING_PACKAGES] == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [
        name_of(path)
        for path in python_files()
        if drawers & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
    ] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    here = Path(__file__)  # it spells out what it looks for
    found = [
        f"{name_of(path)}: {match[0]}"
        for path in tracked()
        if path != here and path.suffix in TEXT
        for match in MACHINE_PATH.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_the_first_real_issue_is_kept_byte_for_byte() -> None:
    data = (ROOT / "seeds" / "issues" / "monitor-7-153.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == "4fc11300c96cd948ae96390ec3aac3821d99fec0836b55180ca45cc7bd031440"


def test_each_floor_imports_only_floors_below_it() -> None:
    """The contracts stand in pyproject.toml; import-linter reads the imports off the source."""
    pytest.importorskip("importlinter", reason="import-linter comes with the extra test")
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS
