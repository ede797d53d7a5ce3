"""Which authority record does an organization's name, or a citation's source, mean?

By its folded name among all names of the authority files; else it stands under a record of its own name. A medium that
is cited and one that prose names are the same record. What the answer is depends on the name alone, never on what the
archive holds, so nothing needs to be put right later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from archive.core.names import NameKey, name_key

BASIS_NAME: Final = "name"
BASIS_ALIAS: Final = "alias"
BASIS_GENERIC: Final = "name less a generic word"
BASIS_OWN: Final = "own record"

KEPT: Final = 8_192
"""Answers that are kept for when a name comes again, so that memory does not grow with the texts."""

_WEB: Final = re.compile(r"^(?:https? )?(?:www\.?)?(?=\w+\.\w)")
_GENERIC: Final = re.compile(r" (?:news agency|press agency|agency|newspaper|television|tv|radio|web ?site)$")
"""What a text puts after a medium's name: "NTV television". Not "weekly": Kommersant-weekly is another paper."""


@dataclass(frozen=True, slots=True)
class OrganizationEntry:
    """An authority record as stored; `names` are (name, kind) of all its names, the authorized one first."""

    id: int
    name: str
    kind: str | None
    seeded: bool
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationLink:
    """The record of a name, and how it was found."""

    record: int
    basis: str


@dataclass(slots=True)
class NewOrganizations:
    """What linking added to the index, to be stored."""

    records: list[tuple[int, str, NameKey, str | None]] = field(default_factory=list)
    names: list[tuple[int, str, str]] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Record:
    id: int
    name: str
    kind: str | None
    seeded: bool
    texts: set[str]


class OrganizationIndex:
    """The records of organizations, by folded name. `next_id` is the next free key, set by whoever stores."""

    def __init__(self, entries: Iterable[OrganizationEntry] = (), next_id: int = 1) -> None:
        self.next_id = next_id
        self.new = NewOrganizations()
        self._seeded: dict[NameKey, list[tuple[_Record, str]]] = {}
        self._own: dict[NameKey, _Record] = {}
        self._by_id: dict[int, _Record] = {}
        self._links: dict[tuple[str, bool], tuple[_Record, str]] = {}
        for entry in entries:
            self._enter(entry)

    def link(self, name: str, kind: str | None = None) -> OrganizationLink:
        """The record of an organization named in prose; `kind` is what its words tell."""
        return self._link(name, cited=False, kind=kind)

    def link_source(self, source: str) -> OrganizationLink:
        """The record of a citation's source; one that nobody knows becomes a record of kind media."""
        return self._link(source, cited=True, kind="media")

    def alias(self, record: int, surface: str) -> None:
        """List an acronym that a text gives an organization ("the Congress of Russian Communities (KRO)")."""
        self._list(self._by_id[record], surface, "acronym")

    def take_new(self) -> NewOrganizations:
        """What was added since the last call."""
        new, self.new = self.new, NewOrganizations()
        return new

    def _enter(self, entry: OrganizationEntry) -> None:
        texts = {name for name, _ in entry.names}
        record = self._by_id[entry.id] = _Record(entry.id, entry.name, entry.kind, entry.seeded, texts)
        if not entry.seeded:
            self._own[_key(entry.name)] = record
            return
        for name, kind in entry.names:
            listed = self._seeded.setdefault(_key(name), [])
            if all(other is not record for other, _ in listed):
                listed.append((record, kind))

    def _link(self, name: str, *, cited: bool, kind: str | None) -> OrganizationLink:
        found = self._links.get((name, cited))
        if found is None:
            if len(self._links) >= KEPT:
                self._links.clear()
            found = self._links[name, cited] = self._find(name, cited=cited, kind=kind)
        record, basis = found
        if kind is not None and not record.seeded and record.kind != kind and (cited or record.kind is None):
            record.kind = self.new.kinds[record.id] = kind
        return OrganizationLink(record.id, basis)

    def _find(self, name: str, *, cited: bool, kind: str | None) -> tuple[_Record, str]:
        text = " ".join(name.split())
        key = _key(text)
        record, basis = self._listed(key, cited=cited)
        if record is None:
            record = self._own.get(key) or self._create(text, key, kind)
        self._list(record, text, "alias")
        return record, basis

    def _listed(self, key: NameKey, *, cited: bool) -> tuple[_Record | None, str]:
        """The one listed record that the key means; None, with the reason, where none or several do."""
        plain = NameKey(_WEB.sub("", key))
        tries = ((key, None), (plain, BASIS_ALIAS), (NameKey(_GENERIC.sub("", plain)), BASIS_GENERIC))
        for attempt, basis in tries:
            found = self._seeded.get(attempt, [])
            if basis is BASIS_GENERIC:
                found = [(record, how) for record, how in found if record.kind == "media"]
            if found:
                return _one(found, basis, cited=cited)
        return None, BASIS_OWN

    def _create(self, text: str, key: NameKey, kind: str | None) -> _Record:
        record = _Record(self.next_id, text, kind, seeded=False, texts={text})
        self.next_id += 1
        self._own[key] = self._by_id[record.id] = record
        self.new.records.append((record.id, text, key, kind))
        return record

    def _list(self, record: _Record, text: str, kind: str) -> None:
        if text not in record.texts:
            record.texts.add(text)
            self.new.names.append((record.id, text, kind))


def _key(text: str) -> NameKey:
    """The folded name; of a text without letters or digits, the text itself."""
    return name_key(text) or NameKey(text.casefold())


def _one(found: list[tuple[_Record, str]], basis: str | None, *, cited: bool) -> tuple[_Record | None, str]:
    """The record among those that go by a name: whose authorized name it is; of a source, the only medium."""
    authorized = [record for record, kind in found if kind == "authorized"]
    media = [record for record, _ in found if cited and record.kind == "media"]
    for chosen in (authorized, [record for record, _ in found], media):
        if len(chosen) == 1:
            kind = next(kind for record, kind in found if record is chosen[0])
            return chosen[0], basis or (BASIS_NAME if kind == "authorized" else kind)
    labels = sorted(record.name for record, _ in found)
    return None, f"{len(labels)} candidates: {', '.join(labels)}"
