"""How much is a worker given at once? Enough that sending costs little, little enough that all workers end together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from archive.db.outcomes import FileOutcome
from archive.ingest.preparation import Task

PARCEL_FILES: Final = 64
"""Files to a parcel at most: some tenths of a second of work."""

PARCEL_BYTES: Final = 1 << 20
"""Bytes of files to a parcel, unless a single file has more."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Files that one worker prepares in one go, between them those whose fate is known; `size` is their bytes."""

    items: tuple[Task | FileOutcome, ...]
    size: int

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What there is to prepare."""
        return tuple(item for item in self.items if isinstance(item, Task))


def parcels(items: Iterable[Task | FileOutcome]) -> Iterator[Parcel]:
    """The items in parcels, in their order."""
    held: list[Task | FileOutcome] = []
    size = 0
    for item in items:
        more = _size(item) if isinstance(item, Task) else 0
        if held and (len(held) >= PARCEL_FILES or size + more > PARCEL_BYTES):
            yield Parcel(tuple(held), size)
            held, size = [], 0
        held.append(item)
        size += more
    if held:
        yield Parcel(tuple(held), size)


def _size(task: Task) -> int:
    if task.data is not None:
        return len(task.data)
    try:
        return os.stat(task.location).st_size  # noqa: PTH116 - a Path costs more
    except OSError:
        return 0  # whoever reads it tells why
