"""How does a file become a document? By its type, which its name tells and nothing guesses."""

from __future__ import annotations

import hashlib
import os
import stat
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


def read(path: str, location: str | None = None, largest: int = LARGEST) -> Document:
    """The document in the file at `path`; InputError for a file that cannot be read or is of no known type.

    `location` is where the file lies for this process, if it is known by a path that means another file here.
    """
    media_type = media_type_of(path)
    return read_bytes(load(location or path, largest), path, media_type)


def load(location: str, largest: int = LARGEST) -> bytes:
    """The bytes of a file; InputError where it cannot be read or has more than `largest` bytes.

    It may have become another one since it was found: a pipe that nobody writes to would be waited for without end.
    """
    try:
        with open(location, "rb", opener=_open_at_once) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                message = "it is no regular file"
                raise InputError(message)
            refuse_larger(status.st_size, largest)
            data = file.read(status.st_size + 1)
            if len(data) > status.st_size:  # it grows, or its system tells no size
                data += file.read(largest + 1 - len(data)) if len(data) <= largest else b""
    except OSError as error:
        raise InputError(error.strerror or str(error)) from error
    refuse_larger(len(data), largest)
    return data


def refuse_larger(size: int, largest: int) -> None:
    """Raise InputError for more bytes than are read."""
    if size > largest:
        message = f"it has more than {largest:,} bytes, the most that is read; --max-bytes changes that"
        raise InputError(message)


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
