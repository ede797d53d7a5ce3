"""Parsing takes time linear in the length of the text, whatever its shape."""

from __future__ import annotations

import contextlib
import time

import pytest

from archive.core.errors import InputError
from archive.parse.articles import parse
from archive.read.document import Document

HEADER = "Publication: Monitor Volume: 3 Issue: 88\n\n"
SHAPES = {
    "blanks": " ",
    "marks of a heading": "#",
    "marks of emphasis": "*",
    "brackets": "(",
    "digits": "1",
    "dashes": "—",
    "capitals": "A",
    "short lines": "A b\n",
    "headlines": "TALKS GO ON\n",
    "notes": "1. NTV, May 1\n",
    "headers": HEADER + "x\n",
    "labels": "Publication: ",
    "volumes": "Volume 1, Issue ",
}
SMALL = 60_000


def seconds(text: str) -> float:
    """The shortest of three parses: noise only ever adds."""
    document = Document("-", "0" * 64, len(text), "text/plain", "utf-8", "utf-8", text)
    times = []
    for _ in range(3):
        started = time.process_time()
        with contextlib.suppress(InputError):
            parse(document)
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.parametrize("piece", SHAPES.values(), ids=SHAPES)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    text = piece * (SMALL // len(piece))
    once, twice = seconds(HEADER + text), seconds(HEADER + text + text)
    assert twice < 3 * once + 0.05
