"""Names that lost a blank in print, as in most issues of 1995."""

from __future__ import annotations

from collections.abc import Callable

import pytest

GLUED = {
    "word and name": ("was made public by theInterfax agency", ["Interfax"]),
    "name and month": ("Zyuganov told SegodnyaAugust 9 that", ["Segodnya"]),
    "name and small word": ("Neither Interfaxthat day nor Gazpromhas answered", ["Interfax", "Gazprom"]),
    "inside a head": ("the Congress of NationalUnions met", ["Congress of NationalUnions"]),
    "unknown name and day": ("Zyuganov told Segodnya May7", ["Segodnya"]),
}


@pytest.mark.parametrize(("text", "expected"), GLUED.values(), ids=GLUED)
def test_a_lost_blank_hides_no_name(surfaces_of: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert surfaces_of(text) == expected


def test_a_word_that_only_begins_like_a_name_is_none(surfaces_of: Callable[[str], list[str]]) -> None:
    assert surfaces_of("Whoever said so, and UNwelcome he was, is Unitedly unknown") == []
