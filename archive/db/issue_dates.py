"""On which day did each issue appear, by all the evidence that the archive holds now?

Printed in an issue, or given by who ingested it; else by the publication's calendar; else estimated from what the issue
and its neighbours cite. Always a function of what is stored, reckoned anew for the volumes that a run touched, whatever
order the files came in; the cited days of an issue whose day moved are given their years anew.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, bindparam, case, func, select, update

from archive.core.dates import DateInterval, PrintedDate, YearBasis, anchor
from archive.db.bulk import chunks
from archive.db.models import articles, calendar_days, citations, document_articles, issues, publications
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

Criteria = Sequence[ColumnElement[bool]]
Volume = tuple[int, int]
"""A publication's key and a volume number."""


def refresh_dates(connection: Connection, volumes: Iterable[Volume] | None = None) -> None:
    """Reckon the days of the issues in `volumes` (None: in all) and of their cited days anew."""
    held = _all_volumes(connection)
    todo = held if volumes is None else set(volumes)
    todo = held & (todo | _of_series(connection, todo))
    for publication in sorted({publication for publication, _ in todo}):
        if _refresh_base_year(connection, publication):
            todo |= {volume for volume in held if volume[0] == publication}
    for publication, volume in sorted(todo):
        changed = _refresh_volume(connection, publication, volume)
        _anchor_again(connection, changed)


def calendar_of(connection: Connection, publication: int, volume: int) -> dict[int, Estimate]:
    """The volume's issue days that are known beforehand, by number."""
    c = calendar_days.c
    query = select(c.number, c.date, c.date_earliest, c.date_latest)
    rows = connection.execute(query.where(c.publication_id == publication, c.volume == volume))
    return {number: Estimate(day, DateInterval(first, last)) for number, day, first, last in rows}


def _all_volumes(connection: Connection) -> set[Volume]:
    rows = connection.execute(select(issues.c.publication_id, issues.c.volume).distinct())
    return {(publication, volume) for publication, volume in rows}


def _refresh_base_year(connection: Connection, publication: int) -> bool:
    """Find the year that the publication's volumes count from, where no authority file gives it; whether it changed.

    A dated issue fixes it (the commonest answer of several); else the latest year that an issue prints beside a cited
    day, which is at most its own.
    """
    row = connection.execute(select(publications).where(publications.c.id == publication)).one()
    if row.base_year_basis == "seed":
        return False
    year, basis = _dated(connection, publication), "printed"
    if year is None:
        year, basis = _cited_year(connection, publication), "citations"
    values = {"base_year": year, "base_year_basis": basis if year is not None else None}
    connection.execute(update(publications).where(publications.c.id == publication).values(values))
    return bool(year != row.base_year)


def _dated(connection: Connection, publication: int) -> int | None:
    query = (
        select(issues.c.id, issues.c.volume, document_articles.c.issued_earliest)
        .join(articles, articles.c.issue_id == issues.c.id)
        .join(document_articles, document_articles.c.article_id == articles.c.id)
        .where(issues.c.publication_id == publication, document_articles.c.issued_earliest.is_not(None))
        .distinct()
    )
    return dated_base_year((volume, day) for _, volume, day in connection.execute(query))


def _cited_year(connection: Connection, publication: int) -> int | None:
    query = (
        select(issues.c.volume, citations.c.date_printed)
        .join(articles, articles.c.issue_id == issues.c.id)
        .join(citations, citations.c.article_id == articles.c.id)
        .where(issues.c.publication_id == publication, citations.c.year_basis.in_(["printed", "list"]))
        .distinct()
    )
    return cited_base_year((volume, int(printed[:4])) for volume, printed in connection.execute(query))


def _refresh_volume(connection: Connection, publication: int, volume: int) -> list[int]:
    """Store the days of the volume's issues; the keys of those whose day or bounds changed."""
    of_volume = (issues.c.publication_id == publication, issues.c.volume == volume)
    stored = {row.number: row for row in connection.execute(select(issues).where(*of_volume))}
    row = connection.execute(select(publications).where(publications.c.id == publication)).one()
    year = None if row.base_year is None else row.base_year + volume
    printed = _printed(connection, of_volume)
    calendar = calendar_of(connection, publication, volume)
    told = {number: Told(printed.get(row.id), calendar.get(number)) for number, row in stored.items()}
    pace = None if row.issues_a_year is None else Pace(row.issues_a_year, _known(connection, row, volume))
    days = reckoned(year, told, lambda: _cited(connection, of_volume), pace)
    changed = [
        {
            "issue": stored[number].id,
            "date": found.day,
            "date_earliest": found.bounds and found.bounds.earliest,
            "date_latest": found.bounds and found.bounds.latest,
            "date_basis": found.basis,
        }
        for number, found in days.items()
        if found != _stored(stored[number])
    ]
    if changed:
        columns: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name != "issue"}
        connection.execute(update(issues).where(issues.c.id == bindparam("issue")).values(columns), changed)
    return [int(row["issue"]) for row in changed]


def _of_series(connection: Connection, volumes: Iterable[Volume]) -> set[Volume]:
    """The same volumes of the newsletters that share a numbering with those of `volumes`."""
    one, other = publications.alias(), publications.alias()
    mates = connection.execute(
        select(one.c.id, other.c.id).join(other, (other.c.series == one.c.series) & (other.c.id != one.c.id))
    )
    pairs = [(number, mate) for number, mate in mates]
    return {(mate, volume) for publication, volume in volumes for number, mate in pairs if number == publication}


