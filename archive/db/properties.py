"""Facts about the archive itself, by name: which authority data it holds, who wrote last."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from archive.db.models import properties


def property_of(connection: Connection, name: str) -> str | None:
    """The value of the property; None where it was never set."""
    return connection.execute(select(properties.c.value).where(properties.c.name == name)).scalar_one_or_none()


def set_property(connection: Connection, name: str, value: str) -> None:
    """Give the property a value, inside a writer's transaction."""
    changed = connection.execute(update(properties).where(properties.c.name == name).values(value=value))
    if changed.rowcount == 0:
        connection.execute(insert(properties).values(name=name, value=value))
