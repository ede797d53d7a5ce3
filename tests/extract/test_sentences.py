"""Where sentences start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.extract.sentences import sentence_starts

SPLITS = {
    "plain": "It rained.| It stopped.",
    "question and call": "Why? |No! |Yes.",
    "line break": "no stop here\n|next line\n\n|third",
    "closing quotation mark": "“It rained.” |He left.",
    "straight quotation mark": 'He said "so." |Then he left.',
    "opening quotation mark": "He left. |“It rained.”",
    "closing bracket": "[It rained.] |He left.",
    "whole sentence in brackets": "It rained. |(He was there.) |He left.",
    "citation after the stop": "It was signed. (Itar-Tass, May 12) |Next.",
    "citation with its own stop": "It was signed. (Itar-Tass, May 12). |Next.",
    "reference with a stop inside": "It was signed (see the Monitor, October 16, December 4.) |It now appears",
    "footnote number": "It was signed. (7) |Next.",
    "citation before the stop": "It was signed (Itar-Tass, May 12). |Next.",
    "glued": "all governments.|On Sunday",
    "glued after a quotation mark": 'other spheres."|Meanwhile, it rained.',
    "glued after a question mark": "was it so?|Meanwhile, it rained.",
    "ellipsis before an opener": "of his intentions…|Thus I left. |Then",
    "ellipsis in mid-sentence": "Yeltsin… Lebed and others",
    "ellipsis and stop": "boil…. |Then",
    "number opens": "It was in 1996. |23 men left.",
    "saint": "in St. Petersburg on Monday",
    "general": "said Gen. Pavel Golubets and Lt. Gen. Leonid Maiorov",
    "glued general": "said Gen.Pavel Golubets",
    "initial": "President George W. Bush said",
    "initials": "By A.I. Kolganov",
    "country": "the U.S. President and the E.U. Council",
    "country ends the sentence": "to the U.S. |The president",
    "hour": "at 5:30 a.m. local time",
    "junior": "Kadyrov Jr. was there",
    "number": "Obshchaya gazeta (no. 23) said, no. 24 Moscow",
    "web name": "the Polit.ru website and Gazeta.Ru said",
    "web address": "see www.mfa.gov.ua and go",
    "decimal": "worth $27.7 million",
    "lower case": "he left. and came",
}


@pytest.mark.parametrize("marked", SPLITS.values(), ids=SPLITS)
def test_split(marked: str) -> None:
    """A bar stands where a sentence starts, with the blanks before it belonging to the sentence before."""
    body = marked.replace("|", "")
    starts, removed = [0], 0
    for offset, character in enumerate(marked):
        if character == "|":
            start = offset - removed
            starts.append(start + (len(body[start:]) - len(body[start:].lstrip(" "))))
            removed += 1
    assert sentence_starts(body) == tuple(starts)


@given(
    st.text()
    | st.lists(st.sampled_from([". ", "A", "b", "“", "”", "(", ")", "\n", "…", "?", "U.S.", "5"])).map("".join)
)
def test_starts_ascend_from_zero_inside_the_body(body: str) -> None:
    starts = sentence_starts(body)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    assert all(0 < start < len(body) and not body[start].isspace() for start in starts[1:])


@given(st.text())
def test_a_line_break_ends_a_sentence(body: str) -> None:
    both = f"{body}\nNext"
    assert len(both) - len("Next") in sentence_starts(both)
