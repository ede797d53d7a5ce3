"""Where do the words of a PostgreSQL statement stand, outside its texts and comments?

Needed for what the engine itself does not offer: a value by :name, and refusing functions that reach beyond the
database. SQLite needs neither.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"""
    (?P<blank>\s+|--[^\n]*)
    | (?P<comment>/\*)
    | (?P<dollar>\$(?:[^\W\d]\w*)?\$)
    | (?P<text>[eE]'(?:[^'\\]|''|\\.)*' | (?:[bBxXnN]|[uU]&)?'(?:[^']|'')*')
    | (?P<name>(?:[uU]&)?"(?:[^"]|"")*")
    | (?P<cast>::)
    | (?P<parameter>:[^\W\d]\w*)
    | (?P<word>[^\W\d][\w$]*)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a statement; `kind` is the name of a group of the pattern."""

    kind: str
    text: str


def words(sql: str) -> Iterator[Word]:
    """The pieces of the statement; put together again they are the statement."""
    at = 0
    while found := _TOKEN.match(sql, at):
        kind, end = str(found.lastgroup), found.end()
        if kind == "comment":
            end = _comment_end(sql, end)
        elif kind == "dollar":
            closing = sql.find(found[0], end)
            end = len(sql) if closing < 0 else closing + len(found[0])
        yield Word(kind, sql[at:end])
        at = end


def _comment_end(sql: str, at: int) -> int:
    """Past the end of a comment that begins before `at`; comments nest."""
    depth = 1
    for found in re.compile(r"/\*|\*/").finditer(sql, at):
        depth += 1 if found[0] == "/*" else -1
        if depth == 0:
            return found.end()
    return len(sql)


def statement_words(sql: str) -> list[Word]:
    """The pieces that mean something: no blanks, no comments."""
    return [word for word in words(sql) if word.kind not in {"blank", "comment"}]


def with_placeholders(sql: str, names: Collection[str]) -> str:
    """The statement with psycopg's placeholders in place of each :name of `names`, every other % doubled."""
    return "".join(
        f"%({word.text[1:]})s" if word.kind == "parameter" and word.text[1:] in names else word.text.replace("%", "%%")
        for word in words(sql)
    )
