"""Are articles found by their words, whatever their spelling, the best first, with the words around the hits?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, Select, text

from archive.core.errors import QueryError
from archive.core.search_text import CLOSE, OPEN, Phrase, Sought, sought
from archive.db import schema
from archive.db.search_index import search_index
from archive.db.session import open_database, reading
from archive.queries.asked import Filters
from archive.queries.excerpts import excerpt
from archive.queries.search import fetch_found, list_found

LONG = " ".join(f"word{number}" for number in range(300))
ARTICLES = {
    1: ("ARMS TALKS IN MOSCOW", "The ministers met."),
    2: (None, "Arms were bought; of talks nothing was said."),
    3: (None, "That arms talks were held was denied."),
    4: (None, "Boris Yeltsin went to Ulan-Ude and met O’Brien, O'Brien said."),
    5: (None, "Mr. Klébanov, Şükrü Elekdağ and Lech Wałęsa AND others."),
    6: (None, f"{LONG} uranium {LONG}"),
    7: (None, "The same text."),
    8: (None, "The same text."),
    9: (None, "The same text."),
    10: (None, "talks " * 5 + LONG),
    11: (
        None,
        "Þór Guðmundsson, Ægir, Đorđe Đukić, Søren, KILIÇ and K\u0131l\u0131ç, Straße, Œuvre, Łucja Głąb, Heydər.",
    ),
}
ISSUES = {1: "2001-08-08", 2: "2001-08-09", 3: None}
ISSUE_OF = {7: 1, 8: 2, 9: 3}


def fill(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO publications (id, name, name_key, origin) VALUES (1, 'M', 'm', 'seed')"))
        names = "INSERT INTO publication_names (id, publication_id, name, name_key) VALUES (1, 1, 'M', 'm')"
        connection.execute(text(names))
        issues = """INSERT INTO issues
            (id, publication_id, volume, number, date, date_earliest, date_latest, date_basis)
            VALUES (:id, 1, 7, :id, :day, :day, :day, 'printed')"""
        connection.execute(text(issues), [{"id": number, "day": day} for number, day in ISSUES.items()])
        articles = """INSERT INTO articles (id, issue_id, position, title, body, body_sha256)
            VALUES (:id, :issue, 1, :title, :body, :digest)"""
        rows = [
            {"id": n, "issue": ISSUE_OF.get(n, 1), "title": title, "body": body, "digest": str(n)}
            for n, (title, body) in ARTICLES.items()
        ]
        connection.execute(text(articles), rows)
        search_index(connection).index_articles(connection, 0)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def connection(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A connection that reads ten articles, on each engine."""
    if request.param == "sqlite":
        target = str(tmp_path_factory.mktemp("search") / "archive.db")
    else:
        target = request.getfixturevalue("postgresql_of_module")
    engine = open_database(target, write=True)
    schema.upgrade(engine)
    fill(engine)
    with reading(engine) as reader:
        yield reader
    engine.dispose()


def found(connection: Connection, words: str, filters: Filters | None = None, *, raw: bool = False) -> list[int]:
    table = fetch_found(connection, sought(words, raw=raw), filters or Filters(limit=20))
    return [int(str(row[0])) for row in table.rows]


FOUND = {
    "words that stand apart": ("arms talks", {1, 2, 3}),
    "a phrase": ('"arms talks"', {1, 3}),
    "words of title and body": ("arms ministers", {1}),
    "a quotation mark alone beside a word": ('"arms talks were', {3, 2}),
    "a hyphen": ("Ulan-Ude", {4}),
    "a hyphen that is not printed so": ("ulan ude", {4}),
    "an apostrophe": ("O'Brien", {4}),
    "another apostrophe": ("O’Brien", {4}),
    "an operator": ("Wałęsa AND", {5}),
    "an operator that is no word of it": ("arms AND talks", set()),
    "no diacritics for some": ("Klebanov Sukru Elekdag", {5}),
    "diacritics for none": ("Yéltsin", {4}),
    "a letter with a stroke": ("Wałęsa", {5}),
    "no stroke for one": ("Walesa", {5}),
    "no stroke in a phrase": ('"lech walesa"', {5}),
    "no stroke in the start of a word": ("Lech Wale*", {5}),
    "a stroke for none": ("uran\u0131um", {6}),
    "letters in one": ("Thor Aegir Oeuvre Strasse", {11}),
    "letters that no diacritic makes": ("Gudmundsson Soren Kilic Heyder", {11}),
    "a letter for two, twice": ("Dorde Dukic", {11}),
    "several spellings in a phrase": ('"thor gudmundsson aegir dorde dukic soren"', {11}),
    "a stroke and a diacritic": ("Lucja Glab", {11}),
    "a stroke and another word": ("Walesa Yeltsin", set()),
    "case": ("YELTSIN uLAN", {4}),
    "the start of a word": ("minist*", {1}),
    "the start of the last word": ("arms ta*", {1, 2, 3}),
    "a part that is no start": ("inisters", set()),
    "a word longer than an index keeps": (f"arms {'l' * 3_000}", set()),
    "SQL": ("'; DROP TABLE articles;--", set()),
    "signs of the engines": ("arms & talks | ! : * ^ ( NEAR", set()),
    "signs alone beside words": ("arms & talks | ! : ^ (", {1, 2, 3}),
}


