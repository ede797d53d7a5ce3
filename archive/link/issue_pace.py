"""Which day does an issue's number tell? From how often the newsletter appears, and from issues of known day around.

A daily has a number for each working day: Monday to Friday, less the holidays and the summer pause that the Monitor
shows (seven holidays and ten weekdays of August), less a few days more in the course of the year. The Monitor's own
days are found so within five weekdays, outside August. Other newsletters keep their step less strictly, and pauses only
make them later. Newsletters of one series share one numbering (Chechnya Weekly became North Caucasus Weekly).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dateutil.relativedelta import FR, MO, TH, relativedelta
from dateutil.rrule import DAILY, rrule
from dateutil.rrule import FR as FRIDAY
from dateutil.rrule import MO as MONDAY
from dateutil.rrule import TH as THURSDAY
from dateutil.rrule import TU as TUESDAY
from dateutil.rrule import WE as WEDNESDAY

from archive.link.weekdays import weekday_index, weekday_of

NEAR: Final = 15
"""Issues at most so many numbers away tell of each other."""

_DAILY: Final = 200  # issues a year from which a newsletter is a daily
_WEEKDAYS_A_YEAR: Final = 261
_DAILY_GIVE: Final = 5  # weekdays by which a daily may be off
_CLOSE: Final = 10  # weekdays by which an issue soon after one of known day may be off
_LOOSE: Final = 25  # weekdays by which the others may be off: they pause in summer and skip weeks


@dataclass(frozen=True, slots=True)
class Expected:
    """The day that a number tells, and by how many weekdays it may be off."""

    day: dt.date
    give: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a newsletter appears, and the days of issues of its series and volume that are known, by number."""

    issues_a_year: int
    known: Mapping[int, dt.date] = field(default_factory=dict)

    @property
    def daily(self) -> bool:
        """Whether it has a number for each working day."""
        return self.issues_a_year >= _DAILY

    def expected(self, year: int, number: int) -> Expected:
        """The day of issue `number` of the volume of `year`: so many steps after a known one, else by the year."""
        before = max((other for other in self.known if number - NEAR <= other < number), default=None)
        if before is not None:
            index = weekday_index(self.known[before]) + (number - before) * self._step()
            return Expected(_inside(year, weekday_of(index)), _CLOSE)
        if self.daily:
            days = working_days(year)
            place = round(number * len(days) / self.issues_a_year)
            return Expected(days[min(max(place, 1), len(days)) - 1], _DAILY_GIVE)
        index = weekday_index(dt.date(year, 1, 1)) + round(number * _WEEKDAYS_A_YEAR / self.issues_a_year)
        return Expected(_inside(year, weekday_of(index)), _LOOSE)

    def _step(self) -> int:
        """Weekdays from one issue to the next: whole weeks, but for a daily."""
        return 1 if self.daily else 5 * round(_WEEKDAYS_A_YEAR / self.issues_a_year / 5)


@lru_cache(maxsize=64)
def working_days(year: int) -> tuple[dt.date, ...]:
    """The days of a year on which a daily appears."""
    week = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)
    days = rrule(DAILY, dtstart=dt.datetime(year, 1, 1), until=dt.datetime(year, 12, 31), byweekday=week)  # noqa: DTZ001
    off = _days_off(year)
    return tuple(day.date() for day in days if day.date() not in off)


def _days_off(year: int) -> set[dt.date]:
    """The fixed holidays, kept on the next weekday, and the two weeks from August's third Monday."""
    new_year, fourth, christmas = (dt.date(year, month, day) for month, day in ((1, 1), (7, 4), (12, 25)))
    memorial = dt.date(year, 5, 31) + relativedelta(weekday=MO(-1))
    labor = dt.date(year, 9, 1) + relativedelta(weekday=MO(1))
    thanksgiving = dt.date(year, 11, 1) + relativedelta(weekday=TH(4))
    pause = dt.date(year, 8, 1) + relativedelta(weekday=MO(3))
    friday = thanksgiving + relativedelta(weekday=FR(1))
    kept = {_observed(day) for day in (new_year, fourth, christmas)}
    return kept | {memorial, labor, thanksgiving, friday} | {pause + dt.timedelta(days=n) for n in range(12)}


def _observed(day: dt.date) -> dt.date:
    """The weekday on which a holiday is kept: Friday for a Saturday, Monday for a Sunday."""
    return day + dt.timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def _inside(year: int, day: dt.date) -> dt.date:
    return min(max(day, dt.date(year, 1, 1)), dt.date(year, 12, 31))
