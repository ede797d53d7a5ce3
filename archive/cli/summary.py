"""What is told after an ingest: a count for each outcome, each failure with its reason, and what the archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archive.cli.report import counted
from archive.core.printable import in_a_cell, one_line

if TYPE_CHECKING:
    from archive.ingest.report import FileResult, Report

_OUTCOMES = ("new", "same", "replaced", "skipped", "failed")


def failures(report: Report) -> Iterator[str]:
    """A line for each file that failed."""
    for failure in report.failures:
        yield f"archive: {one_line(f'{failure.path}: {failure.reason}')}\n"


def found_in(result: FileResult) -> Iterator[str]:
    """A line for a file of a dry run, and one for each article in it."""
    reason = f" ({result.reason})" if result.reason else ""
    yield in_a_cell(f"{result.outcome}: {result.path}{reason}") + "\n"
    for article in result.articles:
        title = article.title or f"{article.opening} ..."
        found = (
            f"{counted(article.citations, 'citation')}, {counted(article.people, 'mention')} of people, "
            f"{article.organizations} of organizations"
        )
        yield in_a_cell(f"  {article.publication} {article.volume}/{article.issue}  {title}: {found}") + "\n"


def summary(report: Report, database: str) -> Iterator[str]:
    """The counts, what was stored, and what the archive holds now."""
    by_name = {str(outcome): number for outcome, number in report.counts.items()}
    counts = ", ".join(f"{by_name.get(outcome, 0)} {outcome}" for outcome in _OUTCOMES)
    yield f"{counted(report.files, 'file')}: {counts}\n"
    found = (
        f"{counted(report.articles, 'article')}, {counted(report.citations, 'citation')}, "
        f"{counted(report.people, 'mention')} of people, {report.organizations} of organizations"
    )
    if report.dry:
        yield f"would store {found}; nothing was stored\n"
        return
    if report.articles:
        yield f"stored {found}\n"
    yield from _holdings(database)


def _holdings(database: str) -> Iterator[str]:
    from archive.cli.opening import open_archive
    from archive.queries.run import fetch
    from archive.queries.state import find_span

    with open_archive(database) as connection:
        row = next(fetch(connection, find_span()).rows)
    publications, issues, articles, citations = (int(value or 0) for value in row[:4])
    first, last = (str(value or "") for value in row[4:])
    if not articles:
        yield f"{database} holds no article yet\n"
        return
    days = f", {first} to {last}" if first != last else f", {first}"
    yield (
        f"{in_a_cell(database)} holds {counted(articles, 'article')} in {counted(issues, 'issue')} of "
        f"{counted(publications, 'newsletter')}{days if first else ''}, with {counted(citations, 'citation')}\n"
    )
    yield "next: archive people, archive citations --limit 10, archive --help\n"