@pytest.mark.parametrize(("words", "articles"), FOUND.values(), ids=FOUND)
def test_what_is_typed_finds(words: str, articles: set[int], connection: Connection) -> None:
    assert set(found(connection, words)) == articles


def test_the_question_is_a_select(connection: Connection) -> None:
    assert isinstance(list_found(connection, sought("arms"), Filters()), Select)


def test_a_title_counts_more_than_a_body(connection: Connection) -> None:
    assert found(connection, "talks")[0] == 1


@pytest.mark.parametrize("limit", [3, None])
def test_what_is_as_good_comes_newest_first(limit: int | None, connection: Connection) -> None:
    assert found(connection, "same text", Filters(limit=limit)) == [8, 7, 9]


def test_of_what_is_as_good_a_limit_keeps_what_was_stored_first(connection: Connection) -> None:
    assert found(connection, "same text", Filters(limit=2)) == [8, 7]
    assert found(connection, "same text", Filters(limit=1)) == [7]


def test_no_row_is_given_where_none_is_asked_for(connection: Connection) -> None:
    assert found(connection, "same", Filters(limit=0)) == []


def test_filters_narrow_what_is_found(connection: Connection) -> None:
    day = dt.date(2001, 8, 9)
    assert found(connection, "same", Filters(since=day, limit=1)) == [8]
    assert found(connection, "same", Filters(until=day, issue=1, limit=5)) == [7]
    assert found(connection, "same", Filters(publication="M", volume=8)) == []
    assert found(connection, "same", Filters(person="Kim", organization="Duma", source="AP")) == []


def test_the_excerpt_is_the_text_around_the_hits_which_are_marked(connection: Connection) -> None:
    (row,) = fetch_found(connection, sought("uranium"), Filters(limit=1)).rows
    shown = str(row[-1])
    assert "[[uranium]]" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert 15 < len(shown.split()) < 30
    (row,) = fetch_found(connection, sought("Klebanov"), Filters()).rows
    assert "Mr. [[Klébanov]], Şükrü" in str(row[-1])


def test_a_hit_that_is_spelled_otherwise_is_marked(connection: Connection) -> None:
    (row,) = fetch_found(connection, sought("Lech Walesa"), Filters()).rows
    assert str(row[-1]).endswith("[[Lech]] [[Wałęsa]] AND others.")


RAW = {
    "sqlite": {"arms NOT held": {1, 2}, "title: arms": {1}, "NEAR(arms talks, 2)": {1, 3}, "ministers OR Lech": {1, 5}},
    "postgresql": {"Arms & !held": {1, 2}, "arms:a": {1}, "arms <-> talks": {1, 3}, "Ministers | Lech": {1, 5}},
}


def test_raw_words_are_the_engines_own_syntax(connection: Connection) -> None:
    for words, articles in RAW[connection.dialect.name].items():
        assert set(found(connection, words, raw=True)) == articles, words


@pytest.mark.parametrize("words", ['arms AND "', "arms talks (", "'arms", "& | a"])
def test_raw_words_that_the_engine_does_not_understand_are_told_in_one_line(words: str, connection: Connection) -> None:
    message = r"is not understood: [^\n]*without --raw"
    with pytest.raises(QueryError, match=message) as told, connection.begin_nested():
        found(connection, words, raw=True)
    assert "\n" not in str(told.value)


EXCERPTS = {
    "a short text": ("Two arms talks.", "arms talks", "Two [arms] [talks]."),
    "a phrase": ("Two arms talks.", '"arms talks"', "Two [arms talks]."),
    "diacritics": ("Klébanov met.", "klebanov", "[Klébanov] met."),
    "a start": ("Talks of talking.", "talk*", "[Talks] of [talking]."),
    "overlapping phrases": ("arms talks now", '"arms talks" "talks now"', "[arms talks] now"),
    "a phrase at the end": ("the talks", '"talks now"', "the talks"),
    "no hit": ("Nothing here.", "arms", "Nothing here."),
    "no word": ("...", "arms", "..."),
    "no text": ("", "arms", ""),
    "a letter with a stroke": ("Lech Walesa", "Wałęsa", "Lech [Walesa]"),
    "a letter typed without its stroke": ("Lech Wałęsa", "walesa", "Lech [Wałęsa]"),
    "two letters for one": ("Straße 1", "strasse", "[Straße] 1"),
}


@pytest.mark.parametrize(("body", "words", "expected"), EXCERPTS.values(), ids=EXCERPTS)
def test_hits_are_marked(body: str, words: str, expected: str) -> None:
    assert excerpt(body, sought(words)).replace(OPEN, "[").replace(CLOSE, "]") == expected


def test_the_excerpt_is_where_most_of_what_is_wanted_stands() -> None:
    body = f"arms arms arms {LONG} arms talks {LONG}"
    assert f"{OPEN}arms{CLOSE} {OPEN}talks{CLOSE}" in excerpt(body, sought("arms talks"))


def test_an_excerpt_that_the_engine_made_is_left_alone() -> None:
    made = f"…{OPEN}a{CLOSE} b"
    assert excerpt(made, Sought((Phrase(("b",)),))) == made
