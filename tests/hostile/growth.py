"""Does time grow with size and no faster? Measured so that what else the machine does counts little."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable

LONG = bool(os.environ.get("ARCHIVE_TEST_LONG"))
MOST_GROWTH = 2.5
ATTEMPTS = 5
QUICK = 0.01
"""Seconds below which nothing is to be told of growth."""


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one go, the collector of garbage at rest."""
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def grows_evenly(work: Callable[[int], object], size: int) -> bool:
    """Whether twice the size takes at most 2.5 times as long, in one of five attempts: a quadratic rule never does."""
    return any(
        seconds(lambda: work(2 * size)) <= MOST_GROWTH * max(seconds(lambda: work(size)), QUICK)
        for _ in range(ATTEMPTS)
    )
