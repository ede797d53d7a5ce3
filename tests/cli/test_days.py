"""Which day does a person mean?"""

from __future__ import annotations

import datetime as dt

import pytest

from archive.cli.days import first_day, last_day
from archive.core.errors import UsageError

MEANT = {
    "2001-08-08": ("2001-08-08", "2001-08-08"),
    "2001-8-8": ("2001-08-08", "2001-08-08"),
    "2001-08": ("2001-08-01", "2001-08-31"),
    "2000-02": ("2000-02-01", "2000-02-29"),
    "2001": ("2001-01-01", "2001-12-31"),
    "August 8, 2001": ("2001-08-08", "2001-08-08"),
    "8 Aug 2001": ("2001-08-08", "2001-08-08"),
    "August 2001": ("2001-08-01", "2001-08-31"),
    "25/12/2001": ("2001-12-25", "2001-12-25"),
    "05/05/2001": ("2001-05-05", "2001-05-05"),
    "2001-08-08T10:30": ("2001-08-08", "2001-08-08"),
}
REFUSED = {
    "03/04/2001": "can mean 2001-03-04 or 2001-04-03",
    "01-02-03": "can mean",
    "2001-02-30": "is no day of the calendar",
    "2001-13-01": "is no day of the calendar",
    "0000-01-01": "is no day of the calendar",
    "February 30, 2001": "is no day",
    "August 8": "can mean several days",
    "August": "can mean several days",
    "8": "can mean several days",
    "": "is no day",
    "yesterday": "is no day",
    "2001-08-08; DROP": "is no day",
    "9" * 400: "is no day",
}


@pytest.mark.parametrize(("text", "days"), MEANT.items(), ids=MEANT)
def test_a_day_a_month_or_a_year_is_read(text: str, days: tuple[str, str]) -> None:
    assert (str(first_day(text, "--since")), str(last_day(text, "--until"))) == days


@pytest.mark.parametrize(("text", "told"), REFUSED.items(), ids=[text[:20] for text in REFUSED])
def test_what_means_no_day_or_several_is_refused(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as raised:
        first_day(text, "--since")
    assert str(raised.value).startswith("--since ")


def test_no_answer_depends_on_today() -> None:
    assert first_day("8 Aug 2001", "--since") == dt.date(2001, 8, 8)
