"""Which names of one family name are one person? A function of the names alone, whatever the order they came in.

A known person (an authority record) takes the names that agree with him and with no other. The other full names form
people of their own: equal spellings are one, a name that says less (fewer middle names, an initial) goes to the only
person that it agrees with. A bare family name goes to the only person of that name. Where two would do, a name stands
for itself and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from archive.link.person_names import PersonName

BASIS_NAME = "name"
BASIS_ALIAS = "alias"
BASIS_SPELLING = "spelling"
BASIS_INITIALS = "initials"
BASIS_SURNAME = "surname"
_LARGE: Final = 8  # names from which a family's people are kept as reckoned: most families have one or two


@dataclass(slots=True, eq=False)
class Somebody:
    """One person: a known one with his record's id, or one that names of the archive make up.

    `called` are the folded names by which alone a known person may be meant.
    """

    names: list[PersonName]
    record: int | None = None
    called: frozenset[str] | None = None

    def takes(self, name: PersonName) -> bool:
        """Whether the name agrees with one of the person's names and contradicts none."""
        agreeing = any(own.given and own.agrees(name) for own in self.names)
        return agreeing and not any(own.contradicts(name) for own in self.names)

    def goes_by(self, family: str) -> bool:
        """Whether a folded family name alone may mean the person."""
        return self.called is None or family in self.called

    def label(self) -> str:
        """The name to call him by where several are meant: the record's, or the preferred one."""
        return self.names[0].text if self.record is not None else preferred(self.names).text


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom a name stands for, and how that was found."""

    person: Somebody
    basis: str


@dataclass(slots=True)
class Family:
    """The people of one folded family name: those known beforehand, and the names that the archive holds."""

    known: Sequence[Somebody] = ()
    names: dict[str, PersonName] = field(default_factory=dict)
    _reckoned: Mapping[str, Standing] | None = field(default=None, repr=False)

    def standings(self) -> Mapping[str, Standing]:
        """For the text of each name of the archive, whom it stands for; of a large family reckoned once."""
        if len(self.names) < _LARGE:
            return self._reckon()
        if self._reckoned is None or len(self._reckoned) != len(self.names):
            self._reckoned = self._reckon()
        return self._reckoned

    def _reckon(self) -> dict[str, Standing]:
        ordered = sorted(self.names.values(), key=lambda name: (-len(name.given), name.text))
        found: dict[str, Standing] = {}
        people = list(self.known)
        for names in _ranks(ordered):
            _settle(names, people, found)
        return found


def preferred(names: Iterable[PersonName]) -> PersonName:
    """The name that a person is listed under: no initials, the longest, the first by letter."""
    return min(names, key=lambda name: (name.abbreviated, name.text.isupper(), -len(name.given), name.text))


def candidates(people: Iterable[Somebody], where: str = "") -> str:
    """The basis of a name that several people share: "2 candidates: Igor Ivanov, Sergei Ivanov"."""
    labels = sorted(person.label() for person in people)
    return f"{len(labels)} candidates{where}: {', '.join(labels)}"


def exactly(name: PersonName, people: Sequence[Somebody]) -> Standing | None:
    """The one known person who is listed by this very name; his authorized name wins over another's alias."""
    by_name = [person for person in people if person.record is not None and person.names[0].key == name.key]
    if len(by_name) == 1:
        return Standing(by_name[0], BASIS_NAME)
    by_alias = [
        person for person in people if person.record is not None and any(own.key == name.key for own in person.names)
    ]
    return Standing(by_alias[0], BASIS_ALIAS) if len(by_alias) == 1 else None


def _ranks(names: Sequence[PersonName]) -> list[list[PersonName]]:
    """Full names, then abbreviated ones, then bare ones: each rank may lean on those before it."""
    return [
        [name for name in names if name.given and not name.abbreviated],
        [name for name in names if name.abbreviated],
        [name for name in names if name.bare],
    ]


def _settle(names: Sequence[PersonName], people: list[Somebody], found: dict[str, Standing]) -> None:
    """Find whom the names of one rank stand for; those that stand for nobody known become people.

    The most detailed names come first, so that a shorter one meets every longer one that it may be short for.
    """
    made: list[Somebody] = []
    for detail in sorted({name.detail for name in names}, reverse=True):
        fresh: list[Somebody] = []
        for name in (name for name in names if name.detail == detail):
            found[name.text] = _standing(name, [*people, *made], fresh)
        made += fresh
    people += made


def _standing(name: PersonName, people: Sequence[Somebody], fresh: list[Somebody]) -> Standing:
    exact = exactly(name, people)
    if exact is not None:
        return exact
    fitting = _same_family(name, people) if name.bare else _fitting(name, people)
    if len(fitting) == 1:
        person = fitting[0]
        if person.record is None:
            person.names.append(name)
        return Standing(person, _basis(name, person))
    same = next((person for person in fresh if person.names[0].equals(name)), None)
    if same is not None:
        same.names.append(name)
        return Standing(same, candidates(fitting) if fitting else BASIS_SPELLING)
    fresh.append(Somebody([name]))
    return Standing(fresh[-1], candidates(fitting) if fitting else BASIS_NAME)


def _fitting(name: PersonName, people: Sequence[Somebody]) -> list[Somebody]:
    equal = [person for person in people if any(own.equals(name) for own in person.names)]
    return equal if len(equal) == 1 else [person for person in people if person.takes(name)]


def _same_family(name: PersonName, people: Sequence[Somebody]) -> list[Somebody]:
    """Whoever bears the family name with a given name: spelled as here, else in another spelling."""
    bearers = [
        (person, own)
        for person in people
        if person.goes_by(name.family)
        for own in person.names
        if (own.given or person.record is not None) and own.family == name.family and own.suffix == name.suffix
    ]
    as_here = [person for person, own in bearers if own.family_key == name.family_key]
    return list(dict.fromkeys(as_here or [person for person, _ in bearers]))


def _basis(name: PersonName, person: Somebody) -> str:
    if name.bare:
        return BASIS_SURNAME
    if any(own.equals(name) for own in person.names if own is not name):
        return BASIS_SPELLING
    return BASIS_INITIALS
