"""The first schema: every table and the four public views, as they stood at version 0001."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import CreateIndex, CreateTable, DropTable

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

METADATA: Final = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    },
)
_KEY: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ORIGINS: Final = ("seed", "ingest")
_ORGANIZATION_KINDS: Final = (
    "armed_group", "bank", "company", "court", "education", "government", "international", "legislature", "media",
    "military", "ngo", "other", "party", "religious",
)  # fmt: skip


def _one_of(column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({allowed})", name=column)


def _span() -> sa.CheckConstraint:
    return sa.CheckConstraint("span_start >= 0 AND span_start < span_end", name="span")


def _id() -> sa.Column[int]:
    return sa.Column("id", _KEY, primary_key=True, autoincrement=False)


def _to(target: str, name: str, *, nullable: bool = False, index: bool = True) -> sa.Column[int]:
    """A foreign key; `index=False` where a UNIQUE that starts with the column serves."""
    return sa.Column(name, _KEY, sa.ForeignKey(f"{target}.id"), nullable=nullable, index=index)


def _part_of(target: str, name: str, *, index: bool = True) -> sa.Column[int]:
    """A foreign key to the row that this one is part of, and goes with."""
    key = sa.ForeignKey(f"{target}.id", ondelete="CASCADE")
    return sa.Column(name, _KEY, key, nullable=False, index=index)


sa.Table(
    "properties",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

sa.Table(
    "publications",
    METADATA,
    _id(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False, unique=True),
    sa.Column("base_year", sa.Integer),
    sa.Column("base_year_basis", sa.Text),
    sa.Column("series", sa.Text),
    sa.Column("issues_a_year", sa.Integer),
    sa.Column("origin", sa.Text, nullable=False),
    _one_of("origin", _ORIGINS),
    _one_of("base_year_basis", ("seed", "printed", "citations")),
)

sa.Table(
    "publication_names",
    METADATA,
    _id(),
    _part_of("publications", "publication_id"),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False, unique=True),
)

sa.Table(
    "calendar_days",
    METADATA,
    _part_of("publications", "publication_id", index=False),
    sa.Column("volume", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("date", sa.Date, nullable=False),
    sa.Column("date_earliest", sa.Date, nullable=False),
    sa.Column("date_latest", sa.Date, nullable=False),
    sa.PrimaryKeyConstraint("publication_id", "volume", "number"),
    sa.CheckConstraint("date_earliest <= date AND date <= date_latest", name="interval"),
)

sa.Table(
    "issues",
    METADATA,
    _id(),
    _to("publications", "publication_id", index=False),
    sa.Column("volume", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("date", sa.Date, index=True),
    sa.Column("date_earliest", sa.Date),
    sa.Column("date_latest", sa.Date),
    sa.Column("date_basis", sa.Text, nullable=False),
    sa.UniqueConstraint("publication_id", "volume", "number"),
    _one_of("date_basis", ("printed", "given", "calendar", "citations", "unknown")),
    sa.CheckConstraint("date IS NULL OR (date_earliest <= date AND date <= date_latest)", name="interval"),
)

sa.Table(
    "runs",
    METADATA,
    _id(),
    sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("finished_at", sa.DateTime(timezone=True)),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("pending", sa.Boolean, nullable=False),
)

sa.Table(
    "documents",
    METADATA,
    _id(),
    sa.Column("path", sa.Text, nullable=False, index=True),
    sa.Column("location", sa.Text, nullable=False, unique=True),
    sa.Column("sha256", sa.Text, nullable=False, index=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("encoding", sa.Text, nullable=False),
    sa.Column("encoding_basis", sa.Text, nullable=False),
    _to("runs", "run_id"),
)

sa.Table(
    "run_files",
    METADATA,
    _id(),
    _part_of("runs", "run_id"),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    _one_of("outcome", ("new", "same", "replaced", "skipped", "failed")),
)

sa.Table(
    "articles",
    METADATA,
    _id(),
    _to("issues", "issue_id", index=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("body_sha256", sa.Text, nullable=False),
    sa.UniqueConstraint("issue_id", "body_sha256"),
    sa.CheckConstraint("position >= 1", name="position"),
)

sa.Table(
    "document_articles",
    METADATA,
    _id(),
    _part_of("documents", "document_id", index=False),
    _part_of("articles", "article_id"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("body_start", sa.Integer, nullable=False),
    sa.Column("title_start", sa.Integer),
    sa.Column("issued_earliest", sa.Date),
    sa.Column("issued_latest", sa.Date),
    sa.Column("issued_basis", sa.Text),
    sa.UniqueConstraint("document_id", "position"),
    _one_of("issued_basis", ("printed", "given")),
)

sa.Table(
    "document_parts",
    METADATA,
    _id(),
    _part_of("documents", "document_id"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    _span(),
)

sa.Table(
    "organizations",
    METADATA,
    _id(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text),
    sa.Column("country", sa.Text),
    sa.Column("origin", sa.Text, nullable=False),
    _one_of("kind", _ORGANIZATION_KINDS),
    _one_of("origin", _ORIGINS),
)

sa.Table(
    "organization_names",
    METADATA,
    _id(),
    _part_of("organizations", "organization_id", index=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.UniqueConstraint("organization_id", "name"),
    _one_of("kind", ("authorized", "alias", "acronym")),
    _one_of("origin", _ORIGINS),
)

sa.Table(
    "people",
    METADATA,
    _id(),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False, unique=True),
    sa.Column("family_name", sa.Text, nullable=False),
    sa.Column("family_key", sa.Text, nullable=False, index=True),
    sa.Column("country", sa.Text),
    sa.Column("description", sa.Text),
    sa.Column("origin", sa.Text, nullable=False),
    _one_of("origin", _ORIGINS),
)

sa.Table(
    "person_names",
    METADATA,
    _id(),
    _part_of("people", "person_id", index=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.UniqueConstraint("person_id", "name"),
    _one_of("kind", ("authorized", "alias")),
    _one_of("origin", _ORIGINS),
)

sa.Table(
    "citations",
    METADATA,
    _id(),
    _part_of("articles", "article_id"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    _to("organizations", "source_id", nullable=True),
    _to("publications", "publication_id", nullable=True),
    _to("issues", "target_issue_id", nullable=True),
    sa.Column("source_text", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("date_printed", sa.Text),
    sa.Column("date", sa.Date, index=True),
    sa.Column("date_end", sa.Date),
    sa.Column("date_precision", sa.Text, nullable=False),
    sa.Column("year_basis", sa.Text, nullable=False),
    sa.Column("raw", sa.Text, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("link_basis", sa.Text, nullable=False),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    sa.Column("sentence_start", sa.Integer, nullable=False),
    sa.Column("sentence_end", sa.Integer, nullable=False),
    _one_of("kind", ("source", "cross_reference", "inline")),
    _one_of("date_precision", ("day", "month", "none")),
    _one_of("year_basis", ("printed", "list", "issue", "none")),
    sa.CheckConstraint("(date IS NULL) = (date_precision = 'none')", name="date_known"),
    sa.CheckConstraint("date_end IS NULL OR date <= date_end", name="date_order"),
    _span(),
)

sa.Table(
    "person_mentions",
    METADATA,
    _id(),
    _part_of("articles", "article_id"),
    _to("people", "person_id"),
    sa.Column("surface", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("role", sa.Text),
    sa.Column("role_start", sa.Integer),
    sa.Column("role_end", sa.Integer),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("link_basis", sa.Text, nullable=False),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    sa.Column("sentence_start", sa.Integer, nullable=False),
    sa.Column("sentence_end", sa.Integer, nullable=False),
    _span(),
)

sa.Table(
    "organization_mentions",
    METADATA,
    _id(),
    _part_of("articles", "article_id"),
    _to("organizations", "organization_id"),
    sa.Column("surface", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("link_basis", sa.Text, nullable=False),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    sa.Column("sentence_start", sa.Integer, nullable=False),
    sa.Column("sentence_end", sa.Integer, nullable=False),
    _span(),
)

VIEWS: Final = {
    "article_details": """\
