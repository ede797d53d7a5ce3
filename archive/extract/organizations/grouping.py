"""Which mentions of an article are one organization?

Mentions are joined by a shared authority record, by an acronym's definition, and by form: "Security Council" after "UN
Security Council" is that council, "Forus" before "Forus Services" that firm. Of several bodies with one core ("Interior
Ministry" of Russia and of Ingushetia) a mention without owner is the one named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.shapes import Shape, owner_key, shape_of
from archive.read.authority import OrganizationRecord

_POSSESSOR: Final = re.compile(r"(\w[\w-]*)[’'´]s? $")
_LOOK_BACK: Final = 32
_FEDERAL: Final = "federal "
_ANY: Final = "*"
_OWNER_ENDS: Final = frozenset({"s ", "’ ", "' ", "´ ", "l "})
"""The last two characters of a possessive or of "federal", so that others need no closer look."""


@dataclass(eq=False, slots=True)
class Group:
    """The mentions of one organization. `merged_into` is set when it turned out to be another one's."""

    name: str
    kind: str | None
    owner: str
    merged_into: Group | None = None
    records: set[int] = field(default_factory=set)

    def root(self) -> Group:
        """The group that this one is now."""
        group = self
        while group.merged_into is not None:
            group = group.merged_into
        return group


Index = dict[str, dict[str, Group]]
"""Groups by form and owner; `_ANY` has the one named last, whoever owns it."""


def merge(one: Group, other: Group) -> None:
    """Make one group of two."""
    one, other = one.root(), other.root()
    if one is other:
        return
    other.merged_into = one
    if len(other.name) > len(one.name):
        one.name = other.name
    one.kind = one.kind or other.kind
    one.owner = one.owner or other.owner
    one.records |= other.records


class Grouping:
    """The groups of an article, built up mention by mention."""

    def __init__(self, text: str, lexicon: Lexicon, records: Sequence[OrganizationRecord]) -> None:
        self._text = text
        self._lexicon = lexicon
        self._records = records
        self._by_record: dict[int, Group] = {}
        self._named: Index = {}
        self._shortened: Index = {}
        self._by_head: dict[str, Group] = {}
        self._acronyms: dict[str, Group] = {}
        self._spelled_out: dict[str, Group] = {}

    def add(self, mention: Candidate) -> Group:
        """The group of `mention`, which comes after all mentions added before.

        A record may stand for the bodies of several countries ("Foreign Ministry"), so a name with a head is compared
        by its form first.
        """
        surface = self._text[mention.start : mention.end]
        shape = shape_of(self._lexicon, surface)
        owner = shape.owner or self._possessor(mention.start)
        group = self._of_form(shape, owner) if shape.head else None
        group = group or self._known(mention, owner) or self._of_form(shape, owner) or self._abbreviated(shape)
        if group is None:
            group = Group(surface, mention.kind, owner)
        known = len(group.records)
        self._take_in(group, mention, surface, owner)
        self._register(group, shape, known=known)
        return group

    def _abbreviated(self, shape: Shape) -> Group | None:
        """The group whose acronym this is, or that was named by this name's acronym."""
        group = (self._spelled_out if shape.is_acronym else self._acronyms).get(shape.letters)
        return group.root() if group else None

    def part(self, noun: str) -> Group | None:
        """The organization that a bare noun stands for ("the Fund"): the last one named that ends in it."""
        group = self._by_head.get(noun.lower())
        return group.root() if group else None

    def _possessor(self, start: int) -> str:
        """The owner that stands before a name: "Ingushetia’s", "federal"."""
        if self._text[start - 2 : start] not in _OWNER_ENDS:
            return ""
        before = self._text[max(0, start - _LOOK_BACK) : start]
        if before.endswith(_FEDERAL):
            return _FEDERAL
        found = _POSSESSOR.search(before)
        return owner_key(found[1]) if found and self._lexicon.is_origin(found[1].lower()) else ""

    def _known(self, mention: Candidate, owner: str) -> Group | None:
        """The group of the same authority record, unless it belongs to another owner."""
        for record in mention.records:
            group = self._by_record.get(record)
            if group is not None and _agree(group.root(), owner):
                return group.root()
        return None

    def _of_form(self, shape: Shape, owner: str) -> Group | None:
        """The group of the same core, or whose name can be shortened to this one, or that this one spells out."""
        found = _last(self._named, shape.core, owner) or _last(self._shortened, shape.core, owner)
        if found is None:
            for form in shape.shorter:
                found = found or _last(self._named, form, owner)
        return found

    def _take_in(self, group: Group, mention: Candidate, surface: str, owner: str) -> None:
        if len(surface) > len(group.name):
            group.name = surface
        group.kind = group.kind or mention.kind
        group.owner = group.owner or owner
        if len(mention.records) == 1:
            record = mention.records[0]
            self._by_record.setdefault(record, group)
            group.records.add(record)

    def _register(self, group: Group, shape: Shape, *, known: int) -> None:
        """Let later mentions find the group; `known` records of it have been seen to before."""
        _note(self._named, shape.core, group)
        for form in shape.shorter:
            _note(self._shortened, form, group)
        if shape.head:
            self._by_head[shape.head] = group
        if shape.letters:
            (self._acronyms if shape.is_acronym else self._spelled_out)[shape.letters] = group
        for record in group.records if len(group.records) > known else ():
            for name in (self._records[record].name, *self._records[record].aliases):
                self._by_head[name.rsplit(" ", 1)[-1].lower()] = group


def _note(index: Index, key: str, group: Group) -> None:
    """Make the group the last one named under its key, and the last of its owner's."""
    named = index.setdefault(key, {})
    named[group.owner] = named[_ANY] = group


def _agree(group: Group, owner: str) -> bool:
    return not owner or not group.owner or group.owner == owner


def _last(index: Index, key: str, owner: str) -> Group | None:
    """The group named last under `key` that may have the owner."""
    named = index.get(key, {})
    for one in (owner, "") if owner else (_ANY,):
        group = named.get(one)
        if group is not None and _agree(group.root(), owner):
            return group.root()
    return None


def links(text: str, mentions: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbours (by number) of which one stands alone in brackets behind the other and explains it.

    "FSB (Federal Security Service)", "Kavkazsky Uzel (Caucasian Knot)"; not two known organizations, of which the one
    in brackets may own the other.
    """
    for number in range(1, len(mentions)):
        one, other = mentions[number - 1], mentions[number]
        bracketed = text[one.end : other.start] in {" (", " ["} and text[other.end : other.end + 1] in {")", "]"}
        if bracketed and not (one.records and other.records and set(one.records).isdisjoint(other.records)):
            yield number - 1, number
