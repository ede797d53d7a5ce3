"""Which record does a name mean, inside the article and then in the archive?"""

from __future__ import annotations

import pytest

from archive.evaluate.registry import registry_of
from archive.link.people import PeopleIndex, PersonEntry
from archive.link.person_names import NameRules
from archive.read.authority import load_authority

SEEDED = [
    PersonEntry(1, "Igor Ivanov", "Ivanov", seeded=True),
    PersonEntry(2, "Sergei Ivanov", "Ivanov", seeded=True),
    PersonEntry(3, "Alyaksandr Lukashenka", "Lukashenka", seeded=True, names=("Aleksandr Lukashenko",)),
    PersonEntry(4, "Khattab", "Khattab", seeded=True),
    PersonEntry(5, "Saddam Hussein", "Hussein", seeded=True, names=("Saddam",)),
]


def index() -> PeopleIndex:
    return PeopleIndex(NameRules(), SEEDED, 10)


def test_known_people_are_found_by_every_name() -> None:
    links = index().link(["Igor Ivanov", "Aleksandr Lukashenko", "Khattab", "Saddam", "Hussein"])
    assert [link.record for link in links.values()] == [1, 3, 4, 5, 5]
    assert [link.basis for link in links.values()] == ["name", "alias", "name", "alias", "surname"]


def test_a_surname_of_two_known_people_stands_under_a_record_of_its_own() -> None:
    of = index()
    found = of.link(["Ivanov"])["Ivanov"]
    assert (found.record, found.basis) == (10, "2 candidates: Igor Ivanov, Sergei Ivanov")
    assert [(number, name.text) for number, name in of.take_new().records] == [(10, "Ivanov")]
    assert of.link(["Ivanov"])["Ivanov"].record == 10
    assert of.take_new().records == []


def test_a_surname_spelled_otherwise_in_the_article_is_the_full_names() -> None:
    found = index().link(["Alyaksandr Lukashenka", "Lukashenko"])["Lukashenko"]
    assert (found.name, found.record) == ("Alyaksandr Lukashenka", 3)
    assert found.basis == "Alyaksandr Lukashenka in the article"


def test_a_surname_that_the_article_keeps_apart_is_not_the_full_names() -> None:
    """Extraction ties what it can, so a surname left beside a full name is another bearer's."""
    links = index().link(["Anatoly Lukashenka", "Lukashenka"])
    assert links["Lukashenka"].basis == "apart from Anatoly Lukashenka in the article"
    assert links["Lukashenka"].record != links["Anatoly Lukashenka"].record != 3


def test_a_person_of_one_name_is_found_beside_a_full_name_like_it() -> None:
    links = index().link(["Omar Khattab", "Khattab"])
    assert links["Khattab"].record == 4
    assert links["Omar Khattab"].record == 10


def test_spellings_of_an_unknown_person_share_a_record_and_are_listed() -> None:
    of = index()
    first = of.link(["Dzhokhar Dudayev"])["Dzhokhar Dudayev"].record
    assert of.link(["Dzhokhar Dudaev"])["Dzhokhar Dudaev"].record == first
    assert of.link(["DZHOKHAR DUDAEV"])["DZHOKHAR DUDAEV"].record == first
    assert of.link(["Dudaev"])["Dudaev"].record == first
    new = of.take_new()
    assert [number for number, _ in new.records] == [first]
    assert (first, "Dzhokhar Dudaev") in new.names
    assert len(new.names) == len(set(new.names))


def test_family_names_that_gain_a_bearer_are_noted() -> None:
    of = index()
    of.link(["Igor Ivanov", "Ivanov"])
    before = set(of.touched)
    of.link(["Viktor Ivanov"])
    assert of.touched - before <= {"ivanov"}
    assert "ivanov" in of.touched


def test_records_of_texts_are_found_again() -> None:
    stored = PersonEntry(7, "Dzhokhar Dudayev", "Dudayev", seeded=False, names=("Dzhokhar Dudaev",))
    of = PeopleIndex(NameRules(), [*SEEDED, stored], 10)
    assert of.link(["Dzhokhar Dudaev"])["Dzhokhar Dudaev"].record == 7
    assert of.link(["Dudaev"])["Dudaev"].record == 7
    assert (of.take_new().records, of.next_id) == ([], 10)
    assert of.records()[7] == ("dudaev",)


KIN = [
    PersonEntry(1, "Boris Yeltsin", "Yeltsin", seeded=True),
    PersonEntry(2, "Naina Yeltsin", "Naina Yeltsin", seeded=True, names=("Naina Yeltsina",)),
    PersonEntry(3, "Dzhokhar Dudaev", "Dudaev", seeded=True),
    PersonEntry(4, "Lecha Dudaev", "Lecha Dudaev", seeded=True),
    PersonEntry(5, "Jaap de Hoop Scheffer", "de Hoop Scheffer", seeded=True),
    PersonEntry(6, "Khattab", "Khattab", seeded=True, names=("Ibn Khattab",)),
]
ALONE = {
    "a bare surname is its famous bearer's": ("Yeltsin", 1, "surname"),
    "in another spelling too": ("Dudayev", 3, "surname"),
    "who is never called so is found by the full name": ("Naina Yeltsin", 2, "name"),
    "by a listed variant": ("Naina Yeltsina", 2, "alias"),
    "by the form that only that person bears": ("Yeltsina", 2, "surname"),
    "by another spelling of it": ("Lecha Dudayev", 4, "spelling"),
    "by initials that fit nobody else": ("L. Dudaev", 4, "initials"),
    "a name of several words used alone": ("de Hoop Scheffer", 5, "surname"),
    "but not a part of it": ("Scheffer", 10, "name"),
    "a listed name that the rules would take apart otherwise": ("Ibn Khattab", 6, "alias"),
}


@pytest.mark.parametrize(("name", "record", "basis"), ALONE.values(), ids=ALONE)
def test_a_bare_surname_means_who_is_called_by_it(name: str, record: int, basis: str) -> None:
    found = PeopleIndex(NameRules(), KIN, 10).link([name])[name]
    assert (found.record, found.basis) == (record, basis)


SHIPPED = {
    "Yeltsin": "Boris Yeltsin", "Gorbachev": "Mikhail Gorbachev", "Dudaev": "Dzhokhar Dudaev",
    "Maskhadov": "Aslan Maskhadov", "Lukashenko": "Alyaksandr Lukashenka", "Milosevic": "Slobodan Milosevic",
    "Basayev": "Shamil Basaev", "Karimov": "Islam Karimov", "Niyazov": "Saparmurat Niyazov",
    "Raisa Gorbacheva": "Raisa Gorbachev", "Aslanbek Maskhadov": "Aslanbek Maskhadov",
}  # fmt: skip


@pytest.mark.parametrize(("name", "meant"), SHIPPED.items())
def test_the_files_tell_whom_a_newsletter_calls_by_the_surname(name: str, meant: str) -> None:
    people = registry_of(load_authority()).people
    assert people.link([name])[name].record == people.link([meant])[meant].record


@pytest.mark.parametrize("name", ["Ivanov", "Aliyev", "Aushev", "Kadyrov", "Bush", "Clinton"])
def test_who_shares_a_surname_with_an_equal_is_not_guessed(name: str) -> None:
    assert "candidates" in registry_of(load_authority()).people.link([name])[name].basis
