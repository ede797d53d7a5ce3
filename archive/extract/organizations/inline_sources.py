"""Which sources of inline citations are names of media ("Ingushetiya.ru reported September 2")?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from archive.extract.mentions import CitationKind, CitationMention, Mention
from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.lexicon import Lexicon

_ADJECTIVES: Final = re.compile(r"^(?:\w+-[a-z]+ )+")
_GLUED_MONTH: Final = re.compile(
    r"(?<=[a-z])(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)


def inline_sources(text: str, found: Iterable[Mention], lexicon: Lexicon) -> Iterator[Candidate]:
    """The sources that name one medium, less what stands before the name ("Kremlin-controlled Strana.ru")."""
    for mention in found:
        if not isinstance(mention, CitationMention) or mention.kind is not CitationKind.INLINE or not mention.source:
            continue
        source = _GLUED_MONTH.sub("", _ADJECTIVES.sub("", mention.source))
        start = text.find(source, mention.span.start, mention.span.end)
        if start >= 0 and source[:1].isupper() and not _is_nameless(source, lexicon):
            yield Candidate(start, start + len(source), "inline source", "media")


def _is_nameless(source: str, lexicon: Lexicon) -> bool:
    """Whether a source names no one medium: "Russian agencies", glued "Moscowpapers", "Kiev radio"."""
    last = source.rsplit(" ", 1)[-1]
    return source.endswith(tuple(lexicon.words.of("collective"))) or (
        last in lexicon.words.labels and lexicon.words.labels[last].after != "joins"
    )
