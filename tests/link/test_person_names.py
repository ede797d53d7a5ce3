"""Which part is the given and which the family name, and which spellings are one?"""

from __future__ import annotations

import pytest

from archive.link.person_names import NameRules, PersonName
from archive.link.spelling import folded_family, folded_given
from archive.read.authority import load_authority

RULES = NameRules(
    {folded_given(name): "aleksandr" for name in ("Aleksandr", "Alyaksandr", "Oleksandr")},
    frozenset({"kim", "hu"}),
    frozenset({"philby"}),
)
PARTS = {
    "given and family": ("Boris Yeltsin", ["boris"], "Yeltsin"),
    "middle initial": ("George W. Bush", ["george", ""], "Bush"),
    "two initials in one word": ("A.I. Kolganov", ["", ""], "Kolganov"),
    "a surname alone": ("Klebanov", [], "Klebanov"),
    "a particle": ("Carla Del Ponte", ["carla"], "Del Ponte"),
    "a particle and a surname": ("Del Ponte", [], "Del Ponte"),
    "a surname that stands first": ("Kim Jong-il", ["jongil"], "Kim"),
    "a given name that is a surname elsewhere": ("Kim Philby", ["kim"], "Philby"),
    "a kunya is one name": ("Abu Hafs", [], "Abu Hafs"),
    "a hyphen parts no name": ("Khozh-Akhmed Yarikhanov", ["hozhahmet"], "Yarikhanov"),
    "a suffix is no surname": ("Kadyrov Jr.", [], "Kadyrov"),
    "three parts": ("Jose Maria Aznar", ["jose", "maria"], "Aznar"),
    "line break": ("Igor\nIvanov", ["igor"], "Ivanov"),
}


@pytest.mark.parametrize(("text", "given", "family"), PARTS.values(), ids=PARTS)
def test_a_name_is_taken_apart(text: str, given: list[str], family: str) -> None:
    name = RULES.taken_apart(text)
    assert ([one.key for one in name.given], name.family_text) == (given, family)


def test_the_family_name_of_a_record_is_known() -> None:
    assert RULES.taken_apart("Saddam Hussein", "Saddam").family_text == "Saddam"
    assert RULES.taken_apart("Saddam Husayn", "Hussein").family_text == "Husayn"


ONE_SPELLING = [
    ("Dudayev", "Dudaev"), ("Yastrzhembsky", "Yastrzhembski"), ("Lukashenko", "Lukashenka"), ("Niyazov", "Niazov"),
    ("Nazarbayev", "Nazarbaev"), ("Basayev", "Basaev"), ("Khodorkovsky", "Hodorkovskii"), ("Smirnov", "Smirnoff"),
    ("Hussein", "Husein"), ("Yeltsin", "Eltsin"),
]  # fmt: skip
TWO_NAMES = [("Ivanov", "Ivanova"), ("Aushev", "Aliev"), ("Zhukov", "Shukov"), ("Kuchma", "Kucma"), ("Li", "Lee")]


@pytest.mark.parametrize(("one", "other"), ONE_SPELLING)
def test_spellings_of_one_family_name_fold_alike(one: str, other: str) -> None:
    assert folded_family(one) == folded_family(other)


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_different_family_names_stay_apart(one: str, other: str) -> None:
    assert folded_family(one) != folded_family(other)


@pytest.mark.parametrize(("one", "other"), [("Yuri", "Yury"), ("Akhmed", "Akhmet"), ("Gennadi", "Gennady")])
def test_spellings_of_one_given_name_fold_alike(one: str, other: str) -> None:
    assert folded_given(one) == folded_given(other)


def name(text: str) -> PersonName:
    return RULES.taken_apart(text)


AGREEING = [
    ("Igor Ivanov", "I. Ivanov"), ("Boris Yeltsin", "Boris Nikolaevich Yeltsin"), ("Igor Ivanov", "Ivanov"),
    ("Aleksandr Lebed", "Oleksandr Lebed"), ("George Bush", "George W. Bush"),
]  # fmt: skip
CONTRADICTING = [
    ("Igor Ivanov", "Sergei Ivanov"), ("Igor Ivanov", "S. Ivanov"), ("George H. Bush", "George W. Bush"),
    ("Akhmad Kadyrov", "Akhmad Kadyrov Jr."), ("Heydar Aliyev", "Ilham Aliyev"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_names_that_may_be_one_persons_agree(one: str, other: str) -> None:
    assert name(one).agrees(name(other))
    assert name(other).agrees(name(one))


@pytest.mark.parametrize(("one", "other"), CONTRADICTING)
def test_names_of_two_people_do_not_agree(one: str, other: str) -> None:
    assert not name(one).agrees(name(other))
    assert not name(other).agrees(name(one))


def test_no_given_name_stands_in_two_rows_of_variants() -> None:
    rows = [row["variants"].split("|") for row in load_authority().words["given_name_variants"]]
    keys = [key for row in rows for key in {folded_given(name) for name in row}]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []
    assert rows == sorted(rows)
