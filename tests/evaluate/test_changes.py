from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.core.errors import InputError
from archive.evaluate import changes, report
from archive.evaluate.counting import Item, Tally
from archive.evaluate.report import Report

KIM, DUMA = Item("a", "kim jong il"), Item("a", "state duma")


def measure(*articles: str, wrong: list[Item] | None = None, missed: list[Item] | None = None) -> Report:
    return Report(articles, without_authority=False, tallies={"people": Tally(1, wrong or [], missed or [])})


def test_what_json_holds_is_read_back(tmp_path: Path) -> None:
    told = measure("a", wrong=[KIM, KIM], missed=[DUMA])
    path = tmp_path / "before.json"
    path.write_text(json.dumps(report.as_json(told)), encoding="utf-8")
    assert report.from_json(str(path)) == told


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kinds": {"people": 1}}'])
def test_another_file_is_no_earlier_measure(text: str, tmp_path: Path) -> None:
    path = tmp_path / "before.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="not what archive evaluate --json writes"):
        report.from_json(str(path))


def test_gains_and_losses_are_told_item_by_item() -> None:
    earlier, now = measure("a", wrong=[KIM, KIM], missed=[DUMA]), measure("a", wrong=[KIM], missed=[KIM])
    found = changes.changes(earlier, now)
    assert [(change.gained, change.what, change.item) for change in found] == [
        (True, "found", DUMA),
        (True, "not wrong", KIM),
        (False, "missed", KIM),
    ]
    assert next(changes.told(earlier, now, found)) == "2 gained, 1 lost"


def test_only_articles_of_both_measures_are_compared() -> None:
    earlier, now = measure("a"), measure("a", "b", missed=[Item("b", "x")])
    assert changes.changes(earlier, now) == []
    assert "compared: 1 of 2 articles, those that both measures hold" in list(changes.told(earlier, now, []))
    with pytest.raises(InputError, match="other gold articles"):
        changes.changes(measure("c"), now)
