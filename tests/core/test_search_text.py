"""Are typed words only words, whatever their signs, and is a text read as both engines read it?"""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.search_text import Phrase, Sought, folded, folded_words, sought

TYPED = {
    "several words": ("arms  talks", [("arms",), ("talks",)]),
    "a phrase": ('"arms talks" Kim', [("arms", "talks"), ("Kim",)]),
    "a typographic phrase": ("“arms talks”", [("arms", "talks")]),
    "an empty phrase": ('"" talks', [("talks",)]),
    "an unbalanced quotation mark": ('"arms talks', [("arms",), ("talks",)]),
    "an unbalanced one after a phrase": ('"arms talks" "Kim', [("arms", "talks"), ("Kim",)]),
    "a hyphen": ("Ulan-Ude", [("Ulan", "Ude")]),
    "an apostrophe": ("O'Brien", [("O", "Brien")]),
    "a typographic apostrophe": ("O’Brien", [("O", "Brien")]),
    "operators": ("arms AND NOT (talks)", [("arms",), ("AND",), ("NOT",), ("talks",)]),
    "signs": ("- & talks : ^ ;--", [("talks",)]),
    "a combining accent": ("Kle\u0301banov", [("Kle\u0301banov",)]),
    "a word twice": ("talks talks", [("talks",)]),
    "digits": ("T-80 2001", [("T", "80"), ("2001",)]),
    "nothing": ("\" ' % _ \u2603", []),
}


@pytest.mark.parametrize(("text", "phrases"), TYPED.values(), ids=TYPED)
def test_what_is_typed_is_words(text: str, phrases: list[tuple[str, ...]]) -> None:
    assert sought(text) == Sought(tuple(map(Phrase, phrases)))


def test_a_star_after_a_word_is_the_start_of_one_outside_quotation_marks() -> None:
    assert sought('talk* "arms ta*" *') == Sought((Phrase(("talk",), prefix=True), Phrase(("arms", "ta"))))


def test_what_is_raw_is_kept_as_it_is() -> None:
    assert sought("arms NOT talks*", raw=True).raw == "arms NOT talks*"
    assert sought("* ( ", raw=True).phrases == ()


def test_a_letter_with_a_stroke_is_looked_for_without_it_too() -> None:
    assert Phrase(("Wałęsa",)).spellings() == (Phrase(("Wałęsa",)), Phrase(("Walęsa",)))
    assert Phrase(("Walesa",)).spellings() == (Phrase(("Walesa",)),)


def test_case_and_diacritics_are_folded() -> None:
    assert folded("KLÉBANOV Şükrü İstanbul e\u0301") == "klebanov sukru istanbul e"


@given(st.text(st.characters(max_codepoint=0x17E, exclude_characters="\0µ"), max_size=40))
def test_the_words_are_those_of_unicode61(text: str) -> None:
    """Of Latin letters, which the newsletters are printed in: PostgreSQL finds what SQLite finds."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    connection.execute("INSERT INTO t VALUES (?)", (text,))
    words = [row[0] for row in connection.execute("SELECT term FROM v ORDER BY offset")]
    connection.close()
    assert folded_words(text) == words
