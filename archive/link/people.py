"""Which authority record does a person's name mean? Inside the article first, then among all the archive knows.

The index holds the records in memory for one run: those of the authority files and those that earlier texts made. It
answers at once from what it holds; what a later text changes for names already stored, `archive.db.relink` puts right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from archive.core.names import NameKey
from archive.link.families import Family, Somebody, Standing, exactly, preferred
from archive.link.listed_people import ListedPeople
from archive.link.person_names import NameRules, PersonName

IN_ARTICLE: Final = " in the article"
"""Ends each basis that the article alone decides, so that nothing in the archive changes it."""

KEPT: Final = 8_192
"""Answers that are kept for when a name comes again, so that memory does not grow with the texts."""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """An authority record as stored: `names` are all its names but the authorized one."""

    id: int
    name: str
    family_name: str
    seeded: bool
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonLink:
    """The record of a name: `name` is the fullest form in the article, once the article has been read as a whole."""

    name: str
    record: int
    basis: str


@dataclass(slots=True)
class NewPeople:
    """What linking added to the index, to be stored: records, and (record, name) pairs."""

    records: list[tuple[int, PersonName]] = field(default_factory=list)
    names: list[tuple[int, str]] = field(default_factory=list)


class PeopleIndex:
    """The records of people, by folded family name. `next_id` is the next free key, set by whoever stores."""

    def __init__(self, rules: NameRules, entries: Iterable[PersonEntry] = (), next_id: int = 1) -> None:
        self.rules = rules
        self.next_id = next_id
        self.new = NewPeople()
        self.touched: set[str] = set()
        self.families: dict[str, Family] = {}
        self._seeded = ListedPeople(rules)
        self._records: dict[NameKey, int] = {}
        self._listed: set[str] = set()
        self._links: dict[str, PersonLink] = {}
        self._parsed: dict[str, PersonName] = {}
        for entry in sorted(entries, key=lambda entry: not entry.seeded):  # what is listed tells how names are read
            self._enter(entry)

    def link(self, names: Iterable[str]) -> dict[str, PersonLink]:
        """The record of each name of one article; names of nobody known become records."""
        spoken = {name: self.parsed(name) for name in dict.fromkeys(names)}
        fuller = within(list(spoken.values()))
        return {name: self._link(parsed, fuller.get(parsed.text)) for name, parsed in spoken.items()}

    def take_new(self) -> NewPeople:
        """What was added since the last call."""
        new, self.new = self.new, NewPeople()
        return new

    def parsed(self, name: str) -> PersonName:
        """The name taken apart; kept, since nearly every name stays in its family too."""
        found = self._parsed.get(name)
        if found is None:
            found = self._parsed[name] = self._seeded.form(name) or self.rules.taken_apart(name)
        return found

    def known(self, family: str) -> Sequence[Somebody]:
        """The people of the authority files who bear the folded family name."""
        return self._seeded.known(family)

    def records(self) -> dict[int, tuple[str, ...]]:
        """The folded family names of each record; few have more than one."""
        found: dict[int, tuple[str, ...]] = {}
        for number, key in self._families_of_records():
            of = found.get(number, ())
            if key not in of:
                found[number] = (*of, key)
        return found

    def _families_of_records(self) -> Iterator[tuple[int, str]]:
        yield from self._seeded.records()
        for key, family in self.families.items():
            for name in family.names.values():
                if name.key in self._records:
                    yield self._records[name.key], key

    def expect(self, names: Iterable[PersonName]) -> None:
        """Take names into account that the archive holds, whomever they stand for."""
        for name in names:
            self._family(name.family).names[name.text] = name

    def _enter(self, entry: PersonEntry) -> None:
        if entry.seeded:
            self._seeded.add(entry.id, entry.name, entry.family_name, entry.names)
            return
        names = [self.parsed(text) for text in (entry.name, *entry.names)]
        self.expect(names)
        for name in names:
            self._records[name.key] = entry.id
            self._listed.add(name.text)

    def _family(self, key: str) -> Family:
        found = self.families.get(key)
        if found is None:
            found = self.families[key] = Family(self._seeded.known(key))
        return found

    def _link(self, name: PersonName, inside: PersonName | str | None) -> PersonLink:
        if isinstance(inside, str):
            known = exactly(name, self.known(name.family))
            record = self._record_of([name]) if known is None else known.person.record
            return PersonLink(name.text, record or 0, inside)
        if inside is not None:
            return PersonLink(inside.text, self._link(inside, None).record, f"{inside.text}{IN_ARTICLE}")
        found = self._links.get(name.text)
        if found is None:
            standing = self._stand(name)
            found = PersonLink(name.text, self._record(name, standing), standing.basis)
            if len(self._links) >= KEPT:
                self._links.clear()
            self._links[name.text] = found
        return found

    def _stand(self, name: PersonName) -> Standing:
        """Whom the name stands for, now that it is one of the archive's."""
        family = self._family(name.family)
        if name.text not in family.names:
            family.names[name.text] = name
            if not name.bare:
                self.touched.add(name.family)
                for other in family.names:
                    self._links.pop(other, None)
        return family.standings()[name.text]

    def _record(self, name: PersonName, standing: Standing) -> int:
        known = standing.person.record
        record = self._record_of(standing.person.names) if known is None else known
        if name.text not in self._listed and is_alias(name, standing.person):
            self._listed.add(name.text)
            self.new.names.append((record, name.text))
        if known is None:
            self._records.setdefault(name.key, record)
        return record

    def _record_of(self, names: Sequence[PersonName]) -> int:
        """The record that one of the names has already, or a new one."""
        found = min((self._records[name.key] for name in names if name.key in self._records), default=None)
        if found is None:
            found, self.next_id = self.next_id, self.next_id + 1
            chosen = preferred(names)
            self._records[chosen.key] = found
            self._listed.add(chosen.text)
            self.new.records.append((found, chosen))
        return found


def is_alias(name: PersonName, person: Somebody) -> bool:
    """Whether a name met in a text is worth listing: the authority files do not, and it is no mere family name."""
    if person.record is not None and any(name.text == listed.text for listed in person.names):
        return False
    return not (name.bare and any(own.given and own.family_key == name.family_key for own in person.names))


def within(names: Sequence[PersonName]) -> dict[str, PersonName | str]:
    """What one article decides about its bare family names: the full name that one means, or that it means no other's.

    Extraction ties a surname to its full name and keeps apart what the text keeps apart; so a surname spelled as
    somebody's in the article is not his, and one in another spelling is.
    """
    full = [name for name in names if not name.bare]
    decided: dict[str, PersonName | str] = {}
    for name in (name for name in names if name.bare):
        bearers = [other for other in full if other.family == name.family]
        if len(bearers) == 1 and bearers[0].family_key != name.family_key:
            decided[name.text] = bearers[0]
        elif bearers:
            labels = ", ".join(sorted(bearer.text for bearer in bearers))
            decided[name.text] = f"apart from {labels}{IN_ARTICLE}"
    return decided
