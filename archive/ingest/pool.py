"""Worker processes on this machine: how they are started so that nothing runs twice, and how they are ended.

They are spawned, since a forked process would share the database connection and locks of the main one.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from archive.ingest.packing import unpack
from archive.ingest.preparation import Prepared, Task
from archive.ingest.workers import Load, answer_in_file, begin, ready


class Pool:
    """A `Crew` of processes on this machine, which start at once and are `ready` half a second later."""

    def __init__(self, size: int, load: Load) -> None:
        self.size = size
        self._load = load
        self._folder = tempfile.TemporaryDirectory(prefix="archive-", ignore_cleanup_errors=True)
        self._workers_end, self._lifeline = multiprocessing.Pipe(duplex=False)
        self._executor = self._start()
        self._starting: list[Future[None]] = []
        with _spawning(), suppress(BrokenExecutor, OSError):  # who then sends something is told
            self._starting += [self._executor.submit(ready) for _ in range(size)]

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self.size,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=begin,
            initargs=(self._load, self._folder.name, self._workers_end),
        )

    def ready(self) -> bool:
        """Whether workers have started, or have failed to."""
        return all(future.done() for future in self._starting)

    def submit(self, tasks: Sequence[Task]) -> Future[str]:
        """Send tasks to a worker; the future is the name of a file."""
        with _spawning():
            return self._executor.submit(answer_in_file, tasks, self._load, self._folder.name)

    def receive(self, future: Future[Any]) -> list[Prepared]:
        """Wait for an answer and take it away."""
        path = Path(future.result())
        answers = unpack(path.read_bytes())
        path.unlink()
        return answers

    def renew(self) -> None:
        """Start anew after a worker has died; the executor has ended the others."""
        self._executor.shutdown(cancel_futures=True)
        self._executor = self._start()

    def close(self) -> None:
        """End the workers at once: those that still work have nobody who waits for them."""
        self._lifeline.close()
        self._executor.shutdown(cancel_futures=True)
        self._workers_end.close()
        self._folder.cleanup()


@contextmanager
def _spawning() -> Iterator[None]:
    """Start processes that know nothing of the program's main module, and that no interrupt of the terminal reaches.

    Spawned processes import the main module, for functions that it may define; ours need none of it, and a script that
    calls `ingest` without a main guard would ingest again in each of them.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if blocked is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
