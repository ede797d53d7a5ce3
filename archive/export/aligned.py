"""How is a table laid out for reading, without holding all of it?

The first rows give the columns their widths; a later cell that is wider is cut off where the screen has a width, and
pushes its neighbours aside where it has none. Where the columns of a screen would be cut beyond reading, each row
stands as a record of its own, a line for each column, and nothing is cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from archive.core.printable import in_a_cell
from archive.core.table import Table, text_of
from archive.export.sink import Sink

_SAMPLE_ROWS: Final = 200
_SAMPLE_CHARACTERS: Final = 1_000_000
_GAP: Final = "  "
_NARROWEST: Final = 24
"""A column is not cut below this many characters to make room for others."""


def write_table(table: Table, out: Sink, *, headers: bool = True, width: int | None = None) -> None:
    """Aligned columns, numbers to the right, on lines of at most `width` characters, else records."""
    sample, numeric = _sample(table)
    rows = chain(sample, ([in_a_cell(text_of(value)) for value in row] for row in table.rows))
    head = [in_a_cell(name) for name in table.columns]
    widths = [max(map(display_width, column)) for column in zip(head, *sample, strict=True)]
    if not _fit(widths, width):
        _write_records(head, rows, out, width or 0)
        return
    if headers:
        out.write(_line(head, widths, numeric, cut=width is not None))
        out.write(_GAP.join("-" * size for size in widths) + "\n")
    out.writelines(_line(row, widths, numeric, cut=width is not None) for row in rows)


def _sample(table: Table) -> tuple[list[list[str]], list[bool]]:
    """The first rows as text, and which columns hold only numbers there."""
    sample: list[list[str]] = []
    numeric = [True] * len(table.columns)
    room = _SAMPLE_CHARACTERS
    for row in table.rows:
        sample.append([in_a_cell(text_of(value)) for value in row])
        numeric = [so_far and isinstance(value, int | float | None) for so_far, value in zip(numeric, row, strict=True)]
        room -= sum(map(len, sample[-1]))
        if len(sample) == _SAMPLE_ROWS or room < 0:
            break
    return sample, numeric


def _fit(widths: list[int], width: int | None) -> bool:
    """Take from the widest column until the line fits; False if it cannot."""
    if width is None:
        return True
    while (over := sum(widths) + len(_GAP) * (len(widths) - 1) - width) > 0:
        widest = max(range(len(widths)), key=widths.__getitem__)
        if widths[widest] <= _NARROWEST:
            return False
        others = max((size for column, size in enumerate(widths) if column != widest), default=0)
        widths[widest] = max(_NARROWEST, widths[widest] - max(1, min(over, widths[widest] - others)))
    return True


def _write_records(names: Sequence[str], rows: Iterable[Sequence[str]], out: Sink, width: int) -> None:
    """Each row as lines of name and value, long values broken, empty ones left out; a blank line between rows."""
    widest = max(map(display_width, names))
    room = max(width - widest - len(_GAP), _NARROWEST)
    before = ""
    for row in rows:
        out.write(before)
        before = "\n"
        for name, text in zip(names, row, strict=True):
            label = _pad(name, widest, right=False)
            for line in lines_of(text, room):
                out.write(f"{label}{_GAP}{line}\n")
                label = " " * widest


def _line(row: Sequence[str], widths: Sequence[int], numeric: Sequence[bool], *, cut: bool) -> str:
    cells = (
        _pad(_cut(text, size) if cut else text, size, right=right)
        for text, size, right in zip(row, widths, numeric, strict=True)
    )
    return _GAP.join(cells).rstrip() + "\n"


def _pad(text: str, size: int, *, right: bool) -> str:
    blanks = " " * (size - display_width(text))
    return blanks + text if right else text + blanks


def _cut(text: str, size: int) -> str:
    if display_width(text) <= size:
        return text
    room = size - 1
    kept: list[str] = []
    for character in text:
        room -= _columns(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…"


def display_width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def lines_of(text: str, width: int) -> Iterator[str]:
    """Prose in lines of at most `width` columns."""
    line = ""
    for word in text.split():
        if line and display_width(line) + 1 + display_width(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line
