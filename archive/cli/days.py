"""Which day does a person mean who types one? 2001-08-08 first; other ways of writing where they mean one day only."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from archive.core.errors import UsageError

_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_HOW: Final = "write it as 2001-08-08"


def first_day(text: str, option: str) -> dt.date:
    """The day, or the first of a year or month; UsageError names `option` where the text means no day, or several."""
    return _days(text, option)[0]


def last_day(text: str, option: str) -> dt.date:
    """The day, or the last of a year or month."""
    return _days(text, option)[1]


def _days(text: str, option: str) -> tuple[dt.date, dt.date]:
    found = _ISO.fullmatch(text.strip())
    year, month, day = (int(part) if part else None for part in found.groups()) if found else _read(text, option)
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        message = f"{option} {text!r} is no day of the calendar; {_HOW}"
        raise UsageError(message) from None
    if day is not None:
        return first, first
    import calendar

    last = calendar.monthrange(first.year, month or 12)[1]
    return first, dt.date(first.year, month or 12, last)


def _read(text: str, option: str) -> tuple[int, int, int | None]:
    """Year, month and, where it is written, day, by dateutil; what it would fill in or guess is refused."""
    from dateutil import parser

    readings = set()
    try:
        for day_first, year_first in ((False, False), (True, False), (False, True), (True, True)):
            one, other = (
                parser.parse(text, default=default, dayfirst=day_first, yearfirst=year_first).date()
                for default in (dt.datetime(1999, 1, 1), dt.datetime(2000, 2, 2))  # noqa: DTZ001 - days have no zone
            )
            known = one.year == other.year and one.month == other.month
            readings.add((one.year, one.month, one.day if one.day == other.day else None) if known else None)
    except (ValueError, OverflowError, TypeError):
        message = f"{option} {text!r} is no day; {_HOW}"
        raise UsageError(message) from None
    complete = sorted(reading for reading in readings if reading is not None)
    if len(readings) != 1 or not complete:
        which = " or ".join("-".join(f"{part:02}" for part in reading if part) for reading in complete)
        message = f"{option} {text!r} can mean {which or 'several days'}; {_HOW}"
        raise UsageError(message)
    return complete[0]
