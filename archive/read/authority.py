"""What does the archive know before it reads a line? The authority files of seeds/authority, read and checked.

A name is data, never code: publications, media, organizations, people, given names, titles, places ... each stand in a
CSV file (UTF-8, a header row, several values in a cell parted by "|"); SOURCES.md beside them describes each column.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from archive.core.errors import AuthorityError
from archive.core.folders import authority_folder
from archive.core.names import name_key


@dataclass(frozen=True, slots=True)
class PublicationRecord:
    """A newsletter; volume N of it appeared in the year `base_year` + N. `calendar` names a file in calendars/."""

    name: str
    base_year: int | None
    calendar: str | None
    aliases: tuple[str, ...]
    abbreviations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganizationRecord:
    """An organization, a medium among them, with every name it goes by.

    `distinct_from` names records that it is easily taken for, so that nobody makes them one.
    """

    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    distinct_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person; `family_name` is the name used alone, `aliases` are full forms."""

    name: str
    family_name: str
    aliases: tuple[str, ...]
    country: str | None
    description: str | None


WordRow = dict[str, str]


@dataclass(frozen=True, eq=False)
class Authority:
    """Everything in seeds/authority. Compared and hashed by identity, so that what is derived from it can be cached.

    `words` holds the rows of the plain word lists by file stem: given_names, family_names, surname_endings,
    nationalities, places, titles ...
    """

    publications: tuple[PublicationRecord, ...] = ()
    organizations: tuple[OrganizationRecord, ...] = ()
    people: tuple[PersonRecord, ...] = ()
    words: dict[str, tuple[WordRow, ...]] = field(default_factory=dict)


_ORGANIZATION_COLUMNS = ("name", "kind", "country", "aliases", "acronyms", "distinct_from")
_PUBLICATION_COLUMNS = ("name", "base_year", "calendar", "aliases", "abbreviations")
_PERSON_COLUMNS = ("name", "family_name", "aliases", "country", "description")


def rows_of(path: Path, columns: tuple[str, ...] | None = None) -> Iterator[WordRow]:
    """The rows of a CSV file as dicts; AuthorityError where the header or a row does not fit."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)  # DictReader takes three times as long
        header = tuple(next(reader, ()))
        if columns is not None and header != columns:
            message = f"{path.name}: the header must be {','.join(columns)}"
            raise AuthorityError(message)
        seen: dict[str, str] = {}
        share = seen.setdefault  # a country, a kind or a title that comes again is one object
        for cells in filter(None, reader):  # a blank line is no row
            if len(cells) != len(header):
                message = f"{path.name}, line {reader.line_num}: not as many cells as columns"
                raise AuthorityError(message)
            yield {column: share(cell, cell) for column, cell in zip(header, cells, strict=True)}


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _publication(row: WordRow) -> PublicationRecord:
    year = int(row["base_year"]) if row["base_year"] else None
    return PublicationRecord(
        row["name"], year, row["calendar"] or None, _several(row["aliases"]), _several(row["abbreviations"])
    )


def _organization(row: WordRow) -> OrganizationRecord:
    return OrganizationRecord(
        row["name"],
        row["kind"],
        row["country"] or None,
        _several(row["aliases"]),
        _several(row["acronyms"]),
        _several(row["distinct_from"]),
    )


def _check_distinct(records: Sequence[OrganizationRecord]) -> None:
    """Raise AuthorityError where two records that are to be told apart go by one name, or one of them is not there.

    It is enough that one of them names the other. Acronyms may be shared: NG is Nezavisimaya gazeta and Novaya gazeta.
    """
    by_name = {record.name: record for record in records}
    for record in records:
        for name in record.distinct_from:
            if name not in by_name:
                message = f"organizations: {record.name!r} is told apart from {name!r}, which is no record"
                raise AuthorityError(message)
            other = by_name[name]
            shared = _wrongly_shared(record, other) or _wrongly_shared(other, record)
            if shared is not None:
                message = f"organizations: {record.name!r} is told apart from {name!r}, and both go by {shared!r}"
                raise AuthorityError(message)


def _wrongly_shared(record: OrganizationRecord, other: OrganizationRecord) -> str | None:
    """A name of the record that is the other's authorized name, or an alias of both."""
    name, aliases = name_key(other.name), set(map(name_key, other.aliases))
    aliased = (alias for alias in record.aliases if name_key(alias) in {name, *aliases})
    return next(aliased, next((acronym for acronym in record.acronyms if name_key(acronym) == name), None))


def _person(row: WordRow) -> PersonRecord:
    return PersonRecord(
        row["name"], row["family_name"], _several(row["aliases"]), row["country"] or None, row["description"] or None
    )


@lru_cache(maxsize=4)
def load_authority(folder: Path | None = None) -> Authority:
    """All authority files of `folder` (default: those shipped); AuthorityError for a file that breaks its rules."""
    folder = folder or authority_folder()
    records = {"publications", "media", "organizations", "people"}
    organizations = [
        _organization(row)
        for stem in ("media", "organizations")
        for row in rows_of(folder / f"{stem}.csv", _ORGANIZATION_COLUMNS)
    ]
    _check_distinct(organizations)
    return Authority(
        publications=tuple(map(_publication, rows_of(folder / "publications.csv", _PUBLICATION_COLUMNS))),
        organizations=tuple(organizations),
        people=tuple(map(_person, rows_of(folder / "people.csv", _PERSON_COLUMNS))),
        words={p.stem: tuple(rows_of(p)) for p in sorted(folder.glob("*.csv")) if p.stem not in records},
    )
