"""Are answers taken in order, parcels under way bounded, and lost ones done again?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from typing import Any

import pytest

from archive.core.errors import ClusterError
from archive.db.outcomes import FileOutcome, Outcome
from archive.ingest import dispatch
from archive.ingest.dispatch import Dispatch, window
from archive.ingest.parcels import Parcel
from archive.ingest.preparation import Prepared, Task


def task(number: int) -> Task:
    return Task(f"{number}.txt", f"/{number}.txt")


def done(tasks: Sequence[Task], by: str = "worker") -> list[Prepared]:
    return [FileOutcome(one.path, Outcome.SAME, by) for one in tasks]


class FakeCrew:
    """Workers that answer when they are asked; `deaths` are the sendings (counted from 0) whose worker dies."""

    def __init__(self, size: int = 2, deaths: Sequence[int] = (), error: Exception | None = None) -> None:
        self.size = size
        self.sent = self.answered = self.renewed = self.most = 0
        self.broken = False
        self._deaths = deaths
        self._error = error

    def submit(self, tasks: Sequence[Task]) -> Future[Any]:
        if self.broken:
            raise BrokenExecutor
        future: Future[Any] = Future()
        if self.sent in self._deaths:
            self.broken = True
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(done(tasks))
        self.sent += 1
        self.most = max(self.most, self.sent - self.answered)
        return future

    def receive(self, future: Future[Any]) -> list[Prepared]:
        self.answered += 1
        if self._error is not None:
            raise self._error
        answers: list[Prepared] = future.result()
        return answers

    def renew(self) -> None:
        self.renewed += 1
        self.broken = False

    def close(self) -> None:
        pass


def here(tasks: Sequence[Task]) -> list[Prepared]:
    return done(tasks, "here")


def run(crew: FakeCrew, parcels: int = 100, size: int = 1) -> list[tuple[str, str | None]]:
    """The paths in the order they came, and who prepared each."""
    sent = (Parcel((task(2 * n), task(2 * n + 1)), size) for n in range(parcels))
    pairs = list(Dispatch(crew, here).prepared(sent))
    assert all(isinstance(found, Task) and found.path == made.path for found, made in pairs)
    return [(made.path, made.reason) for _, made in pairs if isinstance(made, FileOutcome)]


ORDER = [f"{number}.txt" for number in range(200)]


def test_answers_come_in_order_and_few_parcels_are_under_way() -> None:
    crew = FakeCrew()
    assert [path for path, _ in run(crew)] == ORDER
    assert (crew.sent, crew.renewed) == (100, 0)
    assert crew.most == window(2)


def test_the_window_grows_with_the_workers_until_the_writer_is_behind_anyhow() -> None:
    assert [window(size) for size in (1, 2, 8, 16, 64)] == [8, 16, 64, 64, 128]


def test_large_parcels_are_bounded_by_their_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "ROOM", 100)
    crew = FakeCrew()
    assert [path for path, _ in run(crew, size=101)] == ORDER
    assert crew.most == 3  # one for each worker, and the one that is taken next


def test_parcels_are_made_no_sooner_than_they_are_sent() -> None:
    made: list[int] = []

    def parcels() -> Iterator[Parcel]:
        for number in range(1000):
            made.append(number)
            yield Parcel((task(number),), 1)

    answers = Dispatch(FakeCrew(), here).prepared(parcels())
    next(answers)
    assert len(made) == window(2)


def test_a_lost_parcel_is_sent_again() -> None:
    crew = FakeCrew(deaths=[7])
    told = run(crew)
    assert [path for path, _ in told] == ORDER
    assert {by for _, by in told} == {"worker"}
    assert crew.renewed == 1


def test_a_parcel_that_is_lost_twice_is_prepared_here() -> None:
    crew = FakeCrew(deaths=[0, 1])
    told = run(crew, 3)
    assert [path for path, _ in told] == ORDER[:6]
    assert told[0][1] == told[1][1] == "here"


def test_workers_that_keep_dying_are_given_up() -> None:
    crew = FakeCrew(deaths=range(1000))
    told = run(crew)
    assert [path for path, _ in told] == ORDER
    assert {by for _, by in told} == {"here"}
    assert crew.renewed == dispatch.MOST_BREAKS - 1


def test_what_a_worker_cannot_answer_is_prepared_here() -> None:
    told = run(FakeCrew(error=RecursionError("too deep to pickle")), 2)
    assert told == [(path, "here") for path in ORDER[:4]]


def test_an_error_that_ends_the_run_ends_it() -> None:
    with pytest.raises(ClusterError, match="gone"):
        run(FakeCrew(error=ClusterError("gone")))


def test_outcomes_keep_their_place_and_are_not_sent() -> None:
    skipped = FileOutcome("x.png", Outcome.SKIPPED)
    crew = FakeCrew()
    parcels = [Parcel((skipped, task(1), skipped), 1), Parcel((skipped,), 0)]
    found = [found for found, _ in Dispatch(crew, here).prepared(parcels)]
    assert found == [skipped, task(1), skipped, skipped]
    assert crew.sent == 1
