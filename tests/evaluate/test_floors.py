"""Does the program still read the gold sets as well as it did? The floors stand in tests/gold/floors.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from archive.evaluate.counting import Tally
from archive.evaluate.gold import read_gold
from archive.evaluate.measure import KINDS, measured
from archive.evaluate.predict import predict
from archive.evaluate.unlisted import without_names
from archive.read.authority import load_authority

GOLD = Path(__file__).resolve().parent.parent / "gold"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["with_authority", "without_authority"])
def reached(request: pytest.FixtureRequest) -> tuple[str, Mapping[str, Tally]]:
    """The section of the floors, and what is reached under its terms."""
    section = str(request.param)
    articles = read_gold([str(GOLD / "seed.jsonl"), str(GOLD / "dev.jsonl")])
    authority = load_authority()
    if section == "without_authority":
        authority = without_names(authority, articles)
    return section, measured(predict(articles, authority))


def test_every_kind_has_a_floor_and_keeps_it(reached: tuple[str, Mapping[str, Tally]]) -> None:
    """Below a floor: the change made reading worse. Well above: raise the floor, as floors.toml tells."""
    section, tallies = reached
    assert set(FLOORS[section]) == set(KINDS)
    below = {kind: tallies[kind] for kind in KINDS if tallies[kind].f1 < FLOORS[section][kind]}
    assert below == {}
