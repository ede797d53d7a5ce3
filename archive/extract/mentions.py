"""What extraction yields: things found in a body, each with its span, its surface and the rule that found it.

All spans count characters of the article's body, half-open, so that `body[span.start:span.end]` is the surface (of a
citation: the raw). A mention says what stands on the page; which record it belongs to is for `archive.link` to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archive.core.dates import PrintedDate
from archive.core.span import Span


class CitationKind(StrEnum):
    """What kind of citation it is."""

    SOURCE = "source"
    CROSS_REFERENCE = "cross_reference"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class CitationMention:
    """One (source, date) pair of a citation.

    `span` covers the whole citation (the parenthetical with its brackets, or the inline phrase), so the pairs of a
    compound share it. `source` is as written, None for an empty slot ("(, August 8)"). `date` is None where none is
    printed. `date_text` is the printed date when it is one that no calendar has. `note` is the text of the endnote for
    a citation that stands behind a footnote number.
    """

    span: Span
    kind: CitationKind
    source: str | None
    place: str | None
    date: PrintedDate | None
    rule: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named. `name` is the fullest form in this article of whom the surface means, without title or rank.

    Mentions of one article with the same `name` are one person. `role` is the title phrase right before or after the
    name, as written, without a leading article or "then"; `role_span` covers it.
    """

    span: Span
    surface: str
    name: str
    rule: str
    role: str | None = None
    role_span: Span | None = None


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """An organization named. `name` is the fullest form in this article of what the surface means.

    Mentions of one article with the same `name` are one organization (an acronym and its expansion, a part form and
    the full form). `kind` is what the words themselves tell ("party", "bank"), None where they tell nothing.
    """

    span: Span
    surface: str
    name: str
    rule: str
    kind: str | None = None


Mention = CitationMention | PersonMention | OrganizationMention
