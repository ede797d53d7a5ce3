"""Which characters of a body may hold organizations, and how are they looked up?

Parentheses that are citations and headlines in capitals are blanked, so that no rule has to think of them; what is left
keeps its offsets. Beside it stands a folded copy of the same length, in which names are looked up without regard to
case, hyphens and the shape of quotation marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from archive.extract.mentions import CitationKind, CitationMention, Mention

BLANK: Final = "\0"
"""What stands in place of a blanked character: no letter, no blank, so that nothing is joined across it."""


class Prose(NamedTuple):
    """The text to search and its folded copy; both as long as the body."""

    text: str
    folded: str


_HEADLINE: Final = 16
"""A line of capitals so long is a headline ("MOTHERS OF BESLAN AT ODDS"); a shorter one may be a bare acronym."""

_SAME_ASCII: Final = (("`", "'"), ("-", " "), ("/", " "), ("\n", " "))
_SAME_OTHERS: Final = (("’", "'"), ("‘", "'"), ("´", "'"), ("“", '"'), ("”", '"'), ("–", " "), ("\xa0", " "))
_MARKED_LETTER: Final = re.compile("[\u00c0-\u024f]")


def _plain_letters() -> dict[int, str]:
    """Latin letters with a mark -> the bare letter, where that is one character ("é" -> "e")."""
    table = {}
    for code in range(0x00C0, 0x0250):
        bare = unicodedata.normalize("NFKD", chr(code))[0].lower()
        if bare.isascii():
            table[code] = bare
    return table


_PLAIN_LETTERS: Final = _plain_letters()


def fold(text: str) -> str:
    """`text` as names are compared: as long as `text`, so that offsets hold in both."""
    plain = text
    for written, same in _SAME_ASCII if text.isascii() else (*_SAME_OTHERS, *_SAME_ASCII):
        plain = plain.replace(written, same)
    folded = plain.lower()  # last: a text with no other marks is ASCII now, which is ten times as fast
    if len(folded) != len(text):  # "İ" is the one letter whose small form is longer
        folded = plain.replace("İ", "I").lower()
    return folded if folded.isascii() or not _MARKED_LETTER.search(folded) else folded.translate(_PLAIN_LETTERS)


def prose_of(body: str, found: Iterable[Mention]) -> Prose:
    """The searchable text of `body`, less the citations among `found` that are no prose."""
    spans = {
        (m.span.start, m.span.end)
        for m in found
        if isinstance(m, CitationMention) and m.kind is not CitationKind.INLINE
    }
    text = "".join(_blanked(body, sorted(spans)))
    if any(map(str.isupper, text.split("\n"))):
        text = "\n".join(_without_headline(line) for line in text.split("\n"))
    return Prose(text, fold(text))


def _without_headline(line: str) -> str:
    return BLANK * len(line) if len(line) >= _HEADLINE and line.isupper() else line


def _blanked(body: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for first, last in spans:
        start, end = max(at, first), max(at, last)
        yield body[at:start]
        yield BLANK * (min(end, len(body)) - start)
        at = end
    yield body[at:]
