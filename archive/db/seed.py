"""seeds/authority -> records: what the archive knows before it reads a line.

Applied to a new database, and again whenever the authority files have changed. A record that an earlier text made and
that the files now list is adopted: it keeps its key. A record that the files list no more becomes one of the texts'.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from archive.core.errors import AuthorityError
from archive.core.folders import authority_folder
from archive.core.names import NameKey, name_key
from archive.db import models
from archive.db.bulk import Cell, chunks, insert_rows, last_id
from archive.db.properties import property_of, set_property
from archive.read.authority import Authority, PublicationRecord, rows_of

FINGERPRINT: Final = "authority_fingerprint"
"""The property that says which authority data the database holds."""

_CALENDAR_COLUMNS: Final = ("volume", "issue", "date", "earliest", "latest")
Name = tuple[str, str]


def seed(connection: Connection, authority: Authority, folder: Path | None = None) -> bool:
    """Bring the records to `authority`'s state; False when they are there already. Calendars lie in `folder`."""
    days = _calendars(authority.publications, folder or authority_folder())
    fingerprint = _fingerprint(authority, days)
    if property_of(connection, FINGERPRINT) == fingerprint:
        return False
    publications = _seed_publications(connection, authority)
    _seed_calendars(connection, publications, days)
    _seed_organizations(connection, authority)
    _seed_people(connection, authority)
    set_property(connection, FINGERPRINT, fingerprint)
    return True


def _fingerprint(authority: Authority, days: dict[str, list[tuple[str, ...]]]) -> str:
    """What stands for the records and the rules of linking; other word lists tell the extractors only."""
    variants = authority.words.get("given_name_variants", ())
    pace = authority.words.get("publication_pace", ())
    told = (authority.publications, pace, authority.organizations, authority.people, variants, days)
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _calendars(records: Iterable[PublicationRecord], folder: Path) -> dict[str, list[tuple[str, ...]]]:
    """The rows of each publication's calendar, by its name."""
    return {
        record.name: [tuple(row.values()) for row in rows_of(folder / "calendars" / record.calendar, _CALENDAR_COLUMNS)]
        for record in records
        if record.calendar
    }


def _seed_publications(connection: Connection, authority: Authority) -> dict[str, int]:
    records = authority.publications
    paces = {row["name"]: row for row in authority.words.get("publication_pace", ())}
    rows = [_publication_row(record, paces.get(record.name, {})) for record in records]
    ids = _sync(connection, models.publications, rows)
    table = models.publications
    stored = connection.execute(select(table.c.name_key, table.c.id, table.c.name)).all()
    taken = {row.name_key: row.id for row in stored}
    for record in records:
        for name in (*record.aliases, *record.abbreviations):
            taken.setdefault(name_key(name), ids[record.name])
    named = {name_key(n): n for r in records for n in (*r.abbreviations, *r.aliases)}
    named.update((row.name_key, row.name) for row in stored)
    connection.execute(delete(models.publication_names))
    fresh = [(number, owner, named[key], key) for number, (key, owner) in enumerate(taken.items(), 1)]
    insert_rows(connection, models.publication_names, fresh)
    return ids


def _publication_row(record: PublicationRecord, pace: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": record.name,
        "base_year": record.base_year,
        "base_year_basis": None if record.base_year is None else "seed",
        "series": pace.get("series") or None,
        "issues_a_year": int(pace["issues_a_year"]) if pace.get("issues_a_year") else None,
    }


def _seed_calendars(
    connection: Connection, publications: dict[str, int], days: dict[str, list[tuple[str, ...]]]
) -> None:
    connection.execute(delete(models.calendar_days))
    rows: list[Sequence[Cell]] = [
        (publications[name], int(volume), int(number), *cells)
        for name, calendar in days.items()
        for volume, number, *cells in calendar
    ]
    insert_rows(connection, models.calendar_days, rows)


def _seed_organizations(connection: Connection, authority: Authority) -> None:
    rows = [{"name": r.name, "kind": r.kind, "country": r.country} for r in authority.organizations]
    ids = _sync(connection, models.organizations, rows)
    names = {
        ids[r.name]: [(r.name, "authorized"), *((n, "alias") for n in r.aliases), *((n, "acronym") for n in r.acronyms)]
        for r in authority.organizations
    }
    _seed_names(connection, models.organization_names, "organization_id", names)


def _seed_people(connection: Connection, authority: Authority) -> None:
    rows = [
        {
            "name": r.name,
            "family_name": r.family_name,
            "family_key": name_key(r.family_name),
            "country": r.country,
            "description": r.description,
        }
        for r in authority.people
    ]
    ids = _sync(connection, models.people, rows)
    names = {ids[r.name]: [(r.name, "authorized"), *((n, "alias") for n in r.aliases)] for r in authority.people}
    _seed_names(connection, models.person_names, "person_id", names)


def _sync(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> dict[str, int]:
    """Insert or adopt a record for each row; the key of each name. Seeded records without a row become the texts'."""
    keys = _keys(table, (str(row["name"]) for row in rows))
    known = {row[0]: row[1] for row in connection.execute(select(table.c.name_key, table.c.id))}
    connection.execute(update(table).where(table.c.origin == "seed").values(origin="ingest"))
    free = last_id(connection, table) + 1
    adopted, fresh = [], []
    for row, key in zip(rows, keys, strict=True):
        row |= {"name_key": key, "origin": "seed"}
        if key in known:
            adopted.append(row | {"known": known[key]})
        else:
            known[key], free = free, free + 1
            fresh.append(row | {"id": known[key]})
    if adopted:
        columns: dict[str, Any] = {column: bindparam(column) for column in adopted[0] if column != "known"}
        connection.execute(update(table).where(table.c.id == bindparam("known")).values(columns), adopted)
    for part in chunks(fresh, 5_000):
        connection.execute(insert(table), part)
    return {str(row["name"]): known[key] for row, key in zip(rows, keys, strict=True)}


def _keys(table: Table, names: Iterable[str]) -> list[NameKey]:
    """The folded names; AuthorityError where two records have one."""
    first: dict[NameKey, str] = {}
    for name in names:
        other = first.setdefault(name_key(name), name)
        if other is not name:
            message = f"{table.name}: {other!r} and {name!r} are one folded name; merge them in the authority files"
            raise AuthorityError(message)
    return list(first)


def _seed_names(connection: Connection, table: Table, owner: str, names: dict[int, list[Name]]) -> None:
    """Replace the seeded names; a name that a text brought and that is now listed gives way to the listed one."""
    connection.execute(delete(table).where(table.c.origin == "seed"))
    listed = {(number, name): kind for number, some in names.items() for name, kind in reversed(some)}
    met = connection.execute(select(table.c.id, table.c[owner], table.c.name, table.c.kind))
    given_way = [
        number for number, of, name, kind in met if (of, name) in listed or (kind == "authorized" and of in names)
    ]
    for part in chunks(given_way):
        connection.execute(delete(table).where(table.c.id.in_(part)))
    free = last_id(connection, table) + 1
    rows: list[Sequence[Cell]] = [
        (number, of, name, name_key(name), kind, "seed")
        for number, ((of, name), kind) in enumerate(listed.items(), free)
    ]
    insert_rows(connection, table, rows)
