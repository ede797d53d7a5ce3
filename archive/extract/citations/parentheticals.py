"""Which parentheses are citations?

Brackets are matched inside a line and no further: a link stripped with its closing bracket leaves an orphan ("in terms
of the terrorist threat ( Up until last year,"), which must not swallow the citation after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Final

from archive.core.span import Span
from archive.extract.citations.grammar import LONGEST, parse_citation, salvage_citation
from archive.extract.citations.pairs import Cited
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.source_phrases import WEB_NAME
from archive.extract.citations.tokens import MONTH, SHORT_MONTH, CitationSyntaxError
from archive.extract.citations.vocabulary import MEDIA_HEADS
from archive.extract.mentions import CitationKind, CitationMention

_PARENTHESIS: Final = re.compile(r"\(((?:[^()\n]++|\([^()\n]*+\))*+)(\)?)")
"""An opening bracket, what it holds as far as the next unmatched bracket or the end of the line, and its closing one.

Possessive, so linear: an orphan "( Up until last year," costs one look at its line.
"""

_MONTH: Final = re.compile(f"{MONTH}|{SHORT_MONTH}")
_LIKE_WEB: Final = re.compile(r"[/.]\w")
_UNCLOSED: Final = re.compile(r"\d(?=\.?\s*$|\.\s|;)")
_MOST_CUTS: Final = 4
_LAST_WORD: Final = re.compile(r"[\w’'-]+[”\"’]?$")
_ENDS: Final = frozenset(".,;:?!\n")
_SHOWN_BEFORE: Final = 60
_LONGEST_CAPTION: Final = 250


def parentheticals(body: str, names: SourceNames) -> Iterator[CitationMention]:
    """Every parenthetical that is a citation; one that is none may still hold one: "( Up until … (AP, May 5)"."""
    at = body.find("(")
    while at >= 0:
        parenthesis = _PARENTHESIS.match(body, at)
        cited, end = _citation_in(body, parenthesis, names) if parenthesis else ((), 0)
        for pair in cited:
            yield mention_of(pair, Span(at, end))
        at = body.find("(", end if cited else at + 1)


def _citation_in(body: str, parenthesis: re.Match[str], names: SourceNames) -> tuple[tuple[Cited, ...], int]:
    """What a parenthesis cites, and where the citation ends in the body."""
    inside, end = parenthesis[1], parenthesis.end()
    if len(inside) > LONGEST:
        return _unclosed(inside[:LONGEST], parenthesis.start(1), names)
    if not _MONTH.search(inside):
        return _undated(body, parenthesis, names), end
    if parenthesis[2]:
        return cited_in(inside, names), end
    return _unclosed(inside, parenthesis.start(1), names)


def cited_in(inside: str, names: SourceNames) -> tuple[Cited, ...]:
    """What a text without its brackets cites, wholly or in part; empty where it is no citation."""
    try:
        return parse_citation(inside, names)
    except CitationSyntaxError:
        return salvage_citation(inside, names)


def _unclosed(inside: str, start: int, names: SourceNames) -> tuple[tuple[Cited, ...], int]:
    """A citation whose closing bracket was lost, or that the text breaks off in: only a known source makes it one."""
    cuts = [cut.end() for cut in islice(_UNCLOSED.finditer(inside), _MOST_CUTS)]
    for cut in reversed(cuts):
        with suppress(CitationSyntaxError):
            cited = parse_citation(inside[:cut], names)
            if any(pair.is_reference or (pair.source and names.is_medium(pair.source)) for pair in cited):
                return cited, start + cut
    return (), 0


def _undated(body: str, parenthesis: re.Match[str], names: SourceNames) -> tuple[Cited, ...]:
    """A source without a date: a web address, or a known medium that glosses nothing."""
    inside = parenthesis[1].strip()
    web = _LIKE_WEB.search(inside) is not None and WEB_NAME.match(inside) is not None
    if not web:
        first = re.split("[,;]", inside, maxsplit=1)[0]
        known = first[:1].isupper() and parenthesis[2] and names.is_medium(first)
        if not known or _glosses(body, parenthesis) or _credits(body, parenthesis):
            return ()
    try:
        return parse_citation(inside, names)
    except CitationSyntaxError:
        return ()


def _glosses(body: str, parenthesis: re.Match[str]) -> bool:
    """Whether it explains the words before it: "Rosbizneskonsulting (RBK)", "Kavkazsky Uzel (Caucasian Knot) website".

    A citation stands at the end of a clause, and after no name of a body or kind of medium.
    """
    after = body[parenthesis.end() : parenthesis.end() + 1]
    before = body[max(0, parenthesis.start() - _SHOWN_BEFORE) : parenthesis.start()].rstrip()
    if not before or before.rstrip('”"')[-1:] in ".!?":
        return False
    word = _LAST_WORD.search(before)
    named = word is not None and (word[0][0].isupper() or word[0].casefold() in MEDIA_HEADS)
    return named or not (after == "" or after in _ENDS)


def _credits(body: str, parenthesis: re.Match[str]) -> bool:
    """Whether it credits a photograph: one sentence, the credit after its stop, and nothing else in the paragraph."""
    start = parenthesis.start()
    line = body[max(0, start - _LONGEST_CAPTION) : start].rpartition("\n")[2].rstrip()
    after = body[parenthesis.end() : parenthesis.end() + 2].strip(" ")
    alone = len(line) < _LONGEST_CAPTION - 1 and ". " not in line
    return alone and line.endswith(".") and after in {"", "\n", "\n\n"}


def mention_of(cited: Cited, span: Span, note: str | None = None) -> CitationMention:
    """The mention of a pair that stands at `span`."""
    kind = CitationKind.CROSS_REFERENCE if cited.is_reference else CitationKind.SOURCE
    return CitationMention(span, kind, cited.source, cited.place, cited.date, cited.rule, note)
