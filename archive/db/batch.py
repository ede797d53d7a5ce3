"""Linked articles -> rows: which issue and article they are, and a row for each thing found in a new one."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, tuple_, update

from archive.core.dates import DateInterval, anchor
from archive.core.span import Span
from archive.db import models
from archive.db.bulk import Cell, Rows, chunks, iso
from archive.db.incoming import Incoming
from archive.db.issue_dates import Volume, calendar_of
from archive.db.models import articles, issues, publications
from archive.extract.context import ExtractedArticle
from archive.link.article import LinkedArticle, Registry, link
from archive.link.issue_dates import IssueDate, first_date
from archive.link.issue_estimates import Estimate, rough
from archive.parse.article import Header

IssueKey = tuple[int, int, int]
"""A publication's key, a volume and a number."""

_i, _a = issues.c, articles.c
_ISSUES: Final = select(
    _i.id, _i.publication_id, _i.volume, _i.number, _i.date_earliest, _i.date_latest, _i.date_basis
).where(tuple_(_i.publication_id, _i.volume, _i.number).in_(bindparam("keys", expanding=True)))
_ARTICLES: Final = select(_a.id, _a.issue_id, _a.body_sha256, _a.title.is_(None).label("untitled")).where(
    _a.issue_id.in_(bindparam("issues", expanding=True))
)
# Made once: a statement with its values in it holds itself in a circle, and they would stay in memory with it.


@dataclass(frozen=True, slots=True)
class _Issue:
    """An issue of the batch: its key, and the bounds that its cited days are dated from."""

    id: int
    bounds: DateInterval | None


