"""How is a process kept from growing without end while it takes rows that somebody else asked for?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOM: Final = 256 << 20
"""Bytes that the answer to a stranger's statement may take on top of the program."""


@contextmanager
def limited_memory(room: int = ROOM) -> Iterator[bool]:
    """Let the process grow by `room` bytes at most; gives whether the system keeps such a limit (Linux does).

    What does not fit raises MemoryError, or the driver's own error for it. The limit holds for all of the process, and
    goes when the `with` ends.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows

        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        before = resource.getrlimit(resource.RLIMIT_AS)
        limit = min([taken + room, *(bound for bound in before if bound != resource.RLIM_INFINITY)])
        resource.setrlimit(resource.RLIMIT_AS, (limit, before[1]))
    except (ImportError, OSError, ValueError):
        yield False
        return
    try:
        yield True
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
