"""What several test modules share: a place for a database, an archive without a row, and articles made by hand."""

from __future__ import annotations

import datetime as dt
import os
import secrets
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url

from archive.core.dates import DateInterval, PrintedDate
from archive.core.span import Span
from archive.db import schema
from archive.db.session import open_database
from archive.extract.context import ExtractedArticle
from archive.extract.mentions import CitationKind, CitationMention, OrganizationMention, PersonMention
from archive.parse.article import Header, ParsedArticle


@pytest.fixture(scope="session", autouse=True)
def _interruptible() -> None:
    """Programs under test may be interrupted, even where a shell runs the tests in its background and forbids it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def database(tmp_path: Path) -> str:
    """Where a test's database goes; nothing is there yet."""
    return str(tmp_path / "archive.db")


@contextmanager
def own_postgresql() -> Iterator[str]:
    """The URL of an empty PostgreSQL database, on the server that ARCHIVE_TEST_POSTGRES names; removed in the end."""
    server = os.environ.get("ARCHIVE_TEST_POSTGRES")
    if not server:
        pytest.skip("ARCHIVE_TEST_POSTGRES names no server")
    name = f"archive_test_{secrets.token_hex(6)}"
    owner = create_engine(server, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with owner.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        owner.dispose()


@pytest.fixture
def postgresql_database() -> Iterator[str]:
    """A PostgreSQL database of the test's own."""
    with own_postgresql() as url:
        yield url


@pytest.fixture(scope="module")
def postgresql_of_module() -> Iterator[str]:
    """A PostgreSQL database for the tests of a module, which only read it."""
    with own_postgresql() as url:
        yield url


@pytest.fixture
def engine(database: str) -> Engine:
    """An engine for writing on an archive of this version without a row, not even seeds."""
    engine = open_database(database, write=True)
    schema.upgrade(engine)
    return engine


class Made:
    """Puts an article together from what is to be found in it, without any extraction."""

    def __init__(self, body: str = "", title: str | None = None) -> None:
        self.body = body
        self.title = title
        self.citations: list[CitationMention] = []
        self.people: list[PersonMention] = []
        self.organizations: list[OrganizationMention] = []

    def says(self, text: str) -> Span:
        """Append a sentence to the body; where it stands."""
        start = len(self.body) + 1 if self.body else 0
        self.body += f" {text}." if self.body else f"{text}."
        return Span(start, start + len(text))

    def cites(self, source: str | None, day: str | None, kind: CitationKind = CitationKind.SOURCE) -> Made:
        """A citation; `day` is the text form of a printed date ("--08-08")."""
        printed = None if day is None else PrintedDate.from_text(day)
        self.citations.append(CitationMention(self.says(f"({source}, {day})"), kind, source, None, printed, "made"))
        return self

    def names(self, name: str, *surfaces: str, role: str | None = None) -> Made:
        """A person, under each of `surfaces` (one mention each), else under the name itself."""
        for surface in surfaces or (name,):
            self.people.append(PersonMention(self.says(surface), surface, name, "made", role))
        return self

    def knows(self, name: str, *surfaces: str, kind: str | None = None) -> Made:
        """An organization, under each of `surfaces`, else under the name itself."""
        for surface in surfaces or (name,):
            self.organizations.append(OrganizationMention(self.says(surface), surface, name, "made", kind))
        return self

    def article(
        self, issue: int, publication: str = "Monitor", volume: int = 7, day: str | None = None, *, given: bool = False
    ) -> ExtractedArticle:
        """The article, in this issue, which prints `day` of itself or is `given` it."""
        if not self.body:
            self.says("Nothing is named here")
        date = None if day is None else DateInterval(dt.date.fromisoformat(day), dt.date.fromisoformat(day))
        title = Span(0, len(self.title)) if self.title else None
        parsed = ParsedArticle(
            Header(publication, volume, issue, date, given),
            1, self.title, title, self.body, Span(100, 100 + len(self.body)),
        )  # fmt: skip
        return ExtractedArticle(parsed, tuple(self.citations), tuple(self.people), tuple(self.organizations), (0,))


@pytest.fixture
def made() -> type[Made]:
    """The maker of articles by hand."""
    return Made
