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


SETS = {"development": ("seed.jsonl", "dev.jsonl"), "further": ("further.jsonl",), "later": ("later.jsonl",)}
TERMS = [(name, terms) for name in SETS for terms in ("with_authority", "without_authority")]


@pytest.fixture(scope="module", params=TERMS, ids="-".join)
def reached(request: pytest.FixtureRequest) -> tuple[Mapping[str, float], Mapping[str, Tally]]:
    """The floors of a gold set under some terms, and what is reached."""
    name, terms = request.param
    articles = read_gold([str(GOLD / file) for file in SETS[name]])
    authority = load_authority()
    if terms == "without_authority":
        authority = without_names(authority, articles)
    return FLOORS[name][terms], measured(predict(articles, authority))


def test_every_kind_has_a_floor_and_keeps_it(reached: tuple[Mapping[str, float], Mapping[str, Tally]]) -> None:
    """Below a floor: the change made reading worse. Well above: raise the floor, as floors.toml tells."""
    floors, tallies = reached
    assert set(floors) == set(KINDS)
    below = {kind: tallies[kind] for kind in KINDS if tallies[kind].f1 < floors[kind]}
    assert below == {}
