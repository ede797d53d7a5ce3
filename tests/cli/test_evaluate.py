from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.cli.app import main

SEED = str(Path(__file__).resolve().parent.parent / "gold" / "seed.jsonl")


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int | str | None:
    monkeypatch.setattr("sys.argv", ["archive", "evaluate", *words])
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code


def test_each_kind_has_a_line_with_its_figures(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(monkeypatch, SEED) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0] == "1 article"
    assert lines[1] == "header             P 1.000  R 1.000  F1 1.000  (1 right, 0 wrong, 0 missed)"
    assert len(lines) == 9


def test_show_lists_items_and_without_authority_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    record = json.loads(Path(SEED).read_text(encoding="utf-8").split("\n")[0])
    record["gold"]["people"].append({"name": "Nobody Here", "surfaces": [], "roles": []})
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    assert run(monkeypatch, str(path), "--show", "people", "--without-authority") == 0
    told = capfdbinary.readouterr().out.decode()
    assert "without the authority records" in told.splitlines()[0]
    assert f"  missed  {record['id']}: nobody here" in told


def test_against_compares_with_what_json_wrote(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(monkeypatch, SEED, "--json") == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["kinds"]["header"]["right"] == 1
    told["kinds"]["people"]["missed"].append({"article": told["articles"][0], "item": "somebody"})
    earlier = tmp_path / "earlier.json"
    earlier.write_text(json.dumps(told), encoding="utf-8")
    assert run(monkeypatch, SEED, "--against", str(earlier)) == 0
    assert capfdbinary.readouterr().out.decode().splitlines()[-2:] == [
        "1 gained, 0 lost",
        f"  + people, now found: {told['articles'][0]}: somebody",
    ]
    assert run(monkeypatch, SEED, "--against", str(earlier), "--json") == 0
    assert len(json.loads(capfdbinary.readouterr().out)["changes"]) == 1


WRONG = {
    "no such kind": (["--show", "peple"], 2, "did you mean people?"),
    "no such earlier measure": (["--against", "none.json"], 1, "none.json: No such file"),
    "a bad gold file": (["none.jsonl"], 1, "none.jsonl: No such file"),
}


@pytest.mark.parametrize(("words", "code", "told"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_in_one_line(
    words: list[str], code: int, told: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(monkeypatch, SEED, *words) == code
    line = capfdbinary.readouterr().err.decode()
    assert told in line
    assert line.count("\n") == 1
