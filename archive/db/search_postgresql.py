"""How does PostgreSQL search? By a vector of words beside each article, made here, under a GIN index.

The engine's own reading of a text would make one word of "Polit.ru" and three of "Ulan-Ude", would depend on the
database's locale, and folds diacritics only with an extension. So the words are those of `archive.core.search_text`, as
SQLite finds them. The vectors are no generated column: they are written in bulk when the rows are in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Text,
    column,
    func,
    literal,
    null,
    or_,
    select,
    table,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR

from archive.core.search_text import Phrase, Sought, alternatives, folded, folded_words

if TYPE_CHECKING:
    import psycopg

DDL: Final = (
    """CREATE TABLE article_search (
    article_id BIGINT CONSTRAINT pk_article_search PRIMARY KEY
        CONSTRAINT fk_article_search_article_id_articles REFERENCES articles (id) ON DELETE CASCADE,
    words TSVECTOR NOT NULL
)""",
    "CREATE INDEX ix_article_search_words ON article_search USING gin (words)",
)
"""What the newest migration creates."""

_SEARCH: Final = table("article_search", column("article_id", BigInteger), column("words", TSVECTOR))
_ARTICLES: Final = table("articles", column("id", BigInteger), column("title", Text), column("body", Text))
_CHUNK: Final = 500
"""Articles that are held in memory at once."""
_LAST_PLACE: Final = 16_383
_PLACES: Final = 255
_LONGEST_WORD: Final = 2_000
_ROOM: Final = 1_000_000
"""What a tsvector holds: places up to the first figure, 255 of them a word, words of 2 KB, 1 MB in all."""

_NO_WORD: Final = "too long"  # what has a blank in it is a word of no text
_BY_INDEX: Final = "SET LOCAL enable_seqscan = off"
"""The planner takes a look into a vector for nothing, and would read all of them: 20 ms of 10,000 articles, not 1."""
_MET: Final = """SELECT asked FROM unnest(%s::text[]) AS asked
WHERE EXISTS (SELECT 1 FROM article_search WHERE words @@ asked::tsquery)"""


def vector(title: str | None, body: str) -> str:
    """The words of an article with their places, in the syntax of a tsvector; those of the title weigh most.

    A blank place parts title and body, so that no phrase runs over. What a tsvector cannot hold is left out: in an
    article of more than 16,383 words phrases are found before that point only, and of one of many megabytes the words
    that are new near its end are not.
    """
    places: dict[str, list[str]] = {}
    of_title = folded_words(title or "")
    for at, word in enumerate(of_title, 1):
        places.setdefault(word, []).append(f"{min(at, _LAST_PLACE)}A")
    for at, word in enumerate(folded_words(body), len(of_title) + 2):
        places.setdefault(word, []).append(str(min(at, _LAST_PLACE)))
    return " ".join(_fitting(places))


def _fitting(places: dict[str, list[str]]) -> Iterator[str]:
    room = _ROOM
    for word, stands in places.items():
        size = len(word.encode())
        room -= size + 4 + 2 * min(len(stands), _PLACES)
        if room < 0:
            return
        if size <= _LONGEST_WORD:
            yield f"'{word}':{','.join(dict.fromkeys(stands[:_PLACES]))}"


def index_articles(connection: Connection, after: int, changed: Collection[int] = ()) -> None:
    """Put the articles whose key is above `after` into the index, and those `changed` anew."""
    numbers = sorted(changed)
    for at in range(0, len(numbers), _CHUNK):
        part = [number for number in numbers[at : at + _CHUNK] if number <= after]
        connection.execute(_SEARCH.delete().where(_SEARCH.c.article_id.in_(part)))
        _index(connection, _texts(connection, _ARTICLES.c.id.in_(part)))
    while texts := _texts(connection, _ARTICLES.c.id > after):
        _index(connection, texts)
        after = texts[-1][0]


def rebuild_index(connection: Connection) -> None:
    """Make the index anew."""
    connection.execute(_SEARCH.delete())
    index_articles(connection, 0)


ArticleText = tuple[int, str | None, str]
"""An article's key, title and body."""


