"""Where does prose name a medium and the day of its report?

Every day that is printed in prose is looked at once, with the words left and right of it in its sentence. A rule tells
the report's day ("Itar-Tass reported May 3", "told Segodnya May 7", "the June 18 Izvestia") from the event's
("Also on July 11, the commission said that talks had stalled, NTV reported.").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final

from archive.core.dates import PrintedDate
from archive.core.span import Span
from archive.extract.citations.after_day import OUR_ISSUE, day_first, published_by, published_then, report_in, the_day
from archive.extract.citations.before_day import day_alone, framed, links, printed_what, quoted, verb
from archive.extract.citations.scene import WORD, Attribution, Scene
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.strangers import stranger_first, stranger_prints, stranger_speaks
from archive.extract.citations.tokens import MONTH, month_number
from archive.extract.citations.vocabulary import FUNCTION_WORDS
from archive.extract.mentions import CitationKind, CitationMention

_DAY: Final = re.compile(
    rf"""(?P<month>{MONTH})[ ]?(?:(?P<of>[12]\d{{3}})(?=[ ](?:issue|edition|number)\b)
    |(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d|%)
    (?:[ ]?[-–][ ]?(?:(?P<end_month>{MONTH})[ ])?(?P<end_day>\d{{1,2}})(?![\d-]))?
    (?:[ ]and[ ](?:(?P<second_month>{MONTH})[ ](?P<then>\d{{1,2}})(?!\d)
    |(?P<second>\d{{1,2}})(?=[,.;:)\n]|[ ](?:issues|that)\b|$)))?
    (?:,?[ ](?P<year>[12]\d{{3}})(?!\d))?)
    """,
    re.VERBOSE,
)
_RULES: Final[tuple[Callable[[Scene], Attribution | None], ...]] = (
    day_alone,
    report_in,
    verb,
    links,
    framed,
    quoted,
    printed_what,
    the_day,
    day_first,
    published_by,
    published_then,
    stranger_speaks,
    stranger_first,
    stranger_prints,
)
"""One way to say it each, in the order in which they are tried."""

_LEFT: Final = 190
_RIGHT: Final = 150
_GLANCE: Final = 2
_GLIMPSE: Final = 16
_MARKS: Final = frozenset({",", ".", ";"})
_PLAIN: Final = FUNCTION_WORDS - {"as"}  # "quoted officials on May 5 as saying"


def inline_citations(
    body: str, sentences: Sequence[int], names: SourceNames, taken: Sequence[tuple[int, int]]
) -> Iterator[CitationMention]:
    """The citations in prose, in the order of their days; `taken` are the spans of the parenthetical ones, sorted."""
    starts = [start for start, _ in taken]
    for day in _DAY.finditer(body):
        at = day.start()
        before = bisect_right(starts, at) - 1
        if before >= 0 and taken[before][1] > at:
            continue
        sentence = bisect_right(sentences, at)
        start = max(sentences[sentence - 1] if sentence else 0, at - _LEFT)
        left, last = body[start:at], day.end()
        if not _is_plain(left, body, last, names):
            end = min(sentences[sentence] if sentence < len(sentences) else len(body), last + _RIGHT)
            scene = Scene(left, body[last:end], names, opens=start > at - _LEFT)
            yield from _citations(body, day, start, scene)


def _citations(body: str, day: re.Match[str], start: int, scene: Scene) -> Iterator[CitationMention]:
    found = next((found for rule in _RULES if (found := rule(scene))), None)
    if found is None:
        return
    span = _span(body, day, start, found)
    for source in found.sources:
        for date in _dates(day):
            yield _mention(source, date, span, found, scene.names)


def _is_plain(left: str, body: str, end: int, names: SourceNames) -> bool:
    """Whether a glance tells that the day is an event's, as most are: "met the miners on February 27,"."""
    mark = body[end : end + 1]
    if mark not in _MARKS:
        word = body[end : end + _GLIMPSE].split(None, 1) if mark == " " else None
        if not word or word[0] not in _PLAIN:
            return False
    words = left.rsplit(None, 3)[-3:]
    if words and words[-1] in {"on", "of"}:
        del words[-1]
    if len(words) < _GLANCE or not words[-1].isalpha():
        return False
    return words[-1].islower() and words[-2].islower() and words[-1] not in names.cues


def _mention(
    source: str | None, date: PrintedDate, span: Span, found: Attribution, names: SourceNames
) -> CitationMention:
    own = found.rule == OUR_ISSUE if source is None else names.is_newsletter(source)
    kind = CitationKind.CROSS_REFERENCE if own else CitationKind.INLINE
    return CitationMention(span, kind, source, None, date, found.rule)


def _dates(day: re.Match[str]) -> list[PrintedDate]:
    month = month_number(day["month"])
    if day["of"]:
        return [PrintedDate(month, year=int(day["of"]))]  # "the October 2005 issue of"
    end_month = month_number(day["end_month"]) if day["end_month"] else None
    end_day = int(day["end_day"]) if day["end_day"] else None
    year = int(day["year"]) if day["year"] else None
    first = PrintedDate(month, int(day["day"]), end_month, end_day, year)
    if day["then"]:
        return [first, PrintedDate(month_number(day["second_month"]), int(day["then"]), year=year)]
    return [first, PrintedDate(month, int(day["second"]), year=year)] if day["second"] else [first]


def _span(body: str, day: re.Match[str], window: int, found: Attribution) -> Span:
    """From the first word of the source or the day to the last of either."""
    start, end = day.span()
    if found.left is not None:
        words = [m.start() for m in WORD.finditer(body, window, day.start())]
        start = words[found.left]
    if found.right is not None:
        *_, last = islice(WORD.finditer(body, day.end()), found.right)
        end = last.end()
    return Span(start, _trimmed(body, start, end))


def _trimmed(body: str, start: int, end: int) -> int:
    while end > start and body[end - 1] in '.,;:)”"’':
        end -= 1
    return end
