"""Which files do the arguments of `archive ingest` mean? Each is found once, in an order that is always the same.

A folder is walked in the order of its names; hidden entries, links and files of a type that is not read are passed
over, and counted. What is named itself must be there and be readable: the person means that very file.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.db.outcomes import FileOutcome, Outcome
from archive.ingest.preparation import STDIN
from archive.read.reading import MEDIA_TYPES


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to be read: `path` as given or met, `location` the absolute path that tells files apart."""

    path: str
    location: str


@dataclass(frozen=True, slots=True)
class _Argument:
    """A path that an argument means; `met` says that a pattern brought it, so that its type need not be read."""

    path: str
    location: str
    met: bool = False


def find_files(paths: Iterable[str]) -> Iterator[FoundFile | FileOutcome]:
    """The files that `paths` mean (files, folders, patterns, "-"), and the outcomes of those that are not to be read.

    A file that is named is found where it is named, not again in a folder that holds it.
    """
    arguments = [argument for path in paths for argument in _arguments(path)]
    named = {argument.location for argument in arguments if isinstance(argument, _Argument)}
    done: set[str] = set()
    for argument in arguments:
        if isinstance(argument, FileOutcome):
            yield argument
        elif argument.location not in done:
            done.add(argument.location)
            yield from _of_argument(argument, named)


def _arguments(path: str) -> Iterator[_Argument | FileOutcome]:
    if path == STDIN:
        yield _Argument(STDIN, STDIN)
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield _Argument(_shown(path), os.path.realpath(path))
    else:
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        yield from (_Argument(_shown(match), os.path.realpath(match), met=True) for match in matches)
        if not matches:
            yield FileOutcome(path, Outcome.FAILED, "no file matches the pattern")


def _of_argument(argument: _Argument, named: set[str]) -> Iterator[FoundFile | FileOutcome]:
    if argument.location == STDIN:
        yield FoundFile(STDIN, STDIN)
        return
    try:
        mode = Path(argument.location).stat().st_mode
    except (OSError, ValueError) as error:
        reason = "no such file or folder" if isinstance(error, FileNotFoundError) else _reason(error)
        yield FileOutcome(_printable(argument.path), Outcome.FAILED, reason)
        return
    if stat.S_ISDIR(mode):
        yield from _walk(argument.path, argument.location, named)
    elif stat.S_ISREG(mode):
        yield _judged(argument.path, argument.location, met=argument.met)
    else:
        outcome = Outcome.SKIPPED if argument.met else Outcome.FAILED
        yield FileOutcome(
            _printable(argument.path), outcome, "it is no regular file; pipe its text to archive ingest -"
        )


def _walk(root: str, location: str, named: set[str]) -> Iterator[FoundFile | FileOutcome]:
    """The files below a folder, without recursion: folders may lie thousands deep."""
    stack = [(root, location)]
    while stack:
        folder, place = stack.pop()
        try:
            with os.scandir(place) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield FileOutcome(_printable(folder), Outcome.FAILED, _reason(error))
            continue
        below = []
        for entry in listed:
            path = entry.name if folder == "." else os.path.join(folder, entry.name)  # noqa: PTH118 - a Path costs more
            if entry.path in named:
                continue
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                below.append((path, entry.path))
            else:
                yield _met(entry, path)
        stack += reversed(below)


def _met(entry: os.DirEntry[str], path: str) -> FoundFile | FileOutcome:
    """What becomes of an entry of a folder that is no folder to be walked."""
    if entry.name.startswith("."):
        return FileOutcome(_printable(path), Outcome.SKIPPED, "hidden")
    if entry.is_symlink():
        return FileOutcome(_printable(path), Outcome.SKIPPED, "a link; name it to ingest what it leads to")
    if not entry.is_file(follow_symlinks=False):
        return FileOutcome(_printable(path), Outcome.SKIPPED, "no regular file")
    return _judged(path, entry.path, met=True)


def _judged(path: str, location: str, *, met: bool) -> FoundFile | FileOutcome:
    """A file that is to be read; a type that is not read fails where the file was named."""
    if _printable(path) != path or _printable(location) != location:
        return FileOutcome(_printable(path), Outcome.FAILED, "its name is no UTF-8; rename it")
    if os.path.splitext(path)[1].lower() not in MEDIA_TYPES:  # noqa: PTH122 - a Path costs more
        reason = f"its type is not read; what is read ends in {', '.join(MEDIA_TYPES)}"
        return FileOutcome(path, Outcome.SKIPPED if met else Outcome.FAILED, reason)
    return FoundFile(path, location)


def _shown(path: str) -> str:
    """The path as it is shown and stored: as given, without "./" and doubled slashes."""
    return os.path.normpath(path)


def _printable(path: str) -> str:
    """The path with bytes that are no UTF-8 spelled out, so that it can be stored and printed."""
    return path.encode("utf-8", "backslashreplace").decode()


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
