"""Which lines does a stretch of text have, and where?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from archive.core.span import Span

_LINE: Final = re.compile(r"[^\n]+")
_MARKUP: Final = re.compile(r"^(?:#{1,6}\s+|[*_]{1,3}(?=\S))|(?<=\S)(?:\s+#{1,6}|[*_]{1,3})$")


def lines_of(text: str, region: Span) -> Iterator[Span]:
    """The lines of `region` that hold more than white space, without the white space around them."""
    for found in _LINE.finditer(text, region.start, region.end):
        line = found[0]
        stripped = line.strip()
        if stripped:
            start = found.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(stripped))


def trimmed(text: str, region: Span) -> Span:
    """`region` without the white space at its ends; an empty span at its start if nothing else is in it."""
    piece = region.of(text)
    stripped = piece.strip()
    start = region.start + (len(piece) - len(piece.lstrip()) if stripped else 0)
    return Span(start, start + len(stripped))


def plain(line: str) -> str:
    """A line without Markdown's marks for headings and emphasis, white space made even."""
    bare = _MARKUP.sub("", line.strip())
    return " ".join(_MARKUP.sub("", bare).split())
