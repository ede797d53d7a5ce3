"""A saved web page gives its main text and title, however deep they lie."""

from __future__ import annotations

import time

import pytest

from archive.core.errors import InputError
from archive.read.html import DEEPEST, read_page

PAGE = """<!doctype html><html><head><title>ARMS TALKS GO ON - Jamestown</title><style>p{}</style></head><body>
<nav><a href="/">Home</a></nav><header>Jamestown</header>
<div id="content"><h1>ARMS TALKS GO ON</h1>
<p>Publication: Monitor Volume: 7 Issue: 153</p>
<div class="entry-content"><p>First <b>para</b>graph
 goes on.<br>New line.</p><p>Second &amp; last&hellip;</p><script>alert("no")</script></div></div>
<aside>Related</aside><footer>Copyright</footer></body></html>"""


def test_the_smallest_container_with_the_header_is_the_main_text() -> None:
    page = read_page(PAGE)
    assert page.title == "ARMS TALKS GO ON"
    assert page.text == (
        "ARMS TALKS GO ON\n\nPublication: Monitor Volume: 7 Issue: 153\n\n"
        "First paragraph goes on.\nNew line.\n\nSecond & last…"
    )


def test_without_one_heading_the_title_loses_the_name_of_the_site() -> None:
    assert read_page("<title>Arms talks go on - Jamestown</title><p>Text</p>").title == "Arms talks go on"


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote"])
def test_text_nested_two_thousand_deep_does_not_vanish(tag: str) -> None:
    assert "deep text" in read_page(f"<{tag}>" * 2000 + "deep text" + f"</{tag}>" * 2000).text


def test_nesting_beyond_reason_is_refused_at_once() -> None:
    started = time.monotonic()
    with pytest.raises(InputError, match="nest deeper"):
        read_page("<div>" * (DEEPEST + 1) + "text")
    assert time.monotonic() - started < 5


def test_elements_that_close_themselves_do_not_count_as_nested() -> None:
    assert read_page("<p>text" * (DEEPEST + 1)).text.startswith("text\n\ntext")


@pytest.mark.parametrize("markup", ["", "<html></html>", "<script>text</script>", "<p>  </p>"])
def test_a_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(InputError, match="without text"):
        read_page(markup)
