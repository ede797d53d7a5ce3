"""archive ingest: issues in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from archive.cli.days import first_day, last_day
from archive.cli.light import LightCommand
from archive.cli.options import DatabaseOption, examples, target
from archive.cli.output import standard_output
from archive.cli.summary import failures, found_in, summary
from archive.cli.upgrading import telling
from archive.core.errors import UsageError

if TYPE_CHECKING:
    from archive.ingest.report import FileResult, Report
    from archive.ingest.stage import Workforce
    from archive.parse.article import Given

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        "archive ingest seeds/issues",
        'archive ingest "saved/*.html" letter.txt --db letters.db',
        "archive ingest saved --cluster tcp://scheduler:8786",
        "archive ingest - --publication Monitor --volume 7 --issue 153 < page.txt",
    ),
)
def ingest(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, patterns; - reads one text from stdin.")
    ],
    publication: Annotated[
        str | None, typer.Option("--publication", metavar="NAME", help="The newsletter, where a file does not tell.")
    ] = None,
    volume: Annotated[int | None, typer.Option("--volume", metavar="N", help="The volume, likewise.")] = None,
    issue: Annotated[int | None, typer.Option("--issue", metavar="N", help="The issue number, likewise.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help="The issue's day (or month, or year), likewise.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", help="Processes at work; as many as cores where not told.")
    ] = None,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar="URL", help="A Dask scheduler whose workers do the work.")
    ] = None,
    ship: Annotated[bool, typer.Option("--ship", help="Send the cluster the files, if it has none.")] = False,
    max_bytes: Annotated[
        int | None, typer.Option("--max-bytes", metavar="N", help="Refuse larger files.  [default: 64 MB]")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be stored, and store nothing.")] = False,
    db: DatabaseOption = None,
) -> None:
    """Read issues into the archive.

    Text, Markdown and web pages; folders are searched to the bottom. The database is created where it is missing.
    Every file is new, the same as before, replaced, skipped (its type is not read) or failed; one that fails does not
    keep the others out, and the exit code is then 1. Whoever works, the same files give the same rows.
    """
    given = _given(publication, volume, issue, date)
    workforce = _workforce(jobs, cluster, ship=ship)
    from archive.ingest.pipeline import Options
    from archive.ingest.pipeline import ingest as run

    database, most = target(db), _most(max_bytes)
    shown: list[FileResult] = []
    with _progress() as advance:

        def told(result: FileResult) -> None:
            advance()
            if dry_run:
                shown.append(result)

        options = Options(given, dry_run, workforce, max_bytes=most, backed_up=telling(database))
        report = run(paths, database, options, told)
    _tell(report, shown, database)
    if report.failures:
        raise typer.Exit(1)


def _given(publication: str | None, volume: int | None, issue: int | None, date: str | None) -> Given | None:
    """What the person tells of the files; None for nothing."""
    if publication is None and volume is None and issue is None and date is None:
        return None
    from archive.core.dates import DateInterval
    from archive.parse.article import Given

    interval = None if date is None else DateInterval(first_day(date, "--date"), last_day(date, "--date"))
    return Given(publication, volume, issue, interval)


def _workforce(jobs: int | None, cluster: str | None, *, ship: bool) -> Workforce:
    """Who works; UsageError for words that do not go together."""
    if jobs is not None and jobs < 1:
        message = f"--jobs is a number of processes, from 1, and not {jobs}"
        raise UsageError(message)
    if jobs is not None and cluster is not None:
        message = "--jobs is for this machine: the cluster has the workers that it has; leave one of the two out"
        raise UsageError(message)
    if ship and cluster is None:
        message = "--ship sends files to a cluster; name it with --cluster tcp://host:8786"
        raise UsageError(message)
    from archive.ingest.stage import Workforce, usable_cores

    return Workforce(jobs or usable_cores(), cluster, ship)


def _most(max_bytes: int | None) -> int:
    """The most bytes of a file that is read; UsageError for a number that lets nothing in."""
    from archive.read.reading import LARGEST

    if max_bytes is not None and max_bytes < 1:
        message = f"--max-bytes is a number of bytes, from 1, and not {max_bytes}"
        raise UsageError(message)
    return LARGEST if max_bytes is None else max_bytes


def _tell(report: Report, shown: list[FileResult], database: str) -> None:
    sys.stderr.writelines(failures(report))
    with standard_output() as out:
        for result in shown:
            out.writelines(found_in(result))
        out.writelines(summary(report, database))


@contextmanager
def _progress() -> Iterator[Callable[[], None]]:
    """A bar on standard error where that is a terminal; what is given is called once a file."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("files", total=None)
        yield lambda: bar.advance(task)
