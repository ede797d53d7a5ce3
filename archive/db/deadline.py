"""How is a statement of SQLite stopped in time?

SQLite asks between its instructions whether to go on. A single call of a function may take minutes (instr on long
texts) and is stopped by nothing; a process that does nothing else is then ended by a thread that watches the clock.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

GRACE: Final = 1.0
"""Seconds after the deadline from which on a statement counts as stuck."""

Item = TypeVar("Item")
LastResort = Callable[[str], None]
"""Ends the process, telling why."""


class Deadline:
    """Seconds for a statement, 0 for no end; the time that the reader of the rows takes does not count."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + (seconds or math.inf)
        self._handed_out = False
        self.passed = False

    def __call__(self) -> bool:
        """Whether to stop; for SQLite's progress handler."""
        self.passed = time.monotonic() > self._end
        return self.passed

    def message(self) -> str:
        """What is told when time is up."""
        return f"stopped after {self._seconds:g} s; ask for less, or give more time with --timeout"

    def during(self, rows: Iterator[Item]) -> Iterator[Item]:
        """The rows, the clock standing still while somebody else has one."""
        for row in rows:
            since = time.monotonic()
            self._handed_out = True
            yield row
            self._end += time.monotonic() - since
            self._handed_out = False

    @contextmanager
    def watched(self, last_resort: LastResort | None) -> Iterator[None]:
        """Call `last_resort`, if there is one, when a statement goes on for `GRACE` seconds after its time."""
        if last_resort is None or self._end == math.inf:
            yield
            return
        done = threading.Event()
        threading.Thread(target=self._watch, args=(done, last_resort), daemon=True).start()
        try:
            yield
        finally:
            done.set()

    def _watch(self, done: threading.Event, last_resort: LastResort) -> None:
        while not done.wait(max(self._end + GRACE - time.monotonic(), GRACE / 10)):
            if not self._handed_out and time.monotonic() > self._end + GRACE:
                last_resort(self.message())
                return
