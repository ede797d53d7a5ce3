"""Do names that are stored already still stand for the same person? What later texts change is put right here.

Whom a surname alone means depends on who else is in the archive, so the last step of a run reckons the family names
that it touched anew, from all names that the archive holds (`archive.link.families`): the links are a function of what
is stored, whatever order it came in. Records of the texts that lose their last mention go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, select, update

from archive.core.names import name_key
from archive.db import models
from archive.db.bulk import Cell, chunks, insert_rows, last_id
from archive.db.models import person_mentions, person_names
from archive.link.families import Family, Somebody, Standing, exactly, preferred
from archive.link.people import IN_ARTICLE, PeopleIndex, is_alias
from archive.link.person_names import PersonName


@dataclass(frozen=True, slots=True)
class _Use:
    """A name as some mentions bear it: under which record they stand, and on what ground."""

    record: int
    name: PersonName
    basis: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the mentions of a name belong."""

    person: Somebody
    basis: str


def relink_people(connection: Connection, index: PeopleIndex, families: set[str] | None, left: set[int]) -> None:
    """Reckon the folded `families` anew (None: all); those of the records `left` too, which lost a mention.

    `index` holds all records of the database.
    """
    records = index.records()
    if families is not None:
        families = _reached(families | {family for number in left for family in records.get(number, ())}, records)
    concerned = [number for number, of in records.items() if families is None or not families.isdisjoint(of)]
    uses = _uses(connection, index, concerned, everything=families is None)
    places = _places(index, uses)
    keys = _keys(connection, uses, places)
    _move(connection, places, keys)
    _drop(connection, concerned)
    _rename(connection, keys)
    _list_names(connection, {*concerned, *keys.values()}, places, keys)


def _reached(families: set[str], records: Mapping[int, tuple[str, ...]]) -> set[str]:
    """The families, and those that share a record with one of them: what a name means is reckoned by whole families."""
    wide = [of for of in records.values() if len(of) > 1]
    while more := {family for of in wide if not families.isdisjoint(of) for family in of} - families:
        families = families | more
    return families


def _uses(connection: Connection, index: PeopleIndex, records: Sequence[int], *, everything: bool) -> list[_Use]:
    """Each name that mentions of the records bear."""
    c = person_mentions.c
    query = select(c.person_id, c.name, c.link_basis).distinct()
    wanted = [query] if everything else [query.where(c.person_id.in_(part)) for part in chunks(records)]
    uses = [
        _Use(record, index.parsed(name), basis) for one in wanted for record, name, basis in connection.execute(one)
    ]
    uses.sort(key=lambda use: (use.name.text, use.basis, use.record))
    return uses


def _places(index: PeopleIndex, uses: Sequence[_Use]) -> dict[_Use, _Place]:
    """Where the mentions of each name belong, by all names of its family and by what their article decided.

    Family by family, so that what is reckoned of one is not kept while the next is.
    """
    families: defaultdict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        if not _is_decided(use):
            families[use.name.family].append(use)
    found: dict[_Use, _Place] = {}
    own: dict[str, Somebody] = {}
    for key, some in families.items():
        standings = Family(index.known(key), {use.name.text: use.name for use in some}).standings()
        own.update(_called_by_family_name(standings.values()))
        for use in some:
            standing = standings[use.name.text]
            found[use] = _Place(standing.person, use.basis if use.basis.endswith(IN_ARTICLE) else standing.basis)
    return _joined({use: found.get(use) or _decided(use, index, own) for use in uses})


def _is_decided(use: _Use) -> bool:
    """Whether the article alone tells whom the family name means."""
    return use.name.bare and use.basis.endswith(IN_ARTICLE)


def _decided(use: _Use, index: PeopleIndex, own: dict[str, Somebody]) -> _Place:
    """The place of such a name: with the one listed by it, else with others of that name alone."""
    known = exactly(use.name, index.known(use.name.family))
    return _Place(known.person if known else own.setdefault(use.name.key, Somebody([use.name])), use.basis)


def _called_by_family_name(standings: Iterable[Standing]) -> Iterator[tuple[str, Somebody]]:
    """The people of whom texts give no more than a family name, by each folded spelling of it."""
    for standing in standings:
        if standing.person.record is None and all(name.bare for name in standing.person.names):
            yield from ((name.key, standing.person) for name in standing.person.names)


def _joined(places: Mapping[_Use, _Place]) -> dict[_Use, _Place]:
    """The places, people of the texts who share a folded name made one: a hyphen may have put it in two families."""
    holders: dict[str, Somebody] = {}
    into: dict[Somebody, Somebody] = {}

    def one(person: Somebody) -> Somebody:
        while person in into:
            person = into[person]
        return person

    for place in places.values():
        person = one(place.person)
        for name in () if person.record is not None else tuple(person.names):
            holder = one(holders.setdefault(name.key, person))
            if holder is not person:
                into[person] = holder
                holder.names += person.names
                person = holder
    return {use: _Place(one(place.person), place.basis) for use, place in places.items()}


