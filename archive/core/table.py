"""What every query answers and every writer takes: named columns and a stream of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Value = str | int | float | bytes | bool | None
"""What a cell can hold once it has left the database."""


@dataclass(frozen=True, slots=True)
class Table:
    """A result: `rows` is read once and never held whole, so memory stays flat however long it is."""

    columns: tuple[str, ...]
    rows: Iterator[Sequence[Value]]


def text_of(value: Value) -> str:
    r"""The value as text: nothing for NULL, `\x` and hexadecimal digits for a blob."""
    if value is None:
        return ""
    return "\\x" + value.hex() if isinstance(value, bytes) else str(value)
