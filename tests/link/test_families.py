"""Which names of a family are one person? The answer may not depend on the order of the names."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.link.families import Family, Somebody
from archive.link.person_names import NameRules

RULES = NameRules()


def family(*names: str, known: tuple[tuple[str, ...], ...] = ()) -> Family:
    people = [Somebody([RULES.taken_apart(name) for name in listed], at) for at, listed in enumerate(known, 1)]
    return Family(people, {name: RULES.taken_apart(name) for name in names})


def groups(of: Family) -> set[frozenset[str]]:
    """The names that stand for one person, with the known person's own name where he is one."""
    found: dict[int, set[str]] = {}
    for text, standing in of.standings().items():
        found.setdefault(id(standing.person), set()).add(text)
        if standing.person.record is not None:
            found[id(standing.person)].add(f"={standing.person.names[0].text}")
    return {frozenset(names) for names in found.values()}


CASES = {
    "a surname goes to the only one": (["Igor Ivanov", "Ivanov"], (), [{"Igor Ivanov", "Ivanov"}]),
    "between two it stands alone": (
        ["Igor Ivanov", "Sergei Ivanov", "Ivanov"], (), [{"Igor Ivanov"}, {"Sergei Ivanov"}, {"Ivanov"}],
    ),
    "three stay three": (
        ["Ruslan Aushev", "Bagauddin Aushev", "Mukharebek Aushev"],
        (),
        [{"Ruslan Aushev"}, {"Bagauddin Aushev"}, {"Mukharebek Aushev"}],
    ),
    "a known person counts though no text has him": (["Ivanov"], (("Igor Ivanov",),), [{"Ivanov", "=Igor Ivanov"}]),
    "known and met are two": (
        ["Sergei Ivanov", "Ivanov"], (("Igor Ivanov",),), [{"Sergei Ivanov"}, {"Ivanov"}],
    ),
    "an alias of a known person": (
        ["Aleksandr Lukashenko"],
        (("Alyaksandr Lukashenka", "Aleksandr Lukashenko"),),
        [{"Aleksandr Lukashenko", "=Alyaksandr Lukashenka"}],
    ),
    "another spelling of a known one": (
        ["Yuri Baturin", "Yury Baturin"], (("Yury Baturin",),), [{"Yuri Baturin", "Yury Baturin", "=Yury Baturin"}],
    ),
    "spellings of an unknown one": (
        ["Dzhokhar Dudayev", "Dzhokhar Dudaev", "Dudaev"],
        (),
        [{"Dzhokhar Dudayev", "Dzhokhar Dudaev", "Dudaev"}],
    ),
    "an initial goes to the only one it fits": (
        ["Igor Ivanov", "Sergei Ivanov", "I. Ivanov"], (), [{"Igor Ivanov", "I. Ivanov"}, {"Sergei Ivanov"}],
    ),
    "an initial that fits two": (
        ["Igor Ivanov", "Ivan Ivanov", "I. Ivanov"], (), [{"Igor Ivanov"}, {"Ivan Ivanov"}, {"I. Ivanov"}],
    ),
    "a middle name more or less": (
        ["Boris Yeltsin", "Boris Nikolaevich Yeltsin", "Boris N. Yeltsin"],
        (),
        [{"Boris Yeltsin", "Boris Nikolaevich Yeltsin", "Boris N. Yeltsin"}],
    ),
    "without the middle name it may be either": (
        ["George Bush", "George H. Bush", "George W. Bush"],
        (),
        [{"George Bush"}, {"George H. Bush"}, {"George W. Bush"}],
    ),
    "the alias decides between two known ones": (
        ["George Bush"], (("George H. Bush",), ("George W. Bush", "George Bush")), [{"George Bush", "=George W. Bush"}],
    ),
    "a son is not his father": (["Akhmad Kadyrov", "Kadyrov Jr."], (), [{"Akhmad Kadyrov"}, {"Kadyrov Jr."}]),
    "a surname spelled as one of two": (
        ["Akhmed Karimov", "Islam Kharimov", "Karimov"], (), [{"Akhmed Karimov", "Karimov"}, {"Islam Kharimov"}],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("names", "known", "expected"), CASES.values(), ids=CASES)
def test_names_are_put_together(names: list[str], known: tuple[tuple[str, ...], ...], expected: list[set[str]]) -> None:
    for order in itertools.islice(itertools.permutations(names), 24):
        of_family = family(*order, known=known)
        same = [one for one in groups(of_family) if one & set(names)]
        assert sorted(map(sorted, same)) == sorted(map(sorted, expected))


def test_a_name_between_two_says_who_they_are() -> None:
    found = family("Sergei Ivanov", "Ivanov", known=(("Igor Ivanov",),)).standings()["Ivanov"]
    assert found.basis == "2 candidates: Igor Ivanov, Sergei Ivanov"


def test_each_ground_is_told() -> None:
    found = family("Igor Ivanov", "Igor S. Ivanov", "I. Ivanov", "Ivanov", known=(("Igor Ivanov",),)).standings()
    assert {text: standing.basis for text, standing in found.items()} == {
        "Igor Ivanov": "name",
        "Igor S. Ivanov": "initials",
        "I. Ivanov": "initials",
        "Ivanov": "surname",
    }


GIVEN = st.sampled_from(
    ["", "Igor ", "Ivan ", "I. ", "Sergei ", "Sergey ", "Sergei B. ", "S. B. ", "Sergei Borisovich "]
)
NAMES = st.lists(st.builds("{}{}".format, GIVEN, st.sampled_from(["Ivanov", "Iwanow"])), unique=True, max_size=9)


@given(NAMES, st.randoms())
def test_the_order_of_the_names_does_not_matter(names: list[str], random: object) -> None:
    shuffled = sorted(names, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert groups(family(*names)) == groups(family(*shuffled))


@given(NAMES)
def test_two_given_names_are_never_one_person(names: list[str]) -> None:
    for group in groups(family(*names)):
        initials = {text[0] for text in group if " " in text}
        assert len(initials) <= 1
