"""Prepared files -> bytes and back, for the way from a worker to the writer.

Pickle writes a frozen dataclass with slots as a state that is set field by field in Python. Calls of the classes take
a third of the time of both ends and less room, and the one writer has no time to lose. What the writer does not need is
left behind: the spans of an article's parts, whose texts stand in the document's, and endnotes, whose citations have
their text.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final

from archive.core.dates import DateInterval, PrintedDate
from archive.core.span import Span
from archive.db.incoming import Incoming, StoredPart
from archive.db.outcomes import FileOutcome
from archive.extract.context import ExtractedArticle
from archive.extract.mentions import CitationMention, OrganizationMention, PersonMention
from archive.ingest.preparation import Prepared
from archive.parse.article import Header, ParsedArticle

_LEFT_BEHIND: Final[dict[type[Any], tuple[str, ...]]] = {ParsedArticle: ("parts", "endnotes")}
_SENT: Final[tuple[type[Any], ...]] = (
    Incoming, StoredPart, FileOutcome, ExtractedArticle, ParsedArticle, Header, CitationMention, PersonMention,
    OrganizationMention, PrintedDate, DateInterval, Span,
)  # fmt: skip


def _reducer(kind: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    """Tells pickle to write an object as a call of its class with its fields; those left behind come last."""
    names = [field.name for field in fields(kind) if field.name not in _LEFT_BEHIND.get(kind, ())]
    values: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
    return lambda one: (kind, values(one))


_OURS: Final[dict[type[Any], Callable[[Any], Any]]] = {kind: _reducer(kind) for kind in _SENT}
_REDUCERS: Final = {**copyreg.dispatch_table, **_OURS}


def pack(prepared: Sequence[Prepared]) -> bytes:
    """The prepared files as bytes for `unpack`."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(list(prepared))
    return buffer.getvalue()


def unpack(data: bytes) -> list[Prepared]:
    """The prepared files again, without what the writer does not need; `data` is from our own worker."""
    found: list[Prepared] = pickle.loads(data)  # noqa: S301 - written by `pack` in a worker of this run
    return found
