"""What day does a printed day mean?

A newsletter prints "August 8" and leaves the year to the reader. `PrintedDate` keeps what stands on the page,
`anchor` finds the year from the day of the issue (FORMATS: a printed year wins; else the year that brings the day at or
before the issue's day, nearest to it; a day a little after it keeps the issue's year).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

DAYS_AFTER_ISSUE: Final = 14
"""A cited day up to this many days after its issue is a slip or a badly known issue day, not a day of last year."""


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    NONE = "none"


class YearBasis(StrEnum):
    """How the year of a cited day was found."""

    PRINTED = "printed"
    LIST = "list"  # printed once, at the end of the list that the day stands in
    ISSUE = "issue"  # reckoned from the day of the issue
    NONE = "none"  # no date, or no year to be had


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """A day known to lie between two days, both included."""

    earliest: dt.date
    latest: dt.date


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day, a range of days or a month as printed.

    `day` is None for a month alone ("June 1999"). `end_month` and `end_day` are set for a range. `year` is None where
    none is printed; `year_in_list` says that it was printed once for a whole list, on a later day of it.
    Its text form is ISO 8601 with the year left out where it is unknown: "--08-03", "--02-26/--03-03", "1999-06".
    """

    month: int
    day: int | None = None
    end_month: int | None = None
    end_day: int | None = None
    year: int | None = None
    year_in_list: bool = False

    def __str__(self) -> str:
        start = self._one(self.month, self.day)
        return start if self.end_day is None else f"{start}/{self._one(self.end_month or self.month, self.end_day)}"

    def _one(self, month: int, day: int | None) -> str:
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{year}-{month:02}" if day is None else f"{year}-{month:02}-{day:02}"

    @classmethod
    @lru_cache(maxsize=4_096)  # a volume's issues cite each day of its year many times
    def from_text(cls, text: str, *, year_in_list: bool = False) -> PrintedDate:
        """The date whose text form is `text`; ValueError if it is none."""
        found = _TEXT_FORM.fullmatch(text)
        if found is None:
            message = f"not a printed date: {text!r}"
            raise ValueError(message)
        year, month, day, end_month, end_day = (int(part) if part else None for part in found.groups())
        return cls(month or 0, day, end_month, end_day, year, year_in_list)


_TEXT_FORM: Final = re.compile(r"(?:-|(\d{4}))-(\d\d)(?:-(\d\d))?(?:/(?:-|\d{4})-(\d\d)-(\d\d))?")


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A printed date with its year: `date` alone for a day or the first of a month, `date_end` too for a range."""

    date: dt.date | None
    date_end: dt.date | None
    precision: Precision
    year_basis: YearBasis


NO_DATE: Final = ResolvedDate(None, None, Precision.NONE, YearBasis.NONE)


def _day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None for one that no calendar has ("February 30")."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _span_of(printed: PrintedDate, year: int) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of `printed` when it ends in `year`; a range over New Year begins the year before."""
    end_month = printed.end_month or printed.month
    start_year = year - 1 if printed.end_day is not None and end_month < printed.month else year
    start = _day(start_year, printed.month, 1 if printed.day is None else printed.day)
    end = None if printed.end_day is None else _day(year, end_month, printed.end_day)
    return start, end


def _year_before(printed: PrintedDate, issue: DateInterval) -> int:
    """The latest year that brings the printed date at or before the issue's latest day, a small slip aside."""
    limit = issue.latest + min(dt.timedelta(days=DAYS_AFTER_ISSUE), dt.date.max - issue.latest)
    for year in (issue.latest.year + 1, issue.latest.year, issue.latest.year - 1):
        start, end = _span_of(printed, year)
        if start is not None and (end or start) <= limit and (year <= issue.latest.year or start <= issue.latest):
            return year
    return issue.latest.year


@lru_cache(maxsize=4_096)  # the articles of an issue cite the same few days
def anchor(printed: PrintedDate | None, issue: DateInterval | None) -> ResolvedDate:
    """Give `printed` its year: the printed one, else one reckoned from the issue's day.

    An impossible day or a year that cannot be told gives `NO_DATE`; the printed text is the caller's to keep.
    """
    if printed is None or (printed.year is None and issue is None):
        return NO_DATE
    if printed.year is not None:
        year, basis = printed.year, YearBasis.LIST if printed.year_in_list else YearBasis.PRINTED
    else:
        year, basis = _year_before(printed, issue) if issue else 0, YearBasis.ISSUE
    start, end = _span_of(printed, year)
    if start is None or (printed.end_day is not None and (end is None or end < start)):
        return NO_DATE
    return ResolvedDate(start, end, Precision.MONTH if printed.day is None else Precision.DAY, basis)
