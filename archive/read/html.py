"""What does a saved web page say? Its main text and its title, without navigation and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive.core.errors import InputError

DEEPEST: Final = 10_000
"""Elements nested deeper than this are refused: the parser's time grows with the square of the depth (measured)."""

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NOT_NESTING: Final = frozenset(
    {
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
        "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    },
)  # fmt: skip
_NO_TEXT: Final = "script, style, noscript, template, svg, nav, form, button, select, iframe, aside, footer, head"
_BLOCKS: Final = frozenset(
    {
        "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
        "table", "td", "th", "tr", "ul",
    },
)  # fmt: skip
_CONTAINERS: Final = (
    "[itemprop=articleBody]", ".entry-content", ".post-content", ".article-content", "article", "main",
    "[role=main]", "#content",
)  # fmt: skip
_HEADER: Final = re.compile(r"Volume:?\s*[\dIVXL]+[,\s•]*Issue", re.IGNORECASE)
_SITE_NAME: Final = re.compile(r"\s+[|–—»-]\s+[^|–—»]{1,60}$")
_BLANKS: Final = " \t\r\f\v\u00a0"
_SPACES: Final = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a web page, paragraphs parted by blank lines, and its title."""

    text: str
    title: str | None


def _depth(markup: str) -> int:
    """How deep elements nest at most, counted on the tags; elements that close themselves do not count."""
    depth = deepest = 0
    for closing, name in _TAG.findall(markup):
        if name.lower() not in _NOT_NESTING:
            depth = max(0, depth - 1) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below `root`, and whether it is entered or left; no recursion, whatever the depth."""
    node, stop = root.child, root.mem_id
    while node is not None:
        yield node, True
        below = node.child
        while below is None and node is not None:
            yield node, False
            if node.next is not None:
                below = node.next
            else:
                parent = node.parent
                node = None if parent is None or parent.mem_id == stop else parent
        node = below


def _pieces(root: LexborNode) -> Iterator[str]:
    for node, entered in _steps(root):
        tag = node.tag
        if tag == "-text":
            if entered:
                yield _SPACES.sub(" ", node.text_content or "")
        elif tag == "br":
            yield "\n" if entered else ""
        elif tag in _BLOCKS:
            yield "\n\n"


def _text_of(root: LexborNode) -> str:
    """The text below a node: blocks are paragraphs, <br> is a line end."""
    text = "\n".join(line.strip(_BLANKS) for line in "".join(_pieces(root)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _main(page: LexborHTMLParser) -> str:
    """The text of the smallest known container that holds the issue's header, else of the longest, else of the page."""
    body = page.body
    whole = _text_of(body) if body is not None else ""
    texts = [text for css in _CONTAINERS for node in page.css(css) if (text := _text_of(node))]
    headed = [text for text in texts if _HEADER.search(text)]
    if headed:
        return min(headed, key=len)
    if _HEADER.search(whole) or not texts:
        return whole
    return max(texts, key=len)


def _title(page: LexborHTMLParser) -> str | None:
    """The page's one h1, else its <title> without the site's name."""
    headings = page.css("h1")
    if len(headings) == 1 and (text := _SPACES.sub(" ", headings[0].text()).strip()):
        return text
    node = page.css_first("title")
    text = _SPACES.sub(" ", node.text()).strip() if node is not None else ""
    return _SITE_NAME.sub("", text) or None


def read_page(markup: str) -> Page:
    """The main text and title of a page; InputError for one nested too deep or without text."""
    if _depth(markup) > DEEPEST:
        message = f"its elements nest deeper than {DEEPEST:,}, which no newsletter page does"
        raise InputError(message)
    page = LexborHTMLParser(markup)
    title = _title(page)
    page.strip_tags([tag.strip() for tag in _NO_TEXT.split(",")], recursive=True)
    text = _main(page)
    if not text:
        message = "it is a web page without text"
        raise InputError(message)
    return Page(text, title)
