"""Which acronym stands for which name? "Communist Party of Ukraine (CPU)", "FSB (Federal Security Service)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.runs import last_part

_ACRONYM: Final = r"([A-Z][A-Za-z]{0,2}[A-Z][A-Za-z]{0,6}|[A-Z]-[A-Z]{1,4})(?=[)\],])"
_IN_BRACKETS: Final = (re.compile(rf"\({_ACRONYM}"), re.compile(rf"\[{_ACRONYM}"))
"""A pattern for each bracket: the engine leaps to a pattern's first character where that is but one."""

_WORD: Final = re.compile(r"[^\s()\[\],;:“”\"\0]+")
_BETWEEN: Final = re.compile(r"(?: [a-z][a-z-]*){0,3} ?$")
_SMALL: Final = frozenset({"of", "the", "for", "and", "on", "in", "to", "a", "de", "against", "under", "&", "with"})
_LOOK_BACK: Final = 140
_MOST_WORDS: Final = 12


class Definition(NamedTuple):
    """An acronym in brackets: where it stands, and the name before it (None: it is no organization's)."""

    start: int
    end: int
    name: Candidate | None


def definitions(
    text: str, candidates: Sequence[Candidate], plains: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[Definition]:
    """The acronyms that `text` defines behind a name."""
    found = sorted((match for pattern in _IN_BRACKETS for match in pattern.finditer(text)), key=re.Match.start)
    if not found:
        return
    by_end = {candidate.end: candidate for candidate in candidates}
    starts = {end: start for start, end in plains}
    for bracket in found:
        acronym, start = bracket[1], bracket.start(1)
        before = bracket.start()
        name = _spelled(text, before, acronym, lexicon) or _standing(text, before, by_end)
        if name is None and acronym.lower() not in lexicon.words.of("symbol"):
            name = _plain_name(text, before, acronym, starts, lexicon)
        if name is not None and not _is_organization(text[name.start : name.end], acronym, lexicon):
            name = None
        yield Definition(start, start + len(acronym), name)


def _standing(text: str, before: int, by_end: dict[int, Candidate]) -> Candidate | None:
    """The candidate that ends before the bracket, a noun in lower case between allowed for ("diamond concern")."""
    between = _BETWEEN.search(text, max(0, before - _LOOK_BACK), before)
    if text[before - 1 : before] == " " and before - 1 in by_end:
        return by_end[before - 1]
    return by_end.get(between.start()) if between else None


def _spelled(text: str, before: int, acronym: str, lexicon: Lexicon) -> Candidate | None:
    """The words before the bracket whose initials the acronym spells: "UN Mission of Observers in Tajikistan"."""
    at = max(0, before - _LOOK_BACK)
    words = list(_WORD.finditer(text, at, before))[-_MOST_WORDS:]
    letters = acronym.replace("-", "").upper()
    kind = None
    for number in range(len(words) - 1, -1, -1):
        word = words[number][0]
        if not word[0].isupper():
            if word not in _SMALL:
                return None
            continue
        noun = lexicon.words.heads.get(last_part(word))
        kind = noun.kind if noun else kind
        if _spells([w[0] for w in words[number:]], letters):
            return Candidate(words[number].start(), words[-1].end(), "definition", kind)
    return None


def _spells(words: Sequence[str], letters: str) -> bool:
    """Whether the capitals of the words give the letters, hyphens parting words or not, small words counting or not."""
    capitals = [word for word in words if word[0].isupper()]
    plain = "".join(word[0] for word in capitals)
    parted = "".join(part[0] for word in capitals for part in word.split("-") if part)
    full = "".join(part[0] for word in words for part in word.split("-") if part)
    whole = "".join(word if word.isupper() else word[0] for word in capitals)
    return letters in {plain.upper(), parted.upper(), full.upper(), whole.upper()}


def _plain_name(text: str, before: int, acronym: str, starts: dict[int, int], lexicon: Lexicon) -> Candidate | None:
    """The capitalised words right before the bracket, for an acronym of the name in another language."""
    start = starts.get(before - 1) if text[before - 1 : before] == " " else None
    if start is None:
        return None
    name = text[start : before - 1]
    known = acronym.lower() in lexicon.gazetteer
    return Candidate(start, before - 1, "definition") if known or name[0].upper() == acronym[0] else None


def _is_organization(name: str, acronym: str, lexicon: Lexicon) -> bool:
    last = last_part(name.rsplit(" ", 1)[-1])
    if name.lower() in lexicon.long_places or last in lexicon.words.of("nonorg"):
        return False
    if last in lexicon.words.of("adjective common") or (lexicon.is_origin(last) and " " not in name):
        return last in lexicon.words.heads
    return acronym.lower() not in lexicon.words.of("symbol") or last in lexicon.words.heads
