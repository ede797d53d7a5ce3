"""Which characters do these bytes mean? Without loss or not at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from archive.core.errors import InputError

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 stands before UTF-16, whose little-endian mark its own begins with."""

_PLAUSIBLE: Final = (
    "cp1252", "mac_roman", "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "cp1250", "cp1257",
    "cp1254", "iso8859_2", "gb18030", "big5", "shift_jis", "euc_kr",
)  # fmt: skip
"""What English newsletters on Russia, its neighbours and East Asia have been saved in; the rest is never guessed."""

_SURE: Final = ("-sig", "utf-8", "16", "32")
"""Endings of the names of Unicode's own encodings: their decoders take nothing that would not give the same text."""

_WIDE: Final = ("utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be")
"""What bytes with NULs among them may be; two or four bytes a character, without a mark."""

_DECLARED_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE
)
_DECLARATION_REACH: Final = 4096
_SAMPLE: Final = 65_536
_TYPOGRAPHIC: Final = re.compile("[‘’“”–—…]")
_ODD_IN_PROSE: Final = re.compile(
    r"[^\x20-\x7e\n\r\t\f‘’“”–—…\u00a0-\u017f\u0400-\u045f\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]"
)


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text, the encoding it was decoded with, and how that was found: bom, utf-8, declared or detected."""

    text: str
    encoding: str
    basis: str


def _exact(data: bytes, encoding: str) -> str | None:
    """The text, or None where decoding fails or would not give the same bytes back."""
    try:
        text = data.decode(encoding)
        return text if encoding.endswith(_SURE) or text.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None


def _refuse_broken_utf8(data: bytes) -> None:
    """Raise InputError for what was UTF-8 and is damaged: read as anything else it would turn into gibberish.

    More good multi-byte sequences than bad ones tell UTF-8; other encodings hardly ever form such a sequence.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    else:
        return
    kept = data.decode("utf-8", "ignore")
    good = sum(not character.isascii() for character in kept)
    bad = data.decode("utf-8", "replace").count("\ufffd") - kept.count("\ufffd")
    if good > bad or _has_lone_surrogates(data):
        message = f"it is UTF-8 with broken characters, the first at byte {place}; mend or save it anew"
        raise InputError(message)


def _has_lone_surrogates(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _marked(data: bytes) -> DecodedText | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _exact(data, encoding)
            if text is None:
                message = f"its byte order mark says {encoding}, but the bytes do not decode; save it as UTF-8"
                raise InputError(message)
            return DecodedText(text, encoding.removesuffix("-sig"), "bom")
    return None


def _declared(data: bytes) -> DecodedText | None:
    """What a web page says of itself in its first 4 KiB; browsers read ISO-8859-1 as Windows-1252."""
    found = _DECLARED_CHARSET.search(data[:_DECLARATION_REACH])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    name = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "windows-1252"} else name
    text = _exact(data, name)
    return None if text is None else DecodedText(text, codecs.lookup(name).name, "declared")


def _western(data: bytes) -> str | None:
    r"""Windows-1252 or Mac Roman, where one of them turns the odd bytes into the newsletters' quotes and dashes.

    Detectors weigh letter frequencies, and an English text has too few odd bytes for that: "Kim Jong-il\x92s" is
    plain to a reader of English.
    """
    best, most = None, 0
    for encoding in ("cp1252", "mac_roman"):
        text = _exact(data, encoding)
        if text is not None and not _ODD_IN_PROSE.search(text):
            score = len(_TYPOGRAPHIC.findall(text))
            if score > most:
                best, most = encoding, score
    odd = sum(byte > 0x7F for byte in data[:_SAMPLE])  # noqa: PLR2004 - the end of ASCII
    return best if best and 2 * most >= odd else None


def _detected(data: bytes) -> DecodedText | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 30 ms that UTF-8 files do not pay

    sample = data[:_SAMPLE]
    wide = b"\0" in sample
    western = None if wide else _western(sample)
    best = None if western else from_bytes(sample, cp_isolation=list(_WIDE if wide else _PLAUSIBLE)).best()
    encoding = western or (best.encoding if best else None)
    if encoding is None:
        return None
    text = _exact(data, encoding)
    return None if text is None else DecodedText(text, encoding, "detected")


def decode(data: bytes, *, html: bool = False) -> DecodedText:
    """The text of `data`: by its byte order mark, as UTF-8, as a page declares, or as detected.

    Raises InputError for bytes that no plausible encoding reads without loss, and for a text with NUL characters: no
    replacement character is ever put in.
    """
    decoded = _marked(data)
    if decoded is None:
        text = _exact(data, "utf-8")
        plain = None if text is None or "\0" in text else DecodedText(text, "utf-8", "utf-8")
        if text is None:
            _refuse_broken_utf8(data)
        decoded = plain or (_declared(data) if html else None) or _detected(data)
    if decoded is None:
        message = "its character encoding cannot be told; save it as UTF-8"
        raise InputError(message)
    if "\0" in decoded.text:
        message = "it holds NUL characters, so it is no text"
        raise InputError(message)
    return decoded
