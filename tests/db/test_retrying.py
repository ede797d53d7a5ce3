"""Is a transaction that the engine sacrificed run again, to the same end, and given up in one line after a while?

Deadlocks and overtaken transactions are real ones, where ARCHIVE_TEST_POSTGRES names a server.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.exc import IntegrityError

from archive.core.errors import DatabaseError
from archive.db import schema, session
from archive.db.retrying import TRIES, undeterred
from archive.db.runs import begin_run, end_run
from archive.db.session import open_database
from archive.db.store import Store
from tests.db.conftest import Kept

if TYPE_CHECKING:
    from tests.conftest import Made

T = TypeVar("T")


@pytest.fixture
def counters(postgresql_database: str) -> Iterator[Engine]:
    """An engine that takes no writers' lock, on a table of two counters that are 0."""
    engine = create_engine(postgresql_database)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE counters (name TEXT PRIMARY KEY, n INTEGER)"))
        connection.execute(text("INSERT INTO counters VALUES ('a', 0), ('b', 0)"))
    yield engine
    engine.dispose()


def add(connection: Connection, name: str, amount: int) -> None:
    connection.execute(text("UPDATE counters SET n = n + :n WHERE name = :name"), {"n": amount, "name": name})


def counted(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {str(name): int(n) for name, n in connection.execute(text("SELECT name, n FROM counters"))}


class Crossing:
    """Adds to two counters, the second only when somebody else holds it; counts how often it began and was done."""

    def __init__(self, engine: Engine, names: tuple[str, str], amount: int, met: threading.Barrier) -> None:
        self.engine, self.names, self.amount, self.met = engine, names, amount, met
        self.begun = self.done = 0

    def __call__(self) -> str:
        self.begun += 1
        with self.engine.begin() as connection:
            add(connection, self.names[0], self.amount)
            if self.begun == 1:
                self.met.wait(20)
            add(connection, self.names[1], self.amount)
        self.done += 1
        return self.names[0]


def test_of_two_that_wait_for_each_other_the_victim_begins_again_and_both_end(counters: Engine) -> None:
    met = threading.Barrier(2)
    two = [Crossing(counters, ("a", "b"), 1, met), Crossing(counters, ("b", "a"), 10, met)]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(undeterred, two)) == ["a", "b"]
    assert sorted(one.begun for one in two) == [1, 2]
    assert [one.done for one in two] == [1, 1]
    assert counted(counters) == {"a": 11, "b": 11}


class Overtaken:
    """Adds to a counter that another transaction changes after it was looked at, this many times."""

    def __init__(self, engine: Engine, times: int) -> None:
        self.engine, self.times = engine, times
        self.begun = 0

    def __call__(self) -> int:
        self.begun += 1
        with self.engine.execution_options(isolation_level="SERIALIZABLE").begin() as connection:
            before = int(connection.execute(text("SELECT n FROM counters WHERE name = 'a'")).scalar_one())
            if self.begun <= self.times:
                with self.engine.begin() as other:
                    add(other, "a", 100)
            add(connection, "a", 1)
        return before


def test_one_that_others_have_overtaken_begins_again_with_what_they_left(counters: Engine) -> None:
    transaction = Overtaken(counters, 2)
    assert undeterred(transaction) == 200
    assert transaction.begun == 3
    assert counted(counters) == {"a": 201, "b": 0}


def test_it_gives_up_in_one_line_and_leaves_nothing(counters: Engine) -> None:
    transaction = Overtaken(counters, TRIES)
    with pytest.raises(DatabaseError) as raised:
        undeterred(transaction)
    assert str(raised.value) == "another program got in the way 5 times; try again when that is done"
    assert transaction.begun == TRIES
    assert counted(counters) == {"a": 100 * TRIES, "b": 0}


def test_the_last_try_counts(counters: Engine) -> None:
    assert undeterred(Overtaken(counters, TRIES - 1)) == 100 * (TRIES - 1)


def test_what_is_at_fault_itself_is_tried_once() -> None:
    tries = []

    def fails() -> None:
        tries.append(1)
        message = "no such column"
        raise sqlite3.OperationalError(message)

    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        undeterred(fails)
    assert tries == [1]


@pytest.fixture
def shared(postgresql_database: str) -> Iterator[Kept]:
    """An archive on PostgreSQL."""
    engine = open_database(postgresql_database, write=True)
    schema.upgrade(engine)
    yield Kept(engine)
    engine.dispose()


@pytest.fixture
def stranger(shared: Kept) -> Iterator[Connection]:
    """A person's session, which never finds a deadlock first: the other one is the victim."""
    engine = create_engine(shared.engine.url)
    with engine.connect() as connection:
        connection.execute(text("SET deadlock_timeout = '1min'"))
        connection.commit()
        yield connection
        connection.rollback()
    engine.dispose()


def wait_for_a_waiter(connection: Connection) -> None:
    """Until another session of this database waits for a lock of a row."""
    waiting = text(
        "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
        " WHERE NOT l.granted AND a.datname = current_database() AND l.locktype = 'transactionid'"
    )
    deadline = time.monotonic() + 20
    while not connection.execute(waiting).scalar():
        assert time.monotonic() < deadline, "nobody waits"
        time.sleep(0.01)


ROWS = (
    "SELECT document, issue, body FROM article_details ORDER BY issue",
    "SELECT path, outcome FROM run_files ORDER BY run_id, path",
    "SELECT person, surface, link_basis FROM person_mention_details ORDER BY issue, surface",
    "SELECT count(*) FROM article_search",
)


