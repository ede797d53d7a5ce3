"""What stands around a header: title above or below it, date line, byline, table of contents, photo caption."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Final

from archive.core.dates import DateInterval
from archive.core.span import Span
from archive.parse.article import Part, PartKind
from archive.parse.header import printed_day
from archive.parse.headline import LONGEST, is_capitals, is_headline
from archive.parse.lines import lines_of, plain

_PLACEHOLDER: Final = re.compile(r"Placeholder canvas", re.IGNORECASE)
_BYLINE: Final = re.compile(r"(?:By:?|Translat(?:ion|ed) by|Edited by)\s+[\"“A-Z][^\n]{1,120}")
_RULE: Final = re.compile(r"[-_=*–—•~\s]{3,}")
_CONTENTS: Final = re.compile(r"in this issue:?", re.IGNORECASE)
_CREDIT: Final = re.compile(
    r"\((?:Source|Photo|Image|Picture|Credit)s?\b[^()\n]*\)?$|[\w.”’][ ]\([A-Z][A-Z/ -]{1,24}\)$",
)
_SENTENCE_END: Final = re.compile(r"[.!?…:;,)\]\"”’]$")
_LONGEST_CAPTION: Final = 200


@dataclass(slots=True)
class Front:
    """What was found between the start of an article and its body; `end` is where the body begins."""

    end: int
    title: Span | None = None
    date: DateInterval | None = None
    parts: list[Part] = field(default_factory=list)
    headlines: frozenset[str] = frozenset()


def title_above(text: str, region: Span) -> Span | None:
    """The title that ends `region`, which a header follows; a headline of two lines, joined by "…", counts as one."""
    lines = list(lines_of(text, region))
    while lines and (_RULE.fullmatch(lines[-1].of(text)) or _PLACEHOLDER.fullmatch(lines[-1].of(text))):
        lines.pop()
    if not lines or lines[-1].end - lines[-1].start > LONGEST:
        return None
    title = lines[-1]
    if len(lines) > 1 and lines[-2].of(text).endswith("…") and title.of(text).startswith("…"):
        return Span(lines[-2].start, title.end)
    return title


def preamble(text: str, region: Span) -> list[Part]:
    """What a file holds before its first title: page furniture, or text that belongs to no article."""
    parts = []
    for line in lines_of(text, region):
        kind = PartKind.PLACEHOLDER if _PLACEHOLDER.fullmatch(line.of(text)) else PartKind.PREAMBLE
        parts.append(Part(kind, line))
    return parts


def _contents(text: str, region: Span) -> tuple[Span, frozenset[str]]:
    """The table of contents at the start of `region`, up to the first blank line, and the headlines it lists."""
    blank = re.compile(r"\n[^\S\n]*\n").search(text, region.start, region.end)
    block = Span(region.start, blank.start() if blank else region.end)
    listed = (re.sub(r"^[*•–—-]\s*", "", line.of(text)) for line in lines_of(text, block))
    return block, frozenset(plain(line).rstrip(".").casefold() for line in listed)


def _is_caption(line: str) -> bool:
    if len(line) > _LONGEST_CAPTION:
        return False
    return bool(_CREDIT.search(line)) or not _SENTENCE_END.search(line)


def _is_title_below(line: str) -> bool:
    return is_capitals(line) or (is_headline(line) and not line.endswith("."))


def _take(front: Front, text: str, line: Span, *, more: bool) -> bool:
    """Take the line into `front` if it still is no body; `more` says that other lines follow."""
    words = plain(line.of(text))
    if (day := printed_day(words)) is not None:
        front.date = front.date or day
    elif _RULE.fullmatch(words):
        pass
    elif _PLACEHOLDER.fullmatch(words):
        front.parts.append(Part(PartKind.PLACEHOLDER, line))
    elif _BYLINE.fullmatch(words) and more:
        front.parts.append(Part(PartKind.BYLINE, line))
    elif front.title is None and more and _is_title_below(words):
        front.title = line
    elif front.title is not None and more and _is_caption(words) and not _has_caption(front) and not is_capitals(words):
        front.parts.append(Part(PartKind.CAPTION, line))
    else:
        return False
    return True


def _has_caption(front: Front) -> bool:
    return any(part.kind is PartKind.CAPTION for part in front.parts)


def read_front(text: str, region: Span, title: Span | None) -> Front:
    """Read the lines of `region`, which begins after a header, until the body starts."""
    front = Front(region.start, title)
    for line, following in pairwise(chain(lines_of(text, region), [None])):
        if line is None or line.start < front.end:  # inside the table of contents
            continue
        if _CONTENTS.fullmatch(plain(line.of(text))):
            block, front.headlines = _contents(text, Span(line.start, region.end))
            front.parts.append(Part(PartKind.CONTENTS, block))
            front.end = block.end
        elif _take(front, text, line, more=following is not None):
            front.end = line.end
        else:
            break
    return front
