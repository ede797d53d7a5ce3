"""From paths to an archive: find, prepare, store in batches, settle.

Files are prepared by whom the workforce says (`archive.ingest.stage`), taken in the order in which they were found, and
stored many to a transaction, each whole or not at all; a batch that the database refuses is stored file by file, so
that the one at fault fails alone. What is held at once is a batch, however many files there are.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from archive.core.errors import DatabaseError
from archive.db import schema
from archive.db.incoming import Incoming
from archive.db.outcomes import FileOutcome, Outcome
from archive.db.runs import begin_run, end_run
from archive.db.session import open_database, open_scratch
from archive.db.store import Store, known_documents
from archive.ingest.dispatch import Pair
from archive.ingest.files import FoundFile, find_files
from archive.ingest.garbage import seldom_collected
from archive.ingest.preparation import STDIN, Task, unforeseen
from archive.ingest.report import FileResult, Report, result_of
from archive.ingest.stage import Stage, Workforce
from archive.parse.article import Given
from archive.read.authority import Authority, load_authority
from archive.read.reading import LARGEST

BATCH_FILES: Final = 500
"""Files to a transaction at most: every commit costs, and every file that waits for it takes some 30 KB of memory."""

BATCH_CHARACTERS: Final = 4_000_000
"""Characters of bodies to a transaction at most, so that large files fill no memory."""

_LOOK_AHEAD: Final = 250  # files whose former bytes are looked up at once
Progress = Callable[[FileResult], None]


def _read_stdin(most: int) -> bytes:
    return sys.stdin.buffer.read(most)


def _nobody(_backup: Path | None) -> None:
    """Who is told of a backup where nobody asks."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to ingest: what the person tells of files without a header, whether to store at all, and who works.

    `authority` is called in each worker too, where it is found by its name. A file with more bytes than
    `max_bytes` is not read; `stdin` reads so many at most. `backed_up` is told of the backup that precedes the upgrade
    of an older archive (`schema.upgrade`).
    """

    given: Given | None = None
    dry_run: bool = False
    workforce: Workforce = field(default_factory=Workforce)
    stdin: Callable[[int], bytes] = _read_stdin
    authority: Callable[[], Authority] = load_authority
    max_bytes: int = LARGEST
    backed_up: schema.Telling = _nobody


def ingest(
    paths: Sequence[str], database: str, options: Options | None = None, progress: Progress | None = None
) -> Report:
    """Store the files that `paths` mean in `database` (a path or URL), created where it is missing.

    `progress` is told of each file once its fate is sealed. A file's failure is in the report; DatabaseError is raised
    for what ends the run. A dry run stores in a database of its own, which is gone afterwards.
    """
    options = options or Options()
    report = Report(dry=options.dry_run)
    with seldom_collected(), Stage(options.workforce, options.authority) as stage:
        former = _former(database) if options.dry_run else None
        run = _Run(_target(database, options), former, options.authority())
        for batch in _batches(stage.prepared(_tasks(run, paths, options))):
            for result in batch.store(run):
                report.add(result)
                if progress is not None:
                    progress(result)
    end_run(run.engine, run.store)
    run.engine.dispose()
    return report


class _Run:
    """The database of a run; `former` is the archive that a dry run compares with and leaves alone."""

    def __init__(self, engine: Engine, former: Engine | None, authority: Authority) -> None:
        self.engine = engine
        self.former = former
        self.store: Store = begin_run(engine, authority)


@dataclass(slots=True)
class _Batch:
    """Files that go into one transaction: those to store, and the outcomes of the others, in the order they came."""

    items: list[Incoming | FileOutcome] = field(default_factory=list)
    former: dict[str, str] = field(default_factory=dict)
    characters: int = 0

    def add(self, item: Incoming | FileOutcome) -> None:
        self.items.append(item)
        if isinstance(item, Incoming):
            self.characters += sum(len(one.article.body) for one in item.articles)

    def full(self) -> bool:
        return len(self.items) >= BATCH_FILES or self.characters >= BATCH_CHARACTERS

    def store(self, run: _Run) -> Iterator[FileResult]:
        """Store the files; what became of each, in the order they came. The batch lets go of them, for the next one."""
        stored = iter(self._stored(run))
        items, self.items = self.items, []
        for item in items:
            if isinstance(item, FileOutcome):
                yield result_of(item)
            else:
                outcome = next(stored)
                replaces = run.former is not None and outcome.outcome is Outcome.NEW and item.location in self.former
                shown = FileOutcome(outcome.path, Outcome.REPLACED) if replaces else outcome
                yield result_of(shown, item)

    def _stored(self, run: _Run) -> list[FileOutcome]:
        documents = [item for item in self.items if isinstance(item, Incoming)]
        others = [item for item in self.items if isinstance(item, FileOutcome)]
        try:
            return run.store.write(documents, others)
        except DatabaseError:
            raise
        except Exception:  # noqa: BLE001 - whatever it is, one document is at fault: each has its own transaction now
            run.store.write([], others)
            return [_stored_alone(run, document) for document in documents]


def _stored_alone(run: _Run, document: Incoming) -> FileOutcome:
    try:
        return run.store.write([document])[0]
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        failed = FileOutcome(document.path, Outcome.FAILED, unforeseen(error))
        run.store.write([], [failed])
        return failed


def _target(database: str, options: Options) -> Engine:
    """The database to store in, at this program's version."""
    engine = open_scratch() if options.dry_run else open_database(database, write=True)
    schema.upgrade(engine, options.backed_up)
    return engine


def _former(database: str) -> Engine | None:
    """The archive that a dry run compares with; None where there is none yet."""
    if "://" not in database and not Path(database).exists():
        return None
    engine = open_database(database, write=False)
    schema.require_current(engine)
    return engine


def _batches(prepared: Iterable[Pair]) -> Iterator[_Batch]:
    batch = _Batch()
    for found, item in prepared:
        batch.add(item)
        if isinstance(found, Task) and found.known is not None:
            batch.former[found.location] = found.known
        if batch.full():
            yield batch
            batch = _Batch()
    if batch.items:
        yield batch


def _tasks(run: _Run, paths: Sequence[str], options: Options) -> Iterator[Task | FileOutcome]:
    """The files to prepare, with the sha256 that the archive knows at their places."""
    found: Iterator[Task | FileOutcome] = (_task(one, options) for one in find_files(paths))
    while some := list(islice(found, _LOOK_AHEAD)):
        locations = [one.location for one in some if isinstance(one, Task)]
        known = known_documents(run.former or run.engine, locations)
        yield from (_knowing(one, known) if isinstance(one, Task) else one for one in some)


def _task(found: FoundFile | FileOutcome, options: Options) -> Task | FileOutcome:
    if isinstance(found, FileOutcome):
        return found
    if found.path != STDIN:
        return Task(found.path, found.location, options.given, largest=options.max_bytes)
    data = options.stdin(options.max_bytes + 1)
    location = f"{STDIN}:{hashlib.sha256(data).hexdigest()}"
    return Task(STDIN, location, options.given, data, largest=options.max_bytes)


def _knowing(task: Task, known: Mapping[str, str]) -> Task:
    digest = known.get(task.location)
    return task if digest is None else replace(task, known=digest)
