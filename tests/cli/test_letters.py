"""Is what has letters such as ł and þ found by whoever types it without them: names, and words of a text?"""

from __future__ import annotations

import pytest

from archive.ingest.pipeline import ingest
from tests.cli.conftest import Command

ISSUE = """\
Publication: Monitor Volume: 7 Issue: 200

POLES AND OTHERS

Danish Foreign Minister Søren Østergård met Đorđe Đukić, the leader of the Główny Zarząd Party, in Moscow.
Icelandic Foreign Minister Þór Guðmundsson was told to wait by Turkish President Süleyman Kılıç (Łódzkie Życie, May 6).
"""  # noqa: RUF001 - the letter is the point


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of one issue, full of them."""
    folder = tmp_path_factory.mktemp("letters")
    (folder / "issue.txt").write_text(ISSUE, encoding="utf-8")
    ingest([str(folder / "issue.txt")], str(folder / "archive.db"))
    return str(folder / "archive.db")


NAMED = {
    "ø and å": ("person", "Soren Ostergard", "Søren Østergård"),
    "ø in a family name": ("person", "ostergard", "Søren Østergård"),
    "đ": ("person", "Dorde Dukic", "Đorđe Đukić"),
    "þ and ð": ("person", "Thor Gudmundsson", "Þór Guðmundsson"),
    "\u0131": ("person", "Kilic", "Süleyman K\u0131l\u0131ç"),
    "ł": ("organization", "Glowny Zarzad Party", "Główny Zarząd Party"),
    "ł of a medium": ("organization", "lodzkie zycie", "Łódzkie Życie"),
    "the letters themselves": ("organization", "ŁÓDZKIE ŻYCIE", "Łódzkie Życie"),
}


@pytest.mark.parametrize(("what", "typed", "name"), NAMED.values(), ids=NAMED)
def test_a_name_is_found_without_its_letters(what: str, typed: str, name: str, command: Command, letters: str) -> None:
    ended = command(what, typed, "--db", letters)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"{name}\n")


FILTERS = {
    "people": ("people", "kilic"),
    "organizations": ("organizations", "zycie"),
    "a person": ("articles", "--person", "Gudmundsson"),
    "an organization": ("articles", "--organization", "Glowny Zarzad Party"),
    "a source": ("citations", "--source", "Lodzkie Zycie"),
    "words": ("search", "Lodzkie Zycie Soren Thor"),
    "a phrase": ("search", '"thor gudmundsson"'),
}


@pytest.mark.parametrize("words", FILTERS.values(), ids=FILTERS)
def test_a_filter_and_a_search_take_a_name_without_its_letters(
    words: tuple[str, ...], command: Command, letters: str
) -> None:
    ended = command(*words, "--db", letters, "--no-headers", "--format", "csv")
    assert (ended.code, ended.err, len(ended.out.splitlines())) == (0, "", 1)


def test_what_is_found_is_shown_as_it_is_printed(command: Command, letters: str) -> None:
    shown = command("search", "Ostergard", "--db", letters, "--format", "csv").out
    assert "Søren [[Østergård]] met Đorđe Đukić" in shown
