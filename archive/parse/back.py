"""What stands after a body: the next article's headline, the staff footer, endnotes, the author's initials."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from archive.core.dates import MONTHS
from archive.core.span import Span
from archive.parse.article import Endnote, Part, PartKind
from archive.parse.headline import is_headline
from archive.parse.lines import lines_of, trimmed

_FOOTER: Final = re.compile(
    r"""Copyright[ ]\(c\)|©[ ]?(?:19|20)\d\d|\bSite[ ]Maintenance\b
    |\bpublication[ ]of[ ]the[ ]Jamestown[ ]Foundation|\b[Pp]ublished[ ]by[ ]the[ ]Jamestown[ ]Foundation""",
    re.VERBOSE,
)
_FOOTER_WORDS: Final = ("Copyright", "©", "Site Maintenance", "Jamestown")
"""One of them stands in every footer; a look for them spares most texts the pattern."""

_FOOTER_REACH: Final = 12
"""Lines from the end among which a footer is looked for."""

_NOTE: Final = re.compile(r"\[?(\d{1,3})[.\])][^\S\n]+(\S[^\n]{0,400})")
_NOTES_HEADING: Final = re.compile(r"(?:End)?notes?:?", re.IGNORECASE)
_MARKER: Final = re.compile(r"\((\d{1,3})\)|\[(\d{1,3})\]")
_DATED: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_INITIALS: Final = re.compile(r"(?<=[\w.)”\"])\s*[—–-]{1,2}\s?[A-Z]{2,3}$")
_INITIALS_REACH: Final = 12
_MOST_HEADLINES: Final = 2


@dataclass(slots=True)
class Back:
    """What was found after a body; `end` is where the body ends."""

    end: int
    parts: list[Part] = field(default_factory=list)
    endnotes: list[Endnote] = field(default_factory=list)


def markers(body: str) -> set[int]:
    """The footnote numbers in a body: "(7)", "[7]"."""
    return {int(a or b) for a, b in _MARKER.findall(body)}


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _footer(text: str, lines: list[Span], back: Back) -> None:
    """Cut at the first line of the footer; a line may hold the end of the body before it no more."""
    first = max(1, len(lines) - _FOOTER_REACH)
    below = text[lines[min(first, len(lines) - 1)].start : lines[-1].end]
    if not any(word in below for word in _FOOTER_WORDS):
        return
    for index in range(first, len(lines)):
        if _FOOTER.search(lines[index].of(text)):
            back.parts.append(Part(PartKind.STAFF_FOOTER, Span(lines[index].start, lines[-1].end)))
            del lines[index:]
            return


def _notes(text: str, lines: list[Span], back: Back) -> None:
    """Take the numbered lines at the end, where the body has their markers or they are dated like citations."""
    first = len(lines)
    while first > 1 and _NOTE.fullmatch(text, *_ends(lines[first - 1])):
        first -= 1
    found = [(_NOTE.fullmatch(text, *_ends(line)), line) for line in lines[first:]]
    notes = [Endnote(int(match[1]), match[2], line) for match, line in found if match]
    dated = sum(bool(_DATED.search(note.text)) for note in notes)
    called = markers(text[lines[0].start : lines[first - 1].end]) if notes else set()
    if not notes or (not called.intersection(note.number for note in notes) and 2 * dated < len(notes)):
        return
    back.endnotes = notes
    back.parts += [Part(PartKind.ENDNOTE, note.span) for note in notes]
    del lines[first:]
    if len(lines) > 1 and _NOTES_HEADING.fullmatch(lines[-1].of(text)):
        lines.pop()


def _headlines(text: str, lines: list[Span], back: Back) -> None:
    for _ in range(_MOST_HEADLINES):
        if len(lines) > 1 and is_headline(lines[-1].of(text)):
            back.parts.append(Part(PartKind.TRAILING_HEADLINE, lines.pop()))


def _initials(text: str, last: Span, back: Back) -> int:
    found = _INITIALS.search(text, max(last.start, last.end - _INITIALS_REACH), last.end)
    if found is None:
        return last.end
    back.parts.append(Part(PartKind.INITIALS, trimmed(text, Span(*found.span()))))
    return found.start()


def read_back(text: str, region: Span) -> Back:
    """Find where the body that begins `region` ends, and what follows it."""
    back = Back(region.end)
    lines = list(lines_of(text, region))
    if not lines:
        return back
    _footer(text, lines, back)
    _notes(text, lines, back)
    _headlines(text, lines, back)
    back.end = _initials(text, lines[-1], back)
    back.parts.sort(key=lambda part: part.span)
    return back
