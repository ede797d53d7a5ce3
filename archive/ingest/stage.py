"""Where do the pure stages of a run take place? Here, in processes of this machine, or on a cluster: rows are the same.

Processes take half a second of a core each to start. They are started once it is known how long a file takes and that
enough files lie ahead; until they are ready, this process goes on. Few files, or files that are all known, never pay
for them. Whoever names a cluster gets it from the first file on.
"""

from __future__ import annotations

import math
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from archive.core.errors import InputError
from archive.db.outcomes import FileOutcome, Outcome
from archive.ingest.dispatch import Dispatch, Pair
from archive.ingest.parcels import Parcel, parcels
from archive.ingest.preparation import Prepared, Task, prepare
from archive.ingest.workers import Load
from archive.read.reading import load as load_bytes

if TYPE_CHECKING:
    from archive.ingest.cluster import Cluster
    from archive.ingest.pool import Pool

FIRST_SECONDS: Final = 0.3
"""Seconds of preparing here after which the speed is known; the first file costs as much again."""

WORTH_SECONDS: Final = 3.0
"""Seconds of work that must lie ahead for workers to be started: about twice what they cost where there are two."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """Who works: `jobs` processes of this machine, or the workers of the `cluster` at that address.

    `ship` sends them the files; without it they read them where this process does. Processes are started where work
    of `worth` seconds lies ahead; without waiting for work to be seen where that is 0.
    """

    jobs: int = 1
    cluster: str | None = None
    ship: bool = False
    worth: float = WORTH_SECONDS


def usable_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Stage:
    """The pure stages of one run; a context that ends its workers, however the run ends."""

    def __init__(self, workforce: Workforce, load: Load) -> None:
        """Raises an ArchiveError for a cluster that cannot be worked with, before anything is stored."""
        self._workforce = workforce
        self._load = load
        self._pool: Pool | None = None
        self._cluster: Cluster | None = None
        if workforce.cluster is not None:
            from archive.ingest.cluster import Cluster  # noqa: PLC0415 - only who has a cluster pays for it

            self._cluster = Cluster(workforce.cluster, load)
        self._authority = load()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        crew = self._cluster or self._pool
        if crew is not None:
            crew.close()

    def prepared(self, items: Iterable[Task | FileOutcome]) -> Iterator[Pair]:
        """The files, prepared, in their order, whoever prepares them."""
        ahead = _Ahead(parcels(items))
        if self._cluster is not None:
            yield from self._on_cluster(self._cluster, ahead)
        else:
            yield from self._begun_here(ahead)
            if self._pool is not None:
                yield from Dispatch(self._pool, self._here).prepared(ahead)

    def _on_cluster(self, cluster: Cluster, ahead: _Ahead) -> Iterator[Pair]:
        if not self._workforce.ship:
            cluster.require_shared(task.location for item in ahead.seen(1) for task in item.tasks)
        sent = map(_shipped, ahead) if self._workforce.ship else ahead
        yield from Dispatch(cluster, self._here).prepared(sent)

    def _begun_here(self, ahead: _Ahead) -> Iterator[Pair]:
        """The files of as many parcels as are prepared in this process."""
        spent, done = 0.0, 0
        if self._workforce.jobs > 1 and self._workforce.worth <= 0:
            self._pool = _pool(self._workforce.jobs, self._load)
            return
        while self._pool is None or not self._pool.ready():
            if self._pool is None and self._pays(ahead, spent, done):
                self._pool = _pool(self._workforce.jobs, self._load)
            parcel = next(ahead, None)
            if parcel is None:
                return
            start = time.perf_counter()
            prepared = iter(self._here(parcel.tasks))
            spent += time.perf_counter() - start
            done += 1
            for item in parcel.items:
                yield item, (next(prepared) if isinstance(item, Task) else item)

    def _pays(self, ahead: _Ahead, spent: float, done: int) -> bool:
        """Whether more than one process will be done sooner, from the time that the first parcels took here."""
        if self._workforce.jobs == 1 or spent < FIRST_SECONDS:
            return False
        needed = math.ceil(self._workforce.worth * done / spent)
        return len(ahead.seen(needed)) == needed

    def _here(self, tasks: Sequence[Task]) -> list[Prepared]:
        return prepare(tasks, self._authority)


class _Ahead(Iterator[Parcel]):
    """Parcels, of which some may be looked at before they are taken."""

    def __init__(self, rest: Iterator[Parcel]) -> None:
        self._rest = rest
        self._seen: deque[Parcel] = deque()

    def __next__(self) -> Parcel:
        return self._seen.popleft() if self._seen else next(self._rest)

    def seen(self, number: int) -> Sequence[Parcel]:
        """The next parcels, `number` of them if there are so many."""
        self._seen.extend(islice(self._rest, max(0, number - len(self._seen))))
        return list(islice(self._seen, number))


def _pool(size: int, load: Load) -> Pool:
    from archive.ingest.pool import Pool  # noqa: PLC0415 - few files do without

    return Pool(size, load)


def _shipped(parcel: Parcel) -> Parcel:
    """The parcel with the bytes of its files."""
    return Parcel(tuple(_with_bytes(item) if isinstance(item, Task) else item for item in parcel.items), parcel.size)


def _with_bytes(task: Task) -> Task | FileOutcome:
    if task.data is not None:
        return task
    try:
        return replace(task, data=load_bytes(task.location, task.largest))
    except InputError as error:
        return FileOutcome(task.path, Outcome.FAILED, str(error))
