"""Authority records between the database and the memory of a run.

A run reads them once and again only when another program has written since: each writer leaves a stamp.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, Table, bindparam, select, update

from archive.core.names import name_key
from archive.db import models
from archive.db.bulk import Cell, insert_rows, last_id
from archive.link.article import Registry
from archive.link.organizations import OrganizationEntry, OrganizationIndex
from archive.link.people import NewPeople, PeopleIndex, PersonEntry
from archive.link.person_names import NameRules
from archive.link.publications import PublicationEntry, PublicationIndex


def load_registry(connection: Connection, rules: NameRules) -> Registry:
    """All authority records, in indexes that answer by name."""
    return Registry(_publications(connection), _organizations(connection), people_index(connection, rules))


def save_new(connection: Connection, registry: Registry) -> None:
    """Store what linking added to the registry since the last call."""
    _save_publications(connection, registry.publications)
    _save_organizations(connection, registry.organizations)
    save_people(connection, registry.people.take_new())


def people_index(connection: Connection, rules: NameRules) -> PeopleIndex:
    """The records of people, in an index that answers by name."""
    table = models.people
    names = _names(connection, models.person_names, "person_id")
    entries = (
        PersonEntry(row.id, row.name, row.family_name, row.origin == "seed", tuple(n for n, _ in names[row.id][1:]))
        for row in connection.execute(select(table.c.id, table.c.name, table.c.family_name, table.c.origin))
    )
    return PeopleIndex(rules, entries, last_id(connection, table) + 1)


def save_people(connection: Connection, new: NewPeople) -> None:
    """Store records of people, and further names of theirs."""
    rows: list[Sequence[Cell]] = [
        (number, name.text, name.key, name.family_text, name.family_key, None, None, "ingest")
        for number, name in new.records
    ]
    insert_rows(connection, models.people, rows)
    authorized = [(number, name.text, "authorized") for number, name in new.records]
    _save_names(connection, models.person_names, authorized + [(number, name, "alias") for number, name in new.names])


def _publications(connection: Connection) -> PublicationIndex:
    table, names = models.publications, models.publication_names
    met: defaultdict[int, list[str]] = defaultdict(list)
    for owner, name in connection.execute(select(names.c.publication_id, names.c.name)):
        met[owner].append(name)
    entries = [
        PublicationEntry(number, name, tuple(met[number]))
        for number, name in connection.execute(select(table.c.id, table.c.name))
    ]
    return PublicationIndex.of(entries, last_id(connection, table) + 1)


def _organizations(connection: Connection) -> OrganizationIndex:
    table = models.organizations
    names = _names(connection, models.organization_names, "organization_id")
    entries = (
        OrganizationEntry(row.id, row.name, row.kind, row.origin == "seed", tuple(names[row.id]))
        for row in connection.execute(select(table.c.id, table.c.name, table.c.kind, table.c.origin))
    )
    return OrganizationIndex(entries, last_id(connection, table) + 1)


def _names(connection: Connection, table: Table, owner: str) -> defaultdict[int, list[tuple[str, str]]]:
    """The names of each record with their kinds, the authorized one first."""
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    query = select(table.c[owner], table.c.name, table.c.kind).order_by(table.c.kind != "authorized", table.c.id)
    for number, name, kind in connection.execute(query):
        found[number].append((name, kind))
    return found


def _save_publications(connection: Connection, index: PublicationIndex) -> None:
    new = index.take_new()
    rows: list[Sequence[Cell]] = [(number, name, key, None, None, None, None, "ingest") for number, name, key in new]
    insert_rows(connection, models.publications, rows)
    free = last_id(connection, models.publication_names) + 1
    names: list[Sequence[Cell]] = [(free + at, number, name, key) for at, (number, name, key) in enumerate(new)]
    insert_rows(connection, models.publication_names, names)


def _save_organizations(connection: Connection, index: OrganizationIndex) -> None:
    new, table = index.take_new(), models.organizations
    rows: list[Sequence[Cell]] = [(number, name, key, kind, None, "ingest") for number, name, key, kind in new.records]
    insert_rows(connection, table, rows)
    _save_names(
        connection,
        models.organization_names,
        [*((number, name, "authorized") for number, name, _, _ in new.records), *new.names],
    )
    if new.kinds:
        changed = [{"known": number, "kind": kind} for number, kind in new.kinds.items()]
        connection.execute(
            update(table).where(table.c.id == bindparam("known")).values(kind=bindparam("kind")),
            changed,
        )


def _save_names(connection: Connection, table: Table, names: Sequence[tuple[int, str, str]]) -> None:
    if names:
        free = last_id(connection, table) + 1
        rows = [
            (free + at, number, name, name_key(name), kind, "ingest") for at, (number, name, kind) in enumerate(names)
        ]
        insert_rows(connection, table, rows)
