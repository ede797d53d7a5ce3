"""Headers of every publication are recognized, and prose is not."""

from __future__ import annotations

import pytest

from archive.parse.header import find_headers, number

FOUND = {
    "the Monitor's one line": ("Publication: Monitor Volume: 1 Issue: 53", ("Monitor", 1, 53, None)),
    "a sister": ("Publication: North Caucasus Weekly Volume: 6 Issue: 11", ("North Caucasus Weekly", 6, 11, None)),
    "spread over three lines": ("Publication: Monitor\nVolume: 7\nIssue: 153", ("Monitor", 7, 153, None)),
    "in Markdown": ("**Publication:** Monitor **Volume:** 7 **Issue:** 153", ("Monitor", 7, 153, None)),
    "Roman volume": ("Publication: China Brief Volume: XIII Issue: 16", ("China Brief", 13, 16, None)),
    "comma and printed date": (
        "Chechnya Weekly Volume 9, Issue 11 (March 20, 2008)",
        ("Chechnya Weekly", 9, 11, "2008-03-20"),
    ),
    "e-mail masthead": ("September 15, 2005 - Volume VI, Issue 33", (None, 6, 33, "2005-09-15")),
    "bullets": ("VOLUME XVIII • ISSUE 5 • MARCH 26, 2018", (None, 18, 5, "2018-03-26")),
    "impossible date": ("Chechnya Weekly Volume 9, Issue 11 (February 30, 2008)", ("Chechnya Weekly", 9, 11, None)),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_a_header_is_found(text: str, expected: tuple[str | None, int, int, str | None]) -> None:
    (header,) = find_headers(f"TITLE\n\n{text}\n\nThe body follows.")
    day = header.date.earliest.isoformat() if header.date else None
    assert (header.publication, header.volume, header.issue, day) == expected


NOT_FOUND = (
    "He spoke of Volume 9, Issue 11 of that paper at some length.",
    "Publication: soon. The volume: large. The issue: disputed.",
    "The Publication: Monitor Volume: x Issue: y",
    "Publication: Monitor Volume: 7 Issue:İ 153",  # a capital I for whoever does not mind case, and no Roman numeral
)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_prose_is_no_header(text: str) -> None:
    assert find_headers(text) == []


@pytest.mark.parametrize(("text", "value"), [("IV", 4), ("XVIII", 18), ("XC", 90), ("12", 12)])
def test_numerals(text: str, value: int) -> None:
    assert number(text) == value
