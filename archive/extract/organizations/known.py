"""Which names of the authority files does a run hold, and which of them are sure?"""

from __future__ import annotations

from typing import Final

from archive.extract.organizations.buildings import is_place
from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.gazetteer import Hit, hit_at
from archive.extract.organizations.labels import apposition, label_before, label_behind, reports, word_behind
from archive.extract.organizations.reading import Probe
from archive.extract.organizations.runs import Token
from archive.extract.organizations.sentence_start import starts_sentence
from archive.extract.organizations.standing import Found, Standing

_STATE_KINDS: Final = frozenset({"government", "legislature", "military", "court", "bank"})
"""Kinds whose names take in a nationality: "Russian State Duma", but "Russian NTV" is NTV."""

_OPENING_MARKS: Final = frozenset('“"‘')


def known_names(here: Standing, found: Found) -> None:
    """Note the names of the authority files in the run; a doubtful one needs something beside it that convinces."""
    behind, start, folded = 0, here.start, here.prose.folded
    prefixed = here.is_prefixed()
    if prefixed:
        behind = _with_article(here, found)
    for probe in here.reading.probes:
        at, first_end = start + probe.start, start + probe.first_end
        if at < behind or (prefixed and probe.token == 0):
            continue
        if probe.names.alone is None and folded[first_end : first_end + 2] not in probe.names.longer:
            continue  # most places where a name could start: worth no call
        hit = _hit(here, at, probe)
        if hit is None:
            continue
        behind = hit.end
        candidate = _candidate(here, at, hit, probe.token)
        if not _is_sure(here, hit, at, probe.token) and not _convinces(here, candidate):
            found.doubtful.append(candidate)
            continue
        here.known.append((candidate.start, candidate.end))
        if not _is_building(here, at, hit.end, probe.token):
            found.candidates.append(candidate)


def _with_article(here: Standing, found: Found) -> int:
    """Note a name that begins with an Arabic article in lower case, "al-Qaeda"; where it ends, else 0."""
    at = here.article()
    names = here.lexicon.gazetteer.get(here.prose.folded[at : here.start - 1]) if at < here.start else None
    hit = hit_at(here.prose, at, here.start - 1, names) if names is not None else None
    if hit is None:
        return 0
    here.known.append((at, hit.end))
    found.candidates.append(Candidate(at, hit.end, "authority", hit.entry.kind, hit.entry.records))
    return hit.end


def _hit(here: Standing, at: int, probe: Probe) -> Hit | None:
    """The name at a probe, unless it is one word of a longer unknown name."""
    first_end = here.start + probe.first_end
    if probe.glued:
        return Hit(first_end, probe.names.alone) if probe.names.alone else None
    hit = hit_at(here.prose, at, first_end, probe.names)
    return None if hit is None or _is_fragment(here, hit, probe.token) else hit


def _is_building(here: Standing, start: int, end: int, token: int) -> bool:
    """Whether a seat of power is meant as a place: "in the Kremlin", "the Grand Kremlin Palace"."""
    if here.prose.folded[start:end] not in here.lexicon.buildings:
        return False
    behind = here.reading.tokens[token + 1 : token + 2]
    palace = bool(behind) and behind[0].lower in here.lexicon.words.of("nonorg")
    return palace or is_place(here.prose.text, start, end)


def _candidate(here: Standing, at: int, hit: Hit, token: int) -> Candidate:
    """The candidate for a hit, with the nationality before it if its kind takes one in, or the legal form."""
    entry = hit.entry
    before = here.reading.tokens[token - 1] if token else None
    if before is not None and not before.possessive and _belongs(here, before, entry.kind):
        at = here.start + before.start
    return Candidate(at, hit.end, "authority", entry.kind, entry.records)


def _belongs(here: Standing, before: Token, kind: str) -> bool:
    """Whether the word before a name of `kind` is part of it: "Russian State Duma", "OAO Gazprom"."""
    if before.base.isupper() and before.lower in here.lexicon.words.of("front company"):
        return True
    return kind in _STATE_KINDS and before.lower in here.lexicon.ethnic


def _is_sure(here: Standing, hit: Hit, at: int, token: int) -> bool:
    """Whether the name needs nothing beside it: it is nothing else, or a capital in mid-sentence shows it.

    With an article it may still be a word written large ("saved the Motherland"), but for media ("the Economist") and
    for a party's people ("the Agrarians").
    """
    if not hit.entry.doubt:
        return True
    tokens = here.reading.tokens
    whole = token == 0 and hit.end == here.start + tokens[-1].end and not here.lexicon.is_origin(tokens[0].lower)
    if hit.entry.doubt != "word" or not whole or starts_sentence(here.prose.text, at):
        return False
    return hit.entry.kind == "media" or tokens[0].lower.endswith("s") or not here.prose.text.endswith("the ", 0, at)


def _is_fragment(here: Standing, hit: Hit, token: int) -> bool:
    """Whether the name is one word of a longer unknown name: "Politika" of "Kavkazskaya Politika"."""
    tokens = here.reading.tokens
    if hit.entry.rest or hit.entry.kind in _STATE_KINDS or tokens[token].base.isupper():
        return False
    if word_behind(here.prose.text, hit.end) in here.lexicon.words.of("second media"):
        return True
    before = tokens[token - 1] if token and not tokens[token - 1].possessive else None
    behind = tokens[token + 1] if token + 1 < len(tokens) and not tokens[token].possessive else None
    return _is_unknown(before, here) or _is_unknown(behind, here)


def _is_unknown(token: Token | None, here: Standing) -> bool:
    """Whether a word beside a name is neither title, origin nor noun, so that both may be one longer name."""
    if token is None or here.lexicon.is_origin(token.lower) or here.lexicon.is_name(token.lower):
        return False
    words = here.lexicon.words
    known = ("title", "opener", "nonorg", "adjective common", "front company")
    return token.lower not in words.heads and not any(token.lower in words.of(use) for use in known)


def _convinces(here: Standing, name: Candidate) -> bool:
    """Whether something beside a doubtful name ("Unity", "Expert") says that it is an organization."""
    text, lexicon = here.prose.text, here.lexicon
    if name.start and text[name.start - 1] in _OPENING_MARKS:
        return True
    if label_behind(text, name.end, lexicon) or label_before(text, name.start, lexicon):
        return True
    if name.kind == "media" and reports(text, name.start, name.end, lexicon):
        return True
    return apposition(text, name.end, lexicon) is not None
