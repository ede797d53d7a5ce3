"""On which day did the issues of a gold set appear? As the archive would reckon it.

The gold set is taken for a whole archive: the issues of a volume date each other, as they do in a database.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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
from archive.link.issue_pace import Pace
from archive.read.authority import Authority, PublicationRecord, rows_of

Issue = tuple[int, int, int]
"""A publication's key, a volume and a number."""

Issues = Mapping[Issue, Sequence[LinkedArticle]]
Calendar = dict[tuple[int, int], Estimate]
"""(volume, number) -> the day known beforehand."""


@dataclass(frozen=True, slots=True)
class _Newsletter:
    """What the authority files tell of a newsletter's days; `series` holds the keys of those that share its numbers."""

    base_year: int | None = None
    calendar: Calendar = field(default_factory=dict)
    issues_a_year: int | None = None
    series: frozenset[int] = frozenset()


def issue_of(article: LinkedArticle) -> Issue:
    """The issue that the article says it belongs to."""
    header = article.extracted.article.header
    return article.publication, header.volume, header.issue


def issue_dates(articles: Iterable[LinkedArticle], authority: Authority) -> dict[Issue, IssueDate]:
    """The day of each issue of which there is an article; publications have the keys of `registry_of`."""
    issues: defaultdict[Issue, list[LinkedArticle]] = defaultdict(list)
    for article in articles:
        issues[issue_of(article)].append(article)
    newsletters = _newsletters(authority)
    found: dict[Issue, IssueDate] = {}
    for publication, volume in {issue[:2] for issue in issues}:
        numbers = {issue[2]: some for issue, some in issues.items() if issue[:2] == (publication, volume)}
        newsletter = newsletters.get(publication, _Newsletter())
        base = newsletter.base_year or _base_year(publication, issues)
        year = None if base is None else base + volume
        told = {n: Told(_printed(some), newsletter.calendar.get((volume, n))) for n, some in numbers.items()}
        cited = {n: tuple(_cited(some)) for n, some in numbers.items()}
        days = reckoned(year, told, cited.copy, _pace(newsletter, volume, issues))
        found |= {(publication, volume, n): day for n, day in days.items()}
    return found


def _newsletters(authority: Authority) -> dict[int, _Newsletter]:
    """What the authority files tell of the days of each newsletter."""
    keys = {record.name: key for key, record in enumerate(authority.publications, 1)}
    paces = {row["name"]: row for row in authority.words.get("publication_pace", ())}
    series: defaultdict[str, set[int]] = defaultdict(set)
    for name in keys.keys() & paces.keys():
        series[paces[name]["series"] or name].add(keys[name])
    newsletters = {}
    for record in authority.publications:
        pace = paces.get(record.name, {"series": "", "issues_a_year": ""})
        issues_a_year = int(pace["issues_a_year"]) if pace["issues_a_year"] else None
        mates = frozenset({keys[record.name], *series[pace["series"] or record.name]})
        newsletters[keys[record.name]] = _Newsletter(record.base_year, calendar_of(record), issues_a_year, mates)
    return newsletters


def _pace(newsletter: _Newsletter, volume: int, issues: Issues) -> Pace | None:
    """How often the newsletter appears, with the printed days of the volume's issues in all of its series."""
    if newsletter.issues_a_year is None:
        return None
    known: dict[int, dt.date] = {}
    for issue, some in issues.items():
        headers = [article.extracted.article.header for article in some]
        days = {h.date.earliest for h in headers if h.date is not None and h.date.earliest == h.date.latest}
        if issue[0] in newsletter.series and issue[1] == volume and days:
            known[issue[2]] = min({*days, known.get(issue[2], dt.date.max)})
    return Pace(newsletter.issues_a_year, known)


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