def _known(connection: Connection, publication: Any, volume: int) -> dict[int, dt.date]:  # noqa: ANN401 - a row
    """The printed days of issues of the volume, of all newsletters that share the numbering, by number."""
    shared = publications.c.id == publication.id
    if publication.series is not None:
        shared |= publications.c.series == publication.series
    c = document_articles.c
    query = (
        select(issues.c.number, c.issued_earliest)
        .join(publications, publications.c.id == issues.c.publication_id)
        .join(articles, articles.c.issue_id == issues.c.id)
        .join(document_articles, c.article_id == articles.c.id)
        .where(shared, issues.c.volume == volume, c.issued_earliest == c.issued_latest)
        .distinct()
        .order_by(issues.c.number, c.issued_earliest.desc())
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _stored(row: Any) -> IssueDate:  # noqa: ANN401 - a row of issues
    bounds = None if row.date_earliest is None else DateInterval(row.date_earliest, row.date_latest)
    return IssueDate(row.date, bounds, row.date_basis)


def _printed(connection: Connection, of_volume: Criteria) -> dict[int, Printed]:
    """The day that the files print or were given for each issue, by its key."""
    c = document_articles.c
    query = (
        select(issues.c.id, c.issued_basis, c.issued_earliest, c.issued_latest)
        .join(articles, articles.c.issue_id == issues.c.id)
        .join(document_articles, c.article_id == articles.c.id)
        .where(*of_volume, c.issued_basis.is_not(None))
    )
    told: defaultdict[int, list[Printed]] = defaultdict(list)
    for number, basis, first, last in connection.execute(query):
        told[number].append((DateInterval(first, last), basis))
    return {number: agreed(some) for number, some in told.items()}


def _cited(connection: Connection, of_volume: Criteria) -> dict[int, tuple[PrintedDate, ...]]:
    query = (
        select(issues.c.number, citations.c.date_printed)
        .join(articles, articles.c.issue_id == issues.c.id)
        .join(citations, citations.c.article_id == articles.c.id)
        .where(*of_volume, citations.c.date_printed.is_not(None))
        .distinct()
        .order_by(issues.c.number, citations.c.date_printed)
    )
    found: defaultdict[int, list[PrintedDate]] = defaultdict(list)
    for number, printed in connection.execute(query):
        found[number].append(PrintedDate.from_text(printed))
    return {number: tuple(days) for number, days in found.items()}


_ISSUES_AT_ONCE: Final = 50
"""Issues whose cited days are gone through together: an issue may have ten articles, and they a hundred citations."""

_DATED_BY_ISSUE: Final = (YearBasis.ISSUE.value, YearBasis.NONE.value)


def _anchor_again(connection: Connection, changed: Iterable[int]) -> None:
    """Give the cited days of the changed issues their years from the issues' new days."""
    c = citations.c
    for part in chunks(changed, _ISSUES_AT_ONCE):
        query = (
            select(c.id, c.date_printed, c.date, c.date_end, c.year_basis, issues.c.date_earliest, issues.c.date_latest)
            .join(articles, articles.c.id == c.article_id)
            .join(issues, issues.c.id == articles.c.issue_id)
            .where(issues.c.id.in_(part), c.date_printed.is_not(None), c.year_basis.in_(_DATED_BY_ISSUE))
        )
        moved = []
        for row in connection.execute(query):
            bounds = None if row.date_earliest is None else DateInterval(row.date_earliest, row.date_latest)
            found = anchor(PrintedDate.from_text(row.date_printed), bounds)
            if (found.date, found.date_end, found.year_basis) != (row.date, row.date_end, row.year_basis):
                values = (row.id, found.date, found.date_end, found.precision.value, found.year_basis.value)
                moved.append(
                    dict(zip(("citation", "date", "date_end", "date_precision", "year_basis"), values, strict=True))
                )
        if moved:
            columns: dict[str, Any] = {name: bindparam(name) for name in moved[0] if name != "citation"}
            connection.execute(update(citations).where(c.id == bindparam("citation")).values(columns), moved)


def refresh_targets(connection: Connection) -> None:
    """Point each cross reference at the one issue of the newsletter and day that it names, or at none.

    Newsletters of one series count as one: what is now Chechnya Weekly is cited as North Caucasus Weekly.
    """
    one = func.coalesce(publications.c.series, publications.c.name)
    days = (
        select(one.label("series"), issues.c.date, case((func.count() == 1, func.min(issues.c.id))).label("issue"))
        .join(publications, publications.c.id == issues.c.publication_id)
        .where(issues.c.date.is_not(None))
        .group_by(one, issues.c.date)
        .subquery()
    )
    c = citations.c
    meant = (days.c.series == one) & (c.date == days.c.date) & c.date_end.is_(None) & (c.date_precision == "day")
    changed = (
        select(c.id, days.c.issue)
        .join(publications, publications.c.id == c.publication_id)
        .outerjoin(days, meant)
        .where(c.target_issue_id.is_distinct_from(days.c.issue))
        .subquery()
    )
    connection.execute(update(citations).where(c.id == changed.c.id).values(target_issue_id=changed.c.issue))
