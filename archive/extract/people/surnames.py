"""Which single capitalised words are people?

A surname whose full name stands in the article; a first name alone after that; a surname never introduced that
everybody knows ("Yeltsin"), that a title precedes ("Admiral Kasatonov"), or that ends like one where people stand. No
mention are eponyms ("the Clinton administration") and the words of things and bodies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from archive.extract.people.before import has_title
from archive.extract.people.english import AUXILIARIES, SAYING, UNIT_WORDS
from archive.extract.people.persons import Person, Persons
from archive.extract.people.shapes import followed_by_thing, follows_ship
from archive.extract.people.titles import word_start
from archive.extract.people.tokens import Tokens
from archive.extract.people.vocabulary import Kind, Vocabulary

_NEXT_WORD: Final = re.compile(r",? ([a-z]+)")
_WHO: Final = re.compile(r", (?:who|whose|whom)\b")
_VERBS: Final = SAYING | AUXILIARIES
_LOCATIVE: Final = frozenset(
    {"in", "at", "near", "outside", "around", "into", "through", "toward", "towards", "the", "a"}
)
_ARTICLES: Final = frozenset({"the", "The", "a", "an", "this", "This"})
_PLURAL_VERBS: Final = frozenset({"are", "were", "have"})
_GLUED_VERBS: Final = tuple(sorted(SAYING, key=len, reverse=True))
_SHORTEST_SURNAME: Final = 4
_LONGEST_PLAIN: Final = 6
_SHORTEST_TITLED: Final = 2
_NEVER: Final = Kind.FUNCTION | Kind.ACRONYM | Kind.COMPOUND | Kind.INITIAL | Kind.PARTICLE
_OTHER_THINGS: Final = (
    Kind.PLACE | Kind.PEOPLE | Kind.ORGANIZATION | Kind.THING | Kind.HEAD | Kind.HEADS | Kind.MODIFIER
)
_MASCULINE: Final = ("in", "ov", "ev", "sky", "skii", "skoi")


@dataclass(frozen=True, slots=True)
class Bare:
    """A single word that means a person; it may end before its word does ("Shumeikoargued")."""

    end: int
    person: Person
    rule: str


class SurnameFinder:
    """Finds bare mentions among the words of one article, given the people introduced in it."""

    def __init__(self, tokens: Tokens, persons: Persons, vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.persons = persons
        self.vocabulary = vocabulary
        self.introduced = frozenset(persons.by_family)

    def read(self, index: int) -> Bare | None:
        """The person that word `index` means, or None."""
        word = self.tokens.words[index]
        if word in self.introduced:
            return self._introduced(index, word)
        flags = self.tokens.kinds[index]
        if flags & _NEVER:
            return None
        return self._first_name(index, word) or self._variant(index, word, flags) or self._new(index, word, flags)

    def _introduced(self, index: int, word: str) -> Bare | None:
        if self._is_eponym(index):
            return None
        person = self.persons.of_surname(word, self.tokens.starts[index])
        if person is not None and self._is_another(person, word):
            person = self.persons.named_only(word, self.tokens.starts[index])
        return None if person is None else Bare(self.tokens.ends[index], person, "surname")

    def _is_another(self, person: Person, word: str) -> bool:
        """Whether a bare surname is rather the man everybody knows than his wife: "Naina Yeltsin" and "Yeltsin"."""
        if person.given not in self.vocabulary.women or not word.endswith(_MASCULINE):
            return False
        return any(given[-1:] != "a" for given in self.vocabulary.known.get(word, ()))

    def _first_name(self, index: int, word: str) -> Bare | None:
        """A first name alone, after its bearer was named in full and if nobody else there has it: "Ramzan"."""
        people = self.persons.by_given.get(word)
        if not people or len(people) > 1 or self.tokens.kinds[index] & Kind.AMBIGUOUS:
            return None
        introduced = people[0].starts[0] < self.tokens.starts[index]
        return Bare(self.tokens.ends[index], people[0], "first name") if introduced else None

    def _variant(self, index: int, word: str, flags: int) -> Bare | None:
        """An introduced surname in another spelling, or with a verb glued to it ("Shumeikoargued")."""
        if flags & Kind.NO_NAME or len(word) < _SHORTEST_SURNAME or not self.introduced:
            return None
        start = self.tokens.starts[index]
        givens = self.vocabulary.known.get(word, ())
        person = self.persons.of_variant(word, start, known=bool(flags & Kind.FAMILY), givens=givens)
        if person is not None:
            return None if self._is_eponym(index) else Bare(self.tokens.ends[index], person, "spelling")
        for verb in _GLUED_VERBS if len(word) > _SHORTEST_SURNAME + 3 else ():
            if word.endswith(verb) and word[: -len(verb)] in self.introduced:
                stem = word[: -len(verb)]
                found = self.persons.of_surname(stem, start)
                return None if found is None else Bare(start + len(stem), found, "glued")
        return None

    def _new(self, index: int, word: str, flags: int) -> Bare | None:
        rule = self._rule(index, word, flags)
        if (
            rule is None
            or self._is_eponym(index)
            or followed_by_thing(self.tokens, index)
            or self._follows_thing(index)
            or self._is_of_place(index)
            or follows_ship(self.tokens, index - self.tokens.joined[index])
        ):
            return None
        return Bare(self.tokens.ends[index], self.persons.named_only(word, self.tokens.starts[index]), rule)

    def _rule(self, index: int, word: str, flags: int) -> str | None:
        """The sign that a word nobody introduced is a person."""
        if flags & (_OTHER_THINGS | Kind.AMBIGUOUS):
            known = flags & Kind.FAMILY and (self._acts(index) or self._is_titled(index))
            return "known surname" if known else None
        if flags & Kind.FAMILY:
            plain = (
                word[-1] == "s" and len(word) <= _LONGEST_PLAIN and self.tokens.at_sentence_start(index)
            )  # "Parts were aired"
            return "known surname" if not plain or self._acts(index, SAYING) else None
        if len(word) > _SHORTEST_TITLED and self._is_titled(index):
            return "title"
        if flags & Kind.SURNAME and "-" not in word and self._stands_like_person(index):
            return "surname"
        if flags & Kind.GIVEN and _WHO.match(self.tokens.body, self.tokens.ends[index]):
            return "single name"
        return None

    def _follows_thing(self, index: int) -> bool:
        """Whether the word before makes it a thing's name: "Mount Elbrus", "Desert Fox"."""
        return self.tokens.joined[index] and bool(index and self.tokens.kinds[index - 1] & Kind.THING)

    def _is_of_place(self, index: int) -> bool:
        """Whether the word is part of a place's name of two words: "Kosovska Kamenica", "Shah Deniz"."""
        return self._joins_place(index) or self._joins_place(index + 1)

    def _joins_place(self, behind: int) -> bool:
        words = self.tokens.words
        if not 0 < behind < len(words) or not self.tokens.joined[behind]:
            return False
        return bool(self.vocabulary.table.get(f"{words[behind - 1]} {words[behind]}", 0) & Kind.PLACE)

    def _is_titled(self, index: int) -> bool:
        return has_title(self.tokens.body, self.tokens.starts[index], self.vocabulary)

    def _acts(self, index: int, verbs: frozenset[str] = _VERBS) -> bool:
        """Whether the word after is a verb that people do."""
        after = _NEXT_WORD.match(self.tokens.body, self.tokens.ends[index])
        return after is not None and after[1] in verbs

    def _stands_like_person(self, index: int) -> bool:
        """Whether a word that ends like a surname stands where no place does: without "in", "near", an article."""
        body, start = self.tokens.body, self.tokens.starts[index]
        if start and body[start - 1] == " ":
            begin = word_start(body, start - 1)
            before = body[begin : start - 1].lower()
            if before == "of" and begin:  # "in the village of Voznesenovskaya"
                before = "in" if body[word_start(body, begin - 1) : begin - 1] in self.vocabulary.bodies else before
            if before in _LOCATIVE:
                return False
        after = _NEXT_WORD.match(body, self.tokens.ends[index])
        if after is not None and after[1] in _PLURAL_VERBS:
            return False
        noun = after[1] if after else ""
        return not {noun, noun.removesuffix("s")} & (self.vocabulary.bodies | self.vocabulary.eponyms)

    def _is_eponym(self, index: int) -> bool:
        """Whether the name only names something: an article before it, or a word like "administration" after it."""
        body, start, end = self.tokens.body, self.tokens.starts[index], self.tokens.ends[index]
        if body[end : end + 1] == "-":
            return True
        if start and body[start - 1] == " " and body[word_start(body, start - 1) : start - 1] in _ARTICLES:
            return True
        after = _NEXT_WORD.match(body, end)
        return (
            after is not None and body[end] == " " and (after[1] in self.vocabulary.eponyms or after[1] in UNIT_WORDS)
        )
