"""The short way for plain citations gives what the grammar gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extract.citations import grammar
from archive.extract.citations.pairs import Cited
from archive.extract.citations.plain import plain_groups
from archive.extract.citations.source_names import source_names
from archive.extract.citations.tokens import CitationSyntaxError
from archive.read.authority import load_authority

NAMES = source_names(load_authority(), "Monitor")

PLAIN = {
    "one source": "Interfax, May 5",
    "several sources": "Interfax, Itar-Tass, Krasnaya zvezda, May 5",
    "several clauses": "Interfax, May 5; L'Unita, Polit.ru, May 6; RTR, June 7",
    "joined by and": "Flux and Basapress, May 5",
    "a month among the names": "Interfax, May, May 5",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_a_plain_citation_takes_the_short_way(text: str) -> None:
    assert plain_groups(text, NAMES) is not None


PIECES = st.sampled_from(
    [
        "Interfax", "Itar-Tass", "Moscow", "Polit.ru", "and", "And", "to", "see", "Prism", "the", "Monitor", "May",
        "March-April", "AugustFoo", "U.S", "L'Unita", "Novoe vremya", "No", "Victory Day", "said", "5", "12", "May 5",
        "May 12", "June 31", "April 9", "1999",
    ]
)  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([", ", ", ", "; ", " "])), min_size=1, max_size=9).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs).rstrip(" ,;")
)


def cited(text: str) -> tuple[Cited, ...] | str:
    try:
        return grammar.parse_citation.__wrapped__(text, NAMES)
    except CitationSyntaxError as error:
        return str(error)


@given(text=TEXTS)
@settings(max_examples=500)
def test_the_short_way_and_the_grammar_agree(text: str) -> None:
    short = cited(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammar, "plain_groups", lambda *_: None)
        assert cited(text) == short