def _texts(connection: Connection, which: ColumnElement[bool]) -> Sequence[ArticleText]:
    c = _ARTICLES.c
    query = select(c.id, c.title, c.body).where(which).order_by(c.id).limit(_CHUNK)
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def _index(connection: Connection, texts: Iterable[ArticleText]) -> None:
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    with driver.cursor() as cursor, cursor.copy("COPY article_search (article_id, words) FROM STDIN") as copy:
        for number, title, body in texts:
            copy.write_row((number, vector(title, body)))


def index_faults(connection: Connection) -> list[str]:
    """The number of articles whose vector is not the one of their text."""
    wrong, after = 0, 0
    while texts := _texts(connection, _ARTICLES.c.id > after):
        wrong += _wrong(connection, texts)
        after = texts[-1][0]
    if wrong:
        return [f"articles whose words are not those of their texts: {wrong}; run archive db reindex"]
    return []


def _wrong(connection: Connection, texts: Sequence[ArticleText]) -> int:
    """How many of the articles are indexed otherwise, or not at all; the vectors are compared by the engine."""
    made = select(
        func.unnest(literal([number for number, _, _ in texts], ARRAY(BigInteger))).label("article_id"),
        func.unnest(literal([vector(title, body) for _, title, body in texts], ARRAY(Text))).label("words"),
    ).subquery()
    words = sql_cast(made.c.words, TSVECTOR)
    question = (
        select(func.count())
        .select_from(made)
        .outerjoin(_SEARCH, _SEARCH.c.article_id == made.c.article_id)
        .where(or_(_SEARCH.c.words.is_(None), _SEARCH.c.words != words))
    )
    return int(connection.execute(question).scalar_one())


def hits(connection: Connection, wanted: Sought) -> Select[int, float, str | None]:
    """(article, rank, None) of each article that holds what is wanted, the best first.

    No excerpt, since what the engine would cut and mark does not know our words.
    """
    connection.exec_driver_sql(_BY_INDEX)
    query = sql_cast(literal(_expression(connection, wanted)), TSQUERY)
    long_texts_count_less = 1
    rank = -func.ts_rank_cd(_SEARCH.c.words, query, long_texts_count_less)
    found = select(_SEARCH.c.article_id.label("article"), rank.label("rank"), null().label("excerpt"))
    return found.where(_SEARCH.c.words.bool_op("@@")(query)).order_by(rank, _SEARCH.c.article_id)


def _expression(connection: Connection, wanted: Sought) -> str:
    """What is wanted, in the syntax of a tsquery."""
    if wanted.raw is not None:
        return folded(wanted.raw)
    return " & ".join(_together(phrase, alternatives(phrase, partial(_met, connection))) for phrase in wanted.phrases)


def _together(phrase: Phrase, words: list[list[str]]) -> str:
    """The words side by side, each in any of its spellings."""
    *before, last = words
    either = [*(_either(one, prefix=False) for one in before), _either(last, prefix=phrase.prefix)]
    return f"({' <-> '.join(either)})"


def _either(words: Sequence[str], *, prefix: bool) -> str:
    return f"({' | '.join(_quoted(folded(word), prefix=prefix) for word in words)})"


def _met(connection: Connection, words: Sequence[str], prefix: bool) -> list[str]:  # noqa: FBT001 - as a `Met`
    """Those of the words that the index has: each that it has not would still cost at every hit of the others."""
    asked = {_quoted(word, prefix=prefix): word for word in words}
    return [asked[row[0]] for row in connection.exec_driver_sql(_MET, (list(asked),))] if asked else []


def _quoted(word: str, *, prefix: bool) -> str:
    if len(word.encode()) > _LONGEST_WORD:
        word = _NO_WORD
    return f"'{word}'{':*' if prefix else ''}"
