"""Is a spreadsheet's cell never a formula, and does the documented rule give back what was written?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.table import Table, Value
from archive.export.excel import harmless, original


def cell(value: Value) -> Value:
    return next(harmless(Table(("a",), iter([(value,)]))).rows)[0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "--08-03", "\n=1"])  # noqa: RUF001 - meant
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cell(text) == "'" + text


@pytest.mark.parametrize("value", [-1, 1.5, None, "", "Itar-Tass", "a=b", 0])
def test_other_values_stay(value: Value) -> None:
    assert cell(value) == value


def test_a_column_name_is_made_harmless_too() -> None:
    assert harmless(Table(("=1",), iter([]))).columns == ("'=1",)


@given(st.text(st.sampled_from("'=+-@ \t\nab")))
def test_dropping_one_apostrophe_gives_the_text_back(text: str) -> None:
    assert original(str(cell(text))) == text
