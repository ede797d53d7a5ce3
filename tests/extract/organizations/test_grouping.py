"""Which mentions of an article are one organization, and under which name."""

from __future__ import annotations

import pytest

from archive.core.dates import PrintedDate
from archive.core.span import Span
from archive.extract.mentions import CitationKind, CitationMention
from tests.extract.organizations.conftest import Find

ONE = {
    "acronym behind": ("Congress of Russian Communities (KRO) met; KRO won", "Congress of Russian Communities"),
    "acronym in square brackets": ("the United Tajik Opposition [UTO] and UTO", "United Tajik Opposition"),
    "acronym of the Russian name": ("the Railways Ministry (MPS) and the MPS", "Railways Ministry"),
    "noun between": ("Almazy Rossii diamond concern (ALROSA). ALROSA sold", "Almazy Rossii"),
    "expansion behind": ("FSB (Federal Security Service) men; the FSB", "Federal Security Service"),
    "never in brackets": ("the National Salvation Forum spoke; the NSF spoke", "National Salvation Forum"),
    "gloss in brackets": ("the Kavkaz Uzel (Kavkaz Times) website", "Kavkaz Times"),
    "nationality left out": ("Russian State Duma; the State Duma; the Duma", "Russian State Duma"),
    "short form first": ("the Duma; the State Duma", "State Duma"),
    "owner in other words": ("Security Council of Ukraine; Ukraine’s Security Council", "Security Council of Ukraine"),
    "nationality before a tail": (
        "the Russian Ministry of Defense; the Ministry of Defense",
        "Russian Ministry of Defense",
    ),
    "owner behind a tail": (
        "Ministry of the Interior of the Chechen Republic; the Ministry of the Interior",
        "Ministry of the Interior of the Chechen Republic",
    ),
    "modifier left out": ("the UN Security Council; the Security Council", "UN Security Council"),
    "bare noun": ("Kazakhstan’s Security Council; the Council’s secretary", "Security Council"),
    "bare noun of a record": ("the IMF paid; the Fund paid", "IMF"),
    "firm without its noun": ("Forus Services of Lausanne, a company; a firm called Forus", "Forus Services"),
    "spelling": ("LukOil; Lukoil; LUKoil", "LukOil"),
    "hyphen": ("Union of Right-Wing Forces; Union of Right Wing Forces", "Union of Right-Wing Forces"),
    "glued": ("Federal Security Service; Federal SecurityService", "Federal Security Service"),
}
SEVERAL = {
    "two acronyms alike": (
        "the Russian State Council and the Russian Security Council",
        ["Russian State Council", "Russian Security Council"],
    ),
    "two owners": (
        "Lithuanian Foreign Ministry; Russian Foreign Ministry; the Foreign Ministry",
        ["Lithuanian Foreign Ministry", "Russian Foreign Ministry", "Russian Foreign Ministry"],
    ),
    "federal and regional": (
        "the federal Interior Ministry; the Ingushetian Interior Ministry",
        ["Interior Ministry", "Ingushetian Interior Ministry"],
    ),
    "two possessors": (
        "Russia’s Security Council; Ingushetia’s Security Council; the Security Council",
        ["Russia’s Security Council", "Ingushetia’s Security Council", "Ingushetia’s Security Council"],
    ),
    "unlike unions": (
        "the Union for the National Salvation of Ossetians; the European Union",
        ["Union for the National Salvation of Ossetians", "European Union"],
    ),
}


@pytest.mark.parametrize(("text", "name"), ONE.values(), ids=ONE)
def test_all_mentions_are_one_organization(organizations_of: Find, text: str, name: str) -> None:
    mentions = organizations_of(text)
    assert {mention.name for mention in mentions} == {name}
    assert len(mentions) > 1


@pytest.mark.parametrize(("text", "names"), SEVERAL.values(), ids=SEVERAL)
def test_different_organizations_stay_apart(organizations_of: Find, text: str, names: list[str]) -> None:
    assert [mention.name for mention in organizations_of(text)] == names


def test_the_source_of_a_citation_is_no_mention_but_that_of_an_inline_citation_is(organizations_of: Find) -> None:
    body = "Kuranty reported June 2 that he left (Interfax, June 3)."
    day = PrintedDate(6, 2)
    inline = CitationMention(Span(0, 23), CitationKind.INLINE, "Kuranty", None, day, "inline")
    source = CitationMention(Span(37, 55), CitationKind.SOURCE, "Interfax", None, day, "parenthetical")
    assert [mention.surface for mention in organizations_of(body, (inline, source))] == ["Kuranty"]


def test_a_collective_inline_source_is_no_mention(organizations_of: Find) -> None:
    body = "Russian agencies reported June 2"
    inline = CitationMention(Span(0, 32), CitationKind.INLINE, "Russian agencies", None, PrintedDate(6, 2), "inline")
    assert organizations_of(body, (inline,)) == []


KINDS = {
    "record": ("Interfax said", "media"),
    "head": ("the Constitutional Court annulled it", "court"),
    "noun": ("the Soglasye bloc", "party"),
    "news agency": ("the Chechenskaya news agency", "media"),
    "nothing told": ("what the UNMOT said", None),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_the_words_tell_the_kind(organizations_of: Find, text: str, kind: str | None) -> None:
    assert [mention.kind for mention in organizations_of(text)] == [kind]
