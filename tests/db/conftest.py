"""An archive with a few authority records, into which articles made by hand are put, and its rows."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, text

from archive.db.incoming import Incoming
from archive.db.outcomes import FileOutcome
from archive.db.runs import begin_run, end_run
from archive.db.session import reading
from archive.extract.context import ExtractedArticle
from archive.read.authority import Authority, OrganizationRecord, PersonRecord, PublicationRecord

AUTHORITY = Authority(
    publications=(
        PublicationRecord("Monitor", 1994, "monitor.csv", ("The Monitor",), ()),
        PublicationRecord("Eurasia Daily Monitor", 2003, None, (), ("EDM",)),
        PublicationRecord("North Caucasus Weekly", 1999, None, ("Chechnya Weekly",), ()),
    ),
    organizations=(
        OrganizationRecord("Interfax", "media", "RU", (), (), ()),
        OrganizationRecord("AP", "media", "US", ("Associated Press",), ("AP",), ()),
        OrganizationRecord("State Duma", "legislature", "RU", ("Duma", "Russian Duma"), (), ()),
    ),
    people=(
        PersonRecord("Igor Ivanov", "Ivanov", (), "RU", "Russian foreign minister, 1998-2004"),
        PersonRecord("Boris Yeltsin", "Yeltsin", ("Boris Nikolaevich Yeltsin",), "RU", None),
    ),
    words={"given_name_variants": ({"variants": "Yury|Yuri"},)},
)


class Kept:
    """An archive to put documents into and to look at."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.authority = AUTHORITY

    def add(self, path: str, *articles: ExtractedArticle, version: str = "") -> str:
        """Store one document in a run of its own; what became of it."""
        return self.add_all([self.document(path, *articles, version=version)])[0].outcome.value

    def add_all(self, documents: list[Incoming], authority: Authority | None = None) -> list[FileOutcome]:
        """Store documents in one run."""
        store = begin_run(self.engine, authority or self.authority)
        outcomes = store.write(documents)
        end_run(self.engine, store)
        return outcomes

    def document(self, path: str, *articles: ExtractedArticle, version: str = "") -> Incoming:
        """A document as it is stored; `version` stands for bytes that differ though the articles do not."""
        articles = tuple(replace(one, article=replace(one.article, position=at)) for at, one in enumerate(articles, 1))
        digest = hashlib.sha256(f"{version}{articles}".encode()).hexdigest()
        return Incoming(f"/issues/{path}", path, digest, 10, "text/plain", "utf-8", "utf-8", articles, ())

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows that a query answers."""
        with reading(self.engine) as connection:
            return [tuple(row) for row in connection.execute(text(sql))]

    def brought(self, table: str) -> list[str]:
        """The names of the records of `table` that texts brought."""
        return [str(row[0]) for row in self.rows(f"SELECT name FROM {table} WHERE origin = 'ingest'")]  # noqa: S608

    def count(self, table: str) -> int:
        """How many rows `table` has."""
        return int(self.rows(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 - a table of ours

    def empty(self) -> None:
        """Delete every row that ingesting brought."""
        with self.engine.begin() as connection:
            for table in ("articles", "documents", "run_files", "runs", "issues"):
                connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - as above
            for table in ("person_names", "people", "organization_names", "organizations"):
                connection.execute(text(f"DELETE FROM {table} WHERE origin = 'ingest'"))  # noqa: S608 - as above

    def people(self) -> list[tuple[str, str, str]]:
        """(surface, person, ground) of each mention of a person, in order of the surface."""
        rows = self.rows("SELECT surface, person, link_basis FROM person_mention_details ORDER BY surface, person")
        return [(str(surface), str(person), str(basis)) for surface, person, basis in rows]

    def sound(self) -> None:
        """Check that nothing points nowhere and no record of the texts is without a mention."""
        assert self.rows("PRAGMA integrity_check") == [("ok",)]
        assert self.rows("PRAGMA foreign_key_check") == []
        unnamed = (
            "SELECT name FROM people WHERE origin = 'ingest' AND id NOT IN (SELECT person_id FROM person_mentions)"
        )
        assert self.rows(unnamed) == []
        nowhere = """SELECT name FROM organizations WHERE origin = 'ingest'
            AND id NOT IN (SELECT organization_id FROM organization_mentions)
            AND id NOT IN (SELECT source_id FROM citations WHERE source_id IS NOT NULL)"""
        assert self.rows(nowhere) == []


@pytest.fixture
def kept(engine: Engine) -> Kept:
    """An archive with a few authority records and no document."""
    return Kept(engine)
