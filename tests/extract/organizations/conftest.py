"""How the tests of this folder ask for the organizations of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from archive.core.span import Span
from archive.extract.context import Context
from archive.extract.mentions import Mention, OrganizationMention
from archive.extract.organizations import extract_organizations
from archive.read.authority import Authority, OrganizationRecord, load_authority

Find = Callable[..., list[OrganizationMention]]

RECORDS = (
    OrganizationRecord("Interfax", "media", "RU", ("Interfax news agency",), (), ()),
    OrganizationRecord("Itar-Tass", "media", "RU", (), (), ()),
    OrganizationRecord("Rossiiskaya gazeta", "media", "RU", (), (), ()),
    OrganizationRecord("Economist", "media", "GB", ("The Economist",), (), ()),
    OrganizationRecord("TNT", "media", "RU", (), ("TNT",), ()),
    OrganizationRecord("UN", "international", None, ("United Nations",), ("UN",), ()),
    OrganizationRecord("IMF", "international", None, ("International Monetary Fund",), ("IMF",), ()),
    OrganizationRecord("al-Qaeda", "armed_group", None, (), (), ()),
    OrganizationRecord("LeT", "armed_group", "PK", (), ("LeT",), ()),
    OrganizationRecord("Lukoil", "company", "RU", ("LukOil",), (), ()),
    OrganizationRecord("Gazprom", "company", "RU", (), (), ()),
    OrganizationRecord("Unity", "party", "RU", ("Unity bloc",), (), ()),
    OrganizationRecord("Foreign Ministry", "government", None, (), (), ()),
    OrganizationRecord("Foreign Affairs Committee", "legislature", None, ("Duma's Foreign Affairs Committee",), (), ()),
)
DOUBTS = ({"name": "Unity", "also": "word"}, {"name": "Economist", "also": "word"})


@pytest.fixture(scope="session")
def authority() -> Authority:
    """The shipped word lists with a handful of organizations, so that a test shows a rule and not the lists."""
    shipped = load_authority()
    return replace(shipped, organizations=RECORDS, words={**shipped.words, "ambiguous_organizations": DOUBTS})


@pytest.fixture(scope="session")
def organizations_of(authority: Authority) -> Find:
    """Answers the organization mentions of a text that is a whole body."""

    def find(body: str, found: tuple[Mention, ...] = ()) -> list[OrganizationMention]:
        mentions = list(extract_organizations(body, Context(authority, "Monitor", (0,), (), found)))
        assert all(Span(m.span.start, m.span.end).of(body) == m.surface for m in mentions)
        return mentions

    return find


@pytest.fixture(scope="session")
def surfaces_of(organizations_of: Find) -> Callable[[str], list[str]]:
    """Answers only the surfaces."""
    return lambda body: [mention.surface for mention in organizations_of(body)]
