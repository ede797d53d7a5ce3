"""Where do words stand in a PostgreSQL statement, and where is :name no parameter?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.db.words import statement_words, with_placeholders, words

PLACED = {
    "a parameter": ("SELECT :a", "SELECT %(a)s"),
    "twice": ("SELECT :a + :a", "SELECT %(a)s + %(a)s"),
    "a cast": ("SELECT :a::text", "SELECT %(a)s::text"),
    "one that has no value": ("SELECT x[1:b]", "SELECT x[1:b]"),
    "a percent sign": ("SELECT '5%' LIKE :a", "SELECT '5%%' LIKE %(a)s"),
    "in a text": ("SELECT ':a', :a", "SELECT ':a', %(a)s"),
    "in a text with a quote": ("SELECT 'it''s :a', :a", "SELECT 'it''s :a', %(a)s"),
    "in a text with escapes": (r"SELECT E'\':a', :a", r"SELECT E'\':a', %(a)s"),
    "in a name": ('SELECT ":a" FROM t', 'SELECT ":a" FROM t'),
    "in a comment": ("SELECT 1 -- :a\n, :a", "SELECT 1 -- :a\n, %(a)s"),
    "in comments that nest": ("SELECT /* /* :a */ :a */ :a", "SELECT /* /* :a */ :a */ %(a)s"),
    "between dollars": ("SELECT $x$ :a $y$ $x$, :a", "SELECT $x$ :a $y$ $x$, %(a)s"),
}


@pytest.mark.parametrize(("sql", "expected"), PLACED.values(), ids=PLACED)
def test_only_a_parameter_with_a_value_becomes_a_placeholder(sql: str, expected: str) -> None:
    assert with_placeholders(sql, {"a"}) == expected


@given(st.text(st.sampled_from("ab1 '\"$:-/*\n\\eEuU&(")))
def test_the_pieces_are_the_statement(sql: str) -> None:
    assert "".join(word.text for word in words(sql)) == sql


def test_blanks_and_comments_mean_nothing() -> None:
    assert [word.text for word in statement_words(" -- a\n/* b */ SELECT/**/1")] == ["SELECT", "1"]
