"""Documents -> rows: a batch of documents in one transaction, each whole or not at all.

A document is told by its location (the absolute path): the same bytes there again change nothing, other bytes replace
what the old ones gave. An article is told by its issue and its body, blanks made even: in two files it is one article
of two documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, Engine, bindparam, delete, select, update

from archive.core.names import name_key
from archive.db import models
from archive.db.batch import Batch
from archive.db.bulk import Rows, chunks, last_id
from archive.db.incoming import Incoming
from archive.db.issue_dates import Volume
from archive.db.models import articles, document_articles, documents, issues, publications
from archive.db.outcomes import FileOutcome, Outcome
from archive.db.properties import property_of, set_property
from archive.db.registry import load_registry, save_new
from archive.db.retrying import undeterred
from archive.db.search_index import search_index
from archive.db.session import reading
from archive.link.article import Registry
from archive.link.person_names import NameRules

SLICE: Final = 250
"""Documents whose rows are made before they are written: fewer rows wait in memory, all in one transaction."""

_KNOWN: Final = select(documents.c.location, documents.c.id, documents.c.sha256).where(
    documents.c.location.in_(bindparam("locations", expanding=True))
)

STAMP: Final = "last_write"
"""The property that each write changes, so that a run notices that another one has written."""


@dataclass(slots=True)
class Unsettled:
    """What the writes of a run leave to its end: which dates and which links across the archive they touched."""

    volumes: set[Volume] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    organizations: set[int] = field(default_factory=set)
    issues: set[int] = field(default_factory=set)
    publications: bool = False
    seeded: bool = False


class Store:
    """Writes the documents of one run; holds the authority records in memory between its transactions."""

    def __init__(self, engine: Engine, rules: NameRules, run: int) -> None:
        self.unsettled = Unsettled()
        self._engine = engine
        self._rules = rules
        self.run = run
        self._registry: Registry | None = None
        self._stamp: str | None = None
        self._writes = 0

    def write(self, incoming: Sequence[Incoming], others: Iterable[FileOutcome] = ()) -> list[FileOutcome]:
        """Store the documents and note the outcomes of `others` in one transaction; the outcomes of the documents."""
        noted = list(others)
        return undeterred(lambda: self._attempt(incoming, noted))

    def _attempt(self, incoming: Sequence[Incoming], others: Sequence[FileOutcome]) -> list[FileOutcome]:
        try:
            with self._engine.begin() as connection:
                return self._write(connection, incoming, others)
        except BaseException:
            self.forget()  # the records in memory may have been rolled back
            raise

    def _write(
        self, connection: Connection, incoming: Sequence[Incoming], others: Iterable[FileOutcome]
    ) -> list[FileOutcome]:
        registry = self.registry(connection)
        rows, known = Rows(connection), last_id(connection, articles)
        outcomes = _outcomes(connection, incoming)
        todo = [one for one, (outcome, _) in zip(incoming, outcomes, strict=True) if outcome is not Outcome.SAME]
        replaced = [number for outcome, number in outcomes if outcome is Outcome.REPLACED and number is not None]
        former = _take_back(connection, replaced)
        batch = Batch(connection, registry, rows, self.run)
        for part in chunks(todo, SLICE):
            batch.add(part)
            self._save(connection, registry, rows)
        batch.add_notes()
        self.unsettled.volumes |= batch.unsettled
        done = [FileOutcome(one.path, outcome) for one, (outcome, _) in zip(incoming, outcomes, strict=True)]
        for one in (*done, *others):
            rows.add(models.run_files, self.run, one.path, one.outcome.value, one.reason)
        self._save(connection, registry, rows)
        search_index(connection).index_articles(connection, known, batch.add_titles())
        _drop_orphans(connection, former, self.unsettled)
        connection.execute(update(models.runs).where(models.runs.c.id == self.run).values(pending=True))
        self.leave_stamp(connection)
        return done

    def _save(self, connection: Connection, registry: Registry, rows: Rows) -> None:
        """Write out the records and rows made so far."""
        self.unsettled.publications |= bool(registry.publications.new)
        save_new(connection, registry)
        rows.write()

    def registry(self, connection: Connection) -> Registry:
        """The authority records as they are in this transaction: in memory, and read again if another run wrote."""
        stamp = property_of(connection, STAMP)
        if self._registry is None or stamp != self._stamp:
            self.collect()
            self._registry = load_registry(connection, self._rules)
        return self._registry

    def collect(self) -> Unsettled:
        """What is unsettled so far, with the family names that linking touched."""
        if self._registry is not None:
            self.unsettled.families |= self._registry.people.touched
        return self.unsettled

    def forget(self) -> None:
        """Drop the records in memory: what the database holds may be otherwise. What is to be settled is kept."""
        self.collect()
        self._registry = None

    def leave_stamp(self, connection: Connection) -> None:
        """Tell other runs, at the end of a transaction, that this one has written."""
        self._writes += 1
        self._stamp = f"{self.run}.{self._writes}"
        set_property(connection, STAMP, self._stamp)


def known_documents(engine: Engine, locations: Iterable[str]) -> dict[str, str]:
    """The sha256 of the documents that are stored for these locations."""
    with reading(engine) as connection:
        return {location: digest for location, (_, digest) in _known(connection, locations).items()}


def _known(connection: Connection, locations: Iterable[str]) -> dict[str, tuple[int, str]]:
    known: dict[str, tuple[int, str]] = {}
    for part in chunks(locations):
        rows = connection.execute(_KNOWN, {"locations": part})
        known.update((row.location, (row.id, row.sha256)) for row in rows)
    return known


def _outcomes(connection: Connection, incoming: Sequence[Incoming]) -> list[tuple[Outcome, int | None]]:
    """What becomes of each document, with the key of the one that it replaces."""
    known = _known(connection, (one.location for one in incoming))
    found: list[tuple[Outcome, int | None]] = []
    for one in incoming:
        number, digest = known.get(one.location, (None, None))
        same = digest == one.sha256 and not (one.given and number and _given_otherwise(connection, one, number))
        found.append((Outcome.NEW if number is None else Outcome.SAME if same else Outcome.REPLACED, number))
    return found


def _given_otherwise(connection: Connection, one: Incoming, number: int) -> bool:
    """Whether the same bytes are told to be of another issue, or another day, than they were before."""
    query = (
        select(publications.c.name_key, issues.c.volume, issues.c.number, document_articles.c.issued_earliest)
        .join(issues, issues.c.publication_id == publications.c.id)
        .join(articles, articles.c.issue_id == issues.c.id)
        .join(document_articles, document_articles.c.article_id == articles.c.id)
        .where(document_articles.c.document_id == number)
    )
    headers = [article.article.header for article in one.articles]
    told = {(name_key(h.publication), h.volume, h.issue, h.date and h.date.earliest) for h in headers}
    return told != {tuple(row) for row in connection.execute(query)}


def _take_back(connection: Connection, replaced: Sequence[int]) -> list[int]:
    """Delete the documents that others replace; the keys of the articles that they held."""
    former: list[int] = []
    for part in chunks(replaced):
        held = select(document_articles.c.article_id).where(document_articles.c.document_id.in_(part))
        former += connection.execute(held).scalars()
        connection.execute(delete(documents).where(documents.c.id.in_(part)))
    return former


def _drop_orphans(connection: Connection, former: Sequence[int], unsettled: Unsettled) -> None:
    """Delete the articles that no document holds any more, and note what they leave to be settled."""
    for part in chunks(former):
        held = select(document_articles.c.article_id)
        query = select(articles.c.id, articles.c.issue_id).where(articles.c.id.in_(part), articles.c.id.not_in(held))
        orphans = {row.id: row.issue_id for row in connection.execute(query)}
        if not orphans:
            continue
        unsettled.issues.update(orphans.values())
        of_issues = select(issues.c.publication_id, issues.c.volume).where(issues.c.id.in_(orphans.values()))
        unsettled.volumes.update((row[0], row[1]) for row in connection.execute(of_issues))
        for table, column, ids in (
            (models.person_mentions, "person_id", unsettled.people),
            (models.organization_mentions, "organization_id", unsettled.organizations),
            (models.citations, "source_id", unsettled.organizations),
        ):
            named = select(table.c[column]).where(table.c.article_id.in_(orphans), table.c[column].is_not(None))
            ids.update(connection.execute(named.distinct()).scalars())
        connection.execute(delete(articles).where(articles.c.id.in_(orphans)))
