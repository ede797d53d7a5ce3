"""Is every mention of an article tied to a record, on a ground that is documented?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from archive.extract.mentions import CitationKind
from archive.link.article import LINK_BASES, Registry, link
from archive.link.organizations import OrganizationIndex
from archive.link.people import PeopleIndex
from archive.link.person_names import NameRules
from archive.link.publications import PublicationIndex

if TYPE_CHECKING:
    from tests.conftest import Made


@pytest.fixture
def registry() -> Registry:
    return Registry(PublicationIndex(), OrganizationIndex(), PeopleIndex(NameRules()))


def documented(basis: str) -> bool:
    """Whether the ground is one of LINK_BASES, its names and number aside."""
    forms = (re.escape(form).replace("N\\ ", r"\d+\ ").replace("A,\\ B", ".+") for form in LINK_BASES)
    return any(re.fullmatch(re.sub(r"\bA\b", ".+", form), basis) for form in forms)


def test_every_mention_has_a_record_and_a_documented_ground(registry: Registry, made: type[Made]) -> None:
    article = made().names("Igor Ivanov").names("Sergei Ivanov").names("Ivanov").names("Lukashenko")
    article.names("Anatoly Lukashenka").knows("State Duma").cites("Interfax", "--08-06").cites(None, "--08-08")
    article.cites("Monitor", "--08-06", CitationKind.CROSS_REFERENCE)
    linked = link(article.article(153), registry)
    assert [found.record for _, found in linked.people] == [1, 2, 3, 4, 4]
    assert [found.record for _, found in linked.organizations] == [2]
    assert [(found.source, found.publication) for _, found in linked.citations] == [(1, None), (None, None), (None, 1)]
    bases = [found.basis for group in (linked.people, linked.organizations, linked.citations) for _, found in group]
    assert [basis for basis in bases if not documented(basis)] == []


def test_an_acronym_is_listed_under_what_it_stands_for(registry: Registry, made: type[Made]) -> None:
    link(made().knows("Congress of Russian Communities", "Congress", "KRO").article(1), registry)
    assert registry.organizations.take_new().names == [(1, "KRO", "acronym")]
