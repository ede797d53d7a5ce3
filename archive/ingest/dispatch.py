"""Who prepares which files? Parcels go out to workers and come back in the order in which they were sent.

So many parcels are under way at most, so that the workers do not wait and what waits for the writer stays bounded. A
parcel that was lost with its worker is sent once more; then, and when workers keep dying, it is prepared here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass
from typing import Any, Final, Protocol

from archive.core.errors import ArchiveError
from archive.db.outcomes import FileOutcome
from archive.ingest.parcels import Parcel
from archive.ingest.preparation import Prepared, Task

MOST_LOSSES: Final = 2
"""So often a parcel is given to workers that die with it."""

MOST_BREAKS: Final = 3
"""After so many deaths without an answer in between, workers are no longer tried."""

ROOM: Final = 256 << 20
"""Bytes of files under way at most, once each worker has a parcel."""

Pair = tuple[Task | FileOutcome, Prepared]
"""A file as it was found and as it was prepared; twice the outcome where there was nothing to prepare."""


class Crew(Protocol):
    """Workers behind a `concurrent.futures.Executor`, on this machine or elsewhere."""

    @property
    def size(self) -> int:
        """How many parcels are worked on at once."""

    def submit(self, tasks: Sequence[Task]) -> Future[Any]:
        """Send tasks; BrokenExecutor where the workers are gone."""

    def receive(self, future: Future[Any]) -> list[Prepared]:
        """Wait for an answer; BrokenExecutor where the workers are gone, ArchiveError for what ends the run."""

    def renew(self) -> None:
        """Get new workers for those that are gone."""

    def close(self) -> None:
        """End the workers, whatever they are doing."""


@dataclass(slots=True)
class _Sent:
    """A parcel under way; without a future it is to be prepared here."""

    parcel: Parcel
    future: Future[Any] | None = None
    losses: int = 0

    def answered(self) -> bool:
        """Whether an answer is there already, whatever has become of the worker since."""
        one = self.future
        return one is not None and one.done() and not one.cancelled() and one.exception() is None


def window(size: int) -> int:
    """How many parcels are under way at most with `size` workers.

    While the writer stores a batch, each worker goes through several; a writer that falls behind many workers is not
    helped by more.
    """
    return max(2 * size, min(8 * size, 64))


class Dispatch:
    """Sends the parcels of one run; `here` prepares tasks in this process."""

    def __init__(self, crew: Crew, here: Callable[[Sequence[Task]], list[Prepared]]) -> None:
        self._crew = crew
        self._here = here
        self._flying: deque[_Sent] = deque()
        self._bytes = 0
        self._breaks = 0

    def prepared(self, parcels: Iterable[Parcel]) -> Iterator[Pair]:
        """The files of the parcels, prepared, in their order."""
        for parcel in parcels:
            sent = _Sent(parcel)
            self._send(sent)
            self._flying.append(sent)
            self._bytes += parcel.size
            while self._full():
                yield from self._next()
        while self._flying:
            yield from self._next()

    def _full(self) -> bool:
        under_way = len(self._flying)
        return under_way >= window(self._crew.size) or (under_way > self._crew.size and self._bytes > ROOM)

    def _next(self) -> Iterator[Pair]:
        sent = self._flying.popleft()
        answers = iter(self._answers(sent))
        self._bytes -= sent.parcel.size
        for item in sent.parcel.items:
            yield item, (next(answers) if isinstance(item, Task) else item)

    def _send(self, sent: _Sent) -> None:
        """Give the parcel to a worker, unless it or the workers have failed too often."""
        sent.future = None
        if self._breaks >= MOST_BREAKS or sent.losses >= MOST_LOSSES or not sent.parcel.tasks:
            return
        try:
            sent.future = self._crew.submit(sent.parcel.tasks)
        except (BrokenExecutor, OSError) as error:  # an OSError: the system gives no more processes
            sent.future = Future()
            sent.future.set_exception(error if isinstance(error, BrokenExecutor) else BrokenExecutor(str(error)))

    def _answers(self, sent: _Sent) -> list[Prepared]:
        while sent.future is not None:
            try:
                answers = self._crew.receive(sent.future)
            except BrokenExecutor:
                self._send_again([sent, *self._flying])
            except ArchiveError:
                raise
            except Exception:  # noqa: BLE001 - what a worker cannot answer is prepared here, and fails by the file
                break
            else:
                self._breaks = 0
                return answers
        return self._here(sent.parcel.tasks)

    def _send_again(self, sent: Iterable[_Sent]) -> None:
        """Send what was lost with the workers to new ones."""
        self._breaks += 1
        if self._breaks < MOST_BREAKS:
            self._crew.renew()
        for one in sent:
            if one.future is not None and not one.answered():
                one.losses += 1
                self._send(one)
