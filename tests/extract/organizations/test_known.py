"""Names of the authority files: where they stand, and where the same letters are something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Surfaces = Callable[[str], list[str]]

FOUND = {
    "legal form before": ("the OAO Gazprom shares", ["OAO Gazprom"]),
    "in prose": ("told Interfax that gas would flow", ["Interfax"]),
    "any case, any hyphen": ("ITAR TASS and Itar-Tass said so", ["ITAR TASS", "Itar-Tass"]),
    "second word small": ("an interview with Rossiiskaya gazeta", ["Rossiiskaya gazeta"]),
    "blank lost inside": ("Rossiiskayagazeta reported July 21", ["Rossiiskayagazeta"]),
    "blank lost behind": ("was cited by Itar-TassAugust 11 as saying", ["Itar-Tass"]),
    "noun behind is no part": ("the Interfax news agency", ["Interfax"]),
    "possessive ends it": ("Russia’s LukOil bought a share", ["LukOil"]),
    "nationality before a state's body": ("the Russian Foreign Ministry protested", ["Russian Foreign Ministry"]),
    "nationality before a firm": ("the Russian Gazprom sold gas", ["Gazprom"]),
    "dotted acronym": ("The U.N. resolution", ["U.N."]),
    "doubtful, in mid-sentence": ("voters who favor Unity", ["Unity"]),
    "doubtful medium with article": ("he told the Economist", ["Economist"]),
    "doubtful, with a noun": ("Unity bloc deputies", ["Unity"]),
    "doubtful, vouched for elsewhere": ("Unity won. The Unity party will rule.", ["Unity", "Unity"]),
    "Arabic article": ("membership in al-Qaeda and other groups", ["al-Qaeda"]),
    "doubtful, in a list of its kind": ("three of them–Interfax, TNT and another–were searched", ["Interfax", "TNT"]),
    "two owners": ("the Duma’s Foreign Affairs Committee", ["Duma", "Foreign Affairs Committee"]),
}
NOT_FOUND = {
    "small foreign ministry": "Moldova’s foreign ministry protested",
    "acronym in small letters": "Let the talks begin",
    "word at the start of a sentence": "Unity is what they want",
    "word with an article": "they saved the Unity of the land",
    "symbol of a thing": "officers said that TNT mixed with bolts had been hidden",
    "prefix joined": "the pro-Gazprom press",
    "suffix joined": "the Gazprom-appointed managers",
    "the newsletter itself": "Zorin has told the Monitor",
    "word in capitals": "IN THIS ISSUE: Much was written WHERE nobody reads.",
    "headline": "INTERFAX AND GAZPROM AT ODDS",
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_a_name_is_found(surfaces_of: Surfaces, text: str, expected: list[str]) -> None:
    assert surfaces_of(text) == expected


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_only_looks_like_a_name_is_not(surfaces_of: Surfaces, text: str) -> None:
    assert surfaces_of(text) == []


KREMLIN = {
    "actor": ("Kremlin officials and the Kremlin’s Security Council", ["Kremlin", "Kremlin", "Security Council"]),
    "place": ("they met in the Kremlin and at the Kremlin on June 2", []),
    "view": ("in the Kremlin’s view", ["Kremlin"]),
    "palace": ("the Grand Kremlin Palace", []),
}


@pytest.mark.parametrize(("text", "expected"), KREMLIN.values(), ids=KREMLIN)
def test_the_kremlin_is_an_organization_unless_it_is_a_place(
    surfaces_of: Surfaces, text: str, expected: list[str]
) -> None:
    assert surfaces_of(text) == expected
