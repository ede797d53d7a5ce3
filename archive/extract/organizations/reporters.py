"""Which unknown names act as media do ("Interfax reported on May 3", "told Segodnya")?"""

from __future__ import annotations

from collections.abc import Iterator

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.labels import reports
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.plain import person_word
from archive.extract.organizations.runs import RUN, tokens_of
from archive.extract.organizations.standing import Found


def reporters(text: str, found: Found, lexicon: Lexicon) -> Iterator[Candidate]:
    """The plain names that report or are told, unless they are people's: known or introduced surnames."""
    collective = tuple(lexicon.words.of("collective"))
    people: frozenset[str] | None = None
    for start, end in found.plains:
        if not reports(text, start, end, lexicon):
            continue
        word = text[start:end].rsplit(" ", 1)[-1].lower()
        if word.endswith(collective) or lexicon.is_person(word):
            continue
        people = people if people is not None else _introduced(text, lexicon)
        if word not in people:
            yield Candidate(start, end, "reports", "media")


def _introduced(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The surnames that stand behind a first name or a title somewhere in the text, in lower case."""
    words = (person_word(tokens_of(run[0]), lexicon) for run in RUN.finditer(text))
    return frozenset(word for word in words if word)
