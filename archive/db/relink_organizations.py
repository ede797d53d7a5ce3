"""Which organizations does the archive still name, and by which names?

A name's record depends on the authority files alone, so only new authority files move what is stored. Records of the
texts that nothing names any more go, and so do names that no text bears any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, bindparam, delete, exists, select, update

from archive.db.bulk import chunks
from archive.db.models import citations, organization_mentions, organization_names, organizations
from archive.link.organizations import OrganizationIndex, OrganizationLink


def relink_organizations(connection: Connection, index: OrganizationIndex) -> None:
    """Tie all mentions and sources to the records that the authority files list by now; new ones stay in the index."""
    mentions, cited = organization_mentions.c, citations.c
    _relink(connection, mentions.organization_id, mentions.name, index.link)
    _relink(connection, cited.source_id, cited.source_text, index.link_source)


def drop_organizations(connection: Connection, left: set[int] | None) -> None:
    """Delete records of the texts that nothing names any more, and names that no text bears, of `left` (None: all)."""
    parts: Iterable[list[int] | None] = [None] if left is None else chunks(sorted(left))
    for part in parts:
        _drop(connection, part)


def _relink(
    connection: Connection, record: Column[Any], name: Column[Any], link: Callable[[str], OrganizationLink]
) -> None:
    table, basis = record.table, record.table.c.link_basis
    rows = connection.execute(select(record, name, basis).where(record.is_not(None)).distinct()).all()
    moved = []
    for old, text, ground in sorted(rows, key=lambda row: (row[1], row[0])):
        found = link(text)
        if (found.record, found.basis) != (old, ground):
            moved.append({"old": old, "text": text, "ground": ground, "new": found.record, "found": found.basis})
    if moved:
        those = (record == bindparam("old"), name == bindparam("text"), basis == bindparam("ground"))
        values: dict[str, Any] = {record.name: bindparam("new"), basis.name: bindparam("found")}
        connection.execute(update(table).where(*those).values(values), moved)


def _drop(connection: Connection, part: list[int] | None) -> None:
    records, names = organizations.c, organization_names.c
    of_record: list[ColumnElement[bool]] = [] if part is None else [records.id.in_(part)]
    of_names: list[ColumnElement[bool]] = [] if part is None else [names.organization_id.in_(part)]
    mentioned = exists().where(organization_mentions.c.organization_id == records.id)
    cited = exists().where(citations.c.source_id == records.id)
    connection.execute(delete(organizations).where(*of_record, records.origin == "ingest", ~mentioned, ~cited))
    mentions = organization_mentions.c
    same_words = (mentions.name == names.name) | (mentions.surface == names.name)
    borne = exists().where(mentions.organization_id == names.organization_id, same_words)
    sourced = exists().where(citations.c.source_id == names.organization_id, citations.c.source_text == names.name)
    met = (names.origin == "ingest", names.kind != "authorized")
    connection.execute(delete(organization_names).where(*of_names, *met, ~borne, ~sourced))
