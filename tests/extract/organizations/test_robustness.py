"""Whatever the text, extraction answers, its spans fit, and its time grows with the length."""

from __future__ import annotations

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extract.context import Context
from archive.extract.mentions import OrganizationMention
from archive.extract.organizations import extract_organizations
from archive.extract.organizations.prose import fold
from archive.read.authority import load_authority

CONTEXT = Context(load_authority(), "Monitor", (0,))
PIECES = (
    "Communist Party of the Russian Federation", " (KPRF)", "[UTO]", "’s", " ", " and ", ", ", "of", " of the ",
    "“Soglasye,”", " bloc", "Ministry", "Security Council", "the Council", "14th Army", "U.S. Senate", "St. Petersburg",
    "Polit.ru", "www.kavkaz-uzel.ru", "Itar-TassAugust 11", "Russiais Our Home", "\n", "\0", "İ", "ß", "Ò", "…", "–",
    "Foreign and Defense Ministries", "No. 2", "(", ")", "[", "]", '"', "'", "Kremlin", "in the ", "DUMA AND KREMLIN",
    "the companies Mabetex and Mercata", "Jamaat", "Radio", "told ", "reported", " i ", "A", "UN", "TNT", "-", "/", ".",
)  # fmt: skip


def organizations(body: str) -> list[OrganizationMention]:
    return list(extract_organizations(body, CONTEXT))


def check(body: str) -> None:
    mentions = organizations(body)
    assert all(mention.span.of(body) == mention.surface for mention in mentions)
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    named = {mention.surface for mention in mentions}
    assert all(mention.surface and mention.name in named for mention in mentions)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read(body: str) -> None:
    check(body)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_order_of_real_pieces_is_read(body: str) -> None:
    check(body)


@given(st.text())
def test_folding_keeps_every_offset(body: str) -> None:
    assert len(fold(body)) == len(body)


SHAPES = {
    "capitals in a row": "Aa ",
    "one word": "A",
    "heads in a row": "Ministry of ",
    "distinct firms": "the Firm{} company and ",
    "distinct acronyms": "Union of Xa{} (UX{}) ",
    "distinct bodies": "Aa{} Security Council. ",
    "distinct owners": "Security Council of Xa{0}land. the Security Council, Xa{0}ian Security Council ",
    "opening quotes": "“A",
    "straight quotes": '"A" ',
    "brackets": "(AB) [CD] ",
    "open brackets": "(AB ",
    "joined by and": "Trade and Industry and ",
    "joined by commas": "Trade, Industry, ",
    "possessives": "Duma’s ",
    "stops": "U.S.",
    "hyphens": "A-a-",
    "apposition": "Andava, a company, ",
    "owners": "Security Council of Russia of ",
    "websites": "polit.ru.",
    "bare nouns": "the Council ",
    "known names": "Interfax reported Gazprom and Kremlin ",
    "lines of capitals": "DUMA AND KREMLIN AT ODDS\n",
}


def spent(shape: str, size: int) -> float:
    piece = len(shape.format(0, 0))
    body = "".join(shape.format(number, number) for number in range(size // piece))
    gc.disable()  # its searches come in steps, and are no work of the rules
    try:
        start = time.process_time()
        organizations(body)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_twice_the_text_takes_about_twice_the_time(shape: str) -> None:
    """The machine has other things to do, so one good measurement of five is enough; a quadratic rule gives none."""
    size = 40_000
    assert any(spent(shape, 2 * size) <= 2.5 * max(spent(shape, size), 0.002) for _ in range(5))
