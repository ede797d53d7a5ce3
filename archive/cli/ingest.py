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

if TYPE_CHECKING:
    from archive.ingest.report import FileResult, Report
    from archive.parse.article import Given

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        "archive ingest seeds/issues",
        'archive ingest "saved/*.html" letter.txt --db letters.db',
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
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be stored, and store nothing.")] = False,
    db: DatabaseOption = None,
) -> None:
    """Read issues into the archive.

    Text, Markdown and web pages; folders are searched to the bottom. The database is created where it is missing.
    Every file is new, the same as before, replaced, skipped (its type is not read) or failed; one that fails does not
    keep the others out, and the exit code is then 1.
    """
    given = _given(publication, volume, issue, date)
    from archive.ingest.pipeline import Options
    from archive.ingest.pipeline import ingest as run

    database = target(db)
    shown: list[FileResult] = []
    with _progress() as advance:

        def told(result: FileResult) -> None:
            advance()
            if dry_run:
                shown.append(result)

        report = run(paths, database, Options(given, dry_run=dry_run), told)
    _tell(report, shown, database)
    if report.failures:
        raise typer.Exit(1)


def _given(publication: str | None, volume: int | None, issue: int | None, date: str | None) -> Given | None:
    """What the person tells of the files; None for nothing."""
    first, last = first_day(date, "--date"), last_day(date, "--date")
    if publication is None and volume is None and issue is None and first is None:
        return None
    from archive.core.dates import DateInterval
    from archive.parse.article import Given

    interval = DateInterval(first, last) if first is not None and last is not None else None
    return Given(publication, volume, issue, interval)


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
