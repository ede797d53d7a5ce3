"""On which day did an issue appear that no calendar lists and that prints no day? An estimate from what it cites.

The latest day that an issue cites is a lower bound of its own, near it as a rule (FORMATS 8.4). The Monitor's issues of
known day bear out this estimator (CALENDAR, "No table for a publication": wrong by 0.57 days in the mean): the median
distance of number and cited day among the issues around, never before the issue's own cited day and never after
the next weekday. Where the number tells a day well after that, the issue cites old reports only, and the number counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from archive.core.dates import DateInterval, PrintedDate
from archive.link.issue_pace import NEAR, Pace
from archive.link.weekdays import weekday_index, weekday_of

LONGEST_LAG: Final = 15
"""Weekdays from the latest cited day to the issue's, at most: the longest of the Monitor's lags (8/84)."""

_FAR: Final = 30  # weekdays between an issue's cited day and its neighbours' at which another reading is tried
_NEAREST: Final = 4  # neighbours that judge it: few, so that a weekly's numbers do not pull
_DAILY: Final = 240  # issues a year of a newsletter with numbers that no weekly reaches
_WEEKLY: Final = 60
_EARLY_NUMBERS: Final = 2  # issues that may cite the last days of December only
_ROUGH: Final = 7  # days between a calendar's bounds from which citations may move its day
_AUTUMN: Final = 10  # months from October on are cited in January to March of the next year
_SPRING: Final = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one issue tells: the days that it cites, and its own day where that is known."""

    cited: tuple[PrintedDate, ...] = ()
    known: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """The best day, and the days between which it lies."""

    day: dt.date
    bounds: DateInterval


def estimates(year: int, volume: Mapping[int, Evidence], pace: Pace | None = None) -> dict[int, Estimate]:
    """The days of the issues of one volume, which appeared in `year`, by number; without those that nothing tells."""
    readings = {number: days for number, evidence in volume.items() if (days := _readings(year, evidence))}
    usual = pace or (Pace(_DAILY) if max(volume, default=0) > _WEEKLY else None)
    told = {n: None if usual is None else usual.expected(year, n).day for n in readings}
    alone = {n: _alone(n, days, told[n]) for n, days in readings.items()}
    cited = {number: _among(number, days, alone) for number, days in readings.items()}
    own = {number: _own(number, day, cited, year, volume[number].known) for number, day in cited.items()}
    if pace is not None:
        own |= {n: _kept_up(n, own[n], day, year, pace) for n, day in cited.items()}
        own |= {n: _midway(n, own[n], year, pace) for n in cited if _alone_in(n, cited)}
    rest = {n: between for n in volume.keys() - own.keys() if (between := _between(n, own, year))}
    return own | rest


def rough(bounds: DateInterval) -> bool:
    """Whether a calendar tells only about when an issue appeared: more than a week lies between its bounds."""
    return (bounds.latest - bounds.earliest).days > _ROUGH


def borne_out(calendar: Estimate, cited: Sequence[PrintedDate], year: int) -> Estimate:
    """The day of a rough calendar, or the weekday after the latest cited day where the issue cites a later one.

    What is cited far after that day is another year's or a misprint, and tells nothing.
    """
    readings = _readings(year, Evidence(tuple(cited)))
    latest = min(readings, key=lambda day: abs(_lag(day, calendar.day)), default=calendar.bounds.earliest)
    if latest <= calendar.bounds.earliest or _lag(calendar.day, latest) > LONGEST_LAG:
        return calendar
    day = calendar.day if latest <= calendar.day else weekday_of(weekday_index(latest) + 1)
    return _within(year, day, DateInterval(latest, max(day, calendar.bounds.latest)))


def _readings(year: int, evidence: Evidence) -> list[dt.date]:
    """What the issue's latest cited day may be, ascending: with the autumn days of the year before, and of this one.

    A known issue day stands for a cited day, which is the weekday before.
    """
    if evidence.known is not None:
        return [weekday_of(weekday_index(evidence.known) - 1)]
    readings = ([day for printed in evidence.cited for day in _cited(printed, year, back)] for back in (1, 0))
    return sorted({max(days) for days in readings if days})


def _cited(printed: PrintedDate, year: int, back: int) -> Iterable[dt.date]:
    """The day that is cited, its last one of a range; none for another year's, for a month and for "June 31"."""
    if printed.day is None or printed.year not in {None, year}:
        return
    month, day = printed.month, printed.day
    if printed.end_day is not None:
        month, day = printed.end_month or month, printed.end_day
    try:
        yield dt.date(year - back if month >= _AUTUMN and printed.year is None else year, month, day)
    except ValueError:
        return


