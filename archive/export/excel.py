"""How does a table open in a spreadsheet without a cell that is run as a formula?

A spreadsheet takes a text that begins with = + - @ (or their full-width forms, or after blanks) for a formula. Such a
text gets an apostrophe before it, and so does a text that begins with an apostrophe. So the rule to undo it is: in a
cell that begins with an apostrophe, drop that one character. Numbers are left alone. The file begins with a BOM, by
which a spreadsheet knows UTF-8.
"""

from __future__ import annotations

import re
from typing import Final

from archive.core.table import Table, Value

ENCODING: Final = "utf-8-sig"
"""UTF-8 with the BOM."""

_RISKY: Final = re.compile(r"\s*[=+\-@'＝＋－＠]|[\t\r\n]")  # noqa: RUF001 - the full-width forms are meant


def harmless(table: Table) -> Table:
    """The table with every text that a spreadsheet could run made plain text."""
    rows = (tuple(_guard(value) for value in row) for row in table.rows)
    return Table(tuple(str(_guard(name)) for name in table.columns), rows)


def _guard(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and _RISKY.match(value) else value


def original(cell: str) -> str:
    """Undo `harmless`."""
    return cell.removeprefix("'")
