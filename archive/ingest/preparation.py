"""Files -> what storing takes of each, or why not: the pure half of the pipeline, for any worker on any machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from archive.core.errors import InputError
from archive.db.incoming import Incoming, incoming
from archive.db.outcomes import FileOutcome, Outcome
from archive.extract import extract_each
from archive.extract.context import ExtractedArticle
from archive.parse.article import Given, ParsedArticle
from archive.parse.articles import parse
from archive.read.authority import Authority
from archive.read.document import Document
from archive.read.reading import LARGEST, media_type_of, read, read_bytes, refuse_larger

Prepared = Incoming | FileOutcome
"""What becomes of a file: something to store, or an outcome that is known."""

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


def prepare(tasks: Sequence[Task], authority: Authority) -> list[Prepared]:
    """Read, parse and search files, in their order; never raises an error that is a file's.

    An error that nobody foresaw fails its file, with its kind, and the others go on.
    """
    try:
        return _prepared(tasks, authority)
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        if len(tasks) == 1:
            return [FileOutcome(tasks[0].path, Outcome.FAILED, unforeseen(error))]
    return [one for task in tasks for one in prepare((task,), authority)]


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A file that was read and parsed."""

    task: Task
    document: Document
    articles: list[ParsedArticle]


def _prepared(tasks: Sequence[Task], authority: Authority) -> list[Prepared]:
    """The files, the articles of all of them searched together: that is faster (`extract_each`)."""
    files = [_parsed(task) for task in tasks]
    articles = [article for file in files if isinstance(file, _Parsed) for article in file.articles]
    searched = iter(extract_each(articles, authority))
    return [_incoming(file, searched) if isinstance(file, _Parsed) else file for file in files]


def _parsed(task: Task) -> _Parsed | FileOutcome:
    try:
        document = _document(task)
        if document.sha256 == task.known and task.given is None:
            return FileOutcome(task.path, Outcome.SAME)
        return _Parsed(task, document, parse(document, task.given))
    except InputError as error:
        return FileOutcome(task.path, Outcome.FAILED, str(error))


def _incoming(file: _Parsed, searched: Iterator[ExtractedArticle]) -> Prepared:
    """What storing takes of a file, whose searched articles are the next ones."""
    articles = list(islice(searched, len(file.articles)))
    try:
        return incoming(file.task.location, file.document, articles, given=file.task.given is not None)
    except InputError as error:
        return FileOutcome(file.task.path, Outcome.FAILED, str(error))


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
