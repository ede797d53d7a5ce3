"""Under which names do the authority files list a person, and by which of them alone may a text mean him?

A name that the files list is taken apart as they take it apart, whatever the rules would make of its words: "Ibn
Khattab" is a Khattab. A person whose name used alone has several words is never meant by the bare surname within it:
"Dudaev" is not Lecha Dudaev, whom nobody calls so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.core.names import NameKey, name_key
from archive.link.families import Somebody
from archive.link.person_names import NameRules, PersonName


class ListedPeople:
    """The people of the authority files, by each of their names and by the folded family names that they bear."""

    def __init__(self, rules: NameRules) -> None:
        self._rules = rules
        self._families: dict[str, list[Somebody]] = {}
        self._forms: dict[NameKey, PersonName] = {}
        self._authorized: set[NameKey] = set()

    def add(self, record: int, name: str, family_name: str, others: tuple[str, ...]) -> None:
        """Enter a record; `family_name` is the name used alone, `others` are its names beside the authorized one."""
        names = (name, *others)
        listed = [self._rules.taken_apart(text, family_name) for text in names]
        read = [self._rules.family_of(text) for text in names]
        other = [
            self._rules.taken_apart(text)
            for text, own, family in zip(names, listed, read, strict=True)
            if family != own.family
        ]
        within = self._within(family_name)
        called = {one.family for one in (*listed, *(one for one in other if one.bare))} - within
        somebody = Somebody([*listed, *other], record, frozenset(called))
        for family in dict.fromkeys(one.family for one in somebody.names):
            self._join(somebody, family)
        for at, one in enumerate(self._known_forms(listed, family_name)):
            self._list(one, somebody, authorized=at == 0)

    def known(self, family: str) -> Sequence[Somebody]:
        """Those who bear the folded family name."""
        return self._families.get(family, ())

    def form(self, name: str) -> PersonName | None:
        """The name as the files take it apart; None where they do not list it."""
        found = self._forms.get(name_key(name))
        return None if found is None else replace(found, text=" ".join(name.split()))

    def records(self) -> Iterator[tuple[int, str]]:
        """Each record with each folded family name that it bears."""
        for family, people in self._families.items():
            yield from ((person.record or 0, family) for person in people)

    def _within(self, family_name: str) -> set[str]:
        """The folded surname within a name used alone, by itself nobody's: "Dudaev" in "Lecha Dudaev"."""
        alone = self._rules.taken_apart(family_name) if " " in family_name else None
        return set() if alone is None or alone.bare else {alone.family}

    def _known_forms(self, listed: list[PersonName], family_name: str) -> list[PersonName]:
        """The listed names, and the name used alone where its words would be taken apart: "de Hoop Scheffer"."""
        return [*listed, self._rules.taken_apart(family_name, family_name)] if " " in family_name else listed

    def _list(self, form: PersonName, somebody: Somebody, *, authorized: bool) -> None:
        """Take the name apart so from now on; of several readings an authorized name's, else the first.

        Who shares the name under another family joins the family of its reading, so that it is seen to be ambiguous.
        """
        first = self._forms.get(form.key)
        if first is None or (authorized and form.key not in self._authorized):
            self._forms[form.key] = form
        elif first.family != form.family and form.key not in self._authorized:
            self._join(somebody, first.family)
        if authorized:
            self._authorized.add(form.key)

    def _join(self, somebody: Somebody, family: str) -> None:
        people = self._families.setdefault(family, [])
        if somebody not in people:
            people.append(somebody)
