"""Does every web page end as one outcome, in time linear in its size, and reach nothing outside itself?"""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.core.errors import InputError
from archive.ingest.pipeline import Options, ingest
from archive.ingest.report import FileResult
from archive.read.authority import Authority
from archive.read.html import read_page
from tests.hostile.growth import LONG, grows_evenly

SIZE = 400_000 if LONG else 100_000
HEADER = "<p>Publication: Monitor Volume: 7 Issue: 153</p>"
TEXT = HEADER + "<p>Talks go on.</p>"

Make = Callable[[int], str]
READ: dict[str, Make] = {
    "containers side by side": lambda size: "<article>text</article>" * (size // 23) + TEXT,
    "closings of nothing": lambda size: "</div></b>" * (size // 10) + TEXT,
    "type that is never closed": lambda size: "".join(f"<b id={n}>" for n in range(300)) + "<p>x" * (size // 4) + TEXT,
    "less-than signs": lambda size: "<" * size + TEXT,
    "ampersands": lambda size: "&" * size + TEXT,
    "entities": lambda size: "&amp;&#x41;&hellip;&notanentity;" * (size // 32) + TEXT,
    "line breaks": lambda size: "<br>" * (size // 4) + TEXT,
    "paragraphs": lambda size: "<p>x" * (size // 4) + TEXT,
    "an endless title": lambda size: f"<title>{'x - ' * (size // 4)}</title>{TEXT}",
    "entities that a document type defines": lambda size: _bomb() + "&lol9; " * (size // 7) + TEXT,
}
REFUSED: dict[str, tuple[Make, str]] = {
    "elements 200,000 deep": (lambda _size: "<div>" * 200_000 + TEXT, "nest deeper"),
    "elements too deep": (lambda size: "<div>x" * (size // 6), "nest deeper"),
    "elements too deep, other ones closed": (lambda size: "<div></i>" * (size // 9), "nest deeper"),
    "tables too deep": (lambda size: "<table><tr><td>" * (size // 8), "nest deeper"),
    "a tag of attributes": (
        lambda size: "<p " + " ".join(f"a{number}=1" for number in range(size // 8)) + f">{TEXT}",
        "attributes",
    ),
    "a tag of attributes, a sign among them": (
        lambda size: "<p a='>' " + " ".join(f"a{number}" for number in range(size // 6)) + f">{TEXT}",
        "attributes",
    ),
    "an endless comment": (lambda size: "<!--" * (size // 4) + TEXT, "without text"),
    "scripts within scripts": (lambda size: "<script>" * (size // 8) + TEXT, "nest deeper"),
}


def _bomb() -> str:
    """A billion laughs: ten entities, each ten times the one before it."""
    lines = [f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10)]
    return f'<!DOCTYPE html [<!ENTITY lol0 "lol">{"".join(lines)}]>'


@pytest.mark.parametrize("make", READ.values(), ids=READ)
def test_a_page_is_read_in_linear_time(make: Make) -> None:
    pages = []
    assert grows_evenly(lambda size: pages.append(read_page(make(size))), SIZE)
    assert all("Volume: 7 Issue: 153" in page.text for page in pages)
    assert all(len(page.text) < 3 * 2 * SIZE for page in pages)


@pytest.mark.parametrize(("make", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_page_that_no_newsletter_has_is_refused_in_linear_time(make: Make, reason: str) -> None:
    def work(size: int) -> None:
        with pytest.raises(InputError, match=reason):
            read_page(make(size))

    assert grows_evenly(work, SIZE)


def test_every_page_is_one_outcome_of_the_report(tmp_path: Path) -> None:
    expected = dict.fromkeys(READ, "new") | dict.fromkeys(REFUSED, "failed")
    (tmp_path / "in").mkdir()
    for name, make in (READ | {name: make for name, (make, _) in REFUSED.items()}).items():
        (tmp_path / "in" / f"{name}.html").write_text(make(100_000), encoding="utf-8")
    found: dict[str, str] = {}

    def told(result: FileResult) -> None:
        assert found.setdefault(Path(result.path).stem, str(result.outcome)) == expected[Path(result.path).stem]
        assert "please report" not in (result.reason or "")

    report = ingest([str(tmp_path / "in")], str(tmp_path / "archive.db"), Options(authority=Authority), told)
    assert (found, report.files) == (expected, len(expected))


@pytest.mark.parametrize("tag", ["article", "div", "blockquote"])
def test_containers_within_each_other_cost_no_square(tag: str) -> None:
    """Below the bound for depth the parser's own time is a square; it stays small."""
    page = read_page(f"<{tag} class=entry-content>" * 5_000 + TEXT)
    assert "Talks go on." in page.text


def test_external_entities_and_resources_are_never_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def connect(*_words: object) -> None:
        pytest.fail("something was fetched")

    monkeypatch.setattr(socket.socket, "connect", connect)
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    page = read_page(
        f'<!DOCTYPE html [<!ENTITY own SYSTEM "{secret.as_uri()}"><!ENTITY % far SYSTEM "http://192.0.2.1/a.dtd">%far;]>'
        f"<?xml-stylesheet href='http://192.0.2.1/a.xsl'?><link rel=stylesheet href=http://192.0.2.1/a.css>{TEXT}"
        f"<p>&own;</p><iframe src={secret.as_uri()}></iframe><img src=http://192.0.2.1/a.png>"
    )
    assert "Talks go on." in page.text
    assert "the secret" not in page.text
