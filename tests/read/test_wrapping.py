"""A text wrapped to a width is read as the paragraphs it had; every other text stays as it is."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.read.wrapping import unwrapped

TITLE = "TALKS GO ON IN GROZNY."
HEADER = "Publication: Monitor Volume: 7 Issue: 155"
PARAGRAPHS = (
    (
        "Russian Deputy Prime Minister Ilya Klebanov met in Moscow with the military analyst Pavel Felgenhauer, "
        "according to several reports that were carried in Moscow papers (Izvestia, August 9). Klebanov denied them."
    ),
    (
        "Whether anything was agreed nobody would say, but both sides spoke of progress, and of meetings to be "
        "held in St. Petersburg in the fall, when the budget will have been put before the Duma (, August 8)."
    ),
)
PLAIN = "\n\n".join((TITLE, HEADER, *PARAGRAPHS))


@pytest.mark.parametrize("width", [60, 65, 72, 76, 80])
def test_wrapped_paragraphs_are_made_whole(width: int) -> None:
    wrapped = "\n\n".join((TITLE, HEADER, *(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)))
    assert wrapped != PLAIN
    assert unwrapped(wrapped) == PLAIN


LEFT_ALONE = {
    "a paragraph on a line": PLAIN,
    "single newlines between paragraphs": "\n".join((TITLE, HEADER, *PARAGRAPHS)),
    "a list of short lines": "IN THIS ISSUE:\n* Talks go on\n* Envoy named\n* Budget put before the Duma\n",
    "short sentences, one a line": "\n".join(
        f"The talks of the week number {n} went on without result." for n in range(9)
    ),
    "nothing": "",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert unwrapped(text) == text


@pytest.mark.parametrize("name", ["seed.jsonl", "dev.jsonl"])
def test_no_gold_article_is_taken_for_wrapped(name: str) -> None:
    path = Path(__file__).parent.parent / "gold" / name
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        assert unwrapped(text) == text


@given(st.text(alphabet="ab .)\n", max_size=400))
def test_offsets_stay_what_they_were(text: str) -> None:
    after = unwrapped(text)
    assert len(after) == len(text)
    assert all(old == new or (old, new) == ("\n", " ") for old, new in zip(text, after, strict=True))
