"""Which unknown words in capitals are organizations? Those that are defined, vouched for or repeated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.definitions import Definition
from archive.extract.organizations.labels import apposition, label_before, label_behind, officer_behind
from archive.extract.organizations.lexicon import Lexicon

_OFTEN: Final = 2
_ARTICLES: Final = (" the ", "The ", " a ")
_CAPITALISED: Final = re.compile(r" ([A-Z][a-z]+)")
_LONG: Final = 4
"""An acronym of so many letters that is no known symbol needs no evidence."""


def acronyms(
    text: str, places: Sequence[tuple[int, int]], defined: Sequence[Definition], lexicon: Lexicon
) -> Iterator[Candidate]:
    """The mentions by acronym among `places`, and those in the brackets that define them."""
    kinds = {text[d.start : d.end]: d.name.kind for d in defined if d.name}
    others = {text[d.start : d.end] for d in defined if not d.name}
    count = Counter(text[start:end] for start, end in places)
    for definition in defined:
        if definition.name:
            yield Candidate(definition.start, definition.end, "acronym", definition.name.kind)
    openers = lexicon.words.of("opener")
    vouched = {
        text[start:end]
        for start, end in places
        if _is_named(text, start, end, lexicon)
        or (
            text[end - 1].isalpha()  # "SS-23" and "RPG-18" are weapons
            and text[start:end].lower() not in openers  # "IN THIS ISSUE:"
            and (count[text[start:end]] >= _OFTEN or end - start >= _LONG or _is_spoken_of(text, start, end, lexicon))
        )
    }
    for start, end in places:
        acronym = text[start:end]
        if acronym in kinds or (acronym in vouched and acronym not in others):
            yield Candidate(start, end, "acronym", kinds.get(acronym))


def _is_spoken_of(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether it is spoken of as only an organization is, and a thing with a number too ("an SS-23")."""
    if text.endswith(_ARTICLES, 0, start) or text.startswith("’s", end):
        return True
    following = _CAPITALISED.match(text, end)
    return following is not None and following[1].lower() in lexicon.words.of("title")


def _is_named(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a noun beside it names what it is."""
    return bool(
        label_behind(text, end, lexicon)
        or label_before(text, start, lexicon)
        or apposition(text, end, lexicon)
        or officer_behind(text, end, lexicon)
    )
