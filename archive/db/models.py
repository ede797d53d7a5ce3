"""The schema: what is stored, table by table. Core tables, no ORM: rows come and go in bulk.

Every table and column carries its comment, which `archive schema` prints. Keys are given by the program, so that rows
that point at each other are written in one batch. Spans are half-open ranges of characters.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    },
)

ORGANIZATION_KINDS: Final = (
    "armed_group", "bank", "company", "court", "education", "government", "international", "legislature", "media",
    "military", "ngo", "other", "party", "religious",
)  # fmt: skip
DATE_BASES: Final = ("printed", "given", "calendar", "citations", "unknown")
OUTCOMES: Final = ("new", "same", "replaced", "skipped", "failed")
ORIGINS: Final = ("seed", "ingest")
BASE_YEAR_BASES: Final = ("seed", "printed", "citations")

_KEY: Final = BigInteger().with_variant(Integer(), "sqlite")  # SQLite's rowid must be declared INTEGER


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def _span(name: str = "span") -> CheckConstraint:
    return CheckConstraint(f"{name}_start >= 0 AND {name}_start < {name}_end", name=name)


def _id() -> Column[int]:
    return Column("id", _KEY, primary_key=True, autoincrement=False, comment="key, given by the program")


def _to(target: str, name: str, comment: str, *, nullable: bool = False, index: bool = True) -> Column[int]:
    """A foreign key; `index=False` where a UNIQUE that starts with the column, or an index of its own, serves."""
    return Column(name, _KEY, ForeignKey(f"{target}.id"), nullable=nullable, index=index, comment=comment)


def _part_of(target: str, name: str, comment: str, *, index: bool = True) -> Column[int]:
    """A foreign key to the row that this one is part of, and goes with."""
    key = ForeignKey(f"{target}.id", ondelete="CASCADE")
    return Column(name, _KEY, key, nullable=False, index=index, comment=comment)


properties: Final = Table(
    "properties",
    metadata,
    Column("name", Text, primary_key=True, comment="what is told"),
    Column("value", Text, nullable=False, comment="its value"),
    comment="facts about the archive itself: which authority files it was seeded with, who wrote last",
)

publications: Final = Table(
    "publications",
    metadata,
    _id(),
    Column("name", Text, nullable=False, comment="authorized name"),
    Column("name_key", Text, nullable=False, unique=True, comment="folded name"),
    Column("base_year", Integer, comment="volume N appeared in the year base_year + N; NULL until evidence fixes it"),
    Column("base_year_basis", Text, comment="seed, printed (a dated issue) or citations (a printed year in one)"),
    Column("series", Text, comment="newsletters of one series share one numbering; NULL for one of its own"),
    Column("issues_a_year", Integer, comment="how often it appears; NULL where nobody told"),
    Column("origin", Text, nullable=False, comment="seed (seeds/authority) or ingest"),
    _one_of("origin", ORIGINS),
    _one_of("base_year_basis", BASE_YEAR_BASES),
    comment="newsletters, known beforehand or met in a header",
)

publication_names: Final = Table(
    "publication_names",
    metadata,
    _id(),
    _part_of("publications", "publication_id", "the publication"),
    Column("name", Text, nullable=False, comment="a name it goes by: the authorized one, an alias or an abbreviation"),
    Column("name_key", Text, nullable=False, unique=True, comment="folded name"),
    comment="every name a publication is cited by",
)

calendar_days: Final = Table(
    "calendar_days",
    metadata,
    _part_of("publications", "publication_id", "the publication", index=False),
    Column("volume", Integer, nullable=False, comment="volume"),
    Column("number", Integer, nullable=False, comment="issue number"),
    Column("date", Date, nullable=False, comment="best day of the issue"),
    Column("date_earliest", Date, nullable=False, comment="earliest defensible day"),
    Column("date_latest", Date, nullable=False, comment="latest defensible day"),
    PrimaryKeyConstraint("publication_id", "volume", "number"),
    CheckConstraint("date_earliest <= date AND date <= date_latest", name="interval"),
    comment="issue days known beforehand, from seeds/authority/calendars",
)

issues: Final = Table(
    "issues",
    metadata,
    _id(),
    _to("publications", "publication_id", "the publication", index=False),
    Column("volume", Integer, nullable=False, comment="volume"),
    Column("number", Integer, nullable=False, comment="issue number within the volume"),
    Column("date", Date, index=True, comment="the issue's day, as well as it is known"),
    Column("date_earliest", Date, comment="earliest day that the evidence allows"),
    Column("date_latest", Date, comment="latest day that the evidence allows"),
    Column("date_basis", Text, nullable=False, comment="printed, given, calendar, citations or unknown"),
    UniqueConstraint("publication_id", "volume", "number"),
    _one_of("date_basis", DATE_BASES),
    CheckConstraint("date IS NULL OR (date_earliest <= date AND date <= date_latest)", name="interval"),
    comment="one row an issue of which an article is in the archive",
)

runs: Final = Table(
    "runs",
    metadata,
    _id(),
    Column("started_at", DateTime(timezone=True), nullable=False, comment="start, UTC"),
    Column("finished_at", DateTime(timezone=True), comment="end, UTC; NULL for a run that was cut off"),
    Column("version", Text, nullable=False, comment="version of the program"),
    Column("pending", Boolean, nullable=False, comment="whether rows of it still wait for links across the archive"),
    comment="one row a call of archive ingest",
)

documents: Final = Table(
    "documents",
    metadata,
    _id(),
    Column("path", Text, nullable=False, index=True, comment="path as ingested; - for standard input"),
    Column("location", Text, nullable=False, unique=True, comment="what tells files apart: the absolute path"),
    Column("sha256", Text, nullable=False, comment="sha256 of the bytes, hexadecimal"),
    Column("size", Integer, nullable=False, comment="bytes"),
    Column("media_type", Text, nullable=False, comment="text/plain, text/markdown or text/html"),
    Column("encoding", Text, nullable=False, comment="character encoding"),
    Column("encoding_basis", Text, nullable=False, comment="how it was found: bom, utf-8, declared, detected"),
    _to("runs", "run_id", "the run that stored these bytes"),
    comment="one row a file whose articles are in the archive",
)

run_files: Final = Table(
    "run_files",
    metadata,
    _id(),
    _part_of("runs", "run_id", "the run"),
    Column("path", Text, nullable=False, comment="path as met"),
    Column("outcome", Text, nullable=False, comment="new, same, replaced, skipped or failed"),
    Column("reason", Text, comment="why it was skipped or failed"),
    _one_of("outcome", OUTCOMES),
    comment="what became of each file of each run",
)

articles: Final = Table(
    "articles",
    metadata,
    _id(),
    _to("issues", "issue_id", "the issue", index=False),
    Column("position", Integer, nullable=False, comment="place in the file that brought it first, from 1"),
    Column("title", Text, comment="title as printed; NULL where none is"),
    Column("body", Text, nullable=False, comment="body as printed; all spans of mentions count its characters"),
    Column("body_sha256", Text, nullable=False, comment="sha256 of the body with white space made even"),
    UniqueConstraint("issue_id", "body_sha256"),
    CheckConstraint("position >= 1", name="position"),
    comment="one row an article; the same article in two files is one row",
)

document_articles: Final = Table(
    "document_articles",
    metadata,
    _id(),
    _part_of("documents", "document_id", "the file", index=False),
    _part_of("articles", "article_id", "the article"),
    Column("position", Integer, nullable=False, comment="place in the file, from 1"),
    Column("body_start", Integer, nullable=False, comment="where the body starts in the decoded file"),
    Column("title_start", Integer, comment="where the title starts in the decoded file; NULL where none is printed"),
    Column("issued_earliest", Date, comment="first day that the file, or who ingested it, gives the issue"),
    Column("issued_latest", Date, comment="last day that it gives; the same for a day"),
    Column("issued_basis", Text, comment="printed or given; NULL where the file tells no day"),
    UniqueConstraint("document_id", "position"),
    _one_of("issued_basis", ("printed", "given")),
    comment="which file holds which article, and where",
)

document_parts: Final = Table(
    "document_parts",
    metadata,
    _id(),
    _part_of("documents", "document_id", "the file"),
    Column("position", Integer, nullable=False, comment="the article it stands by, from 1"),
    Column("kind", Text, nullable=False, comment="byline, caption, trailing_headline, staff_footer ..."),
    Column("text", Text, nullable=False, comment="the text as printed"),
    Column("span_start", Integer, nullable=False, comment="where it starts in the decoded file"),
    Column("span_end", Integer, nullable=False, comment="where it ends"),
    _span(),
    comment="text around the bodies: kept, but nothing is extracted from it",
)

organizations: Final = Table(
    "organizations",
    metadata,
    _id(),
    Column("name", Text, nullable=False, comment="authorized name"),
    Column("name_key", Text, nullable=False, unique=True, comment="folded name"),
    Column("kind", Text, comment="media, government, company, party ...; NULL where nothing tells"),
    Column("country", Text, comment="ISO 3166 alpha-2"),
    Column("origin", Text, nullable=False, comment="seed (seeds/authority) or ingest"),
    _one_of("kind", ORGANIZATION_KINDS),
    _one_of("origin", ORIGINS),
    comment="authority records of organizations, the media cited among them",
)

organization_names: Final = Table(
    "organization_names",
    metadata,
    _id(),
    _part_of("organizations", "organization_id", "the organization", index=False),
    Column("name", Text, nullable=False, comment="a name it goes by"),
    Column("name_key", Text, nullable=False, index=True, comment="folded name"),
    Column("kind", Text, nullable=False, comment="authorized, alias or acronym"),
    Column("origin", Text, nullable=False, comment="seed or ingest"),
    UniqueConstraint("organization_id", "name"),
    _one_of("kind", ("authorized", "alias", "acronym")),
    _one_of("origin", ORIGINS),
    comment="every name of an organization, as listed or as met",
)

people: Final = Table(
    "people",
    metadata,
    _id(),
    Column("name", Text, nullable=False, comment="authorized name"),
    Column("name_key", Text, nullable=False, unique=True, comment="folded name"),
    Column("family_name", Text, nullable=False, comment="the name used alone"),
    Column("family_key", Text, nullable=False, index=True, comment="folded family name"),
    Column("country", Text, comment="ISO 3166 alpha-2"),
    Column("description", Text, comment="office or role with years"),
    Column("origin", Text, nullable=False, comment="seed (seeds/authority) or ingest"),
    _one_of("origin", ORIGINS),
    comment="authority records of people",
)

person_names: Final = Table(
    "person_names",
    metadata,
    _id(),
    _part_of("people", "person_id", "the person", index=False),
    Column("name", Text, nullable=False, comment="a name he or she goes by"),
    Column("name_key", Text, nullable=False, index=True, comment="folded name"),
    Column("kind", Text, nullable=False, comment="authorized or alias"),
    Column("origin", Text, nullable=False, comment="seed or ingest"),
    UniqueConstraint("person_id", "name"),
    _one_of("kind", ("authorized", "alias")),
    _one_of("origin", ORIGINS),
    comment="every name of a person, as listed or as met",
)

citations: Final = Table(
    "citations",
    metadata,
    _id(),
    _part_of("articles", "article_id", "the article that cites"),
    Column("position", Integer, nullable=False, comment="order in the article, from 1"),
    Column("kind", Text, nullable=False, comment="source, cross_reference or inline"),
    _to("organizations", "source_id", "the medium cited; NULL for a cross reference or an empty slot", nullable=True),
    _to("publications", "publication_id", "the newsletter that a cross reference names", nullable=True, index=False),
    _to(
        "issues",
        "target_issue_id",
        "the issue a cross reference means, once it is in the archive",
        nullable=True,
        index=False,
    ),
    Column("source_text", Text, comment="the source as written; NULL for an empty slot"),
    Column("place", Text, comment="bureau in brackets: Panorama [Almaty]"),
    Column(
        "date_printed", Text, comment="the day as printed, ISO 8601 without the year where none is: --08-03/--08-05"
    ),
    Column("date", Date, index=True, comment="first day of the report, the year resolved; of a month its first day"),
    Column("date_end", Date, comment="last day of a range"),
    Column("date_precision", Text, nullable=False, comment="day, month or none"),
    Column("year_basis", Text, nullable=False, comment="printed, list (printed once for a list), issue or none"),
    Column("raw", Text, nullable=False, comment="the whole citation as printed"),
    Column("note", Text, comment="the endnote behind a footnote number"),
    Column("rule", Text, nullable=False, comment="the rule that found it"),
    Column("link_basis", Text, nullable=False, comment="how source_id or target_issue_id was found"),
    Column("span_start", Integer, nullable=False, comment="where raw starts in the body"),
    Column("span_end", Integer, nullable=False, comment="where raw ends"),
    Column("sentence_start", Integer, nullable=False, comment="where its sentence starts in the body"),
    Column("sentence_end", Integer, nullable=False, comment="where its sentence ends"),
    _one_of("kind", ("source", "cross_reference", "inline")),
    _one_of("date_precision", ("day", "month", "none")),
    _one_of("year_basis", ("printed", "list", "issue", "none")),
    CheckConstraint("(date IS NULL) = (date_precision = 'none')", name="date_known"),
    CheckConstraint("date_end IS NULL OR date <= date_end", name="date_order"),
    _span(),
    comment="one row a (source, date) pair of a citation",
)

for _column in (citations.c.publication_id, citations.c.target_issue_id):
    _some = _column.is_not(None)  # of few citations: an index of all rows would be nulls for the most part
    Index(f"ix_citations_{_column.name}", _column, sqlite_where=_some, postgresql_where=_some)

person_mentions: Final = Table(
    "person_mentions",
    metadata,
    _id(),
    _part_of("articles", "article_id", "the article"),
    _to("people", "person_id", "the authority record"),
    Column("surface", Text, nullable=False, comment="the name as printed here"),
    Column("name", Text, nullable=False, comment="the fullest form of the name in this article"),
    Column("role", Text, comment="title phrase beside the name, as printed"),
    Column("role_start", Integer, comment="where the role starts in the body"),
    Column("role_end", Integer, comment="where the role ends"),
    Column("rule", Text, nullable=False, comment="the rule that found it"),
    Column("link_basis", Text, nullable=False, comment="how the record was found, or why none was"),
    Column("span_start", Integer, nullable=False, comment="where the surface starts in the body"),
    Column("span_end", Integer, nullable=False, comment="where the surface ends"),
    Column("sentence_start", Integer, nullable=False, comment="where its sentence starts in the body"),
    Column("sentence_end", Integer, nullable=False, comment="where its sentence ends"),
    _span(),
    comment="one row a mention of a person",
)

organization_mentions: Final = Table(
    "organization_mentions",
    metadata,
    _id(),
    _part_of("articles", "article_id", "the article"),
    _to("organizations", "organization_id", "the authority record"),
    Column("surface", Text, nullable=False, comment="the name as printed here"),
    Column("name", Text, nullable=False, comment="the fullest form of the name in this article"),
    Column("rule", Text, nullable=False, comment="the rule that found it"),
    Column("link_basis", Text, nullable=False, comment="how the record was found, or why none was"),
    Column("span_start", Integer, nullable=False, comment="where the surface starts in the body"),
    Column("span_end", Integer, nullable=False, comment="where the surface ends"),
    Column("sentence_start", Integer, nullable=False, comment="where its sentence starts in the body"),
    Column("sentence_end", Integer, nullable=False, comment="where its sentence ends"),
    _span(),
    comment="one row a mention of an organization",
)
