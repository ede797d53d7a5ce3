"""What do the rules know of the world? Everything that is derived from the authority files, made once for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from archive.extract.organizations.gazetteer import Gazetteer, doubtful_names, gazetteer_of
from archive.extract.organizations.words import Words, words_of
from archive.read.authority import Authority

SHORTEST_GLUED: Final = 4
"""A shorter name is not looked for in a word that may be a name and another word without a blank."""


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon:
    """Look-up tables, compared by identity so that what is read with them can be cached.

    `ethnic` are adjectives of countries and peoples ("russian"), `places` the one-word names of places and
    `long_places` all of them, `given` first names, `families` known surnames, `buildings` seats of power that are
    places too, `beginnings` the first letters of the gazetteer's words; all in lower case.
    """

    words: Words
    gazetteer: Gazetteer
    ethnic: frozenset[str]
    places: frozenset[str]
    long_places: frozenset[str]
    newsletters: frozenset[str]
    given: frozenset[str]
    families: frozenset[str]
    buildings: frozenset[str]
    beginnings: frozenset[str]
    surname_endings: tuple[str, ...]

    def is_origin(self, word: str) -> bool:
        """Whether a folded word says only where something comes from: "Russian", "Moscow", "Russian-Chechen"."""
        return word in self.ethnic or word in self.places

    def is_name(self, word: str) -> bool:
        """Whether a folded word by itself is a certain name of the authority files: "duma"."""
        names = self.gazetteer.get(word)
        return names is not None and names.alone is not None and not names.alone.doubt

    def is_person(self, word: str) -> bool:
        """Whether a folded word looks like a surname by itself."""
        return word in self.families or word.endswith(self.surname_endings)


def _column(authority: Authority, stem: str, *columns: str) -> frozenset[str]:
    rows = authority.words.get(stem, ())
    cells = (row.get(column) or "" for row in rows for column in columns)
    return frozenset(name.lower() for cell in cells for name in cell.split("|") if name)


def _endings(authority: Authority) -> tuple[str, ...]:
    """The ends of surnames that ordinary words and places do not share."""
    return tuple(row["ending"] for row in authority.words.get("surname_endings", ()) if row["risk"] != "high")


def _common_words(words: Words) -> frozenset[str]:
    """Words that an organization's one-word name shares with the language: it then needs evidence ("Republic")."""
    uses = ("nonorg", "opener", "title", "field", "adjective common", "adjective ethnic")
    return frozenset[str]().union(*map(words.of, uses)) - _singles(words)


def _never_alone(words: Words) -> frozenset[str]:
    """Words that by themselves are no name, whatever a list says ("Parliament"), less those that are ("Duma")."""
    return (words.of("symbol") | frozenset(words.heads)) - _singles(words) - words.of("alone")


def _singles(words: Words) -> frozenset[str]:
    return frozenset(name.lower() for name, _ in words.singles)


def _publications(authority: Authority) -> frozenset[str]:
    """The newsletters' own names: they speak of themselves ("has told the Monitor")."""
    names = (name for record in authority.publications for name in (record.name, *record.aliases))
    return frozenset(name.lower().removeprefix("the ") for name in names)


def _strong(names: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(names, "strong")


@lru_cache(maxsize=4)
def lexicon_of(authority: Authority) -> Lexicon:
    """The look-up tables of `authority`."""
    words = words_of(authority.words.get("organization_words", ()))
    places = _column(authority, "places", "name")
    given = _column(authority, "given_names", "name")
    newsletters = _publications(authority)
    doubtful = doubtful_names(authority.words.get("ambiguous_organizations", ()))
    gazetteer = gazetteer_of(
        authority.organizations,
        words,
        doubtful=_strong(given | _common_words(words)) | doubtful | _strong(_never_alone(words)),
        never=places | newsletters,
    )
    return Lexicon(
        words=words,
        gazetteer=gazetteer,
        ethnic=_column(authority, "nationalities", "adjective", "demonym_plural") | words.of("adjective ethnic"),
        places=frozenset(place for place in places if " " not in place),
        long_places=places,
        newsletters=newsletters,
        given=given,
        buildings=words.of("building"),
        beginnings=frozenset(word[:SHORTEST_GLUED] for word in gazetteer),
        families=frozenset(person.family_name.lower() for person in authority.people),
        surname_endings=_endings(authority),
    )
