"""Which forms of a record's names can stand in a text as that name and nothing else?

The authority files list names as people write them. A form with a possessive before a head ("Duma’s Foreign Affairs
Committee") holds two organizations, and one with a noun behind a name ("Interfax news agency") more than the name; the
rules for possessives and nouns find those in any combination, so the form is cut or left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from archive.extract.organizations.words import Words
from archive.read.authority import OrganizationRecord

_OWNED: Final = re.compile(r"(.+?)['’]s? (.+)")
_SHORT: Final = 5
"""One-word names up to this length with two capitals must be printed so: "AIM" is one, "aim" and "Aim" are not."""


class Form(NamedTuple):
    """A form to look up: `exact` where its case counts, `small` where its last word may be in lower case."""

    text: str
    exact: bool
    small: bool


def forms_of(record: OrganizationRecord, words: Words) -> Iterator[Form]:
    """The forms under which `record` is looked up."""
    for name in (record.name, *record.aliases, *record.acronyms):
        if not _is_owned(name, words):
            yield _form(_without_noun(name, words), record.kind, words)
        for variant in _variants(name, record.kind):
            yield _form(variant, record.kind, words)


def _form(name: str, kind: str, words: Words) -> Form:
    exact = len(name) <= _SHORT and sum(map(str.isupper, name)) > 1
    last = name.rsplit(" ", 1)[-1]
    noun = words.labels.get(last.lower())
    joins = noun is not None and noun.after == "joins"
    return Form(name, exact, kind == "media" or joins or last[:1].islower())


def _variants(name: str, kind: str) -> Iterator[str]:
    if name.startswith("US "):
        yield f"U.S. {name[3:]}"
    if name.isupper() and name.isalpha() and len(name) <= 3:  # noqa: PLR2004 - "E.U.", "U.N.", "I.M.F."
        yield "".join(f"{letter}." for letter in name)
    blanks = [at for at, letter in enumerate(name) if letter == " "] if kind in {"media", "party"} else []
    for at in blanks:  # a blank lost in print: "Rossiiskayagazeta", "Russia is OurHome"
        yield name[:at] + name[at + 1 :]


def _is_owned(name: str, words: Words) -> bool:
    """Whether the name is a head's with an owner before it: "Russia's Foreign Ministry", not "Russia's Choice"."""
    owned = _OWNED.fullmatch(name.replace("’", "'")) if "’" in name or "'" in name else None
    if owned is None or f"{owned[1].split()[-1].lower()}'s" in words.of("inner"):
        return False
    own = owned[2].lower().split(" ")
    noun = words.heads.get(own[-1]) or words.heads.get(own[0])
    return noun is not None and noun.kind in {"government", "legislature", "court", "bank", "military"}


def _without_noun(name: str, words: Words) -> str:
    """The name without a lower-case noun that only names its kind: "Unity bloc" -> "Unity"."""
    parts = name.split(" ")
    noun = words.labels.get(parts[-1])
    if len(parts) < 2 or noun is None or noun.after != "names":  # noqa: PLR2004
        return name
    parts.pop()
    while len(parts) > 1 and parts[-1] in words.of("modifier"):
        parts.pop()
    return " ".join(parts)