class Batch:
    """The rows of the documents of one transaction, put into `rows`."""

    def __init__(self, connection: Connection, registry: Registry, rows: Rows, run: int) -> None:
        self._connection = connection
        self._registry = registry
        self._rows = rows
        self._run = run
        self._issues: dict[IssueKey, _Issue] = {}
        self._articles: dict[tuple[int, str], int] = {}
        self._untitled: set[int] = set()
        self._titles: dict[int, str] = {}
        self._calendars: dict[Volume, dict[int, Estimate]] = {}
        self._years: dict[int, int | None] = {}
        self._noted: dict[int, tuple[LinkedArticle, DateInterval | None]] = {}
        self.unsettled: set[Volume] = set()
        """The volumes with issues whose day may yet change."""

    def add(self, incoming: Sequence[Incoming]) -> None:
        """Make the rows of the documents."""
        linked = [(one, [link(article, self._registry) for article in one.articles]) for one in incoming]
        self._find_articles(self._find_issues(article for _, some in linked for article in some))
        for one, some in linked:
            self._add_document(one, some)

    def add_notes(self) -> None:
        """Give articles that were stored without endnotes the citations of a later copy that has them.

        To be called once all rows are written; puts new rows.
        """
        c = models.citations.c
        for part in chunks(self._noted):
            query = select(c.article_id).where(c.article_id.in_(part), c.note.is_not(None))
            poor = set(part) - set(self._connection.execute(query.distinct()).scalars())
            self._connection.execute(delete(models.citations).where(c.article_id.in_(poor)))
            for number in sorted(poor):
                self._add_citations(number, *self._noted[number])

    def add_titles(self) -> list[int]:
        """Give articles that were stored without a title the one of a later copy, once all rows are written.

        The keys of those articles.
        """
        if self._titles:
            named = [{"article": number, "title": title} for number, title in self._titles.items()]
            changed = update(articles).where(articles.c.id == bindparam("article")).values(title=bindparam("title"))
            self._connection.execute(changed, named)
        return list(self._titles)

    def _add_document(self, one: Incoming, linked: Sequence[LinkedArticle]) -> None:
        document = self._rows.add(
            models.documents,
            one.path, one.location, one.sha256, one.size, one.media_type, one.encoding, one.encoding_basis, self._run,
        )  # fmt: skip
        for article in linked:
            self._place(document, self._article(article), article.extracted)
        for part in one.parts:
            self._rows.add(models.document_parts, document, part.position, part.kind, part.text, part.start, part.end)

    def _place(self, document: int, article: int, extracted: ExtractedArticle) -> None:
        """Note that the document holds the article, where, and what day it gives its issue."""
        parsed = extracted.article
        title = None if parsed.title_span is None else parsed.title_span.start
        day = parsed.header.date
        issued: tuple[Cell, ...] = (None, None, None)
        if day is not None:
            issued = (day.earliest.isoformat(), day.latest.isoformat(), _basis(parsed.header))
        self._rows.add(
            models.document_articles, document, article, parsed.position, parsed.body_span.start, title, *issued
        )

    def _article(self, linked: LinkedArticle) -> int:
        """The key of the article: of a known one with the same body in the same issue, else of a new row."""
        parsed = linked.extracted.article
        issue = self._issue(linked)
        digest = body_sha256(parsed.body)
        number = self._articles.get((issue.id, digest))
        if number is None:
            number = self._rows.add(articles, issue.id, parsed.position, parsed.title, parsed.body, digest)
            self._articles[issue.id, digest] = number
            self._add_mentions(number, linked, issue.bounds)
            if parsed.title is None:
                self._untitled.add(number)
        elif parsed.title is not None and number in self._untitled:
            self._titles[number] = parsed.title
            self._untitled.discard(number)
        if number not in self._noted and any(cited.note is not None for cited, _ in linked.citations):
            self._noted[number] = linked, issue.bounds
        return number

    def _issue(self, linked: LinkedArticle) -> _Issue:
        header = linked.extracted.article.header
        key = (linked.publication, header.volume, header.issue)
        found = self._issues.get(key)
        if header.date is not None:
            self.unsettled.add(key[:2])
        if found is None:
            date = self._first_date(key, header)
            bounds = date.bounds
            days = (date.day, bounds.earliest, bounds.latest) if bounds else (None, None, None)
            number = self._rows.add(issues, *key, *map(iso, days), date.basis)
            found = self._issues[key] = _Issue(number, bounds)
        return found

    def _first_date(self, key: IssueKey, header: Header) -> IssueDate:
        """The day of a new issue, so far; where no calendar tells it, the run's end reckons it anew."""
        publication, volume, number = key
        if (publication, volume) not in self._calendars:
            self._calendars[publication, volume] = calendar_of(self._connection, publication, volume)
        calendar = self._calendars[publication, volume].get(number)
        if calendar is None or rough(calendar.bounds):
            self.unsettled.add((publication, volume))
        base = self._base_year(publication)
        printed = None if header.date is None else (header.date, _basis(header))
        return first_date(printed, calendar, None if base is None else base + volume)

    def _base_year(self, publication: int) -> int | None:
        if publication not in self._years:
            query = select(publications.c.base_year).where(publications.c.id == publication)
            self._years[publication] = self._connection.execute(query).scalar_one_or_none()
        return self._years[publication]

    def _find_issues(self, linked: Iterable[LinkedArticle]) -> list[int]:
        """Look up which of the issues are stored; the keys of those that were not yet met."""
        headers = ((one.publication, one.extracted.article.header) for one in linked)
        wanted = {(publication, header.volume, header.issue) for publication, header in headers} - self._issues.keys()
        found = []
        for part in chunks(sorted(wanted), 200):
            for row in self._connection.execute(_ISSUES, {"keys": part}):
                bounds = None if row.date_earliest is None else DateInterval(row.date_earliest, row.date_latest)
                self._issues[row.publication_id, row.volume, row.number] = _Issue(row.id, bounds)
                found.append(row.id)
                if row.date_basis != "calendar" or (bounds is not None and rough(bounds)):
                    self.unsettled.add((row.publication_id, row.volume))
        return found

    def _find_articles(self, of_issues: Sequence[int]) -> None:
        """Look up which articles stored issues hold."""
        for part in chunks(of_issues):
            for row in self._connection.execute(_ARTICLES, {"issues": part}):
                self._articles[row.issue_id, row.body_sha256] = row.id
                if row.untitled:
                    self._untitled.add(row.id)

    def _add_mentions(self, article: int, linked: LinkedArticle, bounds: DateInterval | None) -> None:
        """A row for each citation, person and organization of a new article."""
        self._add_citations(article, linked, bounds)
        sentences = _Sentences(linked.extracted)
        add = self._rows.add
        for person, link_to in linked.people:
            role = (None, None) if person.role_span is None else (person.role_span.start, person.role_span.end)
            add(
                models.person_mentions,
                article, link_to.record, person.surface, link_to.name, person.role, *role, person.rule, link_to.basis,
                person.span.start, person.span.end, *sentences.around(person.span),
            )  # fmt: skip
        for named, found in linked.organizations:
            add(
                models.organization_mentions,
                article, found.record, named.surface, named.name, named.rule, found.basis,
                named.span.start, named.span.end, *sentences.around(named.span),
            )  # fmt: skip

    def _add_citations(self, article: int, linked: LinkedArticle, bounds: DateInterval | None) -> None:
        body, sentences = linked.extracted.article.body, _Sentences(linked.extracted)
        for position, (cited, to) in enumerate(linked.citations, 1):
            day = anchor(cited.date, bounds)
            self._rows.add(
                models.citations,
                article, position, cited.kind.value, to.source, to.publication, None, cited.source, cited.place,
                None if cited.date is None else str(cited.date),
                iso(day.date), iso(day.date_end),
                day.precision.value, day.year_basis.value, cited.span.of(body), cited.note, cited.rule, to.basis,
                cited.span.start, cited.span.end, *sentences.around(cited.span),
            )  # fmt: skip


class _Sentences:
    """Where the sentences of a body are, each looked at once."""

    def __init__(self, extracted: ExtractedArticle) -> None:
        self._starts = extracted.sentences
        self._body = extracted.article.body
        self._found: dict[tuple[int, int], tuple[int, int]] = {}

    def around(self, span: Span) -> tuple[int, int]:
        """The sentence that the span starts in, and what it runs on into, without the blanks at its end."""
        starts = self._starts
        first = bisect_right(starts, span.start)
        after = first
        while after < len(starts) and starts[after] < span.end:
            after += 1
        found = self._found.get((first, after))
        if found is None:
            end = starts[after] if after < len(starts) else len(self._body)
            begin = starts[first - 1] if first else 0
            found = self._found[first, after] = begin, begin + len(self._body[begin:end].rstrip())
        return found


def body_sha256(body: str) -> str:
    """What tells bodies apart: blank lines, line breaks and doubled blanks do not."""
    return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()


def _basis(header: Header) -> str:
    return "given" if header.date_given else "printed"
