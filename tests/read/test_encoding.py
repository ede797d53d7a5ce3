"""Bytes become characters without loss, and how they did is told."""

from __future__ import annotations

import codecs

import pytest

from archive.core.errors import InputError
from archive.read.encoding import decode

WESTERN = "In the wake of leader Kim Jong-il’s visit – “arms talks” – little was agreed. (Interfax, August 6)\n"
RUSSIAN = "Publication: Monitor\nПрезидент Путин и премьер-министр говорили о бюджете, сообщил Интерфакс.\n"  # noqa: RUF001 - Cyrillic is the point

DETECTED = {
    "Windows-1252": ("cp1252", WESTERN),
    "Mac Roman": ("mac_roman", WESTERN),
    "Windows-1251": ("cp1251", RUSSIAN),
    "KOI8-R": ("koi8_r", RUSSIAN),
    "UTF-16 without a mark": ("utf_16_le", WESTERN),
    "UTF-16 without a mark, big end first": ("utf_16_be", WESTERN),
    "UTF-32 without a mark": ("utf_32_le", WESTERN),
    "Big5": ("big5", "Reported by 中央通訊社 in 北京 and by the 人民日報 yesterday. " * 3),
    "Shift JIS": ("shift_jis", "Reported by 共同通信 in 東京 これはニュースです yesterday. " * 3),
    "EUC-KR": ("euc_kr", "Reported by 중앙일보 in 서울 한국 뉴스 입니다 yesterday. " * 3),
}


@pytest.mark.parametrize(("encoding", "text"), DETECTED.values(), ids=DETECTED)
def test_other_encodings_are_detected_and_named(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.basis) == (text, encoding, "detected")


MARKED = {
    "UTF-8": (codecs.BOM_UTF8 + WESTERN.encode(), "utf-8"),
    "UTF-16": (WESTERN.encode("utf-16"), "utf-16"),
    "UTF-32": (WESTERN.encode("utf-32"), "utf-32"),
}


@pytest.mark.parametrize(("data", "encoding"), MARKED.values(), ids=MARKED)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.basis) == (WESTERN, encoding, "bom")


def test_utf8_needs_no_detection() -> None:
    assert decode(WESTERN.encode()).basis == "utf-8"


def test_a_page_that_declares_its_encoding_is_believed() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Kim’s</p>'
    decoded = decode(page.encode("cp1252"), html=True)
    assert (decoded.text, decoded.encoding, decoded.basis) == (page, "cp1252", "declared")


REFUSED = {
    "NUL characters": (b"a\0b", "NUL|cannot be told"),
    "every byte there is": (bytes(range(256)), "NUL|cannot be told"),
    "a lone surrogate": (b"abc \xed\xa0\x80 def", "UTF-8 with broken characters, the first at byte 4"),
    "UTF-8 cut in the middle of a character": ("Kim’s “talks”".encode()[:-1], "broken characters"),
    "a mark that lies": (codecs.BOM_UTF16_LE + b"\x00\xd8a", "byte order mark says utf-16"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_decoded_without_loss_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decode(data)
