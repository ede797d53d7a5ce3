"""Workers of a Dask cluster: who they are, whether they are fit for the work, and what becomes of it when they go.

Dask itself gives the work of a lost worker to another one. What it gives up, because several workers died with it, is
prepared in this process like what the local pool gives up; without its scheduler a run ends, and the next completes it.
"""

from __future__ import annotations

import logging
import os
import pickle
import time
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import CancelledError, Executor, Future
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from archive.core.errors import ClusterError, MissingExtraError, UsageError
from archive.core.version import VERSION
from archive.ingest.fingerprint import fingerprint
from archive.ingest.packing import unpack
from archive.ingest.preparation import Prepared, Task
from archive.ingest.workers import Load, answer_sent

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS: Final = 5
"""How long the scheduler may take to answer."""

WORKER_SECONDS: Final = 60
"""How long the cluster may be without any worker in the middle of a run: a new one may be on its way."""

_LOOK_SECONDS: Final = 2
_LOGGERS: Final = ("distributed", "distributed.client", "tornado.application")
Fitness = tuple[str, str, bool] | None
"""A worker's version and fingerprint, and whether it reads the first file; None where the package is missing."""


class Cluster:
    """A `Crew` of the workers at a scheduler, each of which has this very program."""

    def __init__(self, address: str, load: Load) -> None:
        self._address = address
        self._load = load
        self._client = _connect(address)
        self._idle_since: float | None = None
        try:
            self._require_fit_workers(None)
            self.size = sum(self._client.nthreads().values())
            self._executor: Executor = self._client.get_executor(pure=False)
        except BaseException:
            self._client.close()
            raise

    def require_shared(self, locations: Iterable[str]) -> None:
        """Raise ClusterError unless all workers can read the first of the files that this process can."""
        shared = next((location for location in locations if os.access(location, os.R_OK)), None)
        if shared is not None:
            self._require_fit_workers(shared)

    def submit(self, tasks: Sequence[Task]) -> Future[bytes]:
        """Send tasks to the cluster, packed, so that Dask does not look into them."""
        sent = pickle.dumps(tuple(tasks), pickle.HIGHEST_PROTOCOL)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a large file is no large graph
            return self._executor.submit(answer_sent, sent, self._load)

    def receive(self, future: Future[Any]) -> list[Prepared]:
        """Wait for an answer; ClusterError where none will come."""
        try:
            while True:
                try:
                    return unpack(future.result(timeout=_LOOK_SECONDS))
                except TimeoutError:
                    if future.done():
                        raise
                    self._require_workers()
        except CancelledError:
            raise self._lost() from None

    def renew(self) -> None:
        """Nothing: the scheduler gets on with the workers that are left."""

    def close(self) -> None:
        """Call off what is under way and leave the cluster as it was."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def _require_fit_workers(self, shared: str | None) -> None:
        """Raise ClusterError unless there are workers and each has this program, and reads `shared`."""
        try:
            self._client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except TimeoutError:
            message = f"{self._address} has no workers; start some with: dask worker {self._address} --nthreads 1"
            raise ClusterError(message) from None
        found: Mapping[str, Fitness] = self._client.run(_probe(), shared)
        for worker, fitness in sorted(found.items()):
            trouble = _trouble(fitness, shared)
            if trouble is not None:
                message = f"the cluster's worker {worker} {trouble}"
                raise ClusterError(message)

    def _require_workers(self) -> None:
        """Raise ClusterError where the scheduler is gone, or has been without workers for too long."""
        if self._client.status != "running":
            raise self._lost()
        if self._client.nthreads():
            self._idle_since = None
            return
        self._idle_since = self._idle_since or time.monotonic()
        if time.monotonic() - self._idle_since > WORKER_SECONDS:
            message = f"{self._address} has lost all its workers; start some and run the command again to go on"
            raise ClusterError(message)

    def _lost(self) -> ClusterError:
        return ClusterError(f"the scheduler at {self._address} is gone; what is stored stays, run the command again")


def _connect(address: str) -> Client:
    """A client of the scheduler at `address`; ArchiveError in one line where there is none."""
    if not _is_address(address):
        message = f"not the address of a scheduler: {address}; write tcp://host:8786"
        raise UsageError(message)
    try:
        import distributed  # noqa: PLC0415 - an extra, and a second of start-up
    except ImportError:
        message = 'a cluster needs Dask; run: pip install "newsletter-archive[cluster]"'
        raise MissingExtraError(message) from None
    for name in _LOGGERS:  # what matters is told in one line
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions that differ: ours is what must be the same
            return distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except OSError:
        message = f"no Dask scheduler answers at {address}; check the address, or start one with: dask scheduler"
        raise ClusterError(message) from None


def _is_address(text: str) -> bool:
    """Whether this names a host and a port; Dask's own refusal of an address leaves a client that does not end."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"tcp", "tls", "ws", "wss"} and bool(parts.hostname) and bool(parts.port)
    except ValueError:
        return False


def _probe() -> Callable[[str | None], Fitness]:
    """The question to a worker, as a function that is sent whole: the worker may not have this package."""

    def probe(shared: str | None) -> Fitness:
        import os  # noqa: PLC0415 - it runs elsewhere

        try:
            from archive.core.version import VERSION as version  # noqa: N811, PLC0415 - as above
            from archive.ingest.fingerprint import fingerprint as marks  # noqa: PLC0415 - as above
        except ImportError:
            return None
        return version, marks(), shared is None or os.access(shared, os.R_OK)

    return probe


def _trouble(fitness: Fitness, shared: str | None) -> str | None:
    """What keeps a worker from the work, and what to do."""
    if fitness is None:
        return f"has no newsletter-archive; run there: pip install newsletter-archive=={VERSION}"
    version, marks, reads = fitness
    if version != VERSION:
        return f"has newsletter-archive {version}, this is {VERSION}; install the same on both"
    if marks != fingerprint():
        return f"has another build of newsletter-archive {VERSION}, or other authority files; install the same on both"
    return None if reads else f"cannot read {shared}; share the folder with it, or send the files with --ship"
