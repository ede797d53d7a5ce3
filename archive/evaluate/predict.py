"""What does the program find in a gold set? Parse, extract, link and date in memory, as `archive ingest` would.

The whole set is one archive: whom a surname alone means and when an issue appeared depend on the other articles, as
they do in a database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from archive.core.dates import anchor
from archive.core.errors import InputError
from archive.evaluate.dating import Issue, issue_dates, issue_of
from archive.evaluate.found import FoundArticle, FoundCitation, FoundHeader, FoundMention
from archive.evaluate.gold import GoldArticle
from archive.evaluate.registry import registry_of
from archive.extract import extract_each
from archive.extract.context import ExtractedArticle
from archive.link.article import LinkedArticle, link
from archive.link.issue_dates import IssueDate
from archive.parse.articles import parse
from archive.read.authority import Authority
from archive.read.reading import read_bytes


def predict(articles: Sequence[GoldArticle], authority: Authority) -> list[tuple[GoldArticle, FoundArticle]]:
    """Each gold article with what was found in its text."""
    linked = _linked([_extracted(article, authority) for article in articles], authority)
    dates = issue_dates((article for some in linked for article in some), authority)
    names = _publication_names(linked, authority)
    return [(gold, _found(some, dates, names)) for gold, some in zip(articles, linked, strict=True)]


def _extracted(gold: GoldArticle, authority: Authority) -> list[ExtractedArticle]:
    """The articles in the gold text; none where the program refuses it."""
    try:
        document = read_bytes(gold.text.encode(), f"{gold.id}.txt")
        return extract_each(parse(document), authority)
    except InputError:
        return []


def _linked(documents: Sequence[Sequence[ExtractedArticle]], authority: Authority) -> list[list[LinkedArticle]]:
    """Linked twice: the second time with all names of the set in sight, which is what a run's end puts right."""
    first = registry_of(authority)
    for article in (article for some in documents for article in some):
        link(article, first)
    registry = registry_of(authority)
    for family in first.people.families.values():
        registry.people.expect(family.names.values())
    return [[link(article, registry) for article in some] for some in documents]


def _publication_names(linked: Sequence[Sequence[LinkedArticle]], authority: Authority) -> dict[int, str]:
    """The name of each newsletter: the authorized one, of an unlisted one as its first header has it."""
    names = {key: record.name for key, record in enumerate(authority.publications, 1)}
    for article in (article for some in linked for article in some):
        names.setdefault(article.publication, article.extracted.article.header.publication)
    return names


def _found(
    articles: Sequence[LinkedArticle], dates: Mapping[Issue, IssueDate], names: Mapping[int, str]
) -> FoundArticle:
    if not articles:
        return FoundArticle()
    issues = [issue_of(article) for article in articles]
    return FoundArticle(
        tuple(FoundHeader(names[publication], volume, number) for publication, volume, number in issues),
        dates[issues[0]].day,
        tuple(c for article in articles for c in _citations(article, dates[issue_of(article)])),
        tuple(FoundMention(to.record, mention.surface, mention.role) for a in articles for mention, to in a.people),
        tuple(FoundMention(to.record, mention.surface) for a in articles for mention, to in a.organizations),
    )


def _citations(article: LinkedArticle, date: IssueDate) -> Iterator[FoundCitation]:
    body = article.extracted.article.body
    for mention, _ in article.citations:
        day = anchor(mention.date, date.bounds)
        yield FoundCitation(mention.kind, mention.source, day.date, day.date_end, mention.span.of(body))
