"""How is a measure told? As lines for a person, and as JSON that a later measure is compared with."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.core.errors import InputError
from archive.core.version import VERSION
from archive.evaluate.counting import Item, Tally


@dataclass(frozen=True, slots=True)
class Report:
    """A measure: of which gold articles, with which authority data, and the tally of each kind."""

    articles: tuple[str, ...]
    without_authority: bool
    tallies: Mapping[str, Tally]


def told(report: Report, shown: Collection[str] = ()) -> Iterator[str]:
    """A line for each kind, and one for each wrong and missed item of the kinds in `shown`."""
    left_out = ", without the authority records of the people and organizations in them"
    articles = f"{len(report.articles)} article{'' if len(report.articles) == 1 else 's'}"
    yield f"{articles}{left_out if report.without_authority else ''}"
    for kind, tally in report.tallies.items():
        rates = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        counts = f"{tally.right} right, {len(tally.wrong)} wrong, {len(tally.missed)} missed"
        yield f"{kind:18} {rates}  ({counts})"
        if kind in shown:
            yield from (f"  wrong   {item.article}: {item.text}" for item in tally.wrong)
            yield from (f"  missed  {item.article}: {item.text}" for item in tally.missed)


def as_json(report: Report) -> dict[str, Any]:
    """The report as JSON knows it; `from_json` reads it back."""
    return {
        "version": VERSION,
        "without_authority": report.without_authority,
        "articles": list(report.articles),
        "kinds": {
            kind: {
                "precision": round(tally.precision, 6),
                "recall": round(tally.recall, 6),
                "f1": round(tally.f1, 6),
                "right": tally.right,
                "wrong": _items(tally.wrong),
                "missed": _items(tally.missed),
            }
            for kind, tally in report.tallies.items()
        },
    }


def from_json(path: str) -> Report:
    """The report that an earlier `archive evaluate --json` wrote; InputError for any other file."""
    try:
        written = json.loads(Path(path).read_text(encoding="utf-8"))
        tallies = {
            str(kind): Tally(int(told["right"]), _read(told["wrong"]), _read(told["missed"]))
            for kind, told in written["kinds"].items()
        }
        return Report(tuple(map(str, written["articles"])), bool(written["without_authority"]), tallies)
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise InputError(message) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{path}: not what archive evaluate --json writes"
        raise InputError(message) from error


def _items(items: Sequence[Item]) -> list[dict[str, str]]:
    return [{"article": item.article, "item": item.text} for item in items]


def _read(items: Sequence[Mapping[str, str]]) -> list[Item]:
    return [Item(item["article"], item["item"]) for item in items]
