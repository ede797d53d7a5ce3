"""Is a folded name ever given to two records? Whatever the names are, and whatever the articles they come in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.core.names import name_key
from archive.link.organizations import OrganizationEntry, OrganizationIndex
from archive.link.people import PeopleIndex, PersonEntry
from archive.link.person_names import NameRules
from archive.read.authority import load_authority
from tests.link.names import organization_names, person_names, some_organizations, some_people


@given(st.lists(st.lists(person_names(), min_size=1, max_size=5), min_size=1, max_size=6))
def test_no_two_people_have_one_folded_name(articles: list[list[str]]) -> None:
    records = enumerate(some_people(), 1)
    entries = [PersonEntry(at, one.name, one.family_name, seeded=True, names=one.aliases) for at, one in records]
    index = PeopleIndex(NameRules.from_authority(load_authority()), entries, 10_000)
    keys = {name_key(one.name): at for at, one in enumerate(some_people(), 1)}
    for names in articles:
        links = index.link(names)
        for number, name in index.take_new().records:
            assert keys.setdefault(name.key, number) == number
        assert all(link.record in keys.values() for link in links.values())


@given(st.lists(st.tuples(organization_names(), st.booleans()), min_size=1, max_size=20), st.booleans())
def test_no_two_organizations_have_one_folded_name(names: list[tuple[str, bool]], again: bool) -> None:  # noqa: FBT001
    """`again`: the records are stored and read between two names."""
    entries = [
        OrganizationEntry(
            at, one.name, one.kind, seeded=True, names=((one.name, "authorized"), *_further(one.aliases, one.acronyms))
        )
        for at, one in enumerate(some_organizations(), 1)
    ]
    keys = {name_key(one.name): at for at, one in enumerate(some_organizations(), 1)}
    index = OrganizationIndex(entries, 10_000)
    for name, cited in names:
        found = index.link_source(name) if cited else index.link(name)
        for number, text, key, kind in index.take_new().records:
            assert keys.setdefault(key, number) == number
            entries.append(OrganizationEntry(number, text, kind, seeded=False, names=((text, "authorized"),)))
        assert found.record in keys.values()
        if again:
            index = OrganizationIndex(entries, index.next_id)


def _further(aliases: tuple[str, ...], acronyms: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name, "alias") for name in aliases] + [(name, "acronym") for name in acronyms]
