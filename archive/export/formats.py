r"""In which forms can a table be written? `Format` names them, `WRITERS` holds one writer for each.

A writer takes a Table and a text stream opened with newline="" and writes row by row. Values: a blob is `\x` and
hexadecimal digits everywhere. NULL is null in json and ndjson; in csv, tsv, table and markdown it is an empty cell,
as an empty text is (no column of the archive holds an empty text where it may hold NULL).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
from typing import Final

from archive.core.printable import VISIBLE, in_a_cell
from archive.core.table import Table, Value, text_of
from archive.export.aligned import write_table
from archive.export.sink import Sink

Row = Sequence[Value]


class Format(StrEnum):
    """A form of output; a file's name ends in it, but for txt (table) and md (markdown)."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    NDJSON = "ndjson"
    MARKDOWN = "markdown"


SUFFIXES: Final = {Format.TABLE: "txt", Format.MARKDOWN: "md"} | {
    form: str(form) for form in Format if form not in {Format.TABLE, Format.MARKDOWN}
}


def write_csv(table: Table, out: Sink, *, headers: bool = True) -> None:
    """RFC 4180: comma, CRLF, a cell with a comma, quote or line break in quotes."""
    import csv  # noqa: PLC0415 - each format pays for its own module only

    writer = csv.writer(out)
    if headers:
        writer.writerow(table.columns)
    writer.writerows(table.rows)


_TSV_ESCAPES: Final = {**VISIBLE, ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r", ord("\\"): "\\\\"}


def write_tsv(table: Table, out: Sink, *, headers: bool = True) -> None:
    r"""One line a row, cells parted by tabs; inside a cell backslash, tab and line breaks are \\, \t, \n and \r."""
    rows: Iterator[Row] = chain([table.columns], table.rows) if headers else table.rows
    for row in rows:
        cells = [value if type(value) is str else text_of(value) for value in row]
        whole = "".join(cells)  # one look at a row costs less than one at each cell
        if "\\" in whole or not whole.isprintable():
            cells = [cell.translate(_TSV_ESCAPES) for cell in cells]
        out.write("\t".join(cells) + "\n")


def write_markdown(table: Table, out: Sink, *, headers: bool = True) -> None:
    """A GitHub table; a line break inside a cell becomes a blank. It has no form without headers: they are empty."""
    names = table.columns if headers else ("",) * len(table.columns)
    out.write(_markdown_line(names))
    out.write("| --- " * len(names) + "|\n")
    out.writelines(_markdown_line(row) for row in table.rows)


def _markdown_line(row: Row) -> str:
    cells = (in_a_cell(text_of(value)).replace("\\", "\\\\").replace("|", "\\|") for value in row)
    return "| " + " | ".join(cells) + " |\n"


def write_json(table: Table, out: Sink, *, headers: bool = True) -> None:  # noqa: ARG001 - one form for all writers
    """A list of objects; a column whose name stands twice gets a number."""
    before = "[\n"
    for line in _objects(table):
        out.write(before + line)
        before = ",\n"
    out.write("\n]\n" if before != "[\n" else "[]\n")


def write_ndjson(table: Table, out: Sink, *, headers: bool = True) -> None:  # noqa: ARG001 - as above
    """An object a line."""
    out.writelines(line + "\n" for line in _objects(table))


def _objects(table: Table) -> Iterator[str]:
    from json import JSONEncoder  # noqa: PLC0415 - as above

    encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    names = _distinct(table.columns)
    for row in table.rows:
        try:
            yield encode(dict(zip(names, row, strict=True)))
        except (TypeError, ValueError):  # a blob or an infinite number
            yield encode({name: _json_value(value) for name, value in zip(names, row, strict=True)})


def _distinct(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    distinct = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        distinct.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return distinct


def _json_value(value: Value) -> Value:
    """JSON has neither blobs nor infinite numbers: they become text."""
    if isinstance(value, bytes) or (isinstance(value, float) and value - value != 0):
        return text_of(value)
    return value


Writer = Callable[..., None]
"""Writer(table, out, *, headers)"""

WRITERS: Final[dict[Format, Writer]] = {
    Format.TABLE: write_table,
    Format.CSV: write_csv,
    Format.TSV: write_tsv,
    Format.JSON: write_json,
    Format.NDJSON: write_ndjson,
    Format.MARKDOWN: write_markdown,
}
