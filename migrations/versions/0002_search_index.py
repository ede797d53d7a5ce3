"""The search index: words of titles and bodies, as it stood at version 0002. The articles that are there go in at once.

On SQLite a table of FTS5 over `articles`, which keeps the words only, and triggers that take from it what is deleted
or changed; on PostgreSQL a table of vectors. What a vector holds is reckoned by the program, whose function it must
agree with whatever version the rows came in with.
"""

from __future__ import annotations

from typing import Final

from alembic import context, op

from archive.db.search_index import search_index

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE: Final = (
    """CREATE VIRTUAL TABLE article_search USING fts5(title, body, content='articles', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2')""",
    "INSERT INTO article_search(article_search, rank) VALUES ('rank', 'bm25(4.0, 1.0)')",
    """CREATE TRIGGER articles_unindex AFTER DELETE ON articles
WHEN EXISTS (SELECT 1 FROM article_search_docsize WHERE id = old.id)
BEGIN
    INSERT INTO article_search(article_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END""",
    """CREATE TRIGGER articles_reindex AFTER UPDATE OF id, title, body ON articles
WHEN EXISTS (SELECT 1 FROM article_search_docsize WHERE id = old.id)
BEGIN
    INSERT INTO article_search(article_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
    INSERT INTO article_search(rowid, title, body) VALUES (new.id, new.title, new.body);
END""",
)
POSTGRESQL: Final = (
    """CREATE TABLE article_search (
    article_id BIGINT CONSTRAINT pk_article_search PRIMARY KEY
        CONSTRAINT fk_article_search_article_id_articles REFERENCES articles (id) ON DELETE CASCADE,
    words TSVECTOR NOT NULL
)""",
    "CREATE INDEX ix_article_search_words ON article_search USING gin (words)",
)


def upgrade() -> None:
    """The index, and into it what is stored."""
    for statement in SQLITE if _on_sqlite() else POSTGRESQL:
        op.execute(statement)
    if not context.is_offline_mode():
        search_index(op.get_bind()).rebuild_index(op.get_bind())


def downgrade() -> None:
    """Without it; the texts stay as they are."""
    if _on_sqlite():
        op.execute("DROP TRIGGER articles_unindex")
        op.execute("DROP TRIGGER articles_reindex")
    op.execute("DROP TABLE article_search")


def _on_sqlite() -> bool:
    return context.get_context().dialect.name == "sqlite"
