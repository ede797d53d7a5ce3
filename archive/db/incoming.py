"""What storing takes: a document's provenance, the articles found in it and the text around them. Picklable.

The document's own text is left behind: its bodies and parts are all that is stored of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.core.errors import InputError
from archive.extract.context import ExtractedArticle
from archive.read.document import Document

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
"""PostgreSQL stores no NUL, and neither engine half of a surrogate pair."""


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A piece of text around the body of the article at `position`, and where it stands in the file."""

    position: int
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that was read, parsed and searched. `location` tells files apart: the absolute path.

    `given` says that what it is may come from the person who ingests it, so that equal bytes may mean another issue.
    """

    location: str
    path: str
    sha256: str
    size: int
    media_type: str
    encoding: str
    encoding_basis: str
    articles: tuple[ExtractedArticle, ...]
    parts: tuple[StoredPart, ...]
    given: bool = False


def incoming(
    location: str, document: Document, articles: Sequence[ExtractedArticle], *, given: bool = False
) -> Incoming:
    """The document as it will be stored; InputError for a text with characters that no database stores."""
    if not _is_storable(document.text) and (found := _UNSTORABLE.search(document.text)):
        message = f"character {found.start() + 1} (U+{ord(found[0]):04X}) is no text"
        raise InputError(message)
    parts = [
        StoredPart(one.article.position, part.kind.value, part.span.of(document.text), part.span.start, part.span.end)
        for one in articles
        for part in one.article.parts
        if part.span.start < part.span.end
    ]
    return Incoming(
        location,
        document.path,
        document.sha256,
        document.size,
        document.media_type,
        document.encoding,
        document.encoding_basis,
        tuple(articles),
        tuple(parts),
        given,
    )


def _is_storable(text: str) -> bool:
    """Whether the text has no unstorable character; encoding it tells that ten times as fast as a search."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
