"""What did a change of the program gain, and what did it lose? Two measures of the same gold, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from archive.core.errors import InputError
from archive.evaluate.counting import Item, Tally
from archive.evaluate.report import Report


@dataclass(frozen=True, slots=True)
class Change:
    """An item that is told otherwise than before; `what` says how ("found", "not wrong", "missed", "wrong")."""

    kind: str
    gained: bool
    what: str
    item: Item


def changes(earlier: Report, now: Report) -> list[Change]:
    """What changed in the articles that both measures hold; InputError where they share none."""
    shared = set(earlier.articles).intersection(now.articles)
    if not shared:
        message = "the earlier measure is of other gold articles; there is nothing to compare"
        raise InputError(message)
    return [
        change
        for kind, tally in now.tallies.items()
        for change in _of_kind(kind, earlier.tallies.get(kind, Tally()), tally)
        if change.item.article in shared
    ]


def _of_kind(kind: str, earlier: Tally, now: Tally) -> Iterator[Change]:
    sides = (
        (True, "found", earlier.missed, now.missed),
        (True, "not wrong", earlier.wrong, now.wrong),
        (False, "missed", now.missed, earlier.missed),
        (False, "wrong", now.wrong, earlier.wrong),
    )
    for gained, what, some, others in sides:
        left = Counter(some) - Counter(others)
        yield from (Change(kind, gained, what, item) for item in sorted(left.elements()))


def told(earlier: Report, now: Report, found: Sequence[Change]) -> Iterator[str]:
    """The changes as lines: how many, and each with what it is now."""
    gained = sum(change.gained for change in found)
    yield f"{gained} gained, {len(found) - gained} lost"
    shared = len(set(earlier.articles).intersection(now.articles))
    if shared < max(len(earlier.articles), len(now.articles)):
        yield f"compared: {shared} of {len(now.articles)} articles, those that both measures hold"
    if earlier.without_authority != now.without_authority:
        yield "one of the measures is with, one without the authority records of the gold's names"
    for change in found:
        sign = "+" if change.gained else "-"
        yield f"  {sign} {change.kind}, now {change.what}: {change.item.article}: {change.item.text}"


def as_json(found: Sequence[Change]) -> list[dict[str, Any]]:
    """The changes as JSON knows them."""
    return [
        {
            "kind": change.kind,
            "gained": change.gained,
            "now": change.what,
            "article": change.item.article,
            "item": change.item.text,
        }
        for change in found
    ]
