"""On which day did an issue appear, by the evidence that is laid before these functions?

Printed in the issue, or given by who ingested it; else by the publication's calendar; else estimated from what the
issue and its neighbours cite; else told by its number. Nothing is read or stored here: `archive.db.issue_dates` lays
what the archive holds before them, `archive.evaluate` what a gold set holds.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from archive.core.dates import DateInterval, PrintedDate
from archive.link.issue_estimates import Estimate, Evidence, borne_out, by_number, estimates, rough
from archive.link.issue_pace import Pace

Printed = tuple[DateInterval, str]
"""What a file tells of its issue's day: the day or days, and "printed" or "given"."""

Cited = Mapping[int, tuple[PrintedDate, ...]]
"""Issue number -> the days that the issue cites."""


@dataclass(frozen=True, slots=True)
class IssueDate:
    """An issue's day as far as it is known, and on what ground; `bounds` without a day where only they can be told."""

    day: dt.date | None
    bounds: DateInterval | None
    basis: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an issue beside its citations."""

    printed: Printed | None
    calendar: Estimate | None


def is_rough(known: Told) -> bool:
    """Whether a calendar alone tells the issue's day, and only roughly."""
    return known.printed is None and known.calendar is not None and rough(known.calendar.bounds)


def first_date(printed: Printed | None, calendar: Estimate | None, year: int | None) -> IssueDate:
    """The day of an issue as far as it can be told without its citations. `year` is that of its volume."""
    if printed is not None:
        bounds, basis = printed
        inside = calendar is not None and bounds.earliest <= calendar.day <= bounds.latest
        return IssueDate(calendar.day if calendar is not None and inside else bounds.earliest, bounds, basis)
    if calendar is not None:
        return IssueDate(calendar.day, calendar.bounds, "calendar")
    year_long = None if year is None else DateInterval(dt.date(year, 1, 1), dt.date(year, 12, 31))
    return IssueDate(None, year_long, "unknown")


def reckoned(
    year: int | None, told: Mapping[int, Told], cited: Callable[[], Cited], pace: Pace | None = None
) -> dict[int, IssueDate]:
    """The day of each issue of a volume of `year`, by number; `cited` is asked only where nothing better tells all.

    What neither a table nor a citation tells, the newsletter's `pace` does: its calendar without a table. What a table
    tells only roughly, citations may move.
    """
    found = {number: first_date(known.printed, known.calendar, year) for number, known in told.items()}
    about = {n: known.calendar for n, known in told.items() if known.calendar and is_rough(known)}
    if year is None or (not about and all(date.day is not None for date in found.values())):
        return found
    days = cited()
    for number, calendar in about.items():
        estimate = borne_out(calendar, days.get(number, ()), year)
        basis = "calendar" if estimate == calendar else "citations"
        found[number] = IssueDate(estimate.day, estimate.bounds, basis)
    volume = {number: Evidence(days.get(number, ()), found[number].day) for number in told}
    by_citations = estimates(year, volume, pace)
    for number in (number for number, date in found.items() if date.day is None):
        if number in by_citations:
            found[number] = IssueDate(by_citations[number].day, by_citations[number].bounds, "citations")
        elif pace is not None:
            estimate = by_number(year, number, pace)
            found[number] = IssueDate(estimate.day, estimate.bounds, "calendar")
    return found


def agreed(told: Iterable[Printed]) -> Printed:
    """The one day of what files, one at least, tell of an issue: printed before given, the commonest, the earliest."""
    votes = Counter(told)
    return min(votes, key=lambda vote: (vote[1] != "printed", -votes[vote], vote))


def dated_base_year(days: Iterable[tuple[int, dt.date]]) -> int | None:
    """The year that volumes count from, by dated issues, each (volume, day): the commonest, of several the earliest."""
    votes = Counter(day.year - volume for volume, day in days)
    return min(votes, key=lambda year: (-votes[year], year), default=None)


def cited_base_year(years: Iterable[tuple[int, int]]) -> int | None:
    """The same by years printed beside cited days, each (volume, year): the latest, at most the issue's own."""
    return max((year - volume for volume, year in years), default=None)
