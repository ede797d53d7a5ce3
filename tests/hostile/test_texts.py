"""Does every text end as one outcome, in time linear in its length, whatever it is made of?

The short form has texts of 20 and 40 KB; ARCHIVE_TEST_LONG=1 those of 0.5 and 1 MB.
"""

from __future__ import annotations

import random

import pytest

from archive.db.incoming import Incoming
from archive.db.outcomes import FileOutcome
from archive.ingest.preparation import Task, prepare
from archive.read.authority import load_authority
from tests.hostile.growth import LONG, grows_evenly

SIZE = 500_000 if LONG else 20_000
HEADER = "Publication: Monitor Volume: 7 Issue: 153\n\n"

DICE = random.Random(1)  # noqa: S311 - bytes to be the same each time, no secrets

PIECES = {
    "opening brackets": "(",
    "closing brackets": ")",
    "square brackets": "[",
    "digits": "1",
    "nested quotes": "“a ‘b ",
    "quotes of all kinds": "“‘\"'«",
    "honorifics": "Mr. ",
    "initials": "A. B. ",
    "capitals": "A",
    "capitalized words": "Aa ",
    "names joined": "Aa and ",
    "commas": ",",
    "open citations": "(Interfax, August 8; ",
    "open citations with places": "(ORT [Moscow], ",
    "open lists of days": "(August 8, 9, ",
    "days": "August 8, ",
    "sources in prose": "Interfax reported on August 8 ",
    "ministries": "Ministry of ",
    "committees": "Committee of the ",
    "acronyms": "(FSB) ",
    "hyphens": "A-",
    "apostrophes": "A’",
    "websites": "www.a.b.",
    "combining marks": "é\u0301",
    "zero-width joiners": "\u200d",
    "emoji": "😀",
    "escape sequences": "\x1b[2J\x07",
    "line separators": "a\u2028",
    "marks of emphasis": "*a* _b_ ",
    "notes": "\n1. NTV, May 1",
    "mastheads": "\nVolume 1, Issue 2\nx ",
    "mastheads with notes": "\nVolume 1, Issue 2\nx (1).\n1. NTV, May 1",
    "headers": "\nPublication: Monitor Volume: 1 Issue: 9\n\nText.\n",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_text_with_a_header_is_stored_in_linear_time(piece: str) -> None:
    authority = load_authority()
    outcomes = []

    def work(size: int) -> None:
        data = (HEADER + "Boris Yeltsin met (Interfax, August 3). " + piece * (size // len(piece))).encode()
        outcomes.extend(prepare([Task("a.txt", "/a.txt", data=data)], authority))

    assert grows_evenly(work, SIZE)
    assert {type(one) for one in outcomes} == {Incoming}


BLANK = {"newlines": "\n", "carriage returns": "\r\n", "dashes": "—", "rules": "_", "no-break spaces": "\u00a0"}


@pytest.mark.parametrize("piece", BLANK.values(), ids=BLANK)
def test_a_header_above_nothing_fails_in_linear_time(piece: str) -> None:
    reasons = set()

    def work(size: int) -> None:
        (outcome,) = prepare([Task("a.txt", "/a.txt", data=(HEADER + piece * size).encode())], load_authority())
        assert isinstance(outcome, FileOutcome)
        reasons.add(outcome.reason)

    assert grows_evenly(work, SIZE)
    assert reasons == {"it has a header and no text"}


NO_TEXT = {
    "NUL bytes": (lambda size: b"\0" * size, "encoding cannot be told|NUL"),
    "a text with a NUL byte": (lambda size: HEADER.encode() + b"a\0b" * (size // 3), "encoding cannot be told|NUL"),
    "lone surrogates": (lambda size: b"abc" + b"\xed\xa0\x80" * (size // 3), "UTF-8 with broken characters"),
    "UTF-8 cut in a character": (lambda size: ("é" * size).encode()[:-1], "UTF-8 with broken characters"),
    "UTF-16 that is none": (lambda size: b"\xff\xfe" + b"\x00\xd8" * (size // 2), "byte order mark says utf-16"),
    "UTF-32 that is none": (lambda size: b"\xff\xfe\0\0" + b"\xff" * size, "byte order mark says utf-32"),
    "bytes at random": (DICE.randbytes, "encoding cannot be told|NUL"),
    "one byte": (lambda _size: b"\x80", "cannot be told|no header|empty"),
    "nothing": (lambda _size: b"", "it is empty"),
    "a byte order mark alone": (lambda _size: b"\xef\xbb\xbf", "it is empty"),
}


@pytest.mark.parametrize(("make", "reason"), NO_TEXT.values(), ids=NO_TEXT)
def test_bytes_that_are_no_text_fail_in_linear_time(make: object, reason: str) -> None:
    reasons = set()

    def work(size: int) -> None:
        (outcome,) = prepare([Task("a.txt", "/a.txt", data=make(size))], load_authority())  # type: ignore[operator]
        assert isinstance(outcome, FileOutcome)
        reasons.add(str(outcome.reason))

    assert grows_evenly(work, SIZE)
    for told in reasons:
        assert any(words in told for words in reason.split("|")), told
        assert "please report" not in told


ENGLISH = HEADER + "“Arms talks” – Kim Jong-il’s visit – ended without a word on missiles (Interfax, August 6). "
RUSSIAN = HEADER + "Президент Путин и премьер-министр говорили о бюджете, сообщил Интерфакс. "  # noqa: RUF001 - Cyrillic is the point
ENCODINGS = {
    "utf-8": ENGLISH, "utf-8-sig": ENGLISH, "utf-16": ENGLISH, "utf-32": ENGLISH, "utf-16-le": ENGLISH,
    "utf-16-be": ENGLISH, "cp1252": ENGLISH, "mac_roman": ENGLISH, "cp1251": RUSSIAN, "koi8_r": RUSSIAN,
    "utf-32-le": ENGLISH,
}  # fmt: skip


@pytest.mark.parametrize(("encoding", "text"), ENCODINGS.items(), ids=ENCODINGS)
def test_a_long_text_in_any_of_eleven_encodings_is_read_without_loss(encoding: str, text: str) -> None:
    def work(size: int) -> None:
        whole = text + text.removeprefix(HEADER) * (size // len(text))
        (read,) = prepare([Task("a.txt", "/a.txt", data=whole.encode(encoding))], load_authority())
        assert isinstance(read, Incoming)
        assert read.articles[0].article.body == whole.removeprefix(HEADER).strip()

    assert grows_evenly(work, SIZE // 3)
