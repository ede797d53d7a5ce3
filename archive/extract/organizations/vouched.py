"""Which unknown names do the words around them, or their own endings, vouch for ("Sibneft oil company")?"""

from __future__ import annotations

import re
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.gazetteer import ends_name
from archive.extract.organizations.labels import Label, apposition, label_before, label_behind
from archive.extract.organizations.sentence_start import starts_sentence
from archive.extract.organizations.standing import Found, Standing

_NO_NAME: Final = re.compile(r"\w+(?:ed|ing|ly|al|ous|ive|ic|est)")
"""Endings of words that begin a sentence rather than a name: "Intercepted radio traffic"."""


def vouched_name(here: Standing, found: Found) -> None:
    """Note the run's plain name: as a candidate if something vouches for it, else for later steps."""
    first, behind = here.reading.plain or (0, 1)
    start, end = here.words(first, behind)
    if here.is_known(start, end) or not ends_name(here.prose.text, end):
        return
    candidate = _vouched(here, start, end)
    if candidate is None:
        found.plains.append((start, end))
    else:
        found.candidates.append(candidate)


def _vouched(here: Standing, start: int, end: int) -> Candidate | None:
    text, lexicon = here.prose.text, here.lexicon
    if here.reading.suffix_kind:
        return Candidate(start, end, "coined", here.reading.suffix_kind)
    if here.reading.tokens[-1].lower in lexicon.families:
        return None
    label = label_behind(text, end, lexicon)
    if label is not None and not _is_common(here, start, label):
        return Candidate(start, label.end if label.joins else end, "labelled", label.kind)
    noun = label_before(text, start, lexicon)
    if noun is not None:
        return Candidate(start, end, "labelled", noun.kind)
    kind = apposition(text, end, lexicon)
    return Candidate(start, end, "apposition", kind) if kind else None


def _is_common(here: Standing, start: int, label: Label) -> bool:
    """Whether the only word before a noun is no name: "Foreign companies", "Intercepted radio"."""
    if len(here.reading.tokens) > 1:
        return False
    token = here.reading.tokens[0]
    if token.lower in here.lexicon.words.of("adjective common") and not label.joins:
        return True
    return starts_sentence(here.prose.text, start) and (
        token.lower in here.lexicon.words.of("adjective common") or _NO_NAME.fullmatch(token.base) is not None
    )