def _alone(number: int, readings: Sequence[dt.date], expected: dt.date | None) -> dt.date:
    """The latest cited day as the issue itself tells it: the reading next to the day that its number tells.

    Where nothing is known of the newsletter's pace, autumn beside early spring is last year's, and so is December
    alone in the first issues of a volume.
    """
    earlier, later = readings[0], readings[-1]
    if expected is not None:
        return min(readings, key=lambda day: abs(_lag(day, expected)))
    if later.month < _AUTUMN or (earlier.year == later.year and earlier.month > _SPRING):
        return later
    new_year = later.month == 12 and number <= _EARLY_NUMBERS  # noqa: PLR2004 - December
    return earlier if earlier.year == later.year or new_year else later


def _among(number: int, readings: Sequence[dt.date], alone: Mapping[int, dt.date]) -> dt.date:
    """The latest cited day as the neighbours bear it out; far from theirs, the reading that is nearest to them."""
    around = sorted((other for other in alone if 0 < abs(other - number) <= NEAR), key=lambda n: (abs(n - number), n))
    if not around:
        return alone[number]
    expected = median_low([weekday_index(alone[n]) - n for n in around[:_NEAREST]]) + number
    off = abs(weekday_index(alone[number]) - expected)
    nearest = min(readings, key=lambda day: abs(weekday_index(day) - expected))
    return nearest if off > _FAR and abs(weekday_index(nearest) - expected) * 2 < off else alone[number]


def _own(number: int, day: dt.date, cited: Mapping[int, dt.date], year: int, known: dt.date | None) -> Estimate:
    if known is not None:
        return Estimate(known, DateInterval(known, known))
    near = [weekday_index(other) - n for n, other in cited.items() if abs(n - number) <= NEAR]
    following = weekday_of(weekday_index(day) + 1)
    earliest = day if day.weekday() < 5 else following  # noqa: PLR2004 - Saturday and Sunday
    best = following if len(near) == 1 else weekday_of(median_low(near) + number + 1)
    best = min(max(best, earliest), following)
    latest = weekday_of(weekday_index(day) + LONGEST_LAG)
    return _within(year, best, DateInterval(earliest, latest))


def _kept_up(number: int, found: Estimate, cited: dt.date, year: int, pace: Pace) -> Estimate:
    """The estimate, or the day that the number tells where that is well after the latest cited day."""
    expected = pace.expected(year, number)
    if found.bounds.earliest == found.bounds.latest or _lag(cited, expected.day) <= expected.give:
        return found
    latest = weekday_of(weekday_index(expected.day) + expected.give)
    return _within(year, expected.day, DateInterval(found.bounds.earliest, latest))


def _alone_in(number: int, cited: Mapping[int, dt.date]) -> bool:
    return not any(0 < abs(other - number) <= NEAR for other in cited)


def _midway(number: int, found: Estimate, year: int, pace: Pace) -> Estimate:
    """For an issue of a daily without neighbours the day between the one that it cites and the one its number tells.

    It may cite only what is some days old: what it cites tells a day that is too early as a rule.
    """
    expected = pace.expected(year, number)
    lag = _lag(found.day, expected.day)
    if not pace.daily or found.bounds.earliest == found.bounds.latest or not 0 < lag <= expected.give:
        return found
    return _within(year, weekday_of(weekday_index(found.day) + (lag + 1) // 2), found.bounds)


def _lag(cited: dt.date, day: dt.date) -> int:
    return weekday_index(day) - weekday_index(cited)


def by_number(year: int, number: int, pace: Pace) -> Estimate:
    """The day of an issue that nothing tells but its number; it may be off twice as far as one that cites something."""
    expected = pace.expected(year, number)
    index, give = weekday_index(expected.day), 2 * expected.give
    return _within(year, expected.day, DateInterval(weekday_of(index - give), weekday_of(index + give)))


def _between(number: int, own: Mapping[int, Estimate], year: int) -> Estimate | None:
    """The day of an issue that cites none: between those of its neighbours, in step with the numbers."""
    below = max((n for n in own if number - NEAR <= n < number), default=None)
    above = min((n for n in own if number < n <= number + NEAR), default=None)
    if below is None and above is None:
        return None
    earliest = own[below].bounds.earliest if below is not None else dt.date(year, 1, 1)
    latest = own[above].bounds.latest if above is not None else dt.date(year, 12, 31)
    if below is not None and above is not None:
        start, end = (weekday_index(own[n].day) for n in (below, above))
        index = start + round((end - start) * (number - below) / (above - below))
    else:
        known = below if above is None else above
        index = weekday_index(own[known or 0].day) + number - (known or 0)
    return _within(year, weekday_of(index), DateInterval(earliest, max(earliest, latest)))


def _within(year: int, day: dt.date, bounds: DateInterval) -> Estimate:
    """The estimate inside its year, and its day inside its bounds."""
    first, last = weekday_of(weekday_index(dt.date(year - 1, 12, 31)) + 1), dt.date(year, 12, 31)
    earliest, latest = (min(max(bound, first), last) for bound in (bounds.earliest, bounds.latest))
    return Estimate(min(max(day, earliest), latest), DateInterval(earliest, latest))
