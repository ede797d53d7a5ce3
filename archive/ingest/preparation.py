"""One file -> what storing takes, or why not: the pure half of the pipeline, for any worker on any machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from archive.core.errors import InputError
from archive.db.incoming import Incoming, incoming
from archive.db.outcomes import FileOutcome, Outcome
from archive.extract import extract
from archive.parse.article import Given
from archive.parse.articles import parse
from archive.read.authority import Authority
from archive.read.document import Document
from archive.read.reading import LARGEST, media_type_of, read, read_bytes, refuse_larger

STDIN: Final = "-"
"""The path that stands for standard input."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be prepared. `known` is the sha256 that makes it the same as before.

    `data` are its bytes where whoever prepares it cannot read them: of standard input, or sent to another machine.
    `largest` is the most bytes that it may have.
    """

    path: str
    location: str
    given: Given | None = None
    data: bytes | None = None
    known: str | None = None
    largest: int = LARGEST


def prepare(task: Task, authority: Authority) -> Incoming | FileOutcome:
    """Read, parse and search a file; never raises an error that is the file's.

    An error that nobody foresaw fails this file, with its kind, and the others go on.
    """
    try:
        document = _document(task)
        if document.sha256 == task.known and task.given is None:
            return FileOutcome(task.path, Outcome.SAME)
        articles = [extract(article, authority) for article in parse(document, task.given)]
        return incoming(task.location, document, articles, given=task.given is not None)
    except InputError as error:
        return FileOutcome(task.path, Outcome.FAILED, str(error))
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        return FileOutcome(task.path, Outcome.FAILED, unforeseen(error))


def unforeseen(error: Exception) -> str:
    """The reason for an error that is the program's own: one line, with what a report of it needs."""
    words = " ".join(str(error).split())[:200]
    return f"the program failed on it ({type(error).__name__}: {words}); please report it with the file"


def _document(task: Task) -> Document:
    if task.data is None:
        return read(task.path, task.location, task.largest)
    refuse_larger(len(task.data), task.largest)
    if task.path == STDIN:
        return read_bytes(task.data, task.path)
    return read_bytes(task.data, task.path, media_type_of(task.path))
