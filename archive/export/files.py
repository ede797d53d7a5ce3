"""How is a file written whole or not at all? As a draft beside its place, flushed to the disk, then renamed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from archive.core.draft import draft_beside
from archive.core.errors import ArchiveError

_BUFFER = 1 << 20


@contextmanager
def whole_file(path: Path, *, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A text stream (line ends as written) whose content appears at `path` when the `with` ends without an error.

    Until then a file that is already there stays as it is. What a killed program left in the folder goes. A device or
    pipe is written to directly. Raises ArchiveError where the file cannot be written.
    """
    place = Path(os.path.realpath(path))
    try:
        if place.exists() and not place.is_file():
            with place.open("w", encoding=encoding, newline="") as out:
                yield out
        else:
            yield from _replace(place, encoding)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}"
        raise ArchiveError(message) from error


def _replace(place: Path, encoding: str) -> Iterator[TextIO]:
    with draft_beside(place) as draft:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with open(descriptor, "w", encoding=encoding, newline="", buffering=_BUFFER) as out:  # noqa: PTH123 - no path: a descriptor
            yield out
            out.flush()
            os.fsync(descriptor)
        with suppress(FileNotFoundError):
            draft.chmod(stat.S_IMODE(place.stat().st_mode))
        draft.replace(place)
    _settle(place.parent)


def _settle(folder: Path) -> None:
    """Make the new name in the folder last; where a folder cannot be synced, it is as the system does it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
