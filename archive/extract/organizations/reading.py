"""What does a run of capitalised words hold, whatever stands around it? Read once for each distinct run and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from archive.extract.organizations.gazetteer import FIRST_WORD, Names
from archive.extract.organizations.heads import Built, built_names
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.runs import Token, tokens_of

_KEPT_RUNS: Final = 16_384
_LONGEST_KEPT: Final = 120
"""A longer run is rare and read anew, so that the memory of runs stays small."""

ACRONYM: Final = re.compile(r"[A-Z]{2,7}(?:-\d{1,2})?|[A-Z]{3,5}s?")
_ROMAN: Final = re.compile(r"[IVXLC]+")


class Probe(NamedTuple):
    """A place in the run at which names of the authority files may start."""

    token: int
    start: int
    first_end: int
    names: Names


class Reading(NamedTuple):
    """What a run holds: its words, places to look names up, names built on heads, acronyms, and a possible name.

    `plain` is the stretch of words that could be a name by itself if the words around say so ("Sibneft"), as first and
    last word; None where the words are a person's, a place's or a title.
    """

    tokens: tuple[Token, ...]
    probes: tuple[Probe, ...]
    built: tuple[Built, ...]
    acronyms: tuple[int, ...]
    plain: tuple[int, int] | None
    suffix_kind: str | None


def read_run(lexicon: Lexicon, run: str) -> Reading:
    """The reading of `run`."""
    return _kept(lexicon, run) if len(run) <= _LONGEST_KEPT else _read(lexicon, run)


def _read(lexicon: Lexicon, run: str) -> Reading:
    tokens = tokens_of(run)
    plain = _plain(tokens, lexicon)
    return Reading(
        tokens,
        tuple(_probes(tokens, lexicon)),
        tuple(built_names(tokens, lexicon)),
        tuple(number for number, token in enumerate(tokens) if is_acronym(token.base, lexicon)),
        plain,
        _suffix_kind(tokens[plain[1] - 1], lexicon) if plain else None,
    )


_kept = lru_cache(maxsize=_KEPT_RUNS)(_read)


def _probes(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Probe]:
    for number, token in enumerate(tokens):
        first = FIRST_WORD.match(token.lower)
        names = lexicon.gazetteer.get(first[0]) if first else None
        if first is not None and names is not None:
            yield Probe(number, token.start, token.start + first.end(), names)


def is_acronym(base: str, lexicon: Lexicon) -> bool:
    """Whether a word may be an acronym of an organization by its letters."""
    return (
        ACRONYM.fullmatch(base) is not None
        and base.lower() not in lexicon.words.of("symbol")
        and _ROMAN.fullmatch(base) is None
    )


def _plain(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[int, int] | None:
    """First word and end of the stretch that may be a name: what follows the last possessive, title or origin."""
    words, end = lexicon.words, len(tokens)
    first = 0
    for number, token in enumerate(tokens):
        if token.lower in words.of("title"):
            return None
        if token.possessive and token.owns not in words.of("inner") and number < end - 1:
            first = number + 1
    while first < end and (tokens[first].lower in words.of("opener") or tokens[first].lower in lexicon.ethnic):
        first += 1
    rest = tokens[first:]
    if not rest or rest[0].lower in lexicon.given or _is_place(rest, lexicon):
        return None
    return first, end


def _is_place(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    return " ".join(token.lower for token in tokens) in lexicon.long_places or all(
        lexicon.is_origin(token.lower) or token.lower in lexicon.words.of("nonorg") for token in tokens
    )


def _suffix_kind(token: Token, lexicon: Lexicon) -> str | None:
    """The kind that the end of a coined name tells: "Oneksimbank", "Irkutskenergo", "Kabardinpress"."""
    if len(token.base) < 7 or token.lower in lexicon.places or token.lower in lexicon.families:  # noqa: PLR2004
        return None
    ends = (kind for suffix, kind in lexicon.words.suffixes if token.lower.endswith(suffix))
    return next(ends, None)
