"""Which lines does a stretch of text have, and where?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from archive.core.span import Span

_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")
_HEADING: Final = re.compile(r"#{1,6}\s+")
_EMPHASIS: Final = re.compile(r"([*_]{1,3})(\S.*\S|\S)\1")
_LONGEST_MARKED: Final = 400
"""Characters of a line that may be a heading; a paragraph is not searched for marks."""


def lines_of(text: str, region: Span) -> Iterator[Span]:
    """The lines of `region` that hold more than white space, without the white space around them."""
    for found in _LINE.finditer(text, region.start, region.end):
        yield Span(*found.span())


def last_line(text: str, region: Span) -> Span | None:
    """The last of `lines_of`, found from the end: the first header of many has little above it, the last one all."""
    end = region.end
    while end > region.start:
        start = max(region.start, text.rfind("\n", region.start, end) + 1)
        line = next(lines_of(text, Span(start, end)), None)
        if line is not None:
            return line
        end = start - 1
    return None


def trimmed(text: str, region: Span) -> Span:
    """`region` without the white space at its ends; an empty span at its start if nothing else is in it."""
    piece = region.of(text)
    stripped = piece.strip()
    start = region.start + (len(piece) - len(piece.lstrip()) if stripped else 0)
    return Span(start, start + len(stripped))


def plain(line: str) -> str:
    """A line without Markdown's marks for headings and emphasis, white space made even; a long one as it is."""
    if len(line) > _LONGEST_MARKED:
        return line
    bare = " ".join(line.split())
    if bare.startswith("#"):
        bare = _HEADING.sub("", bare, count=1).rstrip("#").rstrip()
    whole = _EMPHASIS.fullmatch(bare) if bare[:1] in {"*", "_"} else None
    return whole[2] if whole else bare
