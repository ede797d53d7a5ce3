"""What a citation is, form by form."""

from __future__ import annotations

import csv
import datetime as dt
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.dates import DateInterval, PrintedDate, anchor
from archive.core.errors import InputError
from archive.core.span import Span
from archive.extract.citations import extract_citations
from archive.extract.citations.grammar import parse_citation, salvage_citation
from archive.extract.citations.source_names import source_names
from archive.extract.citations.tokens import CitationSyntaxError, tokens_of
from archive.extract.context import Context
from archive.extract.mentions import CitationMention
from archive.extract.sentences import sentence_starts
from archive.parse.article import Endnote
from archive.read.authority import load_authority

FORMS = Path(__file__).parent.parent / "data" / "citation_forms.csv"
NAMES = source_names(load_authority(), "Monitor")
Row = dict[str, str | None]


def rows() -> list[dict[str, str]]:
    with FORMS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def extracted(text: str) -> list[CitationMention]:
    """The citations of a text that is a whole body; an endnote ("16. Flux, October 24") stands behind its marker."""
    number, stop, note = text.partition(". ")
    notes = (Endnote(int(number), note, Span(0, len(text))),) if stop and number.isdigit() else ()
    body = f"Talks went on. ({number}) And on." if notes else text
    publication = "North Caucasus Weekly" if "Weekly" in text else "Monitor"
    return list(extract_citations(body, Context(load_authority(), publication, sentence_starts(body), notes)))


def as_row(mention: CitationMention, issue: dt.date) -> Row:
    date = anchor(mention.date, DateInterval(issue, issue))
    return {
        "kind": mention.kind.value,
        "source": mention.source,
        "place": mention.place,
        "date": date.date.isoformat() if date.date else None,
        "date_end": date.date_end.isoformat() if date.date_end else None,
        "precision": date.precision.value,
    }


@pytest.mark.parametrize(
    "form", [pytest.param(row, id=f"{number}-{row['raw']}") for number, row in enumerate(rows(), start=2)]
)
def test_form(form: dict[str, str]) -> None:
    """Each known form, and each look-alike, gives the citations that an annotator gave it."""
    found = [as_row(mention, dt.date.fromisoformat(form["issue_date"])) for mention in extracted(form["raw"])]
    expected: list[Row] = json.loads(form["expected"])
    if form["note"].startswith("optional:"):
        assert found[: len(expected)] == expected
    else:
        assert found == expected


def pair(source: str | None, month: int, day: int, year: int | None = None) -> tuple[object, ...]:
    return source, PrintedDate(month, day, year=year)


FURTHER = {
    "second hand, undated": ("Pravda-5, September 2, cited by Russian agencies", [pair("Pravda-5", 9, 2)]),
    "a pointer after it": ("AP, NTV, May 5. See Perspective section below", [pair("AP", 5, 5), pair("NTV", 5, 5)]),
    "newsletter of a day": (
        "Interfax, May 5; see also the Monitor of May 3",
        [pair("Interfax", 5, 5), pair("Monitor", 5, 3)],
    ),
    "last week's newsletter": ("see last week’s Fortnight in Review, May 5", [pair("Fortnight in Review", 5, 5)]),
    "for background": ("for background, see the Monitor, May 5", [pair("Monitor", 5, 5)]),
    "a programme": ('RTR, "Zerkalo," June 9', [pair("RTR", 6, 9)]),
    "a station's programme": ("NTV’s “Itogi,” June 9", [pair("NTV", 6, 9)]),
    "a name in quotes": ("“Lyudi,” June 9", [pair("Lyudi", 6, 9)]),
    "letters": ("See letters to The Economist, July 27", [pair("Economist", 7, 27)]),
    "words before a reference": ("On Uzbekistan’s position see also Monitor, October 23", [pair("Monitor", 10, 23)]),
    "year on the first day": (
        "see the Monitor, December 13, 2000, February 12",
        [pair("Monitor", 12, 13, year=2000), pair("Monitor", 2, 12)],
    ),
    "two empty slots": (", May 7;,, May 6", [pair(None, 5, 7), pair(None, 5, 6), pair(None, 5, 6)]),
    "and before the last source": ("AP, Reuters, and AFP, May 5", [pair(s, 5, 5) for s in ("AP", "Reuters", "AFP")]),
    "and between groups": ("AP, May 5, and AFP, May 6", [pair("AP", 5, 5), pair("AFP", 5, 6)]),
    "day before month": ("Interfax, 5 May", [pair("Interfax", 5, 5)]),
    "short month": ("Interfax, Sept. 5", [pair("Interfax", 9, 5)]),
    "short month without its stop": ("Segodnya, Sept 12", [pair("Segodnya", 9, 12)]),
    "ordinal": ("Interfax, May 5th", [pair("Interfax", 5, 5)]),
    "glued source and month": ("Itar-TassJune 9", [pair("Itar-Tass", 6, 9)]),
    "name with a number": ("24 Saati, May 3, 24 Saati, May 5", [pair("24 Saati", 5, 3), pair("24 Saati", 5, 5)]),
    "range with end before start": ("Interfax, April 29-2", [("Interfax", PrintedDate(4, 29, 5, 2))]),
    "issue number": ("Obshchaya gazeta, No. 23, June 12", [pair("Obshchaya gazeta", 6, 12)]),
    "empty slot at the end": ("Interfax, May 5,", [pair("Interfax", 5, 5)]),
}


