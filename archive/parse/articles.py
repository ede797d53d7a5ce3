"""Which articles does a document hold, of which issue, and where does each body begin and end?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.core.errors import InputError
from archive.core.span import Span
from archive.parse.article import Endnote, Given, Header, ParsedArticle, Part
from archive.parse.back import Back, markers, read_back
from archive.parse.front import Front, preamble, read_front, title_above
from archive.parse.header import FoundHeader, find_headers
from archive.parse.headline import is_capitals, is_headline
from archive.parse.lines import last_line, lines_of, plain, trimmed
from archive.read.document import Document


@dataclass(frozen=True, slots=True)
class _Section:
    """A stretch of text under one header: what stands above it, and where its front begins."""

    header: Header
    title: Span | None
    region: Span
    before: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One article's stretch of a section, its front and back read."""

    header: Header
    front: Front
    back: Back
    parts: tuple[Part, ...]


_Notes = dict[tuple[tuple[str, int, int], int], list[Endnote]]
"""Issue and number -> the notes."""


def parse(document: Document, given: Given | None = None) -> list[ParsedArticle]:
    """The articles of a document; `given` supplies what its headers do not say.

    Raises InputError for a text whose publication, volume or issue neither a header nor `given` tells, and for one
    without a body.
    """
    pieces = [piece for section in _sections(document.text, given or Given()) for piece in _split(document, section)]
    articles = [_article(document, index, piece) for index, piece in enumerate(pieces, 1)]
    notes = _notes_of(pieces)
    kept = [_with_notes(article, notes) for article in articles if article.body]
    if not kept:
        message = "it has a header and no text"
        raise InputError(message)
    if len(kept) == len(articles):
        return kept
    return [replace(article, position=index) for index, article in enumerate(kept, 1)]


def _sections(text: str, given: Given) -> Iterator[_Section]:
    headers = find_headers(text)
    if not headers:
        yield _headerless(text, given)
        return
    titles = [_title_of(text, headers, index) for index in range(len(headers))]
    starts = [title.start if title else header.span.start for title, header in zip(titles, headers, strict=True)]
    for index, (start, end) in enumerate(pairwise([*starts, len(text)])):
        before = tuple(preamble(text, Span(0, start))) if index == 0 else ()
        region = Span(headers[index].span.end, end)
        yield _Section(_header(headers[index], given, text), titles[index], region, before)


def _title_of(text: str, headers: list[FoundHeader], index: int) -> Span | None:
    """The title above a header: before the first any short line, between two articles a headline only."""
    first = index == 0
    start = 0 if first else headers[index - 1].span.end
    title = title_above(text, Span(start, headers[index].span.start))
    if title is None or (headers[index].publication is None and _names_publication(title.of(text))):
        return None
    lone = not first and next(lines_of(text, Span(start, title.start)), None) is None
    return title if first or (not lone and is_headline(plain(title.of(text)))) else None


def _names_publication(line: str) -> bool:
    """Whether the line above a masthead is the newsletter's name ("Chechnya Weekly"), which then is no title."""
    return len(line) <= 60 and not is_capitals(line)  # noqa: PLR2004 - the longest name has 26


def _header(found: FoundHeader, given: Given, text: str) -> Header:
    publication = found.publication or given.publication or _publication_above(text, found)
    if publication is None:
        message = "its header names no publication; tell it with --publication"
        raise InputError(message)
    date = found.date or given.date
    return Header(publication, found.volume, found.issue, date, found.date is None and given.date is not None)


def _publication_above(text: str, found: FoundHeader) -> str | None:
    last = last_line(text, Span(0, found.span.start))
    return plain(last.of(text)) if last is not None and _names_publication(last.of(text)) else None


def _headerless(text: str, given: Given) -> _Section:
    if given.publication is None or given.volume is None or given.issue is None:
        message = (
            'it has no header such as "Publication: Monitor Volume: 7 Issue: 153"; '
            "tell what it is with --publication, --volume and --issue"
        )
        raise InputError(message)
    header = Header(given.publication, given.volume, given.issue, given.date, given.date is not None)
    return _Section(header, None, Span(0, len(text)))


def _split(document: Document, section: _Section) -> Iterator[_Piece]:
    """The articles of a section: one, or those whose headlines its table of contents lists."""
    text, header, title = document.text, section.header, section.title
    front = read_front(text, section.region, title)
    if front.date is not None and (header.date is None or header.date_given):
        header = replace(header, date=front.date, date_given=False)
    below = lines_of(text, Span(front.end, section.region.end)) if front.headlines else ()
    cuts = [line for line in below if plain(line.of(text)).rstrip(".").casefold() in front.headlines]
    end = cuts[0].start if cuts else section.region.end
    yield _Piece(header, front, read_back(text, Span(front.end, end)), section.before)
    for cut, limit in pairwise([*cuts, Span(section.region.end, section.region.end)]):
        own = read_front(text, Span(cut.end, limit.start), cut)
        yield _Piece(header, own, read_back(text, Span(own.end, limit.start)), ())


def _article(document: Document, position: int, piece: _Piece) -> ParsedArticle:
    text, front, back = document.text, piece.front, piece.back
    span = trimmed(text, Span(front.end, max(front.end, back.end)))
    title = plain(front.title.of(text)) if front.title else document.title if position == 1 else None
    parts = (*piece.parts, *front.parts, *back.parts)
    return ParsedArticle(piece.header, position, title, front.title, span.of(text), span, parts)


def _notes_of(pieces: list[_Piece]) -> _Notes:
    """The notes of each issue by their number, in the order of the text."""
    notes: _Notes = {}
    for piece in pieces:
        for note in piece.back.endnotes:
            notes.setdefault((_issue(piece.header), note.number), []).append(note)
    return notes


def _issue(header: Header) -> tuple[str, int, int]:
    return header.publication, header.volume, header.issue


def _with_notes(article: ParsedArticle, notes: _Notes) -> ParsedArticle:
    """The article with those endnotes of its issue that its own markers call; of namesakes the next one below it."""
    if not notes:
        return article
    issue, end = _issue(article.header), article.body_span.end
    own = []
    for number in markers(article.body):
        same = notes.get((issue, number), [])
        if same:
            below = bisect_left(same, end, key=lambda note: note.span.start)
            own.append(same[min(below, len(same) - 1)])
    return replace(article, endnotes=tuple(sorted(own, key=lambda note: note.span)))
