"""Which newsletter does a header, or a cross reference, name?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.core.names import NameKey, name_key


@dataclass(frozen=True, slots=True)
class PublicationEntry:
    """A newsletter as stored, with every name it goes by."""

    id: int
    name: str
    names: tuple[str, ...]


@dataclass(slots=True)
class PublicationIndex:
    """The newsletters, by folded name. `next_id` is the next free key, set by whoever stores."""

    next_id: int = 1
    new: list[tuple[int, str, NameKey]] = field(default_factory=list)
    _ids: dict[NameKey, int] = field(default_factory=dict)
    _names: dict[int, tuple[NameKey, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[PublicationEntry], next_id: int) -> PublicationIndex:
        """The index of stored newsletters."""
        index = cls(next_id)
        for entry in entries:
            keys = tuple(name_key(name) for name in (entry.name, *entry.names))
            index._names[entry.id] = keys
            index._ids.update(dict.fromkeys(keys, entry.id))
        return index

    def of_header(self, name: str) -> int:
        """The newsletter that a header names; an unknown one becomes a record."""
        key = name_key(name)
        found = self._ids.get(key)
        if found is None:
            found, self.next_id = self.next_id, self.next_id + 1
            self._ids[key] = found
            self._names[found] = (key,)
            self.new.append((found, " ".join(name.split()), key))
        return found

    def of_reference(self, name: str | None, own: int) -> tuple[int | None, str]:
        """The newsletter that a cross reference of newsletter `own` names, and how that was found.

        A part of its own name is itself: a stripped link leaves "( Weekly, March 20)" of Chechnya Weekly.
        """
        key = name_key(name or "")
        if key in self._ids:
            return self._ids[key], "name"
        if any(key and f" {key} " in f" {full} " for full in self._names[own]):
            return own, "part of its own name"
        return (own, "no name") if not key else (None, "unknown publication")

    def named(self, name: str) -> int | None:
        """The newsletter that goes by the name."""
        return self._ids.get(name_key(name))

    def take_new(self) -> list[tuple[int, str, NameKey]]:
        """The newsletters added since the last call."""
        new, self.new = self.new, []
        return new
