"""Is the README true? Its sessions are run, its tables compared; `python tests/test_readme.py` writes them anew."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from archive.db.views import VIEW_COLUMNS
from archive.evaluate.counting import Tally
from archive.evaluate.gold import read_gold
from archive.evaluate.measure import measured
from archive.evaluate.predict import predict
from archive.evaluate.unlisted import without_names
from archive.read.authority import load_authority

ROOT: Final = Path(__file__).resolve().parent.parent
README: Final = ROOT / "README.md"
SESSION: Final = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
ACCURACY: Final = re.compile(
    r"(?<=\| without them \|\n\| --- \| --- \| --- \| --- \| --- \| --- \| --- \|\n)(?:\|.*\n)+"
)
VIEWS: Final = re.compile(r"(?<=\| view \| a row is \| columns \|\n\| --- \| --- \| --- \|\n)(?:\|.*\n)+")
A_ROW_IS: Final = {
    "article_details": "an article with its issue",
    "citation_details": "a citation with its source",
    "person_mention_details": "a mention of a person",
    "organization_mention_details": "a mention of an organization",
}


def on_a_terminal(command: str, folder: Path) -> str:
    """What the command shows on a terminal of 100 columns; errors come last."""
    ours, theirs = os.openpty()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "ARCHIVE_DB": "archive.db"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(theirs)
        shown = b"".join(until_closed(ours))
        os.close(ours)
        errors = process.stderr.read() if process.stderr else b""
    return (shown + errors).decode().replace("\r\n", "\n")


def until_closed(terminal: int) -> Iterator[bytes]:
    """What arrives at the terminal; on Linux a read fails when the last writer has gone."""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            return
        if not data:
            return
        yield data


def true_session(text: str, folder: Path) -> str:
    """The blocks of the README's session, run one after the other in one folder."""

    def run(block: re.Match[str]) -> str:
        commands = [line for line in block[0].splitlines() if line.startswith("$ ")]
        return "\n".join(f"{command}\n{on_a_terminal(command[2:], folder)}" for command in commands)

    shutil.copytree(ROOT / "seeds" / "issues", folder / "seeds" / "issues")
    return SESSION.sub(run, text)


def accuracies() -> Iterator[Mapping[str, Tally]]:
    """What is reached on each gold set, with all authority data and without the records of those it names."""
    authority = load_authority()
    for names in (("seed.jsonl", "dev.jsonl"), ("further.jsonl",), ("later.jsonl",)):
        articles = read_gold([str(ROOT / "tests" / "gold" / name) for name in names])
        for data in (authority, without_names(authority, articles)):
            yield measured(predict(articles, data))


def true_accuracy(text: str) -> str:
    """The table of F1 as measured now."""
    reached = list(accuracies())
    rows = (f"| {kind} | {' | '.join(f'{tallies[kind].f1:.3f}' for tallies in reached)} |\n" for kind in reached[0])
    return ACCURACY.sub("".join(rows), text)


def true_views(text: str) -> str:
    """The table of the public views."""
    columns = {view: ", ".join(f"`{name}`" for name in names) for view, names in VIEW_COLUMNS.items()}
    rows = (f"| `{view}` | {A_ROW_IS[view]} | {names} |\n" for view, names in columns.items())
    return VIEWS.sub("".join(rows), text)


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


def test_the_session_shows_what_the_commands_print(readme: str, tmp_path: Path) -> None:
    assert readme == true_session(readme, tmp_path)


def test_the_accuracy_is_what_is_measured(readme: str) -> None:
    assert readme == true_accuracy(readme)


def test_the_columns_are_those_of_the_public_views(readme: str) -> None:
    assert readme == true_views(readme)


def test_the_picture_shows_the_floors_that_the_contract_holds(readme: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = [layer.replace("archive.", "") for layer in settings["contracts"][0]["layers"]]
    picture = re.search(r"```text\n(.*?)```", readme, re.DOTALL)
    assert picture is not None
    assert [line.split("  ")[0] for line in picture[1].splitlines()] == floors


def test_what_the_readme_points_at_is_there(readme: str) -> None:
    paths = re.findall(r"`((?:archive|migrations|seeds|tests|\.ci)/[\w./]*)`", readme) + re.findall(
        r"(?<!/)\b[A-Z]+\.md\b", readme
    )
    assert len(paths) > 15
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_readme_opens_with_two_lines_to_copy(readme: str) -> None:
    """`.ci/run` runs them."""
    lines = re.findall(r"```sh\n(python3 -m venv .*)\n```", readme)
    assert [line.rpartition("&& ")[2] for line in lines] == [".venv/bin/archive article 1", ".venv/bin/pytest -n auto"]


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        README.write_text(
            true_views(true_accuracy(true_session(README.read_text(encoding="utf-8"), Path(scratch)))), encoding="utf-8"
        )
