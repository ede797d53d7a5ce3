"""How does SQLite search? By FTS5 over the texts as they stand in `articles`; the index alone takes room.

Articles come in by one INSERT ... SELECT a transaction, since a trigger a row takes six times as long (FTS5 writes out
what it holds before each statement with a trigger). They go and change by triggers, which take as long as deletes in
bulk would, and hold for whoever deletes. A trigger leaves alone what is not in the index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing
from functools import partial
from itertools import islice, product
from typing import Final, cast

from sqlalchemy import Connection, Float, Integer, Select, Text, column, func, literal, select, table

from archive.core.search_text import CLOSE, EXCERPT_WORDS, OPEN, Phrase, Sought, alternatives

DDL: Final = (
    """CREATE VIRTUAL TABLE article_search USING fts5(title, body, content='articles', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2')""",
    "INSERT INTO article_search(article_search, rank) VALUES ('rank', 'bm25(4.0, 1.0)')",
    """CREATE TRIGGER articles_unindex AFTER DELETE ON articles
WHEN EXISTS (SELECT 1 FROM article_search_docsize WHERE id = old.id)
BEGIN
    INSERT INTO article_search(article_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END""",
    """CREATE TRIGGER articles_reindex AFTER UPDATE OF id, title, body ON articles
WHEN EXISTS (SELECT 1 FROM article_search_docsize WHERE id = old.id)
BEGIN
    INSERT INTO article_search(article_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
    INSERT INTO article_search(rowid, title, body) VALUES (new.id, new.title, new.body);
END""",
)
"""What the newest migration creates; a word in a title counts as four in a body."""

_SEARCH: Final = table(
    "article_search", column("rowid", Integer), column("rank", Float), column("article_search", Text)
)


_MET: Final = """SELECT column1 FROM (VALUES {})
WHERE EXISTS (SELECT 1 FROM article_search WHERE article_search MATCH column1)"""
_MOST_PHRASES: Final = 64


def index_articles(connection: Connection, after: int, changed: Collection[int] = ()) -> None:  # noqa: ARG001 - triggers
    """Put the articles whose key is above `after` into the index; a trigger has seen to those `changed`."""
    connection.exec_driver_sql(
        "INSERT INTO article_search(rowid, title, body) SELECT id, title, body FROM articles WHERE id > ?", (after,)
    )


def rebuild_index(connection: Connection) -> None:
    """Make the index anew, in one piece."""
    for command in ("rebuild", "optimize"):
        connection.exec_driver_sql("INSERT INTO article_search(article_search) VALUES (?)", (command,))


def index_faults(connection: Connection) -> list[str]:
    """What FTS5 finds when it reads the texts and compares.

    Its command for that is an INSERT, which needs a database that can be written: a copy that nobody else sees. So the
    check neither needs rights nor waits for a writer.
    """
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    with closing(sqlite3.connect("")) as copy:
        driver.backup(copy)
        try:
            copy.execute("INSERT INTO article_search(article_search, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorname not in {"SQLITE_CORRUPT", "SQLITE_CORRUPT_VTAB"}:
                raise
            return ["it does not hold the words of the texts; run archive db reindex"]
    return []


def hits(connection: Connection, wanted: Sought) -> Select[int, float, str]:
    """(article, rank, excerpt) of each article that holds what is wanted, the best first.

    FTS5 itself gives them in this order and cuts an excerpt as a row is read: of those behind a limit it makes none.
    """
    snippet = func.snippet(_SEARCH.c.article_search, 1, OPEN, CLOSE, "…", EXCERPT_WORDS, type_=Text)
    found = select(_SEARCH.c.rowid.label("article"), _SEARCH.c.rank.label("rank"), snippet.label("excerpt"))
    matches = _SEARCH.c.article_search.bool_op("MATCH")(literal(_expression(connection, wanted)))
    return found.where(matches).order_by(_SEARCH.c.rank)


def _expression(connection: Connection, wanted: Sought) -> str:
    """What is wanted, in FTS5's syntax."""
    if wanted.raw is not None:
        return wanted.raw
    return " AND ".join(_either(phrase, alternatives(phrase, partial(_met, connection))) for phrase in wanted.phrases)


def _either(phrase: Phrase, words: list[list[str]]) -> str:
    """The phrase in each of its spellings; FTS5 has no other way to say that one word of it may be another."""
    spelled = [_quoted(" ".join(one), prefix=phrase.prefix) for one in islice(product(*words), _MOST_PHRASES)]
    return spelled[0] if len(spelled) == 1 else f"({' OR '.join(spelled)})"


def _met(connection: Connection, words: Sequence[str], prefix: bool) -> list[str]:  # noqa: FBT001 - as a `Met`
    """Those of the words that the index has: each that it has not would still cost at every hit of the others."""
    asked = {_quoted(word, prefix=prefix): word for word in words}
    if not asked:
        return []
    found = connection.exec_driver_sql(_MET.format(", ".join(["(?)"] * len(asked))), tuple(asked))
    return [asked[row[0]] for row in found]


def _quoted(words: str, *, prefix: bool) -> str:
    return f'"{words}"{" *" if prefix else ""}'
