"""Does a prepared file arrive as it was sent, without what nobody needs, and small?"""

from __future__ import annotations

import datetime as dt
import pickle
from dataclasses import replace

from archive.core.dates import DateInterval, PrintedDate
from archive.core.span import Span
from archive.db.incoming import Incoming, StoredPart
from archive.db.outcomes import FileOutcome, Outcome
from archive.extract.context import ExtractedArticle
from archive.extract.mentions import CitationKind, CitationMention, OrganizationMention, PersonMention
from archive.ingest.packing import pack, unpack
from archive.parse.article import Endnote, Header, ParsedArticle, Part, PartKind

BODY = "General Ivan Petrov of the Kremlin spoke (Interfax, August 6)."
DAY = dt.date(2001, 8, 7)


def prepared() -> Incoming:
    parsed = ParsedArticle(
        Header("Monitor", 7, 151, DateInterval(DAY, DAY), date_given=True),
        1, "TALKS", Span(0, 5), BODY, Span(7, 7 + len(BODY)),
        (Part(PartKind.BYLINE, Span(90, 95)),), (Endnote(7, "NTV, October 30", Span(100, 120)),),
    )  # fmt: skip
    found = ExtractedArticle(
        parsed,
        (CitationMention(Span(41, 61), CitationKind.SOURCE, "Interfax", None, PrintedDate.from_text("--08-06"), "r"),),
        (PersonMention(Span(8, 19), "Ivan Petrov", "Ivan Petrov", "r", "General", Span(0, 7)),),
        (OrganizationMention(Span(27, 34), "Kremlin", "Kremlin", "r", "government"),),
        (0,),
    )
    part = StoredPart(1, "byline", "By X.", 90, 95)
    return Incoming("/a/b.txt", "b.txt", "0" * 64, 120, "text/plain", "utf-8", "utf-8", (found,), (part,), given=True)


def test_what_is_sent_arrives_without_what_the_writer_does_not_need() -> None:
    whole = prepared()
    failed = FileOutcome("c.txt", Outcome.FAILED, "it is empty")
    article = whole.articles[0]
    bare = replace(article, article=replace(article.article, parts=(), endnotes=()))
    assert unpack(pack([whole, failed])) == [replace(whole, articles=(bare,)), failed]
    assert unpack(pack([])) == []


def test_packed_files_are_smaller_than_pickled_ones() -> None:
    assert len(pack([prepared()] * 2)) < len(pickle.dumps([prepared()] * 2, pickle.HIGHEST_PROTOCOL))
