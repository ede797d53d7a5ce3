"""Which unknown names act as media do ("Interfax reported on May 3", "told Segodnya")?"""

from __future__ import annotations

from collections.abc import Iterator

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.labels import reports
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.standing import Found


def reporters(text: str, found: Found, lexicon: Lexicon) -> Iterator[Candidate]:
    """The plain names that report or are told, unless they are people's: known or introduced surnames."""
    collective = tuple(lexicon.words.of("collective"))
    for start, end in found.plains:
        if not reports(text, start, end, lexicon):
            continue
        word = text[start:end].rsplit(" ", 1)[-1].lower()
        if word not in found.people and not lexicon.is_person(word) and not word.endswith(collective):
            yield Candidate(start, end, "reports", "media")
