"""What parsing yields: the articles of a document, with what stands around each body."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archive.core.dates import DateInterval
from archive.core.span import Span


class PartKind(StrEnum):
    """What a piece of text around a body is."""

    BYLINE = "byline"
    CAPTION = "caption"
    CONTENTS = "contents"
    ENDNOTE = "endnote"
    INITIALS = "initials"
    PLACEHOLDER = "placeholder"
    PREAMBLE = "preamble"
    STAFF_FOOTER = "staff_footer"
    TRAILING_HEADLINE = "trailing_headline"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the document that belongs to an article but is neither title nor body: stored, never extracted."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """Which issue an article belongs to.

    `date` is the day that the issue prints of itself or, where `date_given`, that the person who ingests it tells.
    """

    publication: str
    volume: int
    issue: int
    date: DateInterval | None = None
    date_given: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who ingests a file tells of it, for what the file itself does not say."""

    publication: str | None = None
    volume: int | None = None
    issue: int | None = None
    date: DateInterval | None = None


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """One article. `body` is `document.text[body_span]`; spans here count characters of the document's text.

    `title` is None where the text prints none. `endnotes` are the numbered notes of the file that this article's own
    markers point to: they may stand under another article.
    """

    header: Header
    position: int
    title: str | None
    title_span: Span | None
    body: str
    body_span: Span
    parts: tuple[Part, ...] = ()
    endnotes: tuple[Endnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Endnote:
    """A numbered note of a footnoted issue ("7. NTV, Russian TV, Interfax, October 30 and 31").

    `text` is the note without its number; `span` covers the whole note in the document's text.
    """

    number: int
    text: str
    span: Span
