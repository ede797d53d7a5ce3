"""Whatever the text: no exception, spans that are their surfaces, time in proportion to length."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.extract.context import Context
from archive.extract.mentions import PersonMention
from archive.extract.people import extract_people
from archive.read.authority import Authority

Find = Callable[..., list[PersonMention]]

PIECES = (
    "Boris Yeltsin", "Yeltsin", "President", "Lt. Gen.", "Gen.Pavel", "Kim Jong-il", "al-Assad", "Abu Hafs", "Mr.",
    "DzhokarDudayev", "Shumeikoargued", "negotiatorKhozh-Akhmed", "Tat’yana", "George W. Bush", "A.I.", "Jr.", "II",
    "Presidents", "head of the", "chairman of the Duma’s Committee on", "the", "of", "and", "then-", "former", "who is",
    "’s", "'s", "Õs", ",", ", ", ".", ";", "–", " — ", "(", ")", "[", "]", "“", "”", '"', "‘", "\n", "\n\n", " ", "  ",
    "said", "(FSB)", "one of the", "known as", "or “", "Clinton administration", "John F. Kennedy Airport", "Moscow",
    "Security Council", "35", "in", "once", "as", "Chechens", "August", "St. Petersburg", "U.S.", "é", "Ё", "İ", "ß",
)  # fmt: skip

SHAPES = {
    "capitals": "A",
    "capitalised words": "Aa ",
    "honorifics": "Mr. Mr. Mr. ",
    "initials": "A. B. C. ",
    "commas": ", ",
    "dashes": "–",
    "names": "Boris Yeltsin, ",
    "glued names": "BorisYeltsin",
    "bare names": "Yeltsin ",
    "titles": "President Boris Yeltsin, head of the Duma, ",
    "open titles": "president of the ",
    "open brackets": "(Boris Yeltsin [",
    "open quotes": "“Boris ",
    "hyphens": "A-",
    "apostrophes": "A’a",
    "aliases": "Yeltsin (known as ",
    "appositions": "Yeltsin, a minister and a minister and ",
}
LENGTH = 40_000
MOST_GROWTH = 2.5
SLACK = 0.05


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
       | st.lists(st.sampled_from(PIECES), max_size=40).map("".join))  # fmt: skip
def test_spans_are_their_surfaces(people_of: Find, text: str) -> None:
    for mention in people_of(text):
        assert mention.span.of(text) == mention.surface
        assert mention.surface
        assert mention.name
        if mention.role is not None:
            assert mention.role_span is not None
            assert mention.role_span.of(text) == mention.role
            assert mention.role.strip() == mention.role


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_mentions_come_in_the_order_of_the_text(people_of: Find, text: str) -> None:
    starts = [mention.span.start for mention in people_of(text)]
    assert starts == sorted(starts)


def test_an_empty_authority_is_enough(people_of: Find) -> None:
    """With no list at all structure alone must not fail."""
    text = "President Boris Yeltsin met Viktor Chernomyrdin, head of the government. Yeltsin left."
    assert list(extract_people(text, Context(Authority(), "Monitor", (0,)))) is not None
    assert people_of(text)


def _seconds(people_of: Find, text: str) -> float:
    """Processor time, the collector of garbage at rest, so that what else the machine does counts little."""
    spent = []
    gc.disable()
    for _ in range(3):
        start = time.process_time()
        people_of(text)
        spent.append(time.process_time() - start)
        gc.collect()
    gc.enable()
    return min(spent)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_time_grows_with_length_and_no_faster(people_of: Find, shape: str) -> None:
    half, whole = (shape * (length // len(shape)) for length in (LENGTH, 2 * LENGTH))
    _seconds(people_of, half[:1000])
    assert _seconds(people_of, whole) <= MOST_GROWTH * _seconds(people_of, half) + SLACK


@pytest.mark.parametrize("surname", ["", "Ivan"])
def test_time_of_many_different_names(people_of: Find, surname: str) -> None:
    """All with surnames of their own, then all namesakes."""
    dice = random.Random(7)  # noqa: S311 - made-up names, no secrets

    def name() -> str:
        first, last = ("".join(dice.choice("aeioukmnrst") for _ in range(6)) for _ in range(2))
        return f"{first.title()} {surname or last.title()}ov said. "

    texts = ["".join(name() for _ in range(count)) for count in (1500, 3000)]
    half, whole = (_seconds(people_of, text) for text in texts)
    assert whole <= MOST_GROWTH * half + SLACK
