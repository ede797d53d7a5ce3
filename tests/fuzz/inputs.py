"""Where do the inputs come from? From the seed corpus, spliced and spoiled, and from the words of the grammar."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hypothesis import strategies as st

CORPUS: Final = tuple(path.read_bytes() for path in sorted((Path(__file__).parent / "corpus").iterdir()))
MEDIA_TYPES: Final = ("text/plain", "text/markdown", "text/html")

TOKENS: Final = (
    b"Publication: ", b"Monitor ", b"Volume: 7 ", b"Issue: 153", b"\n", b"\n\n", b"\r\n", b"(", b")", b"[", b"]", b"; ",
    b", ", b".", b"August 8", b"February 30", b"9-10", b"1999", b"both ", b" and ", b"see ", b"the Monitor",
    b"Interfax", b"Itar-Tass", b"President ", b"Boris Yeltsin", b"Mr. ", b"Kim", b"'s", "’s".encode(), "“".encode(),
    "”".encode(), "—".encode(), "Ё".encode(), b"FSB", b"Ministry of ", b"In this issue:\n", b"1. NTV, May 1\n", b"[1]",
    b"Copyright (c)",
    b"<p>", b"</p>", b"<div>", b"<b>", b"<!--", b"&amp;", b"<meta charset=koi8-r>", b"\0", b"\xff", b"\xef\xbb\xbf",
    b"\xed\xa0\x80", b"\x1b[2J", "\u202e".encode(), "\u2028".encode(), "İ".encode(), "e\u0301".encode(),
)  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """A text of the corpus with stretches cut, doubled, or replaced by tokens, another text's piece or any bytes."""
    data = draw(st.sampled_from(CORPUS))
    piece = st.sampled_from(TOKENS) | st.binary(max_size=8) | st.sampled_from(CORPUS).map(lambda other: other[:120])
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 1, 5, 40))))
        data = data[:start] + draw(piece) * draw(st.sampled_from((1, 1, 2, 30))) + data[end:]
    return data


DOCUMENTS: Final = spoiled() | st.lists(st.sampled_from(TOKENS), max_size=60).map(b"".join) | st.binary(max_size=200)

WORDS: Final = (
    "Interfax", "Itar-Tass", "AP", "The Guardian", "Radio Ekho Moskvy", "ORT", "www.lenta.ru", "see", "See also", "the",
    "Monitor", "our", "issue of", "August", "Aug.", "May", "8", "31", "30", "1999", "’99", "-", "–", "to", "and", "&",
    "both", ",", ";", ".", ":", "[", "]", "Moscow", "(", "quoted by", "citing", "“", "”", "’s", "evening of", " ", "\n",
)  # fmt: skip
CITATIONS: Final = (
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
    | st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
    | st.text(max_size=60)
)
