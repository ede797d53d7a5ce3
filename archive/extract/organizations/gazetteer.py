"""Which names of the authority files stand at this place of the text?

Names are indexed by their first word and the first two characters of the rest, so that a look-up costs two dictionary
reads however many names there are. A rest is compared with the folded text, which knows no case, hyphens or slashes:
"Itar-Tass", "ITAR-TASS" and "ITAR TASS" are one entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.extract.organizations.forms import Form, forms_of
from archive.extract.organizations.prose import Prose, fold
from archive.extract.organizations.words import Words
from archive.read.authority import OrganizationRecord, WordRow

FIRST_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name: what follows its first word, the records that bear it, and how far its letters alone can be trusted.

    `exact` is the form whose case must be met, if any; `small` lets the last word be in lower case. `doubt` is empty
    for a name that is nothing else, "word" for one that a capital in mid-sentence shows to be a name, else "strong".
    """

    rest: str
    records: tuple[int, ...]
    kind: str
    exact: str | None = None
    small: bool = True
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that share a first word: `alone` is that word itself, `longer` is keyed by two characters."""

    alone: Entry | None
    longer: dict[str, tuple[Entry, ...]]


_STRONG_SENSES: Final = {"place", "surname", "given name"}

Gazetteer = dict[str, Names]


class Hit(NamedTuple):
    """A name found in the text."""

    end: int
    entry: Entry


def doubtful_names(rows: Iterable[WordRow]) -> dict[str, str]:
    """Folded names that also are an English word, a place or a surname, with the doubt: they need evidence.

    A word of another language is none in an English text, so "Russian word" raises no doubt.
    """
    doubtful = {}
    for row in rows:
        senses = [sense.strip() for sense in re.sub(r"\(.*?\)", "", row["also"]).split(",")]
        senses = [sense for sense in senses if sense and not sense.endswith(" word") and "programme" not in sense]
        if senses:
            aliased = re.search(r"\(alias (.+?)\)", row["also"])
            name = fold(aliased[1] if aliased else row["name"])
            doubtful[name] = "strong" if set(senses) & _STRONG_SENSES else "word"
    return doubtful


def gazetteer_of(
    records: Iterable[OrganizationRecord], words: Words, doubtful: Mapping[str, str], never: frozenset[str]
) -> Gazetteer:
    """The index over the names of `records` and the names that need no record ("Kremlin"), less those in `never`."""
    held = {folded: Entry(_rest(folded), (), kind) for folded, kind in ((fold(n), kind) for n, kind in words.singles)}
    for number, record in enumerate(records):
        for form in forms_of(record, words):
            _hold(held, form, (number, record.kind), words, doubtful)
    by_first: dict[str, list[Entry]] = {}
    for folded, entry in held.items():
        first = folded[: len(folded) - len(entry.rest)]
        if first and folded not in never:
            by_first.setdefault(first, []).append(entry)
    return {first: _names(entries) for first, entries in by_first.items()}


def _hold(
    held: dict[str, Entry], form: Form, record: tuple[int, str], words: Words, doubtful: Mapping[str, str]
) -> None:
    """Add a form of a record, given by its number and kind, to the entries by folded name."""
    number, kind = record
    folded = fold(form.text).removeprefix("the ")
    before = held.get(folded)
    records = (*before.records, number) if before and number not in before.records else (number,)
    doubt = doubtful.get(folded, "") if not form.exact or folded in words.of("symbol") else ""
    exact = form.text if form.exact else None
    small = form.small or (before is not None and before.small)  # "Hizb-ut-Tahrir" and "Hizb ut-Tahrir" are one entry
    held[folded] = Entry(_rest(folded), records, before.kind if before else kind, exact, small, doubt)


def _rest(folded: str) -> str:
    """What follows the first word; all of a name that starts with none."""
    first = FIRST_WORD.match(folded)
    return folded[first.end() :] if first else folded


def _names(entries: list[Entry]) -> Names:
    alone = next((entry for entry in entries if not entry.rest), None)
    longer: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.rest)):
        if entry.rest:
            longer.setdefault(entry.rest[:2], []).append(entry)
    return Names(alone, {key: tuple(found) for key, found in longer.items()})


def hit_at(prose: Prose, start: int, first_end: int, names: Names) -> Hit | None:
    """The longest name of `names` at `start`; `first_end` is where the first word ends."""
    for entry in names.longer.get(prose.folded[first_end : first_end + 2], ()):
        if prose.folded.startswith(entry.rest, first_end):
            end = first_end + len(entry.rest)
            if ends_name(prose.text, end) and _fits_case(prose.text[start:end], entry):
                return Hit(end, entry)
    alone = names.alone
    if alone is not None and ends_name(prose.text, first_end) and _fits_case(prose.text[start:first_end], alone):
        return Hit(first_end, alone)
    return None


def _fits_case(surface: str, entry: Entry) -> bool:
    if entry.exact:
        return surface == entry.exact or surface.isupper()
    return entry.small or not entry.rest or not surface[surface.rfind(" ") + 1].islower()


def ends_name(text: str, end: int) -> bool:
    """Whether a name may end here: not in mid-word, nor before a hyphen and a letter ("Kremlin-backed").

    A capital right behind a small letter starts a new word whose blank was lost in print ("Itar-TassAugust 11").
    """
    behind = text[end : end + 2]
    if not behind or behind[0] in " ,\n":
        return True
    if behind[0].isalnum() or behind[0] == "_":
        return behind[0].isupper() and text[end - 1 : end].islower()
    return not (behind[0] in "-./&" and behind[1:].isalnum())
