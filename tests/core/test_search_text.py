"""Are typed words only words, whatever their signs, and is a text read as both engines read it?"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.names import PLAIN_LETTERS
from archive.core.search_text import Phrase, Sought, alternatives, folded, folded_words, plain, sought, spellings

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


SPELLINGS = {
    "a letter with a stroke": ("Walesa", ["wałesa", "waləsa", "wałəsa"]),
    "typed with it": ("Wałęsa", ["walesa", "waləsa", "wałəsa"]),
    "two letters in one": ("Aegir", ["aeg\u0131r", "aəgir", "ægir", "aəg\u0131r", "æg\u0131r"]),
    "one letter for two": ("dud", ["duđ", "duð", "đud", "ðud", "đuđ", "đuð", "ðuđ", "ðuð"]),
    "letters that overlap": ("sss", ["sß", "ßs"]),
    "none": ("Putn", []),
}


@pytest.mark.parametrize(("word", "others"), SPELLINGS.values(), ids=SPELLINGS)
def test_a_word_has_other_spellings_those_with_fewest_odd_letters_first(word: str, others: list[str]) -> None:
    found = spellings(word)
    assert sorted(found) == sorted(others)
    odd = [sum(letter in PLAIN_LETTERS for letter in one) for one in found if one != plain(word)]
    assert odd == sorted(odd)


def test_a_long_word_has_no_more_spellings_than_are_worth_a_look() -> None:
    start = time.process_time()
    for word in ("internationalization", "ld" * 5_000, "s" * 10_000):
        assert 60 <= len(spellings(word)) <= 64
    assert time.process_time() - start < 2


@given(st.text(st.characters(max_codepoint=0x17E), max_size=12))
def test_every_spelling_is_the_word_without_its_odd_letters(word: str) -> None:
    assert {plain(other) for other in spellings(word)} <= {plain(word)}
    assert all(folded(other) == other for other in spellings(word))


def test_only_spellings_that_are_met_stand_beside_a_word_and_only_the_last_is_a_start() -> None:
    asked = []

    def met(words: Sequence[str], prefix: bool) -> list[str]:  # noqa: FBT001 - as a `Met`
        asked.append(prefix)
        return [word for word in words if word == "wałesa"]

    assert alternatives(Phrase(("Lech", "Walesa"), prefix=True), met) == [["Lech"], ["Walesa", "wałesa"]]
    assert asked == [False, True]


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
