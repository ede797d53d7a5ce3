"""Where citations stand in a body."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.dates import PrintedDate
from archive.core.span import Span
from archive.extract.citations import extract_citations
from archive.extract.context import Context
from archive.extract.mentions import CitationKind, CitationMention
from archive.extract.sentences import sentence_starts
from archive.parse.article import Endnote
from archive.read.authority import load_authority

MAY_5 = PrintedDate(5, 5)


def citations(body: str, publication: str = "Monitor", *notes: Endnote) -> list[CitationMention]:
    context = Context(load_authority(), publication, sentence_starts(body), notes)
    return list(extract_citations(body, context))


def raws(body: str) -> list[str]:
    return [mention.span.of(body) for mention in citations(body)]


PLACES = {
    "before the stop": ("Currency controls (Interfax, May 5). Next.", ["(Interfax, May 5)"]),
    "after the stop": ("It was signed. (Interfax, May 5) Next.", ["(Interfax, May 5)"]),
    "between two stops": ("It was signed. (Interfax, May 5). Next.", ["(Interfax, May 5)"]),
    "after a quotation": ('kidnapping business." (RTR, May 5)\nNext', ["(RTR, May 5)"]),
    "in a quotation never closed": ("“are not near to being lifted. (Reuter, May 5)", ["(Reuter, May 5)"]),
    "before a comma": ("the West (see Monitor, May 5), Russian", ["(see Monitor, May 5)"]),
    "before a colon": ("the West (Moscow Times, May 5):", ["(Moscow Times, May 5)"]),
    "glued on both sides": ("signed(Interfax, May 5)Next", ["(Interfax, May 5)"]),
    "twice": ("One (AP, May 5). Two (AP, May 5).", ["(AP, May 5)", "(AP, May 5)"]),
    "square brackets inside": ("x (Panorama [Almaty], May 5)", ["(Panorama [Almaty], May 5)"]),
    "brackets inside": ("x (Panorama (Almaty), May 5)", ["(Panorama (Almaty), May 5)"]),
    "doubled closing bracket": ("x (AP, May 5)). Next", ["(AP, May 5)"]),
    "orphan before it": ("terrorist threat ( Up until last year, an (IED) (AP, May 5).", ["(AP, May 5)"]),
    "orphan in the line before": ("automatic weapons (\nNext (AP, May 5).", ["(AP, May 5)"]),
    "closing bracket lost": ("x (Interfax, May 5. Next (AP, May 6).", ["(Interfax, May 5", "(AP, May 6)"]),
    "text breaks off after it": ("x (Interfax, May 5", ["(Interfax, May 5"]),
    "text breaks off in it": ("x (Interfax, May 5; Voice of Free Taji", ["(Interfax, May 5"]),
    "text breaks off in the month": ("x (Interfax, Ma", []),
    "over a line break": ("x (Interfax,\nMay 5)", []),
}


@pytest.mark.parametrize(("body", "expected"), PLACES.values(), ids=PLACES)
def test_place(body: str, expected: list[str]) -> None:
    assert raws(body) == expected


UNDATED = {
    "a medium ends a clause": ("They held talks (NTV).", ["NTV"]),
    "two media": ("They held talks (NTV, Interfax).", ["NTV", "Interfax"]),
    "a collective source": ("They held talks (Russian agencies).", ["Russian agencies"]),
    "a host": ("They held talks (www.mfa.gov.ua).", ["www.mfa.gov.ua"]),
    "a web name": ("They held talks (Polit.ru).", ["Polit.ru"]),
    "a host and a day": ("They held talks (www.kavkaz-uzel.ru, May 5).", ["www.kavkaz-uzel.ru"]),
    "an issue number": ("Talks (NTV, June 18; Novoe vremya, No. 22).", ["NTV", "Novoe vremya"]),
    "an acronym's gloss": ("the agency Rosbizneskonsulting (RBK).", []),
    "a gloss of a kind of medium": ("the independent television channel (NTV).", []),
    "a gloss in mid-sentence": ("The Kavkazsky Uzel (Caucasian Knot) website was told", []),
    "a photo credit": ("Dagestani militant Magomed Vagabov. (ITAR TASS)\n\nNext", []),
    "an unknown name": ("They held talks (Zarya).", []),
}


@pytest.mark.parametrize(("body", "expected"), UNDATED.values(), ids=UNDATED)
def test_source_without_a_date(body: str, expected: list[str]) -> None:
    """A source alone is a citation only where its name is known and explains nothing."""
    assert [mention.source for mention in citations(body)] == expected


def test_newsletter_cites_itself_under_its_other_names() -> None:
    body = "a fortnight before ( Weekly, March 20), and (Chechnya Weekly, February 1 and January 25)."
    found = citations(body, "North Caucasus Weekly")
    assert [mention.source for mention in found] == ["Weekly", "Chechnya Weekly", "Chechnya Weekly"]
    assert {mention.kind for mention in found} == {CitationKind.CROSS_REFERENCE}


@pytest.mark.parametrize(
    ("body", "days"),
    {
        "years of their own": (
            "It was told (see our October 23, 2003, and January 7, 2004, issues).",
            [PrintedDate(10, 23, year=2003), PrintedDate(1, 7, year=2004)],
        ),
        "one": ("It was told (see the May 5 issue).", [PrintedDate(5, 5)]),
        "issue of": ("It was told (see also our issue of May 5).", [PrintedDate(5, 5)]),
    }.values(),
)
def test_own_issue_without_a_name(body: str, days: list[PrintedDate]) -> None:
    found = citations(body)
    assert [(m.kind, m.source, m.date) for m in found] == [(CitationKind.CROSS_REFERENCE, None, day) for day in days]


def test_sister_is_a_source_unless_seen_or_called_by_her_whole_name() -> None:
    body = "One (Prism, May 5). Two (see Prism, May 5). Three (The Prism, May 6)."
    source, seen, whole = citations(body)
    assert (source.kind, source.source) == (CitationKind.SOURCE, "Prism")
    assert (seen.kind, whole.kind, whole.source) == (*[CitationKind.CROSS_REFERENCE] * 2, "Prism")


def test_pairs_of_a_compound_share_their_span() -> None:
    body = "x (JoongAng Ilbo, August 3; Izvestia, August 5)"
    first, second = citations(body)
    assert first.span == second.span == Span(2, len(body))


def test_endnote_stands_at_its_marker() -> None:
    """A footnote number is the citation of the note it points to; a number without a note is nothing."""
    body = "Votes were cast. (7) It was over. (8)"
    note = Endnote(7, "NTV, Interfax, May 5", Span(0, 20))
    found = citations(body, "Monitor", note)
    assert [(m.span.of(body), m.source, m.date, m.note) for m in found] == [
        ("(7)", "NTV", MAY_5, note.text),
        ("(7)", "Interfax", MAY_5, note.text),
    ]


def test_impossible_day_is_kept_as_printed() -> None:
    (found,) = citations("x (Interfax, June 31).")
    assert found.date == PrintedDate(6, 31)


WORDS = (
    '( ) [ ] (( )) ; , . \n “ ” " ’ - – … Interfax NTV May 5 , May 5 1999 see the Monitor and & through (7) www.a.ru'
    " reported on said the website According to told told Segodnya issue of In its"
)
PIECES = st.sampled_from(WORDS.split(" "))


@given(st.text() | st.lists(PIECES, max_size=60).map(" ".join) | st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_exact_spans_in_order(body: str) -> None:
    note = Endnote(7, body, Span(0, len(body)))
    found = citations(body, "Monitor", note)
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(body)
        assert mention.source is None or mention.source in (mention.note or body)


@given(st.integers(0, 250))
def test_text_may_break_off_anywhere(cut: int) -> None:
    body = (
        "Interfax reported on May 5 that it was signed. (AP, NTV, May 5-6; see the Monitor, May 1, 1999) In the May 4"
        " issue of Izvestia, (, May 3;, May 2) said “so” ( Up until last year, the (IED) (Panorama [Almaty], May 1, 3"
    )
    for mention in citations(body[:cut]):
        assert mention.span.end <= cut


HEAPS: dict[str, Callable[[int], str]] = {
    "(": lambda n: "(" * n,
    "( a": lambda n: "( a" * (n // 3),
    "(a) in an orphan": lambda n: "(" + "(a)" * (n // 3),
    "digits": lambda n: "7" * n,
    "commas": lambda n: "(" + "," * n,
    "brackets": lambda n: "([" * (n // 2) + "])" * (n // 2),
    "months": lambda n: "January " * (n // 8),
    "days": lambda n: "May 5 " * (n // 6),
    "citations": lambda n: "x (Interfax, May 5; NTV, May 6). " * (n // 33),
    "stops": lambda n: "." * n,
    "stops and brackets": lambda n: ".(" * (n // 2),
    "quotes": lambda n: "“" * n,
    "spaces": lambda n: "(NTV" + " " * n,
    "words": lambda n: "a" * n,
    "reports": lambda n: "May 5 Interfax reported. " * (n // 25),
    "undated": lambda n: "(NTV) " * (n // 6),
}


def seconds(body: str) -> float:
    def once() -> float:
        start = time.process_time()
        citations(body)
        return time.process_time() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize("heap", HEAPS.values(), ids=HEAPS)
def test_time_is_linear_in_length(heap: Callable[[int], str]) -> None:
    """Twice the text takes at most two and a half times as long (and what takes no time is not measured)."""
    size = 20_000
    floor = 0.01
    assert seconds(heap(2 * size)) <= 2.5 * max(seconds(heap(size)), floor)
