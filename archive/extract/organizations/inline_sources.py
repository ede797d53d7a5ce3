"""Which sources of inline citations are names of media ("Ingushetiya.ru reported September 2")?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from archive.extract.mentions import CitationKind, CitationMention, Mention
from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.runs import month_free

_ADJECTIVES: Final = re.compile(r"^(?:\w+-[a-z]+ )+")


def inline_sources(text: str, found: Iterable[Mention], lexicon: Lexicon) -> Iterator[Candidate]:
    """The sources that name one medium, less what stands before the name ("Kremlin-controlled Strana.ru")."""
    for mention in found:
        if not isinstance(mention, CitationMention) or mention.kind is not CitationKind.INLINE or not mention.source:
            continue
        source = _name(mention.source, lexicon)
        start = text.find(source, mention.span.start, mention.span.end)
        if start >= 0 and source[:1].isupper() and not _is_nameless(source, lexicon):
            yield Candidate(start, start + len(source), "inline source", "media")


def _name(source: str, lexicon: Lexicon) -> str:
    """The medium's name of a source as printed: "Strana.ru" of "Kremlin-controlled Strana.ru", "GQ" of "Russian GQ"."""
    source = _ADJECTIVES.sub("", source)
    source = source[: month_free(source, 0, len(source))]
    first, _, rest = source.partition(" ")
    has_noun = rest.rsplit(" ", 1)[-1].lower() in lexicon.words.heads
    return rest if first.lower() in lexicon.ethnic and rest[:1].isupper() and not has_noun else source


def _is_nameless(source: str, lexicon: Lexicon) -> bool:
    """Whether a source names no one medium: "Russian agencies", glued "Moscowpapers", "Kiev radio"."""
    last = source.rsplit(" ", 1)[-1]
    return source.endswith(tuple(lexicon.words.of("collective"))) or (
        last in lexicon.words.labels and lexicon.words.labels[last].after != "joins"
    )
