"""On which day did the issues of a gold set appear? As the archive would reckon it.

The gold set is taken for a whole archive: the issues of a volume date each other, as they do in a database.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from archive.core.dates import DateInterval, PrintedDate
from archive.core.folders import authority_folder
from archive.link.article import LinkedArticle
from archive.link.issue_dates import (
    IssueDate,
    Printed,
    Told,
    agreed,
    cited_base_year,
    dated_base_year,
    reckoned,
)
from archive.link.issue_estimates import Estimate
from archive.read.authority import Authority, PublicationRecord, rows_of

Issue = tuple[int, int, int]
"""A publication's key, a volume and a number."""

Issues = Mapping[Issue, Sequence[LinkedArticle]]
Calendar = dict[tuple[int, int], Estimate]
"""(volume, number) -> the day known beforehand."""


def issue_of(article: LinkedArticle) -> Issue:
    """The issue that the article says it belongs to."""
    header = article.extracted.article.header
    return article.publication, header.volume, header.issue


def issue_dates(articles: Iterable[LinkedArticle], authority: Authority) -> dict[Issue, IssueDate]:
    """The day of each issue of which there is an article; publications have the keys of `registry_of`."""
    issues: defaultdict[Issue, list[LinkedArticle]] = defaultdict(list)
    for article in articles:
        issues[issue_of(article)].append(article)
    calendars = {key: calendar_of(record) for key, record in enumerate(authority.publications, 1)}
    years = {key: record.base_year for key, record in enumerate(authority.publications, 1)}
    found: dict[Issue, IssueDate] = {}
    for publication, volume in {issue[:2] for issue in issues}:
        base = years.get(publication) or _base_year(publication, issues)
        numbers = {issue[2]: some for issue, some in issues.items() if issue[:2] == (publication, volume)}
        days = _days(None if base is None else base + volume, volume, numbers, calendars.get(publication, {}))
        found |= {(publication, volume, number): day for number, day in days.items()}
    return found


def calendar_of(record: PublicationRecord) -> Calendar:
    """The issue days of the publication that the authority files list."""
    if record.calendar is None:
        return {}
    day = dt.date.fromisoformat
    return {
        (int(row["volume"]), int(row["issue"])): Estimate(
            day(row["date"]), DateInterval(day(row["earliest"]), day(row["latest"]))
        )
        for row in rows_of(authority_folder() / "calendars" / record.calendar)
    }


def _days(
    year: int | None, volume: int, numbers: Mapping[int, Sequence[LinkedArticle]], calendar: Calendar
) -> dict[int, IssueDate]:
    told = {number: Told(_printed(some), calendar.get((volume, number))) for number, some in numbers.items()}
    return reckoned(year, told, lambda: {number: tuple(_cited(some)) for number, some in numbers.items()})


def _base_year(publication: int, issues: Issues) -> int | None:
    """The year that an unlisted publication's volumes count from, by dated issues, else by printed years."""
    own = [(issue[1], article) for issue, some in issues.items() if issue[0] == publication for article in some]
    headers = ((volume, article.extracted.article.header) for volume, article in own)
    days = {(volume, header.issue, header.date.earliest) for volume, header in headers if header.date}
    dated = dated_base_year((volume, day) for volume, _, day in days)
    if dated is not None:
        return dated
    return cited_base_year((volume, day.year) for volume, article in own for day in _cited([article]) if day.year)


def _printed(articles: Sequence[LinkedArticle]) -> Printed | None:
    headers = [article.extracted.article.header for article in articles]
    told: list[Printed] = [(h.date, "given" if h.date_given else "printed") for h in headers if h.date is not None]
    return agreed(told) if told else None


def _cited(articles: Iterable[LinkedArticle]) -> Iterator[PrintedDate]:
    return (mention.date for article in articles for mention, _ in article.citations if mention.date is not None)