def _keys(connection: Connection, uses: Sequence[_Use], places: Mapping[_Use, _Place]) -> dict[Somebody, int]:
    """The record of each person: of one made by texts a record that his names stand under, else a new one.

    A person whose name a record bears comes first to it.
    """
    free = last_id(connection, models.people) + 1
    stands: defaultdict[Somebody, list[int]] = defaultdict(list)
    keys: dict[Somebody, int] = {}
    for use in uses:
        person = places[use].person
        if person.record is None:
            stands[person].append(use.record)
        else:
            keys[person] = person.record
    listed = _listed(connection, {number for numbers in stands.values() for number in numbers})
    taken: set[int] = set(keys.values())
    for by_name in (True, False):
        for person, numbers in stands.items():
            names = {name.key for name in person.names}
            fit = [
                n
                for n in sorted(set(numbers))
                if n in listed and n not in taken and (not by_name or listed[n] in names)
            ]
            if person not in keys and fit:
                keys[person] = fit[0]
                taken.add(fit[0])
    new = [person for person in stands if person not in keys]
    keys.update(zip(new, range(free, free + len(new)), strict=True))
    _insert(connection, [keys[person] for person in new])
    return keys


def _listed(connection: Connection, numbers: set[int]) -> dict[int, str]:
    """The folded names of those records that texts made."""
    c = models.people.c
    rows = (
        row
        for part in chunks(sorted(numbers))
        for row in connection.execute(select(c.id, c.name_key).where(c.id.in_(part), c.origin == "ingest"))
    )
    return {row[0]: row[1] for row in rows}


def _insert(connection: Connection, numbers: Iterable[int]) -> None:
    """New records, to be named by `_rename`: their names may still be other records'."""
    rows: list[Sequence[Cell]] = [(n, f"#{n}", f"#{n}", f"#{n}", f"#{n}", None, None, "ingest") for n in numbers]
    insert_rows(connection, models.people, rows)


def _move(connection: Connection, places: Mapping[_Use, _Place], keys: Mapping[Somebody, int]) -> None:
    """Put the mentions under the records where they belong."""
    moved = [
        {"old": use.record, "text": use.name.text, "ground": use.basis, "new": keys[place.person], "basis": place.basis}
        for use, place in places.items()
        if (use.record, use.basis) != (keys[place.person], place.basis)
    ]
    if moved:
        c = person_mentions.c
        old = (c.person_id == bindparam("old"), c.name == bindparam("text"), c.link_basis == bindparam("ground"))
        new: dict[str, Any] = {"person_id": bindparam("new"), "link_basis": bindparam("basis")}
        connection.execute(update(person_mentions).where(*old).values(new), moved)


def _drop(connection: Connection, concerned: Sequence[int]) -> None:
    """Delete those of the records that texts made and no mention stands under any more."""
    c = models.people.c
    mentioned = exists().where(person_mentions.c.person_id == c.id)
    for part in chunks(concerned):
        connection.execute(delete(models.people).where(c.id.in_(part), c.origin == "ingest", ~mentioned))


def _rename(connection: Connection, keys: Mapping[Somebody, int]) -> None:
    """Name the records of the texts by their preferred names; in two steps, since names may change places."""
    chosen = {number: preferred(person.names) for person, number in keys.items() if person.record is None}
    listed = _listed_names(connection, chosen)
    renamed = [
        {"record": n, "name": name.text, "name_key": name.key, "family_name": name.family_text}
        | {"family_key": name.family_key}
        for n, name in chosen.items()
        if listed[n] != (name.text, name.family_text)
    ]
    if renamed:
        table = models.people
        one = table.c.id == bindparam("record")
        apart = [{"record": row["record"], "apart": f"#{row['record']}"} for row in renamed]
        connection.execute(update(table).where(one).values(name_key=bindparam("apart")), apart)
        columns: dict[str, Any] = {column: bindparam(column) for column in renamed[0] if column != "record"}
        connection.execute(update(table).where(one).values(columns), renamed)


def _listed_names(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    c = models.people.c
    query = select(c.id, c.name, c.family_name)
    rows = (row for part in chunks(numbers) for row in connection.execute(query.where(c.id.in_(part))))
    return {row.id: (row.name, row.family_name) for row in rows}


def _list_names(
    connection: Connection, records: set[int], places: Mapping[_Use, _Place], keys: Mapping[Somebody, int]
) -> None:
    """List under each record the names that mentions of it bear, instead of those listed before."""
    c = person_names.c
    for part in chunks(sorted(records)):
        connection.execute(delete(person_names).where(c.person_id.in_(part), c.origin == "ingest"))
    names = {(keys[person], preferred(person.names).text): "authorized" for person in keys if person.record is None}
    for use, place in places.items():
        if is_alias(use.name, place.person):
            names.setdefault((keys[place.person], use.name.text), "alias")
    free = last_id(connection, person_names) + 1
    rows: list[Sequence[Cell]] = [
        (free + at, number, name, name_key(name), kind, "ingest")
        for at, ((number, name), kind) in enumerate(sorted(names.items()))
    ]
    insert_rows(connection, person_names, rows)
