"""Which record does a name mean, inside the article and then in the archive?"""

from __future__ import annotations

from archive.link.people import PeopleIndex, PersonEntry
from archive.link.person_names import NameRules

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
    assert of.records()[7] == {"dudaev"}
