"""What was found in one gold article, in the terms in which it is measured: those of the public views."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from archive.extract.mentions import CitationKind


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation as stored: `date` and `date_end` with their year, `raw` as printed."""

    kind: CitationKind
    source: str | None
    date: dt.date | None
    date_end: dt.date | None
    raw: str


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention of the authority record `record`; `role` of people only."""

    record: int
    surface: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """Of which issue one of the articles is that the text was divided into."""

    publication: str
    volume: int
    issue: int


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """Everything found in the text of one gold record; no headers where it could not be parsed."""

    headers: tuple[FoundHeader, ...] = ()
    issue_date: dt.date | None = None
    citations: tuple[FoundCitation, ...] = ()
    people: tuple[FoundMention, ...] = ()
    organizations: tuple[FoundMention, ...] = ()
