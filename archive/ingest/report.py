"""What did an ingest do? A count for each outcome, which add up to the number of files, and what was stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from archive.db.incoming import Incoming
from archive.db.outcomes import FileOutcome, Outcome


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article of a file, in short."""

    publication: str
    volume: int
    issue: int
    title: str | None
    opening: str
    citations: int
    people: int
    organizations: int


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of a file, and the articles found in it where it was stored (or, in a dry run, would be)."""

    path: str
    outcome: Outcome
    reason: str | None = None
    articles: tuple[ArticleSummary, ...] = ()


@dataclass(slots=True)
class Report:
    """The sum of a run: counts, and the files that failed."""

    counts: Counter[Outcome] = field(default_factory=Counter)
    failures: list[FileOutcome] = field(default_factory=list)
    articles: int = 0
    citations: int = 0
    people: int = 0
    organizations: int = 0
    dry: bool = False

    @property
    def files(self) -> int:
        """How many files were met."""
        return self.counts.total()

    def add(self, result: FileResult) -> None:
        """Count one file."""
        self.counts[result.outcome] += 1
        if result.outcome is Outcome.FAILED:
            self.failures.append(FileOutcome(result.path, result.outcome, result.reason))
        self.articles += len(result.articles)
        for article in result.articles:
            self.citations += article.citations
            self.people += article.people
            self.organizations += article.organizations


_OPENING = 60  # characters of a body that stand for a missing title


def result_of(outcome: FileOutcome, stored: Incoming | None = None) -> FileResult:
    """The outcome of a file, with its articles in short where it was stored."""
    articles = () if stored is None or outcome.outcome is Outcome.SAME else stored.articles
    return FileResult(
        outcome.path,
        outcome.outcome,
        outcome.reason,
        tuple(
            ArticleSummary(
                one.article.header.publication,
                one.article.header.volume,
                one.article.header.issue,
                one.article.title,
                " ".join(one.article.body[: 2 * _OPENING].split())[:_OPENING],
                len(one.citations),
                len(one.people),
                len(one.organizations),
            )
            for one in articles
        ),
    )
