"""On which day did an issue appear that no table lists?"""

from __future__ import annotations

import csv
import datetime as dt
from statistics import mean

import pytest

from archive.core.dates import DateInterval, PrintedDate
from archive.core.folders import authority_folder
from archive.link.issue_dates import Told, agreed, cited_base_year, dated_base_year, first_date, reckoned
from archive.link.issue_estimates import Estimate, Evidence, estimates
from archive.link.issue_pace import Pace, working_days
from archive.link.weekdays import weekday_index, weekday_of


def on(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def evidence(*days: str) -> Evidence:
    return Evidence(tuple(PrintedDate.from_text(day) for day in days))


def day_of(number: int, volume: dict[int, Evidence], year: int = 2005) -> str:
    return estimates(year, volume)[number].day.isoformat()


ALONE = {
    "the next weekday": ("2005-10-12", 40, ["--10-11"]),
    "Friday's reports come on Monday": ("2005-10-17", 100, ["--10-14"]),
    "so do Sunday's": ("2005-10-17", 100, ["--10-16"]),
    "the latest day counts": ("2005-10-12", 190, ["--10-11", "--07-02"]),
    "a range counts by its end": ("2005-10-12", 100, ["--10-07/--10-11"]),
    "beside early spring, autumn is last year's": ("2005-01-05", 3, ["--12-30", "--01-04"]),
    "December alone in a first issue is last year's": ("2005-01-03", 1, ["--12-30"]),
    "late in a daily's year, early spring is background": ("2005-10-12", 180, ["--10-11", "--03-02"]),
    "December alone later is this year's": ("2005-12-30", 240, ["--12-29"]),
    "another year's day is no evidence": ("2005-03-03", 40, ["--03-02", "1997-11-07"]),
    "no calendar has it": ("2005-06-21", 40, ["--06-31", "--06-20"]),
}


@pytest.mark.parametrize(("expected", "number", "days"), ALONE.values(), ids=ALONE)
def test_an_issue_without_neighbours(expected: str, number: int, days: list[str]) -> None:
    assert day_of(number, {number: evidence(*days)}) == expected


def test_neighbours_move_the_day_between_the_cited_day_and_the_next_weekday() -> None:
    volume = {50: evidence("--03-14"), 51: evidence("--03-15"), 52: evidence("--03-17"), 53: evidence("--03-17")}
    assert [day_of(number, volume) for number in sorted(volume)] == [
        "2005-03-15",
        "2005-03-16",
        "2005-03-17",
        "2005-03-18",
    ]


def test_neighbours_tell_which_year_december_belongs_to() -> None:
    volume = {4: evidence("--12-28"), 5: evidence("--01-06"), 6: evidence("--01-07")}
    assert day_of(4, volume).startswith("2005-01")


def test_an_issue_that_cites_nothing_lies_between_its_neighbours() -> None:
    found = estimates(2005, {10: evidence("--03-07"), 12: Evidence(), 14: evidence("--03-11"), 99: Evidence()})
    assert found[12].day == on("2005-03-10")
    assert found[12].bounds.earliest == on("2005-03-07")
    assert 99 not in found


def test_the_bounds_hold_the_day() -> None:
    for number, days in ((1, ["--12-31"]), (3, ["--01-01"]), (240, ["--12-31"]), (100, ["--06-04"])):
        found = estimates(2005, {number: evidence(*days)})[number]
        assert found.bounds.earliest <= found.day <= found.bounds.latest
        assert found.day.year == 2005


def monitor() -> list[tuple[int, int, dt.date]]:
    with (authority_folder() / "calendars" / "monitor.csv").open(encoding="utf-8") as file:
        return [(int(row["volume"]), int(row["issue"]), on(row["date"])) for row in csv.DictReader(file)]


def test_the_number_tells_the_monitors_days_within_a_week() -> None:
    pace = Pace(240)
    off = [
        abs(weekday_index(pace.expected(1994 + volume, number).day) - weekday_index(day))
        for volume, number, day in monitor()
        if volume > 1 and day.month != 8
    ]
    assert max(off) <= 6
    assert mean(off) < 2


def test_a_number_far_after_the_cited_day_counts() -> None:
    volume = {211: evidence("--10-10")}
    assert estimates(2005, volume)[211].day == on("2005-10-11")
    assert estimates(2005, volume, Pace(240))[211].day == on("2005-11-16")


def test_a_daily_without_neighbours_lies_between_what_it_cites_and_what_its_number_tells() -> None:
    alone = {223: evidence("--11-28")}
    assert estimates(2006, alone, Pace(240))[223].day == on("2006-12-01")
    assert estimates(2006, alone, Pace(48))[223].day == on("2006-11-29")
    among = {222: evidence("--11-27"), 223: evidence("--11-28"), 224: evidence("--11-29")}
    assert estimates(2006, among, Pace(240))[223].day == on("2006-11-29")


def test_a_known_issue_shortly_before_tells_a_weeklys_day() -> None:
    pace = Pace(48, {33: on("2005-09-15")})
    assert pace.expected(2005, 40).day == on("2005-11-03")
    assert pace.expected(2005, 18).day < on("2005-06-01")  # summer's pause lies between: the known day tells nothing


def test_holidays_have_no_issue() -> None:
    days = working_days(2001)
    for holiday in ("2001-01-01", "2001-05-28", "2001-07-04", "2001-09-03", "2001-11-22", "2001-11-23", "2001-12-25"):
        assert on(holiday) not in days
    assert dt.date(2000, 7, 4) not in working_days(2000)
    assert dt.date(1998, 7, 3) not in working_days(1998)  # kept on the Friday before


def test_printed_wins_over_the_calendar_and_the_calendar_over_citations() -> None:
    calendar = Estimate(on("2001-08-09"), DateInterval(on("2001-08-09"), on("2001-08-10")))
    printed = (DateInterval(on("2001-08-13"), on("2001-08-13")), "printed")
    month = (DateInterval(on("2001-08-01"), on("2001-08-31")), "given")
    assert first_date(printed, calendar, 2001).day == on("2001-08-13")
    assert first_date(month, calendar, 2001).day == on("2001-08-09")
    assert first_date(None, calendar, 2001).basis == "calendar"
    assert first_date(None, None, 2001).bounds == DateInterval(on("2001-01-01"), on("2001-12-31"))
    assert first_date(None, None, None).bounds is None


ROUGH = Estimate(on("2006-03-23"), DateInterval(on("2006-03-16"), on("2006-03-30")))

BORNE_OUT = {
    "earlier days only": (["--03-15", "--03-20"], "2006-03-23"),
    "a later day": (["--03-24"], "2006-03-27"),
    "after the calendar's last day": (["--04-05"], "2006-04-06"),
    "last year's": (["--12-05"], "2006-03-23"),
    "a wrong month": (["--05-22"], "2006-03-23"),
    "none": ([], "2006-03-23"),
}


@pytest.mark.parametrize(("cited", "day"), BORNE_OUT.values(), ids=BORNE_OUT)
def test_a_rough_calendar_gives_way_to_a_later_cited_day(cited: list[str], day: str) -> None:
    days = tuple(PrintedDate.from_text(text) for text in cited)
    found = reckoned(2006, {12: Told(None, ROUGH)}, lambda: {12: days})[12]
    assert found.day == on(day)
    assert found.bounds is not None
    assert (found.basis == "calendar") == (found.bounds == ROUGH.bounds)
    assert found.bounds.earliest <= found.day <= found.bounds.latest


def test_a_printed_day_wins_over_a_rough_calendar() -> None:
    printed = (DateInterval(on("2006-03-22"), on("2006-03-22")), "printed")
    assert reckoned(2006, {12: Told(printed, ROUGH)}, pytest.fail)[12].day == on("2006-03-22")


def test_citations_are_not_asked_for_where_better_evidence_tells_all() -> None:
    printed = (DateInterval(on("2008-03-20"), on("2008-03-20")), "printed")
    assert reckoned(2008, {11: Told(printed, None)}, pytest.fail)[11].day == on("2008-03-20")


def test_what_files_tell_is_agreed() -> None:
    first, second = (DateInterval(on(day), on(day)) for day in ("2008-03-20", "2008-03-21"))
    assert agreed([(second, "given"), (second, "given"), (first, "printed")]) == (first, "printed")
    assert agreed([(second, "printed"), (first, "printed"), (second, "printed")]) == (second, "printed")
    assert agreed([(second, "printed"), (first, "printed")]) == (first, "printed")


def test_the_year_that_volumes_count_from() -> None:
    assert dated_base_year([(9, on("2008-03-20")), (9, on("2008-05-01")), (8, on("2008-01-03"))]) == 1999
    assert dated_base_year([]) is None
    assert cited_base_year([(4, 1997), (4, 1998)]) == 1994
    assert cited_base_year([]) is None


@pytest.mark.parametrize("day", ["2001-08-06", "2001-08-10", "1995-05-01"])
def test_weekdays_are_counted(day: str) -> None:
    assert weekday_of(weekday_index(on(day))) == on(day)
    assert weekday_index(on("2001-08-12")) == weekday_index(on("2001-08-10"))