@pytest.mark.parametrize(("text", "expected"), FURTHER.values(), ids=FURTHER)
def test_further_form(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(cited.source, cited.date) for cited in parse_citation(text, NAMES)] == expected


def test_list_year_goes_back_over_new_year() -> None:
    """A December day before a January day of a printed year is of the year before."""
    december, january = parse_citation("see the Monitor, December 14, January 12, 1999", NAMES)
    assert december.date == PrintedDate(12, 14, year=1998, year_in_list=True)
    assert january.date == PrintedDate(1, 12, year=1999)


PARTLY = {
    "words between": ("Interfax, evening of May 5", [pair("Interfax", 5, 5)]),
    "words behind": ("Interfax, May 5 morning edition", [pair("Interfax", 5, 5)]),
    "one group of two": ("Interfax, May 5 or so; NTV, May 6", [pair("Interfax", 5, 5), pair("NTV", 5, 6)]),
    "others": ("Interfax, NTV and others, May 5", [pair("Interfax", 5, 5), pair("NTV", 5, 5)]),
}


@pytest.mark.parametrize(("text", "expected"), PARTLY.values(), ids=PARTLY)
def test_salvaged(text: str, expected: list[tuple[object, ...]]) -> None:
    """What is clearly a citation is kept with what can be known, and its rule says so."""
    with pytest.raises(CitationSyntaxError):
        parse_citation(text, NAMES)
    found = salvage_citation(text, NAMES)
    assert [(cited.source, cited.date) for cited in found] == expected
    assert {cited.rule for cited in found} == {"partial"}


ASIDES = {
    "a meeting": "who met Yeltsin in Moscow, May 5",
    "a birth": "born in Grozny, May 5, 1950",
    "a weekday": "Sunday, May 5",
    "a holiday": "Victory Day, May 9",
    "a day": "May 5, 1999",
    "a bare month": "Lisbon, December 1996",
    "nothing": "",
    "too long": "Interfax, " * 100 + "May 5",
}


@pytest.mark.parametrize("text", ASIDES.values(), ids=ASIDES)
def test_aside_is_no_citation(text: str) -> None:
    with pytest.raises(CitationSyntaxError):
        parse_citation(text, NAMES)
    assert salvage_citation(text, NAMES) == ()


FAILURES = {
    "no separator": ("Interfax, May 5 10", 16),
    "no source": ("May 5", 0),
    "no end of the range": ("Interfax, May 5-", 16),
    "no end of the place": ("Panorama [Almaty, May 5", 23),
    "no name": ("AP, who met him, May 5", 4),
}


@pytest.mark.parametrize(("text", "offset"), FAILURES.values(), ids=FAILURES)
def test_error_points_at_the_first_character_that_fails(text: str, offset: int) -> None:
    with pytest.raises(CitationSyntaxError) as caught:
        parse_citation(text, NAMES)
    assert isinstance(caught.value, InputError)
    *_, shown, caret = str(caught.value).split("\n")
    assert shown.strip() == text
    assert caret.index("^") - shown.index(text) == offset == caught.value.offset


def test_reference_is_told_from_source() -> None:
    found = parse_citation("AP, June 17; see the Monitor, June 9 and 10", NAMES)
    assert [(cited.source, cited.is_reference) for cited in found] == [
        ("AP", False), ("Monitor", True), ("Monitor", True),
    ]  # fmt: skip


SOURCES = st.sampled_from(
    ["Interfax", "Itar-Tass", "Trud-7", "Polit.ru", "Nezavisimaya gazeta", "Russian agencies", ""]
)
DAYS = st.builds(
    lambda month, day, last: (month, day, last),
    st.sampled_from(["January", "May", "December"]), st.integers(1, 20), st.none() | st.integers(21, 31),
)  # fmt: skip


@given(st.lists(st.tuples(st.lists(SOURCES, min_size=1, max_size=3), DAYS), min_size=1, max_size=4))
def test_what_is_written_is_read(groups: list[tuple[list[str], tuple[str, int, int | None]]]) -> None:
    """Any compound of sources and days, empty slots among them, gives one pair for each source of each group."""
    days = [f"{month} {day}" + (f"-{last}" if last else "") for _, (month, day, last) in groups]
    text = "; ".join(", ".join([*sources, date]) for (sources, _), date in zip(groups, days, strict=True))
    found = parse_citation(text, NAMES)
    assert [cited.source or "" for cited in found] == [source for sources, _ in groups for source in sources]
    assert [cited.date.day for cited in found if cited.date] == [d for s, (_, d, _) in groups for _ in s]


PIECES = [
    "Interfax",
    "May",
    "5",
    "-",
    ",",
    ";",
    "[",
    "]",
    "and",
    "see",
    "the Monitor",
    "through",
    "1999",
    "“",
    ".",
    " ",
]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join) | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the grammar fail in any other way."""
    with suppress(CitationSyntaxError):
        assert parse_citation(text, NAMES)
    found = salvage_citation(text, NAMES)
    assert all(cited.source != "" for cited in found)


@given(st.text())
def test_tokens_keep_their_offsets(text: str) -> None:
    for token in tokens_of(text):
        assert text[token.start() : token.end()] == token[0]
