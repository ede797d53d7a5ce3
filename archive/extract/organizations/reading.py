"""What does a run of capitalised words hold, whatever stands around it? Read once for each distinct run and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from archive.extract.organizations.gazetteer import FIRST_WORD, Names
from archive.extract.organizations.heads import Built, built_names
from archive.extract.organizations.lexicon import SHORTEST_GLUED, Lexicon
from archive.extract.organizations.plain import Plain, plain_of
from archive.extract.organizations.runs import Token, tokens_of

_KEPT_RUNS: Final = 8_192
_LONGEST_KEPT: Final = 120
"""A longer run is rare and read anew, so that the memory of runs stays small."""

ACRONYM: Final = re.compile(r"[A-Z]{2,7}(?:-\d{1,2})?|[A-Z]{3,5}s?")
_ROMAN: Final = re.compile(r"[IVXLC]+")


class Probe(NamedTuple):
    """A place in the run at which names of the authority files may start.

    `glued` says that it is one word, which lost the blank behind it in print.
    """

    token: int
    start: int
    first_end: int
    names: Names
    glued: bool = False


class Reading(NamedTuple):
    """What a run holds: its words, places to look names up, names built on heads, acronyms, and a possible name.

    `plain` is what could be a name by itself if the words around say so ("Sibneft"); runs with a built name have none.
    """

    tokens: tuple[Token, ...]
    probes: tuple[Probe, ...]
    built: tuple[Built, ...]
    acronyms: tuple[int, ...]
    plain: Plain | None


def _read(lexicon: Lexicon, run: str) -> Reading | None:
    tokens = tokens_of(run)
    probes, built = tuple(_probes(tokens, lexicon)), tuple(built_names(tokens, lexicon))
    acronyms = tuple(number for number, token in enumerate(tokens) if is_acronym(token.base, lexicon))
    plain = plain_of(tokens, lexicon) if all(name.bare for name in built) else None
    if not (probes or built or acronyms or plain):
        return None
    return Reading(tokens, probes, built, acronyms, plain)


_kept = lru_cache(maxsize=_KEPT_RUNS)(_read)


def read_run(lexicon: Lexicon, run: str) -> Reading | None:
    """The reading of `run`; None if it holds nothing that could be an organization: most runs are people and places."""
    return _kept(lexicon, run) if len(run) <= _LONGEST_KEPT else _read(lexicon, run)


def _probes(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Probe]:
    for number, token in enumerate(tokens):
        first = FIRST_WORD.match(token.lower)
        names = lexicon.gazetteer.get(first[0]) if first else None
        if first is None:
            continue
        if names is not None:
            yield Probe(number, token.start, token.start + first.end(), names)
        elif first[0][:SHORTEST_GLUED] in lexicon.beginnings:
            yield from _glued(number, token, first[0], lexicon)
        if "/" in token.base:
            yield from _behind_slash(number, token, lexicon)


def _behind_slash(number: int, token: Token, lexicon: Lexicon) -> Iterator[Probe]:
    """A name behind a slash: "Media-Most/Gazprom"."""
    start = token.base.rindex("/") + 1
    word = FIRST_WORD.match(token.lower, start)
    names = lexicon.gazetteer.get(word[0]) if word else None
    if word and names is not None:
        yield Probe(number, token.start + start, token.start + word.end(), names)


def _glued(number: int, token: Token, word: str, lexicon: Lexicon) -> Iterator[Probe]:
    """A name that lost the blank behind it in print: "Yablokoparty", "Interfaxthat"."""
    for at in range(SHORTEST_GLUED, len(word) - 1):
        names = lexicon.gazetteer.get(word[:at]) if word[at:] in lexicon.words.glued else None
        if names is not None and names.alone is not None and not (names.alone.doubt or names.alone.exact):
            yield Probe(number, token.start, token.start + at, names, glued=True)
            return


def is_acronym(base: str, lexicon: Lexicon) -> bool:
    """Whether a word may be an acronym of an organization by its letters."""
    return (
        ACRONYM.fullmatch(base) is not None
        and base.lower() not in lexicon.words.of("symbol")
        and _ROMAN.fullmatch(base) is None
    )
