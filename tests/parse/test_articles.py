"""A document is divided into articles; what is no body is kept apart, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.dates import MONTHS
from archive.core.errors import InputError
from archive.parse.article import Given, ParsedArticle
from archive.parse.articles import parse
from archive.read.document import Document

HEADER = "Publication: Monitor Volume: 3 Issue: 88"
BODY = "Talks went on in Grozny yesterday, and nobody left the room. (Interfax, May 6)"
MORE = "They will be resumed next week, said a spokesman."
GOLD = Path(__file__).parent.parent / "gold"


def document(text: str, title: str | None = None) -> Document:
    return Document("issue.txt", "0" * 64, len(text), "text/plain", "utf-8", "utf-8", text, title)


def parts(article: ParsedArticle, text: str) -> dict[str, str]:
    return {part.kind.value: part.span.of(text) for part in article.parts}


LAYOUTS = {
    "title above": (f"TALKS GO ON.\n\n{HEADER}\n\n{BODY}", "TALKS GO ON.", {}),
    "title below": (f"{HEADER}\n\nTALKS GO ON.\n\n{BODY}", "TALKS GO ON.", {}),
    "title below in title case": (f"{HEADER}\n\nTalks Go On in Grozny\n\n{BODY}", "Talks Go On in Grozny", {}),
    "no title": (f"{HEADER}\n\n{BODY}", None, {}),
    "single newlines": (f"TALKS GO ON.\n{HEADER}\n{BODY}", "TALKS GO ON.", {}),
    "title as Markdown heading": (f"# Talks *Go* On\n\n{HEADER}\n\n{BODY}", "Talks *Go* On", {}),
    "placeholder line": (
        f"Placeholder canvas\n\n\n{HEADER}\n\n{BODY}", None, {"placeholder": "Placeholder canvas"},
    ),
    "paired headlines": (f"TALKS GO ON…\n…BUT SLOWLY\n\n{HEADER}\n\n{BODY}", "TALKS GO ON… …BUT SLOWLY", {}),
    "byline": (f"{HEADER}\n\nBy Ivan Petrov\n\n{BODY}", None, {"byline": "By Ivan Petrov"}),
    "caption with a credit": (
        f"Talks Go On\n\n{HEADER}\n\nThe room in Grozny. (ITAR TASS)\n{BODY}",
        "Talks Go On",
        {"caption": "The room in Grozny. (ITAR TASS)"},
    ),
    "caption cut off by a stripped link": (
        f"Talks Go On\n\n{HEADER}\n\nThe room in Grozny (Source:\n{BODY}",
        "Talks Go On",
        {"caption": "The room in Grozny (Source:"},
    ),
    "trailing headline in title case": (
        f"{HEADER}\n\n{BODY}\n\nMoscow Names a New Envoy.", None, {"trailing_headline": "Moscow Names a New Envoy."},
    ),
    "trailing headline in capitals": (
        f"{HEADER}\n\n{BODY}\n\nMOSCOW NAMES AN ENVOY", None, {"trailing_headline": "MOSCOW NAMES AN ENVOY"},
    ),
    "trailing headline with a glued word": (
        f"{HEADER}\n\n{BODY}\n\nEnvoys Meet inBosnia.", None, {"trailing_headline": "Envoys Meet inBosnia."},
    ),
    "trailing headline that opens with an ellipsis": (
        f"{HEADER}\n\n{BODY}\n\n…But Deputies Say No.", None, {"trailing_headline": "…But Deputies Say No."},
    ),
    "staff footer right below": (
        f"{HEADER}\n\n{BODY}\nThe Monitor is a publication of the Jamestown Foundation. By Ivan Petrov",
        None,
        {"staff_footer": "The Monitor is a publication of the Jamestown Foundation. By Ivan Petrov"},
    ),
    "author's initials": (f"{HEADER}\n\n{BODY} –VS", None, {"initials": "–VS"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "title", "around"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_is_read(text: str, title: str | None, around: dict[str, str]) -> None:
    (article,) = parse(document(text))
    assert (article.title, article.body) == (title, BODY)
    assert parts(article, text) == around
    assert article.body_span.of(text) == BODY


KEPT = {
    "a short last sentence": "Few believed him.",
    "a last paragraph with a citation": "Shevardnadze Denied It. (Interfax, May 6)",
    "a text that breaks off": "They will be resumed next",
    "a paragraph that names the foundation": "The Jamestown Foundation was told so by both sides.",
}


@pytest.mark.parametrize("last", KEPT.values(), ids=KEPT)
def test_prose_at_the_end_stays_in_the_body(last: str) -> None:
    (article,) = parse(document(f"{HEADER}\n\n{BODY}\n\n{last}"))
    assert article.body == f"{BODY}\n\n{last}"


def test_a_new_header_starts_a_new_article_and_takes_the_title_above_it() -> None:
    text = (
        f"TALKS GO ON.\n\n{HEADER}\n\n{BODY}\n\n{MORE}\n\n"
        f"ENVOY NAMED.\n\nPublication: Monitor Volume: 3 Issue: 89\n\n{MORE}\n"
    )
    first, second = parse(document(text))
    assert (first.title, first.body, first.position) == ("TALKS GO ON.", f"{BODY}\n\n{MORE}", 1)
    assert (second.title, second.body, second.position) == ("ENVOY NAMED.", MORE, 2)
    assert (first.header.issue, second.header.issue) == (88, 89)


def test_the_contents_of_an_email_edition_divide_it() -> None:
    text = (
        "Chechnya Weekly\n\nSeptember 15, 2005 - Volume VI, Issue 33\n\n\nIN THIS ISSUE:\n* Talks Go On\n"
        f"* Envoy Named\nBy Ivan Petrov\n\n----------\n\nTALKS GO ON\n\n{BODY}\n\nENVOY NAMED\n\n{MORE}\n"
    )
    first, second = parse(document(text))
    assert (first.header.publication, first.header.volume, first.header.issue) == ("Chechnya Weekly", 6, 33)
    assert first.header.date is not None
    assert first.header.date.earliest.isoformat() == "2005-09-15"
    assert [(a.title, a.body) for a in (first, second)] == [("TALKS GO ON", BODY), ("ENVOY NAMED", MORE)]
    assert "By Ivan Petrov" in parts(first, text)["contents"]


def test_a_date_line_below_the_header_is_the_issues_day() -> None:
    text = f"Two Views\nPublication: China Brief Volume: 13 Issue: 16\nAugust 9, 2013\nBy: Ann Chubb\n{BODY}"
    (article,) = parse(document(text))
    assert article.header.date is not None
    assert article.header.date.latest.isoformat() == "2013-08-09"
    assert (article.body, parts(article, text)) == (BODY, {"byline": "By: Ann Chubb"})


def test_endnotes_go_to_the_articles_whose_markers_call_them() -> None:
    notes = "1. Itar-Tass, October 24\n\n2. Flux and Basapress, October 24\n\n9. NTV, October 25"
    text = (
        f"{HEADER}\n\nOne half of the votes was cast. (2)\n\n{HEADER}\n\nThe other half was not. (1) Few minded."
        f"\n\n{notes}\n"
    )
    first, second = parse(document(text))
    assert [(note.number, note.text) for note in first.endnotes] == [(2, "Flux and Basapress, October 24")]
    assert [note.number for note in second.endnotes] == [1]
    assert second.body.endswith("Few minded.")


PROSE = {
    "lower case": ["crack down on extremism", "dissolve the party"],
    "words that begin as months do": ["Mayor Yury Luzhkov was to resign", "Marching in columns was forbidden"],
    "words that end as months do": ["MidMarch, a firm from Narva, was to be sold", "The firm NovoMay was to buy it"],
}


@pytest.mark.parametrize("items", PROSE.values(), ids=PROSE)
def test_a_numbered_list_of_prose_is_no_endnote(items: list[str]) -> None:
    listed = "\n\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    (article,) = parse(document(f"{HEADER}\n\n{BODY}\n\n{listed}"))
    assert article.body.endswith(listed)


@pytest.mark.parametrize("month", MONTHS)
def test_notes_that_no_marker_calls_are_told_by_the_days_they_cite(month: str) -> None:
    notes = f"1. Itar-Tass, {month} 24\n\n2. Mayor Luzhkov on NTV, {month} 25"
    (article,) = parse(document(f"{HEADER}\n\n{BODY}\n\n{notes}"))
    assert article.body == BODY


def test_a_text_without_header_says_what_to_tell() -> None:
    with pytest.raises(InputError, match="--publication, --volume and --issue"):
        parse(document(BODY))


def test_a_text_without_header_is_what_it_is_said_to_be() -> None:
    (article,) = parse(document(f"TALKS GO ON.\n\n{BODY}"), Given("Monitor", 7, 12))
    assert (article.header.publication, article.header.volume, article.header.issue) == ("Monitor", 7, 12)
    assert (article.title, article.body) == ("TALKS GO ON.", BODY)


def test_a_masthead_without_a_name_asks_for_it() -> None:
    text = f"VOLUME XVIII • ISSUE 5 • MARCH 26, 2018\nIN THIS ISSUE\n\n{BODY}"
    with pytest.raises(InputError, match="--publication"):
        parse(document(text))
    (article,) = parse(document(text), Given(publication="China Brief"))
    assert (article.header.publication, article.header.volume, article.body) == ("China Brief", 18, BODY)


def test_a_header_alone_is_no_article() -> None:
    with pytest.raises(InputError, match="no text"):
        parse(document(HEADER))


def test_a_page_lends_its_title_where_the_text_prints_none() -> None:
    (article,) = parse(document(f"{HEADER}\n\n{BODY}", title="Talks go on"))
    assert (article.title, article.title_span) == ("Talks go on", None)


@pytest.mark.parametrize("name", ["seed.jsonl", "dev.jsonl"])
def test_every_gold_article_has_the_header_it_should(name: str) -> None:
    for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        (article,) = parse(document(record["text"]))
        header = article.header
        expected = (record["publication"], record["volume"], record["issue"])
        assert (header.publication, header.volume, header.issue) == expected, record["id"]


PIECES = st.sampled_from(
    [HEADER, BODY, MORE, "TALKS GO ON.", "–VS", "(1)", "1. Itar-Tass, October 24", "\n", "\n\n", " "]
)


@given(st.lists(PIECES | st.text(max_size=20), max_size=20))
def test_any_text_is_parsed_or_refused_and_its_spans_are_exact(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        articles = parse(document(text))
    except InputError:
        return
    for article in articles:
        assert article.body_span.of(text) == article.body
        assert article.body == article.body.strip()
        assert not any(part.span.overlaps(article.body_span) for part in article.parts)
