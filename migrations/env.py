"""How does Alembic reach the database? Through the connection that the program hands over, else through ARCHIVE_DB."""

from __future__ import annotations

import os

from alembic import context
from sqlalchemy import Connection

from archive.db.models import metadata
from archive.db.search_index import is_of_index
from archive.db.session import open_database


def _migrate(connection: Connection) -> None:
    """Run the steps inside the caller's transaction: an upgrade that dies in the middle leaves the old schema."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
        compare_server_default=True,
        include_name=lambda name, kind, _parents: not (kind == "table" and is_of_index(name or "")),
    )
    context.run_migrations()


def _as_sql() -> None:
    """`alembic upgrade head --sql`: print the statements for the database that ARCHIVE_DB's URL names."""
    url = os.environ.get("ARCHIVE_DB", "sqlite://")
    context.configure(url=url, target_metadata=metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    _as_sql()
elif (handed_over := context.config.attributes.get("connection")) is not None:
    _migrate(handed_over)
else:
    with open_database(os.environ.get("ARCHIVE_DB", "archive.db"), write=True).begin() as own:
        _migrate(own)
