"""Into which tables does the floor write? A normalized schema, indexed as queries need it, and a full text index."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ForeignKey, Index, Text, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import ConnectionPoolEntry

PRAGMAS: Final = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL")
FTS_TABLE: Final = (
    "CREATE VIRTUAL TABLE article_fts USING fts5(body, content='article', content_rowid='id', tokenize='unicode61')"
)
FTS_ROW: Final = "INSERT INTO article_fts(rowid, body) VALUES (?, ?)"


class Base(DeclarativeBase):
    pass


class Publication(Base):
    __tablename__ = "publication"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Issue(Base):
    __tablename__ = "issue"
    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publication.id"))
    volume: Mapped[int]
    number: Mapped[int]
    date: Mapped[str | None]
    __table_args__ = (Index("ix_issue", "publication_id", "volume", "number", unique=True),)


class Source(Base):
    __tablename__ = "source"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Entity(Base):
    __tablename__ = "entity"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    __table_args__ = (Index("ix_entity", "kind", "name", unique=True),)


class Article(Base):
    __tablename__ = "article"
    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issue.id"), index=True)
    path: Mapped[str]
    sha256: Mapped[str] = mapped_column(unique=True)
    body: Mapped[str] = mapped_column(Text)


class Citation(Base):
    __tablename__ = "citation"
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    source_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"))
    raw: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str | None]
    date: Mapped[str | None]
    date_end: Mapped[str | None]
    precision: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    __table_args__ = (Index("ix_citation_source_date", "source_id", "date"),)


class Mention(Base):
    __tablename__ = "mention"
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    entity_id: Mapped[int] = mapped_column(ForeignKey("entity.id"), index=True)
    surface: Mapped[str]
    role: Mapped[str | None]
    start: Mapped[int]
    end: Mapped[int]


Model = type[Base]
DIMENSIONS: Final[tuple[Model, ...]] = (Publication, Issue, Source, Entity)
FACTS: Final[tuple[Model, ...]] = (Article, Citation, Mention)


def insert_statement(model: Model) -> str:
    """INSERT for the driver, all columns in order."""
    table = model.__table__
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f"INSERT INTO {model.__tablename__} ({columns}) VALUES ({', '.join('?' * len(table.columns))})"


def _tune(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def create(path: str) -> None:
    """An empty database with every table and index."""
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _tune)
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql(FTS_TABLE)
    engine.dispose()
