"""What day a printed day means."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.dates import (
    DAYS_AFTER_ISSUE,
    NO_DATE,
    DateInterval,
    Precision,
    PrintedDate,
    YearBasis,
    anchor,
)


def issue(text: str) -> DateInterval:
    """The issue of "2001-01-18", or of a day between two: "1995-09-10 1995-09-14"."""
    days = [dt.date.fromisoformat(day) for day in text.split()]
    return DateInterval(days[0], days[-1])


ANCHORED = {
    "the day before": ("--08-08", "2001-08-09", "2001-08-08"),
    "the day of the issue": ("--04-04", "2002-04-04", "2002-04-04"),
    "December in January": ("--12-31", "1997-01-06", "1996-12-31"),
    "November in February": ("--11-30", "2000-02-01", "1999-11-30"),
    "a wrong month in the past": ("--04-05", "1997-05-06", "1997-04-05"),
    "most of a year before": ("--07-13", "1999-07-12", "1999-07-13"),
    "a little after the issue": ("--07-20", "1999-07-12", "1999-07-20"),
    "long after the issue": ("--08-20", "1999-07-12", "1998-08-20"),
    "January in an issue of the last December day": ("--01-02", "1998-12-31", "1998-01-02"),
    "an issue known by its week": ("--09-13", "1995-09-10 1995-09-14", "1995-09-13"),
    "a leap day": ("--02-29", "1996-03-01", "1996-02-29"),
    "a leap day of the last leap year": ("--02-29", "1997-03-01", "1996-02-29"),
    "a printed year": ("2002-05-13", "2010-09-28", "2002-05-13"),
    "a range": ("--05-28/--05-30", "2001-06-05", "2001-05-28 2001-05-30"),
    "a range over months": ("--02-26/--03-03", "2001-03-06", "2001-02-26 2001-03-03"),
    "a range over New Year": ("--12-30/--01-03", "1997-01-06", "1996-12-30 1997-01-03"),
    "a range over New Year in its midst": ("--12-30/--01-03", "1997-12-31", "1997-12-30 1998-01-03"),
    "a range over New Year with its year": ("1997-12-30/1997-01-03", "1998-01-06", "1996-12-30 1997-01-03"),
    "a month": ("1992-05", "1996-07-19", "1992-05-01"),
    "a month without a year": ("--11", "1997-01-06", "1996-11-01"),
}


@pytest.mark.parametrize(("printed", "day", "expected"), ANCHORED.values(), ids=ANCHORED)
def test_anchor(printed: str, day: str, expected: str) -> None:
    found = anchor(PrintedDate.from_text(printed), issue(day))
    assert " ".join(day.isoformat() for day in (found.date, found.date_end) if day) == expected
    assert found.precision is (Precision.MONTH if PrintedDate.from_text(printed).day is None else Precision.DAY)


def test_year_basis_tells_where_the_year_comes_from() -> None:
    day = issue("2001-08-09")
    assert anchor(PrintedDate(8, 8), day).year_basis is YearBasis.ISSUE
    assert anchor(PrintedDate(8, 8, year=1999), day).year_basis is YearBasis.PRINTED
    assert anchor(PrintedDate(8, 8, year=1999, year_in_list=True), day).year_basis is YearBasis.LIST


NOWHERE = {
    "no date": (None, "2001-08-09"),
    "June 31": (PrintedDate(6, 31), "1997-07-01"),
    "February 30": (PrintedDate(2, 30), "2000-03-01"),
    "a leap day without a leap year near": (PrintedDate(2, 29), "2003-03-01"),
    "day 0": (PrintedDate(5, 0, year=1999), "2000-03-01"),
    "an impossible end": (PrintedDate(6, 29, end_day=31), "1997-07-01"),
    "an end before the start": (PrintedDate(6, 29, end_day=20), "1997-07-01"),
    "year 0": (PrintedDate(6, 29, year=0), "1997-07-01"),
}


@pytest.mark.parametrize(("printed", "day"), NOWHERE.values(), ids=NOWHERE)
def test_no_date(printed: PrintedDate | None, day: str) -> None:
    """A day that no calendar has gives no date and no failure."""
    assert anchor(printed, issue(day)) == NO_DATE


def test_year_cannot_be_told_without_an_issue_day() -> None:
    assert anchor(PrintedDate(5, 5), None) == NO_DATE
    assert anchor(PrintedDate(5, 5, year=1999), None).date == dt.date(1999, 5, 5)


MONTHS = st.integers(1, 12)
DAYS = st.integers(0, 99)
PRINTED = st.builds(
    PrintedDate, MONTHS, DAYS, st.none() | MONTHS, st.none() | DAYS, st.none() | st.integers(0, 9999), st.booleans()
)


@given(PRINTED, st.none() | st.dates().map(lambda day: DateInterval(day, day)))
def test_anchor_never_fails_nor_ends_before_it_starts(printed: PrintedDate, day: DateInterval | None) -> None:
    found = anchor(printed, day)
    assert found.date_end is None or (found.date is not None and found.date <= found.date_end)
    assert (found.date is None) == (found.precision is Precision.NONE)


@given(MONTHS, st.integers(1, 28), st.dates(dt.date(1990, 1, 1), dt.date(2020, 1, 1)))
def test_a_day_without_a_year_lies_within_a_year_before_its_issue(month: int, day: int, of: dt.date) -> None:
    found = anchor(PrintedDate(month, day), DateInterval(of, of)).date
    assert found is not None
    assert -366 <= (found - of).days <= DAYS_AFTER_ISSUE


@given(PRINTED)
def test_text_form_is_read_back(printed: PrintedDate) -> None:
    if printed.end_day is not None:
        assert PrintedDate.from_text(str(printed)).end_day == printed.end_day
    assert str(PrintedDate.from_text(str(printed))) == str(printed)


@pytest.mark.parametrize("text", ["", "05-05", "--5-5", "1999-05-05T00", "--05-05/", "yesterday"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a printed date"):
        PrintedDate.from_text(text)
