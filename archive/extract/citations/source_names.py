"""Is this the name of a medium, of the newsletter itself, or of a place?

Media are known from the authority files by every name they go by. A name is compared without its spaces, so that
"Komsomolskayapravda", where a line break was lost, is "Komsomolskaya pravda". A collective source ("Russian agencies",
"various Moscow papers", "Kiev radio") is known by its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from archive.core.names import name_key
from archive.extract.citations.vocabulary import DETERMINERS, LINKS, MEDIA_HEADS, REPORTING, REPORTS, word_set
from archive.extract.people.vocabulary import Kind, Vocabulary, vocabulary_of
from archive.read.authority import Authority

COLLECTIVES: Final = word_set(
    "agencies media papers newspapers dailies weeklies press radio television tv broadcasters websites newswires"
)
"""Last words of a collective or nameless source: "Western news agencies", "Kiev radio"."""

MEDIA_WORDS: Final = word_set(
    "times news post herald journal gazette telegraph tribune chronicle observer courier bulletin newswire zeitung"
    " gazeta pravda novosti vesti vestnik press daily weekly tv fm television radio broadcasting review magazine"
    " newspaper agency online newsline telegraf kurier monde repubblica novostei"
    " sun mirror express standard star globe mail examiner inquirer sentinel world today presse"
)
"""A capitalised name that ends in such a word is a medium's, known or not: "Caucasus Times", "Russky Kurier"."""

MEDIA_ENDINGS: Final = (
    *(
        "zeitung",
        "anzeiger",
        "press",
        "presse",
        "inform",
        "bladet",
        "posten",
        "gazeta",
        "pravda",
        "news",
        "tass",
        "fax",
    ),
)
"""Ends of one word that tell the same: "Chechenpress", "Stadtanzeiger"."""

OFFICE_PAPERS: Final = word_set(
    "release releases website site statement communique bulletin newsletter report reports transcript interview"
    " interviews sources wire wires services service newswires homepage online dispatches accounts"
)
"""Last words of a source that is an office or a paper of one: "UN press release", "Ministry … website"."""

_QUALIFIERS: Final = word_set(
    "various several local foreign independent state central regional national other most many all some international"
    " leading official state-run state-owned pro-government opposition news major"
)
_TIMES: Final = word_set("again early evening morning afternoon night day as")
_MIN_TYPO_LENGTH: Final = 8
_TYPO_PREFIX: Final = 2


@lru_cache(maxsize=65_536)
def squeezed(text: str) -> str:
    """The folded form of a name without its spaces."""
    return name_key(text).replace(" ", "")


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter more, fewer, other, or two changed places make `one` into `other`."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) != len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]


@dataclass(frozen=True, eq=False)
class SourceNames:
    """What is known of names in one publication; the sets hold squeezed forms, `places` and words in lower case."""

    media: frozenset[str]
    voices: frozenset[str]  # media and newsletters: whatever can report in prose
    own: frozenset[str]
    newsletters: frozenset[str]
    places: frozenset[str]
    last_words: frozenset[str]  # in lower case, of the media: "pravda"
    cues: frozenset[str]  # words before a day that may make it a report's
    by_shape: dict[tuple[str, int], list[str]]
    vocabulary: Vocabulary

    def is_listed(self, name: str) -> bool:
        """A medium of the authority files."""
        return squeezed(name) in self.media

    def is_medium(self, name: str) -> bool:
        """A medium of the authority files, or a collective source."""
        return squeezed(name) in self.media or is_collective(name)

    def is_place(self, name: str) -> bool:
        """A place and no medium: the bureau in "Radio Liberty, Prague, May 5"."""
        return name.casefold() in self.places and squeezed(name) not in self.media

    def is_own(self, name: str) -> bool:
        """This newsletter, under any of its names or what a stripped link left of one ("Weekly")."""
        return squeezed(name) in self.own

    def is_newsletter(self, name: str) -> bool:
        """This newsletter or a sister."""
        key = squeezed(name)
        return key in self.own or key in self.newsletters

    def is_plain(self, word: str) -> bool:
        """A word of the language, though it opens a sentence with a capital: "As", "Meanwhile", "The"."""
        return bool(self.vocabulary.capital(word) & Kind.FUNCTION) or word.lower() in DETERMINERS

    def is_strange(self, word: str) -> bool:
        """Whether no list and no ending tells what a capitalised word is: no person, place, people, body or noun."""
        plain = word.replace("-", "")
        return plain.isalpha() and word[:1].isupper() and word[1:] != word[1:].upper() and not self._told(word)

    def _told(self, word: str) -> int:
        return self.vocabulary.capital(word) & ~Kind.COMPOUND

    def is_misprint(self, name: str) -> bool:
        """One letter away from a medium's name: "Moskovsky komosomolets", "Vedemosti"."""
        key = squeezed(name)
        return len(key) >= _MIN_TYPO_LENGTH and _is_near(key, self)


