"""How far are two days apart in weekdays? Issues appear on weekdays, so weekends do not count."""

from __future__ import annotations

import datetime as dt
from typing import Final

_FIRST_MONDAY: Final = dt.date(1, 1, 1)


def weekday_index(day: dt.date) -> int:
    """Weekdays since the calendar began; Saturday and Sunday count as the Friday before."""
    weeks, weekday = divmod((day - _FIRST_MONDAY).days, 7)
    return weeks * 5 + min(weekday, 4)


def weekday_of(index: int) -> dt.date:
    """The day of a weekday index."""
    weeks, weekday = divmod(index, 5)
    return _FIRST_MONDAY + dt.timedelta(days=weeks * 7 + weekday)
