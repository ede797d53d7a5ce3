"""Indexes that cost less room than they did: none of a file's digest, which nothing looks up, and two of few rows.

Few citations are cross references, so the indexes of what those point at leave out the rows that point at nothing.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SPARSE = ("publication_id", "target_issue_id")


def upgrade() -> None:
    """Drop the one, and make the two anew over the rows that point at something."""
    op.drop_index("ix_documents_sha256", "documents")
    for column in SPARSE:
        op.drop_index(f"ix_citations_{column}", "citations")
        some = text(f"{column} IS NOT NULL")
        op.create_index(f"ix_citations_{column}", "citations", [column], sqlite_where=some, postgresql_where=some)


def downgrade() -> None:
    """The indexes of all rows."""
    for column in SPARSE:
        op.drop_index(f"ix_citations_{column}", "citations")
        op.create_index(f"ix_citations_{column}", "citations", [column])
    op.create_index("ix_documents_sha256", "documents", ["sha256"])