@lru_cache(maxsize=8_192)
def _is_near(key: str, names: SourceNames) -> bool:
    """Whether a squeezed name is one letter away from a medium's; the same people stand before many a day."""
    head = key[:_TYPO_PREFIX]
    near = (known for size in range(len(key) - 1, len(key) + 2) for known in names.by_shape.get((head, size), ()))
    return any(one_edit_apart(key, known) for known in near)


def is_collective(name: str) -> bool:
    """Whether the words say that no single medium is meant: "Russian and Western agencies", "various Moscow papers"."""
    *qualifiers, last = name.split() or [""]
    if last.casefold() not in COLLECTIVES or not qualifiers:
        return False
    first = qualifiers[0]
    return (first[:1].isupper() or first in _QUALIFIERS) and all(
        word[:1].isupper() or word in _QUALIFIERS or word in {"and", "news"} for word in qualifiers
    )


def _media(authority: Authority) -> list[str]:
    records = (record for record in authority.organizations if record.kind == "media")
    return [name for record in records for name in (record.name, *record.aliases, *record.acronyms) if name]


def _shapes(media: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    shapes: dict[tuple[str, int], list[str]] = defaultdict(list)
    for key in sorted(media):
        shapes[key[:_TYPO_PREFIX], len(key)].append(key)
    return dict(shapes)


def _places(authority: Authority) -> frozenset[str]:
    return frozenset(row.get("name", "").casefold() for row in authority.words.get("places", ()))


@lru_cache(maxsize=4)
def _shared(authority: Authority) -> SourceNames:
    media_names = _media(authority)
    media = frozenset(map(squeezed, media_names)) - {""}
    names = (name for p in authority.publications for name in (p.name, *p.aliases, *p.abbreviations))
    newsletters = frozenset(map(squeezed, names)) - {""}
    last_words = frozenset(name.split()[-1].lower() for name in media_names) | COLLECTIVES
    return SourceNames(
        media=media,
        voices=media | newsletters,
        own=frozenset(),
        newsletters=newsletters,
        places=_places(authority),
        last_words=last_words,
        cues=last_words | REPORTING | LINKS | REPORTS | MEDIA_HEADS | DETERMINERS | _TIMES | {"given", "granted", "it"},
        by_shape=_shapes(media),
        vocabulary=vocabulary_of(authority),
    )


@lru_cache(maxsize=64)
def source_names(authority: Authority, publication: str) -> SourceNames:
    """The names that matter to citations in an article of `publication`."""
    shared = _shared(authority)
    records = [p for p in authority.publications if publication in {p.name, *p.aliases, *p.abbreviations}]
    full = [name for p in records for name in (p.name, *p.aliases, *p.abbreviations)] or [publication]
    tails = [" ".join(name.split()[at:]) for name in full for at in range(1, len(name.split()))]
    own = frozenset(map(squeezed, full)) | (frozenset(map(squeezed, tails)) - shared.media)
    return replace(shared, own=own - {""})
