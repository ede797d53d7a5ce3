"""Do names that are stored already still stand for the same person? What later texts change is put right here.

Whom a surname alone means depends on who else is in the archive, so the last step of a run reckons the family names
that it touched anew, from all names that the archive holds (`archive.link.families`): the links are a function of what
is stored, whatever order it came in. Records of the texts that lose their last mention go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, select, update

from archive.core.names import name_key
from archive.db import models
from archive.db.bulk import Cell, chunks, insert_rows, last_id
from archive.db.models import person_mentions, person_names
from archive.link.families import Family, Somebody, Standing, exactly, preferred
from archive.link.people import IN_ARTICLE, PeopleIndex, is_alias
from archive.link.person_names import PersonName


@dataclass(slots=True, eq=False)
class _Use:
    """A name as some mentions bear it: under which record they stand, and on what ground.

    `person` and `found` are where they belong, and how that was found, once `_place` has told.
    """

    record: int
    name: PersonName
    basis: str
    person: Somebody = field(init=False)
    found: str = field(init=False)


def relink_people(connection: Connection, index: PeopleIndex, families: set[str] | None, left: set[int]) -> None:
    """Reckon the folded `families` anew (None: all); those of the records `left` too, which lost a mention.

    `index` holds all records of the database.
    """
    concerned = _concerned(index.records(), families, left)
    uses = _uses(connection, index, concerned, everything=families is None)
    _place(index, uses)
    keys = _keys(connection, uses)
    _move(connection, uses, keys)
    _drop(connection, concerned)
    _rename(connection, keys)
    _list_names(connection, {*concerned, *keys.values()}, uses, keys)


def _concerned(records: Mapping[int, tuple[str, ...]], families: set[str] | None, left: set[int]) -> list[int]:
    """The records that bear one of the families, or one of the records that lost a mention."""
    if families is None:
        return list(records)
    reached = _reached(families | {family for number in left for family in records.get(number, ())}, records)
    return [number for number, of in records.items() if not reached.isdisjoint(of)]


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
        _Use(record, index.parsed(name), intern(basis))
        for one in wanted
        for record, name, basis in connection.execute(one)
    ]
    uses.sort(key=lambda use: (use.name.text, use.basis, use.record))
    return uses


def _place(index: PeopleIndex, uses: Sequence[_Use]) -> None:
    """Tell where the mentions of each name belong, by all names of its family and by what their article decided.

    Family by family, so that what is reckoned of one is not kept while the next is.
    """
    families: defaultdict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        if not _is_decided(use):
            families[use.name.family].append(use)
    own: dict[str, Somebody] = {}
    for key, some in families.items():
        standings = Family(index.known(key), {use.name.text: use.name for use in some}).standings()
        own.update(_called_by_family_name(standings.values()))
        for use in some:
            standing = standings[use.name.text]
            use.person = standing.person
            use.found = use.basis if use.basis.endswith(IN_ARTICLE) else standing.basis
    for use in uses:
        if _is_decided(use):
            use.person, use.found = _decided(use.name, index, own), use.basis
    _join(uses)


def _is_decided(use: _Use) -> bool:
    """Whether the article alone tells whom the family name means."""
    return use.name.bare and use.basis.endswith(IN_ARTICLE)


def _decided(name: PersonName, index: PeopleIndex, own: dict[str, Somebody]) -> Somebody:
    """Whom such a name means: the one listed by it, else the same as others of that name alone."""
    known = exactly(name, index.known(name.family))
    return known.person if known else own.setdefault(name.key, Somebody([name]))


def _called_by_family_name(standings: Iterable[Standing]) -> Iterator[tuple[str, Somebody]]:
    """The people of whom texts give no more than a family name, by each folded spelling of it."""
    for standing in standings:
        if standing.person.record is None and all(name.bare for name in standing.person.names):
            yield from ((name.key, standing.person) for name in standing.person.names)


def _join(uses: Sequence[_Use]) -> None:
    """Make one of people of the texts who share a folded name: a hyphen may have put it in two families."""
    holders: dict[str, Somebody] = {}
    into: dict[Somebody, Somebody] = {}

    def one(person: Somebody) -> Somebody:
        while person in into:
            person = into[person]
        return person

    for use in uses:
        person = one(use.person)
        for name in () if person.record is not None else tuple(person.names):
            holder = one(holders.setdefault(name.key, person))
            if holder is not person:
                into[person] = holder
                holder.names += person.names
                person = holder
    for use in uses:
        use.person = one(use.person)


def _keys(connection: Connection, uses: Sequence[_Use]) -> dict[Somebody, int]:
    """The record of each person: of one made by texts a record that his names stand under, else a new one.

    A person whose name a record bears comes first to it.
    """
    free = last_id(connection, models.people) + 1
    stands: defaultdict[Somebody, list[int]] = defaultdict(list)
    keys: dict[Somebody, int] = {}
    for use in uses:
        if use.person.record is None:
            stands[use.person].append(use.record)
        else:
            keys[use.person] = use.person.record
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


def _move(connection: Connection, uses: Sequence[_Use], keys: Mapping[Somebody, int]) -> None:
    """Put the mentions under the records where they belong."""
    moved = [
        {"old": use.record, "text": use.name.text, "ground": use.basis, "new": keys[use.person], "basis": use.found}
        for use in uses
        if (use.record, use.basis) != (keys[use.person], use.found)
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


def _list_names(connection: Connection, records: set[int], uses: Sequence[_Use], keys: Mapping[Somebody, int]) -> None:
    """List under each record the names that mentions of it bear, instead of those listed before."""
    c = person_names.c
    for part in chunks(sorted(records)):
        connection.execute(delete(person_names).where(c.person_id.in_(part), c.origin == "ingest"))
    names = {(keys[person], preferred(person.names).text): "authorized" for person in keys if person.record is None}
    for use in uses:
        if is_alias(use.name, use.person):
            names.setdefault((keys[use.person], use.name.text), "alias")
    free = last_id(connection, person_names) + 1
    rows: list[Sequence[Cell]] = [
        (free + at, number, name, name_key(name), kind, "ingest")
        for at, ((number, name), kind) in enumerate(sorted(names.items()))
    ]
    insert_rows(connection, person_names, rows)
