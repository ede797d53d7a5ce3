"""Does every format write what it was given, so that it can be read back?"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.table import Table, Value
from archive.export.aligned import display_width, lines_of, write_table
from archive.export.formats import SUFFIXES, WRITERS, Format

ESCAPES = "\x1b[31mred\x9b0m\x07"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
CELLS = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), TEXTS)
ROWS = st.lists(st.tuples(CELLS, CELLS))


def table(*rows: Sequence[Value], columns: Sequence[str] = ("a", "b")) -> Table:
    return Table(tuple(columns), iter(rows))


def written(form: Format, *rows: Sequence[Value], headers: bool = True, columns: Sequence[str] = ("a", "b")) -> str:
    out = io.StringIO(newline="")
    WRITERS[form](table(*rows, columns=columns), out, headers=headers)
    return out.getvalue()


def unescaped(cell: str) -> str:
    """Undo what TSV does to a cell of printable text, tabs, breaks and backslashes."""
    pieces = cell.split("\\\\")
    return "\\".join(p.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r") for p in pieces)


def test_each_format_has_a_writer_and_a_suffix() -> None:
    assert set(WRITERS) == set(SUFFIXES) == set(Format)


def test_csv_is_rfc_4180() -> None:
    assert written(Format.CSV, ("x, y", 'say "hi"'), (None, ""), ("two\nlines", 1.5)) == (
        'a,b\r\n"x, y","say ""hi"""\r\n,\r\n"two\nlines",1.5\r\n'
    )


@given(ROWS)
def test_csv_reads_back(rows: list[tuple[Value, Value]]) -> None:
    read = list(csv.reader(io.StringIO(written(Format.CSV, *rows), newline=""), strict=True))
    assert read == [["a", "b"], *([("" if v is None else str(v)) for v in row] for row in rows)]


@given(ROWS)
def test_json_and_ndjson_read_back_with_null_and_empty_text_apart(rows: list[tuple[Value, Value]]) -> None:
    expected = [{"a": a, "b": b} for a, b in rows]
    assert json.loads(written(Format.JSON, *rows)) == expected
    assert [json.loads(line) for line in written(Format.NDJSON, *rows).split("\n")[:-1]] == expected


@given(st.lists(st.tuples(st.text(st.sampled_from("ab\\\t\n\r tn")), st.text(st.sampled_from("ab\\\t\n\r tn")))))
def test_tsv_keeps_a_row_on_a_line_and_reads_back(rows: list[tuple[str, str]]) -> None:
    lines = written(Format.TSV, *rows).split("\n")
    assert lines[-1] == ""
    assert [tuple(unescaped(cell) for cell in line.split("\t")) for line in lines[1:-1]] == rows


def test_json_of_nothing_is_an_empty_list() -> None:
    assert (written(Format.JSON), written(Format.NDJSON)) == ("[]\n", "")


def test_json_numbers_a_name_that_stands_twice() -> None:
    assert json.loads(written(Format.JSON, (1, 2, 3), columns=("n", "n", "m"))) == [{"n": 1, "n_2": 2, "m": 3}]


def test_what_json_cannot_hold_is_text() -> None:
    assert json.loads(written(Format.JSON, (float("inf"), b"\0\xff"))) == [{"a": "inf", "b": r"\x00ff"}]


@pytest.mark.parametrize("form", [Format.TABLE, Format.TSV, Format.MARKDOWN])
def test_no_escape_sequence_reaches_the_terminal(form: Format) -> None:
    out = written(form, (ESCAPES, "left\u202eright"), columns=(ESCAPES, "b\r"))
    assert [c for c in out if not c.isprintable() and c not in "\n\t"] == []
    assert r"\x1b[31mred" in out
    assert r"\u202e" in out


@pytest.mark.parametrize("form", [Format.TABLE, Format.MARKDOWN])
def test_a_cell_stays_on_its_line(form: Format) -> None:
    out = written(form, ("one\r\ntwo\u2028three", "x"), ("y", "z"))
    assert len(out.splitlines()) == 4


def test_markdown_escapes_what_parts_cells() -> None:
    assert written(Format.MARKDOWN, ("a|b", "c\\d"), headers=True) == ("| a | b |\n| --- | --- |\n| a\\|b | c\\\\d |\n")


def test_headers_can_be_left_out() -> None:
    assert written(Format.CSV, (1, 2), headers=False) == "1,2\r\n"
    assert written(Format.TSV, (1, 2), headers=False) == "1\t2\n"
    assert written(Format.TABLE, (1, 2), headers=False) == "1  2\n"
    assert written(Format.MARKDOWN, (1, 2), headers=False) == "|  |  |\n| --- | --- |\n| 1 | 2 |\n"


def test_a_table_puts_numbers_to_the_right_and_counts_wide_characters_twice() -> None:
    rows: list[Sequence[Value]] = [("조선", 5), ("cafe\u0301", 1234), (None, None)]
    assert written(Format.TABLE, *rows) == "a        b\n----  ----\n조선     5\ncafé  1234\n\n".replace("é", "e\u0301")


def test_a_table_fits_the_screen_by_cutting_its_widest_column() -> None:
    out = io.StringIO()
    write_table(table(("short", "long " * 40), ("s", "x")), out, width=40)
    lines = out.getvalue().splitlines()
    assert max(map(display_width, lines)) <= 40
    assert lines[2].startswith("short  long long")
    assert lines[2].endswith("…")


def test_columns_that_would_be_cut_beyond_reading_stand_below_each_other() -> None:
    out = io.StringIO()
    write_table(table(("one two three four five six seven", "x" * 30), ("y", None)), out, width=40)
    assert out.getvalue() == f"a  one two three four five six seven\nb  {'x' * 30}\n\na  y\n"
    out = io.StringIO()
    write_table(table(("eins zwei drei " * 4, "x" * 30)), out, width=40)
    assert out.getvalue().startswith("a  eins zwei drei eins zwei drei eins\n   zwei drei")


def test_a_writer_takes_rows_one_by_one() -> None:
    """A million rows are never held: after the sample of the table each row is asked for when the last is written."""
    out = io.StringIO()
    asked = []

    def rows() -> Iterator[Sequence[Value]]:
        for number in range(1_000):
            asked.append(out.tell())
            yield (number, "x" * 1_000)

    for form in Format:
        asked.clear()
        WRITERS[form](Table(("a", "b"), rows()), out, headers=True)
        assert asked[-1] > asked[500] > asked[300], form


def test_prose_is_broken_at_blanks() -> None:
    broken: Iterable[str] = lines_of("one two  three\nfour", 9)
    assert list(broken) == ["one two", "three", "four"]