def deadlocked(stranger: Connection, ours: Callable[[], T], held: str, wanted: str) -> T:
    """What `ours` gives, while the stranger has run `held` and, once ours waits for that, runs `wanted`."""
    stranger.execute(text(held))
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(ours)
        try:
            wait_for_a_waiter(stranger)
            stranger.execute(text(wanted))
            stranger.commit()
        finally:
            stranger.rollback()
        return running.result(60)


def test_a_write_that_a_persons_session_cost_its_transaction_loses_and_doubles_nothing(
    shared: Kept, stranger: Connection, made: type[Made], engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person holds the row of the run, and then wants the document that the write replaces."""
    first = shared.document("a.txt", made().names("Viktor Orlov").article(1))
    other = shared.document("a.txt", made().names("Viktor Orlov").names("Boris Yeltsin").article(1), version="2")
    more = shared.document("b.txt", made().names("Igor Ivanov").cites("Interfax", "--08-06").article(2))
    shared.add_all([first])
    failed, forget = [], Store.forget

    def noted(store: Store) -> None:
        failed.append(store.run)
        forget(store)

    monkeypatch.setattr(Store, "forget", noted)
    store = begin_run(shared.engine, shared.authority)
    held, wanted = f"UPDATE runs SET version = version WHERE id = {store.run}", "UPDATE documents SET path = path"  # noqa: S608 - a number
    outcomes = deadlocked(stranger, lambda: store.write([other, more]), held, wanted)
    assert [one.outcome.value for one in outcomes] == ["replaced", "new"]
    assert failed == [store.run]
    end_run(shared.engine, store)
    undisturbed = Kept(engine)
    undisturbed.add_all([first])
    undisturbed.add_all([other, more])
    for sql in ROWS:
        assert shared.rows(sql) == undisturbed.rows(sql)


def test_seeding_begins_again_too(shared: Kept, stranger: Connection) -> None:
    """The person holds an organization, and then wants the newsletters, which are seeded before."""
    shared.add_all([])
    fewer = replace(shared.authority, people=())
    held, wanted = "UPDATE organizations SET name = name", "UPDATE publications SET name = name"
    store = deadlocked(stranger, lambda: begin_run(shared.engine, fewer), held, wanted)
    end_run(shared.engine, store)
    assert shared.count("runs") == 2
    assert shared.rows("SELECT count(*) FROM people WHERE origin = 'seed'") == [(0,)]


def test_a_lock_that_is_waited_for_in_vain_is_told_in_one_line(
    shared: Kept, stranger: Connection, made: type[Made]
) -> None:
    """With a lock_timeout, which the server or the role may have."""
    with shared.engine.begin() as connection:
        name = connection.execute(text("SELECT current_database()")).scalar_one()
        connection.execute(text(f"ALTER DATABASE {name} SET lock_timeout = '200ms'"))
    shared.engine.dispose()
    store = begin_run(shared.engine, shared.authority)
    for held in ("UPDATE runs SET version = version", "LOCK TABLE articles IN SHARE MODE"):
        stranger.execute(text(held))
        with pytest.raises(DatabaseError, match=r"is locked by another program; try again when that is done$"):
            store.write([shared.document("a.txt", made().names("Igor Ivanov").article(1))])
        stranger.rollback()
    assert shared.count("documents") == 0


def hold(database: str, seconds: float) -> threading.Thread:
    """Hold SQLite's writers' lock for so long, from now on."""
    held = threading.Event()

    def holding() -> None:
        with closing(sqlite3.connect(database, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            held.set()
            time.sleep(seconds)

    thread = threading.Thread(target=holding)
    thread.start()
    assert held.wait(20)
    return thread


def test_a_writer_of_sqlite_waits_for_another_and_writes_once(kept: Kept, database: str, made: type[Made]) -> None:
    store = begin_run(kept.engine, kept.authority)
    other = hold(database, 0.5)
    store.write([kept.document("a.txt", made().names("Igor Ivanov").article(1))])
    other.join()
    assert kept.rows("SELECT path, outcome FROM run_files") == [("a.txt", "new")]


def test_a_writer_of_sqlite_that_waits_in_vain_tells_so_and_waits_no_second_time(
    database: str, made: type[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "BUSY_SECONDS", 0.3)
    engine = open_database(database, write=True)
    schema.upgrade(engine)
    kept = Kept(engine)
    store = begin_run(engine, kept.authority)
    other, begun = hold(database, 1.2), time.monotonic()
    with pytest.raises(DatabaseError, match=r"archive\.db is locked by another program; try again when that is done$"):
        store.write([kept.document("a.txt", made().names("Igor Ivanov").article(1))])
    assert time.monotonic() - begun < 0.6
    other.join()
    assert kept.count("documents") == 0


def test_what_a_run_wrote_before_a_failure_is_still_settled_at_its_end(kept: Kept, made: type[Made]) -> None:
    """The full name comes after the surname, whose mention only the end of the run can bring to him."""
    kept.add_all([])  # a run that seeds settles everything
    store = begin_run(kept.engine, kept.authority)
    store.write([kept.document("a.txt", made().names("Orlov").article(1))])
    store.write([kept.document("b.txt", made().names("Viktor Orlov").article(2))])
    one = kept.document("c.txt", made().names("Boris Yeltsin").article(3))
    with pytest.raises(IntegrityError):
        store.write([one, one])
    end_run(kept.engine, store)
    assert kept.people() == [("Orlov", "Viktor Orlov", "surname"), ("Viktor Orlov", "Viktor Orlov", "name")]
