"""What must hold for any bytes at all, from reading to linking, and for any text between the brackets of a citation."""

from __future__ import annotations

from functools import cache

from archive.core.errors import InputError
from archive.core.span import Span
from archive.db import schema
from archive.db.registry import load_registry
from archive.db.seed import seed
from archive.db.session import open_scratch
from archive.extract import extract
from archive.extract.citations.grammar import parse_citation, salvage_citation
from archive.extract.citations.source_names import source_names
from archive.extract.citations.tokens import CitationSyntaxError
from archive.extract.context import ExtractedArticle
from archive.extract.mentions import OrganizationMention, PersonMention
from archive.link.article import Registry, link
from archive.link.person_names import NameRules
from archive.parse.article import Given
from archive.parse.articles import parse
from archive.read.authority import load_authority
from archive.read.reading import read_bytes

GIVEN = Given("Monitor", 7, 153)
"""What is told of a text without a header, so that most texts reach extraction."""


@cache
def registry() -> Registry:
    """The authority records of an archive without a document. It learns names, as in a run of many files."""
    engine = open_scratch()
    schema.upgrade(engine)
    with engine.begin() as connection:
        seed(connection, load_authority())
        return load_registry(connection, NameRules.from_authority(load_authority()))


def check_document(data: bytes, media_type: str) -> int:
    """Read, parse, extract and link; how many articles there are. The one error allowed is InputError, in one line."""
    try:
        document = read_bytes(data, "a", media_type)
        articles = parse(document, GIVEN)
    except InputError as error:
        _one_line(str(error))
        return 0
    assert "\0" not in document.text
    for article in articles:
        assert article.body == article.body_span.of(document.text)
        assert article.body.strip() == article.body != ""
        for part in article.parts:
            _within(part.span, document.text)
        found = extract(article, load_authority())
        _check_mentions(found)
        linked = link(found, registry())
        kinds = (linked.citations, linked.people, linked.organizations)
        assert [len(links) for links in kinds] == [len(found.citations), len(found.people), len(found.organizations)]
    return len(articles)


def _one_line(told: str) -> None:
    assert told
    assert "\n" not in told


def _within(span: Span, text: str) -> None:
    assert 0 <= span.start < span.end <= len(text)


def _check_mentions(found: ExtractedArticle) -> None:
    body = found.article.body
    assert found.sentences[0] == 0
    assert list(found.sentences) == sorted(set(found.sentences))
    for cited in found.citations:
        _within(cited.span, body)
        assert cited.date is None or str(cited.date)
    names: tuple[PersonMention | OrganizationMention, ...] = (*found.people, *found.organizations)
    for named in names:
        _within(named.span, body)
        assert named.span.of(body) == named.surface
        assert named.name


def check_citation(text: str) -> int:
    """Parse what stands between brackets; how many pairs. An error points into the text, and salvaging has none."""
    names = source_names(load_authority(), "Monitor")
    salvaged = salvage_citation(text, names)
    assert all(cited.rule == "partial" for cited in salvaged)
    try:
        return len(parse_citation(text, names))
    except CitationSyntaxError as error:
        _points_into(text, error)
        return 0


def _points_into(text: str, error: CitationSyntaxError) -> None:
    assert 0 <= error.offset <= len(text)
    assert "^" in str(error)
