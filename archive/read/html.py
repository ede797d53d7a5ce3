"""What does a saved web page say? Its main text and its title, without navigation and scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from archive.core.errors import InputError

DEEPEST: Final = 10_000
"""Elements nested deeper than this are refused: the parser's time grows with the square of the depth (measured)."""

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_START: Final = re.compile(r"<[a-zA-Z][^\s/>]*")
_NOT_NESTING: Final = frozenset(
    {
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
        "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
    },
)  # fmt: skip
_SET_TYPE: Final = frozenset({"b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"})
_TYPE_TAG: Final = re.compile(rf"</?(?:{'|'.join(sorted(_SET_TYPE))})\b[^<>]*>", re.IGNORECASE)
_MOST_OPEN: Final = 100
"""So many elements that only set type may stand open; every paragraph begins them all anew, so more are left out."""

_ATTRIBUTE: Final = re.compile(r"""[\s/]+(?:[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?)?""")
_MOST_ATTRIBUTES: Final = 2_000
"""Of one tag; the parser compares each with those before it."""

_MOST_REPEATS: Final = 16
"""So often the containers of a page may repeat its text by standing within each other."""

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


def _depths(markup: str) -> tuple[int, int]:
    """How deep elements nest at most, and how many that only set type stand open at most; counted on the tags.

    An end tag closes an element of its own name only. Elements that close themselves do not count.
    """
    opened: Counter[str] = Counter()
    depth = deepest = type_only = most = 0
    for closing, tag in _TAG.findall(markup):
        name = tag.lower()
        if name in _NOT_NESTING or (closing and not opened[name]):
            continue
        step = -1 if closing else 1
        opened[name] += step
        depth += step
        deepest = max(deepest, depth)
        if name in _SET_TYPE:
            type_only += step
            most = max(most, type_only)
    return deepest, most


def _refuse_endless_tags(markup: str) -> None:
    """Raise InputError for a tag with more attributes than any page has."""
    place = 0
    while (tag := _START.search(markup, place)) is not None:
        place, number = tag.end(), 0
        while (attribute := _ATTRIBUTE.match(markup, place)) is not None:
            place, number = attribute.end(), number + 1
        if number > _MOST_ATTRIBUTES:
            message = f"a tag of it has more than {_MOST_ATTRIBUTES:,} attributes, which no newsletter page does"
            raise InputError(message)


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


def _text_of(pieces: Iterable[str]) -> str:
    """The text of a node's pieces: blocks are paragraphs, <br> is a line end."""
    text = "\n".join(line.strip(_BLANKS) for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _main(page: LexborHTMLParser) -> str:
    """The text of the smallest known container that holds the issue's header, else of the longest, else of the page."""
    body = page.body
    pieces = list(_pieces(body)) if body is not None else []
    whole = _text_of(pieces)
    texts = list(_contained(page, len(pieces)))
    headed = [text for text in texts if _HEADER.search(text)]
    if headed:
        return min(headed, key=len)
    if _HEADER.search(whole) or not texts:
        return whole
    return max(texts, key=len)


def _contained(page: LexborHTMLParser, pieces: int) -> Iterator[str]:
    """The texts of the known containers, as long as they do not repeat the page's pieces too often."""
    left = _MOST_REPEATS * max(pieces, 1)
    for node in (node for css in _CONTAINERS for node in page.css(css)):
        found = list(_pieces(node))
        left -= len(found)
        if left < 0:
            return
        text = _text_of(found)
        if text:
            yield text


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
    deepest, type_only = _depths(markup)
    if deepest > DEEPEST:
        message = f"its elements nest deeper than {DEEPEST:,}, which no newsletter page does"
        raise InputError(message)
    _refuse_endless_tags(markup)
    page = LexborHTMLParser(_TYPE_TAG.sub("", markup) if type_only > _MOST_OPEN else markup)
    title = _title(page)
    page.strip_tags([tag.strip() for tag in _NO_TEXT.split(",")], recursive=True)
    text = _main(page)
    if not text:
        message = "it is a web page without text"
        raise InputError(message)
    return Page(text, title)
