"""Where do citations stand in a body?

In parentheses, before or after the full stop (`parentheticals`, with `grammar` for what stands between the brackets);
behind a footnote number, in an issue whose notes are at hand; and in prose, "Itar-Tass reported May 3" (`inline`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from archive.core.span import Span
from archive.extract.citations.inline import inline_citations
from archive.extract.citations.parentheticals import cited_in, mention_of, parentheticals
from archive.extract.citations.source_names import SourceNames, source_names
from archive.extract.context import Context
from archive.extract.mentions import CitationMention

_MARKER: Final = re.compile(r"[(\[](\d{1,3})[)\]]")


def extract_citations(body: str, context: Context) -> Iterator[CitationMention]:
    """The citations of `body`, in the order of the text: each (source, date) pair is one."""
    names = source_names(context.authority, context.publication)
    found = [*parentheticals(body, names), *_endnotes(body, context, names)]
    taken = sorted({(mention.span.start, mention.span.end) for mention in found})
    found += inline_citations(body, context.sentences, names, taken)
    found.sort(key=lambda mention: mention.span.start)
    yield from found


def _endnotes(body: str, context: Context, names: SourceNames) -> Iterator[CitationMention]:
    """The citations of the notes that the body's markers point to; a number without a note is nothing."""
    if not context.endnotes:
        return
    notes = {note.number: note.text for note in context.endnotes}
    for marker in _MARKER.finditer(body):
        note = notes.get(int(marker[1]))
        for cited in cited_in(note.strip(), names) if note else ():
            yield mention_of(cited, Span(*marker.span()), note)
