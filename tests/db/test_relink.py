"""Are the links a function of what is stored, whatever order it came in?"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from archive.db.runs import begin_run
from archive.read.authority import Authority, OrganizationRecord, PersonRecord

if TYPE_CHECKING:
    from tests.conftest import Made
    from tests.db.conftest import Kept


def test_a_surname_that_stood_alone_goes_to_the_full_name_that_comes_later(kept: Kept, made: type[Made]) -> None:
    kept.add("a.txt", made().names("Orlov").article(1))
    assert kept.people() == [("Orlov", "Orlov", "name")]
    kept.add("b.txt", made().names("Viktor Orlov").article(2))
    assert kept.people() == [("Orlov", "Viktor Orlov", "surname"), ("Viktor Orlov", "Viktor Orlov", "name")]
    kept.sound()


def test_a_second_bearer_parts_the_surname_again_and_his_going_joins_it(kept: Kept, made: type[Made]) -> None:
    kept.add("a.txt", made().names("Ivanov").article(1))
    assert kept.people() == [("Ivanov", "Igor Ivanov", "surname")]
    kept.add("b.txt", made().names("Sergei Ivanov").article(2))
    assert ("Ivanov", "Ivanov", "2 candidates: Igor Ivanov, Sergei Ivanov") in kept.people()
    kept.add("b.txt", made().names("Boris Yeltsin").article(2))
    assert ("Ivanov", "Igor Ivanov", "surname") in kept.people()
    kept.sound()


TEXTS = {
    "ivanov": ["Ivanov", "Sergei Ivanov", "S. Ivanov", "Igor Ivanov"],
    "dudayev": ["Dudaev", "Dzhokhar Dudayev", "Dzhokhar Dudaev", "Dzhokhar M. Dudaev"],
    "baturin": ["Yuri Baturin", "Yury Baturin", "Baturin", "Y. Baturin"],
    "orlov": ["Orlov", "Viktor Orlov", "V. Orlov", "Vasily Orlov"],
}


@pytest.mark.parametrize("names", TEXTS.values(), ids=TEXTS)
def test_links_do_not_depend_on_the_order_of_the_files(kept: Kept, made: type[Made], names: list[str]) -> None:
    documents = [kept.document(f"{n}.txt", made().names(name).article(n)) for n, name in enumerate(names, 1)]
    expected = None
    for order in itertools.permutations(documents):
        kept.empty()
        for document in order:
            kept.add_all([document])
        listed = sorted(
            kept.rows("SELECT p.name, n.name, n.kind FROM people p JOIN person_names n ON n.person_id = p.id")
        )
        assert (kept.people(), listed) == (expected or (kept.people(), listed))
        expected = kept.people(), listed
        kept.sound()


def test_what_an_article_decides_stays(kept: Kept, made: type[Made]) -> None:
    """The other Ivanov of one article is not drawn to the only Ivanov of the archive."""
    kept.add("a.txt", made().names("Igor Ivanov").names("Ivanov").article(1))
    kept.add("b.txt", made().names("I. Ivanov").names("Ivanov").article(2))
    apart = sorted(row for row in kept.people() if row[0] == "Ivanov")
    assert apart == [
        ("Ivanov", "Ivanov", "apart from I. Ivanov in the article"),
        ("Ivanov", "Ivanov", "apart from Igor Ivanov in the article"),
    ]
    kept.add("c.txt", made().names("Ivanov").article(3))
    assert ("Ivanov", "Igor Ivanov", "surname") in kept.people()
    kept.sound()


def test_a_run_that_was_cut_off_is_settled_by_the_next(kept: Kept, made: type[Made]) -> None:
    kept.add("a.txt", made().names("Orlov").article(1))
    cut_off = begin_run(kept.engine, kept.authority)
    cut_off.write([kept.document("b.txt", made().names("Viktor Orlov").cites("AP", "--03-14").article(60, "EDM", 3))])
    assert kept.people()[0] == ("Orlov", "Orlov", "name")
    kept.add("c.txt", made().article(3))
    assert kept.people()[0] == ("Orlov", "Viktor Orlov", "surname")
    assert kept.rows("SELECT issue_date FROM article_details WHERE volume = 3") == [("2006-03-15",)]
    assert kept.rows("SELECT count(*) FROM runs WHERE pending") == [(0,)]
    kept.sound()


def richer(authority: Authority) -> Authority:
    return replace(
        authority,
        people=(*authority.people, PersonRecord("Viktor Orlov", "Orlov", ("Victor Orlov",), "RU", "banker")),
        organizations=(
            *authority.organizations,
            OrganizationRecord("Orlov Bank", "bank", "RU", ("Bank of Orlov",), ("BO",), ()),
        ),
    )


def test_new_authority_files_adopt_what_texts_brought(kept: Kept, made: type[Made]) -> None:
    article = (
        made().names("Victor Orlov").names("Vera Orlova").knows("Bank of Orlov").knows("Orlov Bank").cites("BO", None)
    )
    kept.add("a.txt", article.article(1))
    before = kept.rows("SELECT id FROM organizations WHERE name = 'Orlov Bank'")
    kept.authority = richer(kept.authority)
    kept.add("b.txt", made().article(2))
    assert kept.rows("SELECT id FROM organizations WHERE name = 'Orlov Bank' AND origin = 'seed'") == before
    assert kept.rows("SELECT DISTINCT organization, kind FROM organization_mention_details") == [("Orlov Bank", "bank")]
    assert kept.rows("SELECT source FROM citation_details") == [("Orlov Bank",)]
    assert ("Victor Orlov", "Viktor Orlov", "alias") in kept.people()
    kept.sound()


def test_a_record_that_the_authority_files_list_no_more_goes_or_becomes_the_texts(kept: Kept, made: type[Made]) -> None:
    poorer, kept.authority = kept.authority, richer(kept.authority)
    kept.add("a.txt", made().names("Viktor Orlov", "Orlov").article(1))
    kept.authority = poorer
    kept.add("b.txt", made().article(2))
    assert kept.rows("SELECT origin FROM people WHERE name = 'Viktor Orlov'") == [("ingest",)]
    assert kept.rows("SELECT count(*) FROM organizations WHERE name = 'Orlov Bank'") == [(0,)]
    kept.sound()
