"""Where does a file grow until it is whole? In a hidden folder beside its place, which its maker holds a lock on.

A maker that is killed leaves its folder, and the system lets go of its lock: that is how whoever makes the next
file there tells what nobody works at any more. Where the system keeps no such lock, what is left stays.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

_LOCKED: Final = re.compile(r"\.archive-[0-9a-f]{12}\.part")


@contextmanager
def draft_beside(place: Path) -> Iterator[Path]:
    """A path in a folder of its own, on the file system of `place`; the folder goes when the `with` ends.

    Those that were left behind there go too. Raises OSError where no folder can be made.
    """
    _clear(place.parent)
    folder = place.with_name(f".archive-{secrets.token_hex(6)}")
    folder.mkdir(mode=0o700)  # what grows is nobody else's to read before it has its permissions
    with ExitStack() as ending:
        with suppress(OSError):
            ending.enter_context(_lock(folder))
            folder = folder.rename(folder.with_name(f"{folder.name}.part"))  # only what is locked has such a name
        try:
            yield folder / "draft"
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _clear(parent: Path) -> None:
    """Remove the drafts whose makers are no more, as far as that is allowed."""
    with suppress(OSError):
        for entry in list(os.scandir(parent)):
            if _LOCKED.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
                with suppress(OSError), _lock(Path(entry)):
                    shutil.rmtree(entry, ignore_errors=True)


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold the lock on a folder; OSError where somebody else does, or the system keeps none on folders."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError as error:
        raise OSError from error
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)
