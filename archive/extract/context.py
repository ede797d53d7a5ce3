"""What an extractor is told beside the body."""

from __future__ import annotations

from dataclasses import dataclass

from archive.extract.mentions import CitationMention, Mention, OrganizationMention, PersonMention
from archive.parse.article import Endnote, ParsedArticle
from archive.read.authority import Authority


@dataclass(frozen=True, slots=True)
class Context:
    """The authority data, the publication's name, the sentence starts, the endnotes, and what was found before.

    `found` holds the mentions of the extractors that ran earlier (see EXTRACTORS), so that a name inside a citation is
    no person and an organization's words are no surname. What an extractor derives from `authority` it caches by the
    authority's identity.
    """

    authority: Authority
    publication: str
    sentences: tuple[int, ...]
    endnotes: tuple[Endnote, ...] = ()
    found: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """A parsed article with everything found in its body, before anything is known of the archive. Picklable.

    `sentences` are the starts of the body's sentences in ascending order, the first 0: the sentence of an offset starts
    at the last of them at or before it.
    """

    article: ParsedArticle
    citations: tuple[CitationMention, ...]
    people: tuple[PersonMention, ...]
    organizations: tuple[OrganizationMention, ...]
    sentences: tuple[int, ...]
