"""Which names built on a head word stand in a run, and where do they begin and end in the text?"""

from __future__ import annotations

import re
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.gazetteer import ends_name
from archive.extract.organizations.heads import Built
from archive.extract.organizations.sentence_start import starts_sentence
from archive.extract.organizations.standing import Found, Standing
from archive.extract.organizations.tails import fields_before, owner_end, tail_end

_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th) $")
_NUMBER: Final = re.compile(r" No\. ?\d+")
_FORCES: Final = re.compile(r" of (?:[A-Z]\w+ ){0,2}(?:Forces|Troops)(?: in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?")
"""What a group of an army is: "Combined Group of Russian Forces in Chechnya"."""
_ALONE_KINDS: Final = frozenset({"company", "other", "media"})
"""Kinds whose names take no owner in: "Crescent Group of Pakistan"."""

_ABROAD: Final = frozenset({"organization", "organisation", "mission", "conference", "movement"})
_ARTICLE: Final = "the "
_DIVIDED: Final = frozenset({"duma", "rada", "seimas", "saeima"})
_FACTIONS: Final = (" faction", " group", " fraction")


def headed_names(here: Standing, found: Found) -> None:
    """Note the names built on the run's heads, and the bare heads that may stand for a body named elsewhere."""
    for built in here.reading.built:
        if built.first == 0 and here.is_prefixed():
            continue
        if built.bare:
            _bare(here, built, found)
        else:
            _whole(here, built, found)


def _reach(here: Standing, built: Built, end: int) -> int:
    """Where the name ends with what follows its head, if the run ends there too."""
    tokens, text = here.reading.tokens, here.prose.text
    numbered = _NUMBER.match(text, end) or (_FORCES.match(text, end) if built.noun.kind == "other" else None)
    if numbered:
        return numbered.end()
    if built.behind < len(tokens) or tokens[-1].possessive:
        return end
    if built.noun.kind in _ALONE_KINDS and not built.bare:
        return owner_end(text, end, here.lexicon) if _is_generic(here, built) else end
    abroad = tokens[built.head].lower in _ABROAD
    return tail_end(text, end, here.lexicon, bare=built.bare, abroad=abroad)


def _is_generic(here: Standing, built: Built) -> bool:
    """Whether a name is made of words that many countries use for theirs: "State Oil Company of Azerbaijan"."""
    words = here.lexicon.words
    return all(
        token.lower in words.of("field") or token.lower in words.of("adjective common") or token.lower.endswith("ed")
        for token in here.reading.tokens[built.first : built.head]
    )


def _bare(here: Standing, built: Built, found: Found) -> None:
    start, end = here.words(built.first, built.behind)
    reached = _reach(here, built, end)
    ordinal = _ordinal_before(here, built, start)
    if ordinal < start:
        found.candidates.append(Candidate(ordinal, reached, "head", built.noun.kind))
    elif reached > end and built.noun.opens and not (built.noun.needs_name and starts_sentence(here.prose.text, start)):
        found.candidates.append(Candidate(start, reached, "head", built.noun.kind))
    elif built.first == built.head and built.noun.part and here.prose.folded[start - len(_ARTICLE) : start] == _ARTICLE:
        found.parts.append((start, end))


def _whole(here: Standing, built: Built, found: Found) -> None:
    start, end = here.words(built.first, built.behind)
    if not ends_name(here.prose.text, end):
        return
    if here.reading.tokens[built.head].lower in _DIVIDED and here.prose.text.startswith(_FACTIONS, end):
        here_start, here_end = here.words(built.first, built.head)  # "the Russian Regions Duma faction"
        found.candidates.append(Candidate(here_start, here_end, "faction", "party"))
        return
    reached = _reach(here, built, end)
    if built.first == 0:
        start = _leftwards(here, built, start)
    found.candidates.append(Candidate(start, reached, "head", built.noun.kind))


def _ordinal_before(here: Standing, built: Built, start: int) -> int:
    """Where the ordinal of a military unit starts: "14th Army"; `start` if there is none."""
    if built.noun.kind != "military" or built.first:
        return start
    ordinal = _ORDINAL.search(here.prose.text, max(0, start - 8), start)
    return ordinal.start() if ordinal else start


def _leftwards(here: Standing, built: Built, start: int) -> int:
    """Where a name really begins that starts its run: "Labor and Social Protection Ministry", "14th Army"."""
    if built.noun.kind == "military":
        return _ordinal_before(here, built, start)
    return fields_before(here.prose.text, start, here.reading.tokens[0].lower, here.lexicon)
