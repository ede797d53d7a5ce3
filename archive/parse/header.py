"""Which issue does a text say it is from?

Three forms (FORMATS 1.1): `Publication: Monitor Volume: 1 Issue: 53`, on one line or spread over three;
`Chechnya Weekly Volume 9, Issue 11 (March 20, 2008)`; and mastheads whose publication stands on the line above or
nowhere: `September 15, 2005 - Volume VI, Issue 33`, `VOLUME XVIII • ISSUE 5 • MARCH 26, 2018`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateutil.parser import ParserError
from dateutil.parser import parse as parse_date

from archive.core.dates import MONTHS, DateInterval
from archive.core.span import Span

_NUMBER: Final = r"(?a:\d{1,4}|[IVXLC]{1,8})\b"
"""In ASCII, since without regard to case "İ" would be an "I"."""

_MONTH: Final = "|".join(MONTHS)
_DATE: Final = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?(?:{_MONTH})[ ]\d{{1,2}},?[ ](?:19|20)\d\d"
_MARK: Final = r"[*_]{0,3}"
_BLANKS: Final = r"[^\S\n]{0,8}"
"""Bounded, as every run of blanks here: two open-ended ones side by side take quadratic time on a line of blanks."""

_GAP: Final = rf"{_BLANKS}\n?{_BLANKS}"

_LABELLED: Final = re.compile(
    rf"""^{_BLANKS}[>\#]{{0,6}}{_BLANKS}{_MARK}Publication:{_MARK}{_BLANKS}(?P<publication>[^\n:]{{1,120}}?)[,;]?{_GAP}
    {_MARK}Volume:{_MARK}{_BLANKS}(?P<volume>{_NUMBER})[,;]?{_GAP}
    {_MARK}Issue:{_MARK}{_BLANKS}(?P<issue>{_NUMBER})[^\n]{{0,40}}$""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_NAMED: Final = re.compile(
    rf"""^{_BLANKS}\#{{0,6}}{_BLANKS}{_MARK}(?P<publication>[A-Z][^\n,:;()•]{{2,80}}?)[,:]?[ ]+
    Vol(?:ume|\.)[ ](?P<volume>{_NUMBER}),?[ ]+(?:Issue|No\.)[ ](?P<issue>{_NUMBER})
    (?:[ ]*\(?(?P<date>{_DATE})\)?)?{_MARK}{_BLANKS}$""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_MASTHEAD: Final = re.compile(
    rf"""^{_BLANKS}(?:(?P<before>{_DATE})[ ]*[-–—•|][ ]*)?Volume[ ](?P<volume>{_NUMBER})[ ]*[,•|]?[ ]*
    Issue[ ](?P<issue>{_NUMBER})(?:[ ]*[-–—•|(,][ ]*(?P<date>{_DATE})\)?)?{_BLANKS}$""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_FORMS: Final = (_LABELLED, _NAMED, _MASTHEAD)
_DATE_LINE: Final = re.compile(rf"\(?(?P<date>{_DATE})\)?\.?", re.IGNORECASE)
_WORD: Final = "vol"
"""What every form of a header holds, in lower case."""

_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """A header and where it stands; `publication` is None where the line does not name it."""

    span: Span
    publication: str | None
    volume: int
    issue: int
    date: DateInterval | None


def number(text: str) -> int:
    """An Arabic or Roman numeral ("11", "XVIII")."""
    if text.isdigit():
        return int(text)
    values = [_ROMAN[letter] for letter in text.upper()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def printed_day(line: str) -> DateInterval | None:
    """The day that a line consists of ("August 9, 2013"), as an interval of that one day; None for any other line."""
    found = _DATE_LINE.fullmatch(line.strip())
    return _day(found["date"]) if found else None


def _day(text: str | None) -> DateInterval | None:
    if text is None:
        return None
    try:
        day = parse_date(text).date()
    except (ParserError, OverflowError):  # "February 30, 2008"
        return None
    return DateInterval(day, day)


def _header(found: re.Match[str]) -> FoundHeader:
    groups = found.groupdict()
    publication = groups.get("publication")
    date = _day(groups.get("date")) or _day(groups.get("before"))
    name = " ".join(publication.strip("*_ ").split()) if publication else None
    return FoundHeader(Span(*found.span()), name, number(found["volume"]), number(found["issue"]), date)


def find_headers(text: str) -> list[FoundHeader]:
    """All headers of a text in their order; where forms overlap, the first and more telling one."""
    found = [
        (header.span.start, rank, header)
        for start, end in _places(text)
        for rank, form in enumerate(_FORMS)
        for header in map(_header, form.finditer(text, start, end))
    ]
    headers: list[FoundHeader] = []
    for start, _, header in sorted(found, key=lambda item: item[:2]):
        if not headers or start >= headers[-1].span.end:
            headers.append(header)
    return headers


def _places(text: str) -> Iterator[tuple[int, int]]:
    """The line of each word that every header holds, with its two neighbours: no form has more than three lines.

    A search for a plain string leaves out the rest of a text ten times as fast as the patterns do.
    """
    lower = text.lower()
    if len(lower) != len(text):  # "İ" is the one letter whose small form is longer
        lower = text.replace("İ", "I").lower()
    at = lower.find(_WORD)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, _line_end(text, at)
        yield text.rfind("\n", 0, max(0, start - 1)) + 1, _line_end(text, end + 1)
        at = lower.find(_WORD, end)


def _line_end(text: str, at: int) -> int:
    """Where the line of `at` ends."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found