SELECT d.path AS document, a.id AS article_id, p.name AS publication, i.volume, i.number AS issue,
    i.date AS issue_date, i.date_basis AS issue_date_basis, h.position, a.title,
    i.date_earliest AS issue_date_earliest, i.date_latest AS issue_date_latest, a.issue_id, d.id AS document_id,
    (SELECT count(*) FROM document_articles g WHERE g.article_id = a.id) AS documents,
    h.body_start AS file_start, h.body_start + length(a.body) AS file_end, a.body
FROM articles a
JOIN issues i ON i.id = a.issue_id
JOIN publications p ON p.id = i.publication_id
JOIN document_articles h ON h.id = (SELECT min(f.id) FROM document_articles f WHERE f.article_id = a.id)
JOIN documents d ON d.id = h.document_id""",
    "citation_details": """\
SELECT d.path AS document, a.id AS article_id, p.name AS publication, i.volume, i.number AS issue,
    i.date AS issue_date, m.position, m.kind, coalesce(o.name, n.name) AS source, m.source_text, m.place,
    m.date, m.date_end, m.date_precision, m.raw, m.span_start, m.span_end, m.id AS citation_id,
    m.date_printed, m.year_basis, m.source_id, m.note,
    m.target_issue_id, t.volume AS target_volume, t.number AS target_issue,
    m.rule, m.link_basis,
    substr(a.body, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence,
    a.title, h.position AS article_position, a.issue_id,
    h.body_start + m.span_start AS file_start, h.body_start + m.span_end AS file_end
FROM citations m
JOIN articles a ON a.id = m.article_id
JOIN issues i ON i.id = a.issue_id
JOIN publications p ON p.id = i.publication_id
JOIN document_articles h ON h.id = (SELECT min(f.id) FROM document_articles f WHERE f.article_id = a.id)
JOIN documents d ON d.id = h.document_id
LEFT JOIN organizations o ON o.id = m.source_id
LEFT JOIN publications n ON n.id = m.publication_id
LEFT JOIN issues t ON t.id = m.target_issue_id""",
    "person_mention_details": """\
SELECT d.path AS document, a.id AS article_id, r.name AS person, m.surface, m.role, m.span_start, m.span_end,
    m.id AS mention_id, m.person_id, p.name AS publication, i.volume, i.number AS issue, i.date AS issue_date,
    m.name, m.role_start, m.role_end,
    m.rule, m.link_basis,
    substr(a.body, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence,
    a.title, h.position AS article_position, a.issue_id,
    h.body_start + m.span_start AS file_start, h.body_start + m.span_end AS file_end
FROM person_mentions m
JOIN people r ON r.id = m.person_id
JOIN articles a ON a.id = m.article_id
JOIN issues i ON i.id = a.issue_id
JOIN publications p ON p.id = i.publication_id
JOIN document_articles h ON h.id = (SELECT min(f.id) FROM document_articles f WHERE f.article_id = a.id)
JOIN documents d ON d.id = h.document_id""",
    "organization_mention_details": """\
SELECT d.path AS document, a.id AS article_id, r.name AS organization, m.surface, m.span_start, m.span_end,
    m.id AS mention_id, m.organization_id, r.kind, r.country,
    p.name AS publication, i.volume, i.number AS issue, i.date AS issue_date, m.name,
    m.rule, m.link_basis,
    substr(a.body, m.sentence_start + 1, m.sentence_end - m.sentence_start) AS sentence,
    a.title, h.position AS article_position, a.issue_id,
    h.body_start + m.span_start AS file_start, h.body_start + m.span_end AS file_end
FROM organization_mentions m
JOIN organizations r ON r.id = m.organization_id
JOIN articles a ON a.id = m.article_id
JOIN issues i ON i.id = a.issue_id
JOIN publications p ON p.id = i.publication_id
JOIN document_articles h ON h.id = (SELECT min(f.id) FROM document_articles f WHERE f.article_id = a.id)
JOIN documents d ON d.id = h.document_id""",
}


def upgrade() -> None:
    """From nothing: the tables, then the views over them."""
    for table in METADATA.sorted_tables:
        op.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            op.execute(CreateIndex(index))
    for name, select in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS\n{select}")


def downgrade() -> None:
    """Back to nothing."""
    for name in VIEWS:
        op.execute(f"DROP VIEW {name}")
    for table in reversed(METADATA.sorted_tables):
        op.execute(DropTable(table))
