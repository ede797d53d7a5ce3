"""Which record does an organization's name, or a source, mean?"""

from __future__ import annotations

import pytest

from archive.link.organizations import OrganizationEntry, OrganizationIndex
from archive.link.publications import PublicationEntry, PublicationIndex


def entry(number: int, name: str, kind: str, *names: tuple[str, str]) -> OrganizationEntry:
    return OrganizationEntry(number, name, kind, seeded=True, names=((name, "authorized"), *names))


SEEDED = [
    entry(1, "Interfax", "media"),
    entry(2, "Guardian", "media"),
    entry(3, "AP", "media", ("Associated Press", "alias"), ("AP", "acronym")),
    entry(4, "NTV", "media"),
    entry(5, "Polit.ru", "media"),
    entry(6, "Central Election Commission", "government", ("CEC", "acronym")),
    entry(7, "Council of Elders of Chechnya", "other", ("CEC", "acronym")),
    entry(8, "Azadlyg", "media", ("Freedom", "alias")),
    entry(9, "Freedom Party", "party", ("Freedom", "alias")),
    entry(10, "Interfax-Ukraine", "media"),
]


@pytest.fixture
def index() -> OrganizationIndex:
    return OrganizationIndex(SEEDED, 20)


FOUND = {
    "its name": ("Interfax", 1, "name"),
    "with the article": ("The Guardian", 2, "name"),
    "by an alias": ("Associated Press", 3, "alias"),
    "name and acronym are one record": ("AP", 3, "name"),
    "a generic word behind": ("NTV television", 4, "name less a generic word"),
    "a web address": ("www.polit.ru", 5, "alias"),
    "a branch is another medium": ("Interfax-Ukraine", 10, "name"),
    "broken lines": ("Associated\n Press", 3, "alias"),
    "an acronym of two": ("CEC", 20, "2 candidates: Central Election Commission, Council of Elders of Chechnya"),
    "unknown": ("Russian agencies", 20, "own record"),
}


@pytest.mark.parametrize(("name", "record", "basis"), FOUND.values(), ids=FOUND)
def test_a_name_is_found(index: OrganizationIndex, name: str, record: int, basis: str) -> None:
    for find in (index.link, index.link_source):
        found = find(name)
        assert (found.record, found.basis) == (record, basis)


def test_of_two_that_share_a_name_a_source_is_the_medium(index: OrganizationIndex) -> None:
    assert index.link_source("Freedom").record == 8
    assert index.link("Freedom").basis == "2 candidates: Azadlyg, Freedom Party"


def test_an_unknown_source_and_its_name_in_prose_are_one_medium(index: OrganizationIndex) -> None:
    named = index.link("Delovaya Rossiia")
    assert index.link_source("Delovaya Rossiia") == named
    new = index.take_new()
    assert [(number, name, kind) for number, name, _, kind in new.records] == [(20, "Delovaya Rossiia", None)]
    assert new.kinds == {20: "media"}


def test_new_spellings_are_listed_once(index: OrganizationIndex) -> None:
    for name in ("INTERFAX", "INTERFAX", "Interfax"):
        index.link(name)
    index.alias(6, "TsIK")
    index.alias(6, "TsIK")
    assert index.take_new().names == [(1, "INTERFAX", "alias"), (6, "TsIK", "acronym")]


def test_records_of_texts_are_found_again() -> None:
    stored = OrganizationEntry(15, "Turan", "media", seeded=False, names=(("Turan", "authorized"),))
    index = OrganizationIndex([*SEEDED, stored], 20)
    assert index.link("TURAN").record == 15


@pytest.fixture
def newsletters() -> PublicationIndex:
    weekly = PublicationEntry(2, "North Caucasus Weekly", ("Chechnya Weekly",))
    return PublicationIndex.of([PublicationEntry(1, "Monitor", ("The Monitor",)), weekly], 3)


REFERENCES = {
    "by name": ("Monitor", 2, 1, "name"),
    "with the article": ("the Monitor", 2, 1, "name"),
    "by another name": ("Chechnya Weekly", 1, 2, "name"),
    "what a stripped link leaves": ("Weekly", 2, 2, "part of its own name"),
    "no name": (None, 1, 1, "no name"),
    "unknown": ("Economist", 1, None, "unknown publication"),
}


@pytest.mark.parametrize(("name", "own", "found", "basis"), REFERENCES.values(), ids=REFERENCES)
def test_a_cross_reference_names_a_newsletter(
    newsletters: PublicationIndex, name: str | None, own: int, found: int | None, basis: str
) -> None:
    assert newsletters.of_reference(name, own) == (found, basis)


def test_an_unknown_header_makes_a_newsletter(newsletters: PublicationIndex) -> None:
    assert newsletters.of_header("Eurasia  Daily Monitor") == 3
    assert newsletters.of_header("Eurasia Daily Monitor") == 3
    assert [(number, name) for number, name, _ in newsletters.take_new()] == [(3, "Eurasia Daily Monitor")]
    assert newsletters.take_new() == []
