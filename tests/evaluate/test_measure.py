from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from archive.core.dates import DateInterval
from archive.evaluate.counting import Tally
from archive.evaluate.found import FoundArticle, FoundCitation, FoundHeader, FoundMention
from archive.evaluate.gold import GoldArticle, GoldCitation, GoldName, Optional, read_gold
from archive.evaluate.measure import KINDS, measured
from archive.extract.mentions import CitationKind

GOLD = Path(__file__).resolve().parent.parent / "gold"
DAY = dt.date(2001, 8, 8)
HEADER = (FoundHeader("The Monitor", 7, 1),)
KIM = GoldName("Kim Jong-il", ("Kim Jong-il", "Kim"), ("North Korean leader",))
DUMA = GoldName("State Duma", ("State Duma", "Duma"))


def article(**changed: object) -> GoldArticle:
    told: dict[str, object] = {
        "issued": None, "citations": (), "people": (), "organizations": (), "optional": Optional(),
    }  # fmt: skip
    return GoldArticle("a", "Monitor", 7, 1, "x", **(told | changed))  # type: ignore[arg-type]


def counts(gold: GoldArticle, found: FoundArticle, kind: str) -> tuple[int, int, int]:
    tally = measured([(gold, found)])[kind]
    return tally.right, len(tally.wrong), len(tally.missed)


def people(*mentions: tuple[int, str, str | None]) -> FoundArticle:
    return FoundArticle(HEADER, people=tuple(FoundMention(*mention) for mention in mentions))


def organizations(*mentions: tuple[int, str]) -> FoundArticle:
    return FoundArticle(HEADER, organizations=tuple(FoundMention(*mention) for mention in mentions))


def test_a_text_divided_in_two_has_one_header_too_many() -> None:
    assert counts(article(), FoundArticle(HEADER), "header") == (1, 0, 0)
    assert counts(article(), FoundArticle(HEADER * 2), "header") == (1, 1, 0)
    assert counts(article(), FoundArticle(), "header") == (0, 0, 1)


DATES = {
    "within the bounds": (DAY, (1, 0, 0)),
    "outside": (dt.date(2001, 8, 10), (0, 1, 1)),
    "unknown": (None, (0, 1, 1)),
}


@pytest.mark.parametrize(("day", "expected"), DATES.values(), ids=DATES)
def test_an_issue_date_is_right_within_its_bounds(day: dt.date | None, expected: tuple[int, int, int]) -> None:
    gold = article(issued=DateInterval(DAY, DAY + dt.timedelta(days=1)))
    assert counts(gold, FoundArticle(HEADER, day), "issue date") == expected


def test_an_issue_without_bounds_has_no_date_to_find() -> None:
    assert counts(article(), FoundArticle(HEADER, DAY), "issue date") == (0, 0, 0)


def test_citations_are_told_apart_by_kind_source_and_days() -> None:
    gold = article(citations=(GoldCitation(CitationKind.SOURCE, "Itar-Tass", DAY, None),) * 2)
    same = FoundCitation(CitationKind.SOURCE, "the ITAR TASS", DAY, None, "(...)")
    inline = FoundCitation(CitationKind.INLINE, "Itar-Tass", DAY, None, "...")
    found = FoundArticle(HEADER, citations=(same, inline))
    assert counts(gold, found, "citations") == (1, 0, 1)
    assert counts(gold, found, "inline citations") == (0, 1, 0)


def test_an_optional_citation_is_neither_right_nor_wrong() -> None:
    gold = article(optional=Optional(citations=("(ITAR TASS)",)))
    found = FoundArticle(HEADER, citations=(FoundCitation(CitationKind.SOURCE, "x", None, None, "(ITAR TASS)"),))
    assert counts(gold, found, "citations") == (0, 0, 0)


PEOPLE = {
    "found": (people((1, "Kim Jong-il", None), (1, "Kim", None)), (1, 0, 0)),
    "twice": (people((1, "Kim Jong-il", None), (2, "Kim", None)), (1, 1, 0)),
    "by the surname alone": (people((1, "Kim", None)), (0, 1, 1)),
}


@pytest.mark.parametrize(("found", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_a_person_bears_the_gold_name_and_is_one_record(found: FoundArticle, expected: tuple[int, int, int]) -> None:
    assert counts(article(people=(KIM,)), found, "people") == expected


ORGANIZATIONS = {
    "by a form of it": (organizations((1, "Duma")), (1, 0, 0)),
    "by a longer one": (organizations((1, "Duma"), (1, "new State Duma")), (0, 1, 1)),
    "optional": (organizations((1, "Duma"), (2, "defense ministry")), (1, 0, 0)),
}


@pytest.mark.parametrize(("found", "expected"), ORGANIZATIONS.values(), ids=ORGANIZATIONS)
def test_an_organization_is_right_by_its_longest_form(found: FoundArticle, expected: tuple[int, int, int]) -> None:
    gold = article(organizations=(DUMA,), optional=Optional(organizations=("Defense Ministry",)))
    assert counts(gold, found, "organizations") == expected


ROLES = {
    "the same": (people((1, "Kim Jong-il", "North Korean leader")), (1, 0, 0)),
    "a part": (people((1, "Kim Jong-il", "leader")), (1, 0, 0)),
    "half of the words": (people((1, "Kim Jong-il", "North Korean general")), (1, 0, 0)),
    "another": (people((1, "Kim Jong-il", "singer")), (0, 1, 1)),
    "twice": (people((1, "Kim Jong-il", "leader"), (1, "Kim", "Korean leader")), (1, 0, 0)),
    "somebody else's": (people((1, "Kim Jong-un", "leader")), (0, 1, 1)),
}


@pytest.mark.parametrize(("found", "expected"), ROLES.values(), ids=ROLES)
def test_a_role_is_right_by_half_of_its_words(found: FoundArticle, expected: tuple[int, int, int]) -> None:
    assert counts(article(people=(KIM,)), found, "roles") == expected


def test_rates_of_nothing_are_one() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (1.0, 1.0, 1.0)


def as_found(gold: GoldArticle) -> FoundArticle:
    """What a program would find that finds exactly what the gold says."""
    named = list(enumerate(gold.people))
    return FoundArticle(
        (FoundHeader(gold.publication, gold.volume, gold.issue),),
        None if gold.issued is None else gold.issued.latest,
        tuple(FoundCitation(c.kind, c.source, c.date, c.date_end, "(...)") for c in gold.citations),
        tuple(FoundMention(key, one.name, role) for key, one in named for role in one.roles or (None,)),
        tuple(FoundMention(key, one.name) for key, one in enumerate(gold.organizations)),
    )


def test_who_finds_what_the_gold_says_is_right_in_everything() -> None:
    articles = read_gold([str(GOLD / "seed.jsonl"), str(GOLD / "dev.jsonl")])
    tallies = measured((gold, as_found(gold)) for gold in articles)
    assert {kind: (tallies[kind].wrong, tallies[kind].missed) for kind in KINDS} == dict.fromkeys(KINDS, ([], []))
    assert all(tallies[kind].right > 0 for kind in KINDS)
