"""Do the words around a name say that it is an organization ("Sibneft oil company", "newspaper Zavtra")?"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.words import Noun

_LOWER_WORD: Final = re.compile(r" ?([a-z][\w-]*)")
_WORD_BEHIND: Final = re.compile(r" ([a-z][\w-]*)")
_APPOSITION: Final = re.compile(r"(?:,|–| [–—]) ?(?:an?|the|one of|both|two|three)\b((?: [\w’-]+){1,6})")
_MEDIA_VERB: Final = re.compile(r" (?:(?:has|have|had|also|on \w+ \d+) )?(\w+)")

_TOLD: Final = (" told ", " told the ", " issue of ", " issue of the ", " edition of ")

_APPOSED: Final = (",", "–", " –", " —")
_MARKS: Final = frozenset('“"‘')
_NAMING: Final = frozenset({"called", "named"})

_OF_POWER: Final = frozenset({"plant", "station"})
_ONES: Final = frozenset({"one", "another", "something"})
"""What is called so is a thing: "offshore companies, among them one called New Technology"."""
_COUNTED: Final = re.compile(r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) (?:[a-z-]+ ){0,2}$")
_GLANCE: Final = 32

_MOST_MODIFIERS: Final = 3
_LOOK_BACK: Final = 36
_BREAKS: Final = frozenset(
    {"of", "in", "for", "who", "whose", "and", "which", "that", "at", "by", "to", "with", "from"}
)
_SPREADS: Final = frozenset({"news", "information", "press", "television", "radio", "TV"})
"""Modifiers that make a medium of whatever they stand before: "news agency", "television company"."""


_APPOSITIVE: Final = Noun("other")
_NAMED: Final = Noun("other")


class Label(NamedTuple):
    """A noun beside a name: the kind it tells, and where the name ends with it if it joins the name."""

    kind: str
    end: int
    joins: bool
    plural: bool


def word_behind(text: str, end: int) -> str:
    """The word in lower case that follows a name after a blank; empty if there is none."""
    found = _WORD_BEHIND.match(text, end)
    return found[1] if found else ""


def label_behind(text: str, end: int, lexicon: Lexicon, *, glued: bool = False) -> Label | None:
    """The noun right behind a name that ends at `end`, with at most three modifiers between.

    `glued` allows for a blank lost in print, as behind a quotation: "Russia is Our Home"electoralbloc.
    """
    words, medium, power = lexicon.words, False, False
    for _ in range(_MOST_MODIFIERS + 1):
        found = _LOWER_WORD.match(text, end)
        if found is None or not (glued or text[end] == " "):
            return None
        word = found[1]
        noun = words.labels.get(word) or (_unglued(word, lexicon) if glued else None)
        if noun is not None and noun.after and not _modifies(text, word, found.end(), lexicon):
            kind = "media" if medium and noun.kind in {"government", "company"} else noun.kind
            joins = noun.after == "joins" or (power and word in _OF_POWER)
            return Label(kind, found.end(), joins, noun.plural)
        if word not in words.of("modifier"):
            return None
        medium = medium or word in _SPREADS
        power = word == "power"
        end = found.end()
    return None


def _modifies(text: str, word: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the noun only stands before the one that counts: "Ekho Moskvy radio station"."""
    following = _LOWER_WORD.match(text, end) if word in lexicon.words.of("modifier") else None
    return following is not None and following[1] in lexicon.words.labels


def _unglued(word: str, lexicon: Lexicon) -> Noun | None:
    """The noun of a modifier and a noun that lost their blank ("electoralbloc")."""
    modifiers, labels = lexicon.words.of("modifier"), lexicon.words.labels
    return next(
        (labels[word[at:]] for at in range(3, len(word) - 2) if word[:at] in modifiers and word[at:] in labels), None
    )


def label_before(text: str, start: int, lexicon: Lexicon) -> Noun | None:
    """The noun right before a name: "the newspaper Zavtra", "a company called FOK", "the companies Mabetex"."""
    if text[start - 1 : start] in _MARKS:
        start -= 1
    word, at = _word_before(text, start)
    if word in _NAMING:
        word, at = _word_before(text, at)
        if word in _ONES and " " in text[start : start + _GLANCE].partition(",")[0]:
            return _NAMED
    noun = lexicon.words.labels.get(word.rstrip(","))
    if noun is None or not noun.before:
        return None
    if noun.plural and word.endswith(",") and _COUNTED.search(text, max(0, at - _GLANCE), at) is None:
        return None
    return noun


def _word_before(text: str, start: int) -> tuple[str, int]:
    """The word that ends with a blank at `start`, and where it starts."""
    if text[start - 1 : start] != " ":
        return "", start
    at = text.rfind(" ", max(0, start - _LOOK_BACK), start - 1) + 1
    return (text[at : start - 1], at) if at else ("", start)


def apposition(text: str, end: int, lexicon: Lexicon) -> Noun | None:
    """The noun of an apposition: "Andava, a company in Switzerland", "Aeroflot, the airline in which"."""
    found = _APPOSITION.match(text, end) if text.startswith(_APPOSED, end) else None
    if found is None:
        return None
    words = found[1].split()
    for at, word in enumerate(words):
        if word in _BREAKS or word in lexicon.words.of("title"):
            return None
        noun = lexicon.words.labels.get(word) or (_APPOSITIVE if word in lexicon.words.of("appositive other") else None)
        if noun is not None:
            following = words[at + 1] if at + 1 < len(words) else ""
            reports = following in lexicon.words.of("verb media")  # "he was seized, the news agency reported"
            return None if reports or following in lexicon.words.of("title") else noun
    return None


def officer_behind(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether an officer that only organizations have is named right behind: "Oneksimbank founder", "BPF chairman"."""
    for _ in range(_MOST_MODIFIERS):
        found = _LOWER_WORD.match(text, end)
        if found is None or text[end] != " ":
            return False
        if found[1] in lexicon.words.of("officer"):
            return not text.startswith(" of staff", found.end())
        if found[1] not in lexicon.words.of("title"):
            return False
        end = found.end()
    return False


def reports(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands here does what only a medium does: "Kommersant reported", "told Segodnya"."""
    if text.endswith(_TOLD, 0, start):
        return True
    found = _MEDIA_VERB.match(text, end)
    return found is not None and found[1] in lexicon.words.of("verb media")
