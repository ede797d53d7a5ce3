"""How is one record or article shown for reading? A heading, then each place where it occurs with its sentence."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from archive.core.printable import in_a_cell
from archive.core.table import Table, Value
from archive.export.aligned import lines_of
from archive.export.sink import Sink

_INDENT: Final = "    "
_WIDEST: Final = 100
"""Prose is broken into lines of at most so many columns on a terminal; in a pipe a sentence stays on one line."""

_MENTION: Final = "mention"

Fact = tuple[str, str | int | None]


def heading(out: Sink, name: str, facts: Iterable[Fact]) -> None:
    """The name and, a line each, what is known; a fact that is None or empty is left out."""
    out.write(f"{in_a_cell(name)}\n")
    known = [(label, in_a_cell(str(value))) for label, value in facts if value not in {None, ""}]
    widest = max((len(label) for label, _ in known), default=0)
    for label, value in known:
        first, *more = list(_prose(value, 4 + widest)) or [""]
        out.write(f"  {label:{widest}}  {first}\n")
        out.writelines(f"  {'':{widest}}  {line}\n" for line in more)


def counted(number: int, what: str) -> str:
    """Number and noun: "1 mention", "5 mentions"."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def occurrences(out: Sink, table: Table, note: str) -> str:
    """Each row's sentence under a line for its article; tells how many there were: "3 mentions and 1 citation".

    `table` has the columns of `queries.mentions`; `note` names the column that is shown before the sentence.
    """
    numbers: Counter[str] = Counter()
    at = {name: index for index, name in enumerate(table.columns)}
    for _, rows in groupby(table.rows, key=itemgetter(at["article"])):
        group = list(rows)
        out.write(f"\n{_place(group[0], at)}\n")
        for row in group:
            numbers[str(row[at["occurrence"]]) if "occurrence" in at else _MENTION] += 1
            out.writelines(f"{_INDENT}{line}\n" for line in _prose(_sentence(row, at, note), len(_INDENT)))
    told = [counted(number, what) for what, number in sorted(numbers.items(), reverse=True)]
    return " and ".join(told) or counted(0, _MENTION)


def findings(out: Sink, table: Table) -> int:
    """Each row's excerpt under a line for its article; tells how many rows there were."""
    number = 0
    at = {name: index for index, name in enumerate(table.columns)}
    for number, row in enumerate(table.rows, 1):
        out.write(f"{'' if number == 1 else chr(10)}{_place(row, at)}\n")
        excerpt = in_a_cell(str(row[at["excerpt"]]))
        out.writelines(f"{_INDENT}{line}\n" for line in _prose(excerpt, len(_INDENT)))
    return number


def _place(row: Sequence[Value], at: dict[str, int]) -> str:
    names = ("issue_date", "publication", "volume", "issue", "article", "title")
    day, publication, volume, number, article, title = (in_a_cell(str(row[at[name]] or "undated")) for name in names)
    return f"{day}  {publication} {volume}/{number}  article {article}  {title}"


def _sentence(row: Sequence[Value], at: dict[str, int], note: str) -> str:
    before = row[at[note]]
    sentence = in_a_cell(str(row[at["sentence"]]))
    return f"[{in_a_cell(str(before))}] {sentence}" if before is not None else sentence


def _prose(text: str, indent: int) -> Iterator[str]:
    if not sys.stdout.isatty():
        yield " ".join(text.split())
        return
    width = min(shutil.get_terminal_size().columns, _WIDEST) - indent
    yield from lines_of(text, max(width, 20))
