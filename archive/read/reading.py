"""How does a file become a document? By its type, which its name tells and nothing guesses."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from archive.core.errors import InputError
from archive.read.document import Document
from archive.read.encoding import decode
from archive.read.html import read_page
from archive.read.wrapping import unwrapped

MEDIA_TYPES: Final[dict[str, str]] = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "text/html",
}
"""What is read, by the ending of the file's name in lower case."""

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest file that is read: an issue has kilobytes, a file of another size is a mistake."""


def media_type_of(path: str) -> str:
    """The media type that the name tells; InputError naming the endings that are read."""
    found = MEDIA_TYPES.get(Path(path).suffix.lower())
    if found is None:
        known = ", ".join(MEDIA_TYPES)
        message = f"its type is not read; what is read ends in {known}"
        raise InputError(message)
    return found


def read_bytes(data: bytes, path: str, media_type: str = "text/plain") -> Document:
    """The document that `data` holds; `path` is what it is known by ("-" for standard input).

    Raises InputError for an empty text, one that cannot be decoded without loss, or a page without text.
    """
    html = media_type == "text/html"
    decoded = decode(data, html=html)
    text, title = decoded.text.replace("\r\n", "\n").replace("\r", "\n"), None
    if html:
        page = read_page(text)
        text, title = page.text, page.title
    else:
        text = unwrapped(text)
    if not text.strip():
        message = "it is empty"
        raise InputError(message)
    digest = hashlib.sha256(data).hexdigest()
    return Document(path, digest, len(data), media_type, decoded.encoding, decoded.basis, text, title)


def read(path: str, location: str | None = None) -> Document:
    """The document in the file at `path`; InputError for a file that cannot be read or is of no known type.

    `location` is where the file lies for this process, if it is known by a path that means another file here.
    """
    media_type = media_type_of(path)
    return read_bytes(load(location or path), path, media_type)


def load(location: str) -> bytes:
    """The bytes of a file; InputError where it cannot be read or is too large."""
    try:
        with Path(location).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(error.strerror or str(error)) from error
    if len(data) > LARGEST:
        message = f"it is larger than {LARGEST:,} bytes"
        raise InputError(message)
    return data
