"""Do the questions stand alone: no run, plain values, one order, and the words that the schema has?"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from sqlalchemy import Engine, Select, select

from archive.core.table import Value
from archive.db.models import ORGANIZATION_KINDS as STORED_KINDS
from archive.db.models import citations, metadata, publications
from archive.db.rows import plain
from archive.db.session import reading
from archive.db.views import VIEW_COLUMNS
from archive.queries import asked
from archive.queries.asked import Filters
from archive.queries.checks import checks
from archive.queries.citations import list_citations
from archive.queries.issues import list_articles, list_issues, list_publications
from archive.queries.mentions import list_organizations, list_people
from archive.queries.relations import count_of, everything_of, relation_names, relations
from archive.queries.run import fetch

ALL = Filters("Monitor", 7, 153, dt.date(2001, 8, 1), dt.date(2001, 8, 31), "AP", "Kim", "Kremlin", "media", 5)
LISTS = (list_publications, list_issues, list_articles, list_people, list_organizations, list_citations)


def test_kinds_are_those_of_the_schema() -> None:
    assert asked.ORGANIZATION_KINDS == STORED_KINDS
    sql = {str(check.sqltext) for check in citations.constraints if hasattr(check, "sqltext")}
    assert f"kind IN ({', '.join(repr(kind) for kind in asked.CITATION_KINDS)})" in sql


@pytest.mark.parametrize("question_of", LISTS)
@pytest.mark.parametrize("filters", [Filters(), ALL], ids=["nothing asked", "everything asked"])
def test_a_question_is_a_select_and_can_be_asked(question_of: object, filters: Filters, engine: Engine) -> None:
    question = question_of(filters)  # type: ignore[operator]
    assert isinstance(question, Select)
    with reading(engine) as connection:
        answer = fetch(connection, question)
        assert list(answer.rows) == []
        assert len(answer.columns) == len(set(answer.columns))
    engine.dispose()


def test_rows_stream_from_the_first_on(engine: Engine) -> None:
    with engine.begin() as connection:
        rows = [{"id": n, "name": f"n{n}", "name_key": f"n{n}", "origin": "seed"} for n in range(1, 6)]
        connection.execute(publications.insert(), rows)
    with reading(engine) as connection:
        answer = fetch(connection, select(publications.c.id).order_by(publications.c.id))
        assert next(answer.rows) == (1,)
        assert [row[0] for row in answer.rows] == [2, 3, 4, 5]
        assert next(fetch(connection, count_of("publications")).rows) == (5,)
    engine.dispose()


def test_everything_of_a_relation_has_its_columns_and_an_order(engine: Engine) -> None:
    for name in relation_names():
        question = everything_of(name)
        assert "ORDER BY" in str(question)
        with reading(engine) as connection:
            columns = fetch(connection, question).columns
        expected = VIEW_COLUMNS[name] if name in VIEW_COLUMNS else metadata.tables[name].c.keys()
        assert list(columns) == list(expected)
    engine.dispose()


def test_every_relation_and_column_is_described() -> None:
    for relation in relations():
        assert relation.comment
        assert all(text for _, text in relation.columns.values())


def test_an_empty_archive_is_sound(engine: Engine) -> None:
    with reading(engine) as connection:
        assert {what: next(fetch(connection, question).rows)[0] for what, question in checks()} == dict.fromkeys(
            (what for what, _ in checks()), 0
        )
    engine.dispose()


PLAIN = {
    "a day": (dt.date(2001, 8, 8), "2001-08-08"),
    "a time": (dt.datetime(2001, 8, 8, 12, tzinfo=dt.timezone(dt.timedelta(hours=2))), "2001-08-08 10:00:00.000000"),
    "a whole number": (Decimal("12.0"), 12),
    "another number": (Decimal("1.5"), 1.5),
    "a blob": (memoryview(b"ab"), b"ab"),
    "text": ("x", "x"),
    "nothing": (None, None),
    "a list": ([1, 2], "[1, 2]"),
}


@pytest.mark.parametrize(("value", "expected"), PLAIN.values(), ids=PLAIN)
def test_what_a_driver_gives_becomes_what_sqlite_would_give(value: object, expected: Value) -> None:
    assert plain(value) == expected
