from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archive.core.errors import InputError
from archive.evaluate.gold import GoldName, read_gold

GOLD = Path(__file__).resolve().parent.parent / "gold"


def record(**changed: object) -> dict[str, Any]:
    gold = {
        "issue_date": {"earliest": None, "latest": None},
        "citations": [{"kind": "source", "source": None, "date": "2001-08-08", "date_end": None}],
        "people": [{"name": "Kim Jong-il", "surfaces": ["Kim"], "roles": ["leader"]}],
        "organizations": [],
        "optional": {"citations": ["(Interfax)", {"raw": "(NTV)"}]},
    }
    return {"id": "a", "publication": "Monitor", "volume": 7, "issue": 1, "text": "x", "gold": gold | changed}


def write(path: Path, *lines: str) -> str:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_a_record_is_read_as_it_says(tmp_path: Path) -> None:
    (article,) = read_gold([write(tmp_path / "g.jsonl", json.dumps(record()), "")])
    assert article.issued is None
    assert article.citations[0].source is None
    assert article.people == (GoldName("Kim Jong-il", ("Kim",), ("leader",)),)
    assert article.optional.citations == ("(Interfax)", "(NTV)")


def test_articles_come_in_the_order_of_their_ids_whatever_the_files_order() -> None:
    ids = [article.id for article in read_gold([str(GOLD / "seed.jsonl"), str(GOLD / "dev.jsonl")])]
    assert ids == sorted(ids)


BAD = {
    "no JSON": ("{oops", "line 1: not JSON"),
    "no object": ("[1]", "line 1: a line must be an object"),
    "a key is missing": (json.dumps({"id": "a"}), "line 1: no key 'gold'"),
    "a text that is a number": (json.dumps(record() | {"id": 1}), "line 1: id must be a string"),
    "a number that is a text": (json.dumps(record() | {"volume": "7"}), "line 1: volume must be a whole number"),
    "a list that is none": (json.dumps(record(people={})), "line 1: people must be a list"),
    "a name that is none": (json.dumps(record(people=["Kim"])), "line 1: a name must be an object"),
    "an unknown kind": (
        json.dumps(record(citations=[{"kind": "odd", "source": None, "date": None, "date_end": None}])),
        "line 1: 'odd' is not a valid CitationKind",
    ),
    "half of a surrogate pair": (json.dumps(record() | {"text": "\ud800"}), "line 1: 'utf-8' codec can't encode"),
    "no day": (
        json.dumps(record(issue_date={"earliest": "2001-02-30", "latest": None})),
        "line 1: day is out of range for month",
    ),
}


@pytest.mark.parametrize(("line", "told"), BAD.values(), ids=BAD)
def test_a_bad_line_is_told_by_file_and_line(line: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as failure:
        read_gold([write(tmp_path / "g.jsonl", line)])
    assert told in str(failure.value)
    assert str(failure.value).startswith(str(tmp_path / "g.jsonl"))


def test_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 2: the id a stands in an earlier line"):
        read_gold([write(tmp_path / "g.jsonl", json.dumps(record()), json.dumps(record()))])


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")
    for path, told in ((tmp_path / "none.jsonl", "No such file"), (tmp_path / "latin.jsonl", "not UTF-8 at byte 0")):
        with pytest.raises(InputError, match=told):
            read_gold([str(path)])
    with pytest.raises(InputError, match="no gold record"):
        read_gold([write(tmp_path / "empty.jsonl", "")])
