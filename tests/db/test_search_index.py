"""Does the search index hold the words of the texts after all that can befall them, on both engines?"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from archive.core.errors import ArchiveError
from archive.core.search_text import sought
from archive.db import schema
from archive.db.search_index import is_of_index, search_index
from archive.db.search_postgresql import vector
from archive.db.session import open_database, reading

if TYPE_CHECKING:
    from tests.conftest import Made
    from tests.db.conftest import Kept


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, kept: Kept) -> Iterator[Kept]:
    """An archive to put documents into, on each engine."""
    if request.param == "postgresql":
        kept.engine.dispose()
        kept.engine = open_database(request.getfixturevalue("postgresql_database"), write=True)
        schema.upgrade(kept.engine)
    yield kept
    kept.engine.dispose()


def found(engine: Engine, words: str) -> list[int]:
    with reading(engine) as connection:
        hits = search_index(connection).hits(connection, sought(words))
        return sorted(row[0] for row in connection.execute(hits))


def faults(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return search_index(connection).index_faults(connection)


def test_what_is_stored_is_found_by_title_and_body(either: Kept, made: type[Made]) -> None:
    either.add("a.txt", made("The Duma met.", title="Kremlin silent").article(1), made("Nobody met.").article(1))
    assert found(either.engine, "kremlin") == [1]
    assert found(either.engine, "met") == [1, 2]
    assert found(either.engine, "silent duma") == [1]
    assert found(either.engine, '"silent the"') == [], "a phrase does not run from the title into the body"
    assert faults(either.engine) == []


def test_what_is_replaced_is_found_no_longer(either: Kept, made: type[Made]) -> None:
    either.add("a.txt", made("An old text.").article(1))
    assert either.add("a.txt", made("A new text.").article(1)) == "replaced"
    assert (found(either.engine, "old"), len(found(either.engine, "new"))) == ([], 1)
    assert faults(either.engine) == []


def test_an_article_that_another_file_holds_stays(either: Kept, made: type[Made]) -> None:
    either.add("a.txt", made("One text.").article(1))
    either.add("b.txt", made("One text.").article(1))
    either.add("a.txt", made("Another.").article(1))
    assert found(either.engine, "one") == [1]
    assert faults(either.engine) == []


def test_a_title_that_comes_later_is_found(either: Kept, made: type[Made]) -> None:
    either.add("a.txt", made("One text.").article(1))
    either.add("b.txt", made("One text.", title="Kremlin").article(1), made("Two.").article(2))
    assert (found(either.engine, "kremlin"), found(either.engine, "two")) == ([1], [2])
    assert faults(either.engine) == []


def test_a_title_that_comes_in_the_same_batch_is_found(either: Kept, made: type[Made]) -> None:
    first, second = made("One text.").article(1), made("One text.", title="Kremlin").article(1)
    either.add_all([either.document("a.txt", first), either.document("b.txt", second)])
    assert found(either.engine, "kremlin") == [1]
    assert faults(either.engine) == []


def test_whoever_deletes_articles_leaves_nothing_in_the_index(either: Kept, made: type[Made]) -> None:
    either.add("a.txt", *(made(f"Text {number}.").article(1) for number in range(5)))
    with either.engine.begin() as connection:
        connection.execute(text("DELETE FROM articles WHERE id < 4"))
    assert found(either.engine, "text") == [4, 5]
    assert faults(either.engine) == []


def test_a_write_that_fails_leaves_the_index_as_it_was(
    either: Kept, made: type[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    either.add("a.txt", made("An old text.").article(1))
    monkeypatch.setattr("archive.db.store._drop_orphans", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        either.add("a.txt", made("A new text.").article(1))
    assert (found(either.engine, "old"), found(either.engine, "new")) == ([1], [])
    assert faults(either.engine) == []


def test_many_changes_in_any_order_leave_it_true(either: Kept, made: type[Made]) -> None:
    chance = random.Random(4)  # noqa: S311 - any order will do, the same each time
    words = ["arms", "talks", "Kremlin", "Duma", "Ulan-Ude", "O’Brien", "Żółć", "Şükrü", "1999"]
    for step in range(12):
        texts = [" ".join(chance.choices(words, k=chance.randrange(1, 30))) for _ in range(3)]
        articles = [made(one, title=chance.choice([None, "Duma"])).article(chance.randrange(1, 4)) for one in texts]
        either.add(f"{chance.randrange(3)}.txt", *articles, version=str(step))
    assert faults(either.engine) == []


LIES: dict[str, dict[str, tuple[str, ...]]] = {
    "sqlite": {
        "a changed text": ("DROP TRIGGER articles_reindex", "UPDATE articles SET body = 'Nothing' WHERE id = 1"),
        "an index row gone": (
            """INSERT INTO article_search(article_search, rowid, title, body)
            SELECT 'delete', id, title, body FROM articles WHERE id = 1""",
        ),
        "an index row too many": ("INSERT INTO article_search(rowid, body) VALUES (99, 'Nothing')",),
    },
    "postgresql": {
        "a changed text": ("UPDATE articles SET body = 'Nothing' WHERE id = 1",),
        "an index row gone": ("DELETE FROM article_search WHERE article_id = 1",),
        "another vector": ("UPDATE article_search SET words = 'nothing:1' WHERE article_id = 1",),
    },
}


def test_the_check_finds_what_does_not_agree_and_a_new_index_mends_it(either: Kept, made: type[Made]) -> None:
    for statements in LIES[either.engine.dialect.name].values():
        either.add("a.txt", made("One text.").article(1), made("Two texts.").article(1))
        with either.engine.begin() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        assert [fault.rpartition(" ")[2] for fault in faults(either.engine)] == ["reindex"], statements
        with either.engine.begin() as connection:
            search_index(connection).rebuild_index(connection)
        assert faults(either.engine) == []


def test_an_upgrade_indexes_what_is_stored_and_the_way_back_keeps_the_texts(either: Kept, made: type[Made]) -> None:
    either.add("a.txt", made("One text.", title="Kremlin").article(1))
    schema.downgrade(either.engine, "0001")
    with pytest.raises(DBAPIError):
        found(either.engine, "text")
    assert either.count("articles") == 1
    schema.upgrade(either.engine)
    assert (found(either.engine, "kremlin"), faults(either.engine)) == ([1], [])


def test_the_check_needs_no_right_to_write(kept: Kept, made: type[Made], database: str) -> None:
    kept.add("a.txt", made("One text.").article(1))
    kept.engine.dispose()
    reader = open_database(database, write=False)
    assert faults(reader) == []
    with pytest.raises((DBAPIError, ArchiveError), match=r"readonly|cannot be written"), reader.begin() as connection:
        search_index(connection).rebuild_index(connection)
    reader.dispose()


def test_the_models_know_nothing_of_the_index() -> None:
    assert [name for name in ("article_search", "article_search_data") if not is_of_index(name)] == []
    assert not is_of_index("articles")


def test_postgresql_looks_into_its_index_and_not_into_every_vector(postgresql_database: str) -> None:
    """Left alone, its planner takes a look into a vector for nothing, and reads them all."""
    engine = open_database(postgresql_database, write=True)
    schema.upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE article_search DROP CONSTRAINT fk_article_search_article_id_articles")
        connection.exec_driver_sql("INSERT INTO article_search SELECT n, 'talks:1' FROM generate_series(1, 50) AS n")
        connection.exec_driver_sql("ANALYZE article_search")
    with reading(engine) as connection:
        question = search_index(connection).hits(connection, sought("Walesa"))
        sql = str(question.compile(engine, compile_kwargs={"literal_binds": True}))
        plan = [str(row[0]) for row in connection.execute(text(f"EXPLAIN {sql}".replace(":", "\\:")))]
    engine.dispose()
    assert any("ix_article_search_words" in line for line in plan), plan


@pytest.mark.parametrize(
    "body",
    ["", "x" * 5000 + " y", " ".join(map(str, range(400_000))), "word " * 100_000],
    ids=["no word", "a word of 5 KB", "400,000 words", "a word 100,000 times"],
)
def test_no_text_is_too_much_for_a_vector(body: str, postgresql_database: str) -> None:
    engine = open_database(postgresql_database, write=True)
    with engine.connect() as connection:
        length = connection.exec_driver_sql("SELECT length(%s::tsvector)", (vector(None, body),)).scalar_one()
    engine.dispose()
    assert bool(length) == bool(body)
