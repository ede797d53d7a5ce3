"""What do the rules know of the world? Everything that is derived from the authority files, made once for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from archive.extract.organizations.gazetteer import Gazetteer, doubtful_names, gazetteer_of
from archive.extract.organizations.words import Words, words_of
from archive.read.authority import Authority


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon:
    """Look-up tables, compared by identity so that what is read with them can be cached.

    `ethnic` are adjectives of countries and peoples ("russian"), `places` the one-word names of places and
    `long_places` all of them, `given` first names, `families` known surnames; all in lower case.
    """

    words: Words
    gazetteer: Gazetteer
    ethnic: frozenset[str]
    places: frozenset[str]
    long_places: frozenset[str]
    given: frozenset[str]
    families: frozenset[str]

    def is_origin(self, word: str) -> bool:
        """Whether a folded word says only where something comes from: "Russian", "Moscow", "Russian-Chechen"."""
        return word in self.ethnic or word in self.places


def _column(authority: Authority, stem: str, *columns: str) -> frozenset[str]:
    rows = authority.words.get(stem, ())
    return frozenset(row[column].lower() for row in rows for column in columns if row.get(column))


@lru_cache(maxsize=4)
def lexicon_of(authority: Authority) -> Lexicon:
    """The look-up tables of `authority`."""
    words = words_of(authority.words.get("organization_words", ()))
    doubtful = doubtful_names(authority.words.get("ambiguous_organizations", ()))
    places = _column(authority, "places", "name")
    return Lexicon(
        words=words,
        gazetteer=gazetteer_of(authority.organizations, words, doubtful, places),
        ethnic=_column(authority, "nationalities", "adjective", "demonym_plural") | words.of("adjective ethnic"),
        places=frozenset(place for place in places if " " not in place),
        long_places=places,
        given=_column(authority, "given_names", "name"),
        families=frozenset(person.family_name.lower() for person in authority.people),
    )
