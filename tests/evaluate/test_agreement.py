"""Do the measure in memory and the gold set's own scoring of a database agree? On every kind, to the item.

The scoring is a port of the script that comes with the gold set, over rows of the four public views; it is changed only
when that script is.
"""

from __future__ import annotations

import collections
import json
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import column, select, table

from archive.db.session import open_database, reading
from archive.db.views import VIEW_COLUMNS
from archive.evaluate.gold import read_gold
from archive.evaluate.measure import KINDS, measured
from archive.evaluate.predict import predict
from archive.ingest.pipeline import ingest
from archive.queries.run import fetch
from archive.read.authority import load_authority

GOLD = Path(__file__).resolve().parent.parent / "gold"

Rows = Mapping[str, list[dict[str, Any]]]
"""The rows of a view by the id of the gold record, which is the stem of the file."""


def norm(text: str | None) -> str:
    text = (text or "").lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    text = re.sub(r"[\s–—-]+", " ", text).strip(" .,;:'\"")
    return re.sub(r"^(see |the )+", "", text)


def same_role(a: str, b: str) -> bool:
    words_a, words_b = set(a.split()), set(b.split())
    return a in b or b in a or 2 * len(words_a & words_b) >= len(words_a | words_b)


def is_optional(raw: str, gold: Mapping[str, Any]) -> bool:
    allowed = [norm(o["raw"] if isinstance(o, dict) else o) for o in gold["optional"].get("citations", [])]
    return any(norm(raw) in o or o in norm(raw) for o in allowed)


def by_record(rows: Iterable[dict[str, Any]]) -> Rows:
    out = collections.defaultdict(list)
    for row in rows:
        out[Path(row["document"]).name.removesuffix(".txt")].append(row)
    return out


class Score:
    """(right, wrong, missed) for each kind."""

    def __init__(self, views: Mapping[str, Rows]) -> None:
        self.views = views
        self.counts: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])

    def compare(
        self,
        kind: str,
        gold: collections.Counter[Any],
        got: collections.Counter[Any],
        ignore: Collection[Any] = frozenset(),
    ) -> None:
        extra = {k: n for k, n in (got - gold).items() if k not in ignore}
        for at, number in enumerate(((gold & got).total(), sum(extra.values()), (gold - got).total())):
            self.counts[kind][at] += number

    def add(self, record: Mapping[str, Any]) -> None:
        where, gold = record["id"], record["gold"]
        articles = self.views["article_details"].get(where, [])
        self.compare(
            "header",
            collections.Counter([(norm(record["publication"]), record["volume"], record["issue"])]),
            collections.Counter((norm(i["publication"]), i["volume"], i["issue"]) for i in articles),
        )
        self._issue_date(gold["issue_date"], articles)
        self._citations(gold, self.views["citation_details"].get(where, []))
        people = self.views["person_mention_details"].get(where, [])
        organizations = self.views["organization_mention_details"].get(where, [])
        self._match("people", gold, entities(people, "person"))
        self._match("organizations", gold, entities(organizations, "organization"))
        self._roles(gold, people)

    def _issue_date(self, bounds: Mapping[str, str], articles: list[dict[str, Any]]) -> None:
        if articles and bounds.get("earliest") and bounds.get("latest"):
            day = str(articles[0]["issue_date"] or "")[:10]
            ok = bounds["earliest"] <= day <= bounds["latest"]
            got = bounds["earliest"] if ok else day
            self.compare("issue date", collections.Counter([bounds["earliest"]]), collections.Counter([got]))

    def _citations(self, gold: Mapping[str, Any], rows: list[dict[str, Any]]) -> None:
        def key(c: Mapping[str, Any], source: str) -> tuple[Any, ...]:
            return (
                norm(c[source]),
                c["date"] and str(c["date"])[:10],
                c["date_end"] and str(c["date_end"])[:10],
            )

        for kind, label in (
            ("source", "citations"),
            ("cross_reference", "cross references"),
            ("inline", "inline citations"),
        ):
            want = collections.Counter(key(c, "source") for c in gold["citations"] if c["kind"] == kind)
            have = collections.Counter(key(c, "source_text") for c in rows if c["kind"] == kind)
            free = {key(c, "source_text") for c in rows if is_optional(c["raw"], gold)}
            self.compare(label, want, have, free)

    def _match(self, label: str, gold: Mapping[str, Any], predicted: Mapping[str, set[str]]) -> None:
        got_names: collections.Counter[str] = collections.Counter()
        gold_names = collections.Counter(norm(x["name"]) for x in gold[label])
        index = {s: norm(x["name"]) for x in gold[label] for s in [norm(x["name"]), *map(norm, x["surfaces"])]}
        for surfaces in predicted.values():
            longest = max(sorted(surfaces), key=len)
            if label == "organizations":
                name = index.get(longest, longest)
            else:
                name = next((n for n in sorted(gold_names, key=len, reverse=True) if n in surfaces), longest)
            got_names[name] += 1
        self.compare(label, gold_names, got_names, {norm(o) for o in gold["optional"].get(label, [])})

    def _roles(self, gold: Mapping[str, Any], rows: list[dict[str, Any]]) -> None:
        gold_roles = [(norm(p["name"]), norm(role)) for p in gold["people"] for role in p["roles"]]
        named_people = {norm(p["name"]) for p in gold["people"]}
        longest = {e: max(sorted(s & named_people or s), key=len) for e, s in entities(rows, "person").items()}
        found_roles = {(longest[m["person"]], norm(m["role"])) for m in rows if m["role"]}
        named: dict[tuple[str, str], tuple[str, str]] = {}
        for name, role in sorted(found_roles, key=str):
            twins = (x for x in gold_roles if x[0] == name and x not in named.values() and same_role(x[1], role))
            named[(name, role)] = next(twins, (name, role))
        have = collections.Counter(dict.fromkeys(named.values(), 1))
        again = {
            x for x in have if x not in gold_roles and any(x[0] == y[0] and same_role(x[1], y[1]) for y in gold_roles)
        }
        self.compare("roles", collections.Counter(dict.fromkeys(gold_roles, 1)), have, again)


def entities(rows: Iterable[Mapping[str, Any]], name: str) -> dict[str, set[str]]:
    by: dict[str, set[str]] = collections.defaultdict(set)
    for row in rows:
        by[row[name]].add(norm(row["surface"]))
    return by


def read_views(database: str) -> dict[str, Rows]:
    views = {}
    with reading(open_database(database, write=False)) as connection:
        for name in VIEW_COLUMNS:
            answer = fetch(connection, select(table(name, *map(column, VIEW_COLUMNS[name]))))
            views[name] = by_record(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return views


@pytest.mark.parametrize("stem", ["seed", "dev"])
def test_memory_and_database_agree_on_every_kind(stem: str, tmp_path: Path, database: str) -> None:
    gold = GOLD / f"{stem}.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line.strip()]
    folder = tmp_path / "in"
    folder.mkdir()
    for record in records:
        (folder / f"{record['id']}.txt").write_text(record["text"], encoding="utf-8", newline="")
    ingest([str(folder)], database)
    score = Score(read_views(database))
    for record in records:
        score.add(record)
    tallies = measured(predict(read_gold([str(gold)]), load_authority()))
    ours = {kind: [tallies[kind].right, len(tallies[kind].wrong), len(tallies[kind].missed)] for kind in KINDS}
    assert ours == {kind: score.counts[kind] for kind in KINDS}
