"""Body -> mentions. `EXTRACTORS` is the one list of what is looked for, in the order in which it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from archive.extract.citations import extract_citations
from archive.extract.context import Context, ExtractedArticle
from archive.extract.mentions import CitationMention, Mention, OrganizationMention, PersonMention
from archive.extract.organizations import extract_organizations
from archive.extract.people import extract_people
from archive.extract.sentences import sentence_starts
from archive.parse.article import ParsedArticle
from archive.read.authority import Authority

EXTRACTORS: Final[tuple[Callable[[str, Context], Iterator[Mention]], ...]] = (
    extract_citations,
    extract_organizations,
    extract_people,
)


def extract(article: ParsedArticle, authority: Authority) -> ExtractedArticle:
    """Everything found in the article's body; never raises, whatever the text."""
    sentences = sentence_starts(article.body)
    found: tuple[Mention, ...] = ()
    for extractor in EXTRACTORS:
        context = Context(authority, article.header.publication, sentences, article.endnotes, found)
        found += tuple(extractor(article.body, context))
    return ExtractedArticle(
        article,
        citations=tuple(m for m in found if isinstance(m, CitationMention)),
        people=tuple(m for m in found if isinstance(m, PersonMention)),
        organizations=tuple(m for m in found if isinstance(m, OrganizationMention)),
        sentences=sentences,
    )
