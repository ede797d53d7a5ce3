"""What does a word tell about being a name, a title or neither?

`vocabulary_of` folds the authority's word lists into one table from a printed word to a set of `Kind` flags, so that a
word of the text costs one dict lookup. What no list knows is read from its shape (initials, acronyms, endings) once and
remembered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from archive.core.dates import MONTHS
from archive.extract.people import english
from archive.extract.people.capitals import token_pattern
from archive.read.authority import Authority, WordRow


class Kind:
    """Flags of a word, plain integers since every capitalised word of every article is asked for them."""

    GIVEN = 1
    FAMILY = 1 << 1  # the family name of a person of the authority
    SURNAME = 1 << 2  # a listed family name, or an ending that hardly any other word has
    HEAD = 1 << 3  # a noun that a title phrase is built on, in the singular
    HEADS = 1 << 4  # the same in the plural
    RANK = 1 << 5
    HONORIFIC = 1 << 6
    MODIFIER = 1 << 7
    THING = 1 << 8  # after a name it makes the whole no person: "Airport"
    PLACE = 1 << 9
    PEOPLE = 1 << 10  # a nationality or its members
    FUNCTION = 1 << 11  # a word of the language, a month, a day
    ORGANIZATION = 1 << 12
    ACRONYM = 1 << 13
    INITIAL = 1 << 14
    PARTICLE = 1 << 15
    FAMILY_FIRST = 1 << 16  # stands before the given name: "Kim Jong-il"
    AMBIGUOUS = 1 << 17  # a name that is as often something else
    COMPOUND = 1 << 18  # "Yeltsin-era", "Moscow-based": no name
    SINGLE = 1 << 19  # a person known by one name: "Khattab"
    ENDING = 1 << 20  # ends like a surname, though other words may do so too

    NO_NAME = (
        HEAD | HEADS | HONORIFIC | MODIFIER | THING | PLACE | PEOPLE | FUNCTION | ORGANIZATION | ACRONYM | COMPOUND
    )
    NAME_SIGN = GIVEN | FAMILY | SURNAME | FAMILY_FIRST | SINGLE


_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTICLES: Final = (
    "Del",
    "Della",
    "De",
    "Di",
    "Da",
    "Van",
    "Von",
    "Ter",
    "Le",
    "La",
    "Abu",
    "Bin",
    "Ibn",
    "Ben",
    "Bint",
    "Umm",
    "El",
    "Al",
)
_COUNTRY_INITIALS: Final = ("U.S.", "U.N.", "E.U.", "U.K.", "U.S.S.R.", "U.A.E.", "D.C.", "N.Y.")
_INITIALS: Final = re.compile(r"(?:\w\.){1,3}(?:-\w\.)?")
_STRAIGHT: Final = str.maketrans("’´`‘", "''''")
_MEN_IN_A: Final = frozenset(
    {"Ilya", "Nikita", "Kuzma", "Foma", "Luka", "Savva", "Mikola", "Mykola", "Mykyta", "Sasha", "Misha"}
)
_LOWER_TAIL: Final = re.compile(r"-[a-z]\w*$")
_KOREAN: Final = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")
_COMPOUND_GIVEN: Final = ("magomed", "mukhamed", "muhamed", "mohamed", "akhmed", "ahmed", "hammed")
"""Given names of the Caucasus and the East end so, whatever stands before: "Gitinomagomed"."""
_ENDING_LENGTHS: Final = range(9, 1, -1)
"""The longest listed ending of a word decides."""
_MOST_WORDS: Final = 200_000
"""Derived words are remembered until the table is this long, so that memory stays flat on any text."""

_TITLE_FLAGS: Final = {
    "office": Kind.HEAD,
    "rank": Kind.HEAD | Kind.RANK,
    "role": Kind.HEAD,
    "honorific": Kind.HONORIFIC,
    "modifier": Kind.MODIFIER,
    "thing": Kind.THING,
}


class Vocabulary:
    """The table of words. `capital` answers for words as printed, the sets for lower-case words of titles."""

    __slots__ = (
        "bodies",
        "endings",
        "eponyms",
        "heads",
        "kin",
        "known",
        "last_words",
        "modifiers",
        "table",
        "token",
        "variants",
        "women",
    )

    def __init__(self, authority: Authority) -> None:
        words = authority.words
        titles = words.get("titles", ())
        self.heads: dict[str, int] = {}
        self.last_words: set[str] = set()
        self.modifiers: set[str] = {row["title"] for row in titles if row["kind"] == "modifier"}
        self.bodies = {row["title"] for row in titles if row["kind"] == "body"}
        self.kin = {row["title"] for row in titles if row["kind"] == "kin"}
        self.eponyms = {row["title"] for row in titles if row["kind"] == "eponym"}
        self.table: dict[str, int] = {}
        self.known: dict[str, tuple[str, ...]] = {}
        self.endings = {
            row["ending"]: Kind.SURNAME if row["risk"] == "low" else Kind.ENDING
            for row in words.get("surname_endings", ())
        }
        self._read_titles(titles)
        self._read_places(words)
        self._read_organizations(authority)
        self._read_names(authority)
        self._add(english.SENTENCE_OPENERS, Kind.FUNCTION, capitalised=True)
        self.last_words = {word for word in self.last_words if self.heads.get(word, Kind.RANK) & Kind.RANK}
        self._add((*MONTHS, *_DAYS, "I", "A"), Kind.FUNCTION)
        self._add(_PARTICLES, Kind.PARTICLE)
        self._add(_COUNTRY_INITIALS, Kind.PLACE)
        self.women = {row["name"] for row in words.get("given_names", ()) if _is_womans(row)}
        rows = words.get("given_name_variants", ())
        self.variants = {name: group for group, row in enumerate(rows) for name in row["variants"].split("|")}
        self._mark_ambiguous(words.get("ambiguous_names", ()))
        self.token = token_pattern(row["title"] for row in titles)

    def _add(self, words: Iterable[str], flag: int, *, capitalised: bool = False) -> None:
        table = self.table
        for word in words:
            key = word[:1].upper() + word[1:] if capitalised else word
            table[key] = table.get(key, 0) | flag

    def _read_titles(self, titles: Iterable[WordRow]) -> None:
        for row in titles:
            title, flag = row["title"], _TITLE_FLAGS.get(row["kind"], 0)
            if flag & Kind.HEAD:
                self.heads[title.lower()] = self.heads.get(title.lower(), 0) | flag
                if row["plural"]:
                    plural = flag & ~Kind.HEAD | Kind.HEADS
                    self.heads[row["plural"].lower()] = self.heads.get(row["plural"].lower(), 0) | plural
            if " " not in title:
                self._add((title,), flag, capitalised=True)
        for head, flag in self.heads.items():
            if " " not in head:
                self._add((head,), flag, capitalised=True)
            elif not flag & Kind.RANK:
                self.last_words.add(head.rpartition(" ")[2])

    def _read_places(self, words: dict[str, tuple[WordRow, ...]]) -> None:
        for row in words.get("places", ()):
            name = row["name"]
            self._add((name,), Kind.PLACE)
        for row in words.get("nationalities", ()):
            self._add((row["adjective"], *row["demonym_plural"].split("|")), Kind.PEOPLE)

    def _read_organizations(self, authority: Authority) -> None:
        for record in authority.organizations:
            single = (name for name in (record.name, *record.aliases, *record.acronyms) if " " not in name)
            self._add(single, Kind.ORGANIZATION)

    def _read_names(self, authority: Authority) -> None:
        words = authority.words
        self._add((row["name"] for row in words.get("given_names", ())), Kind.GIVEN)
        for row in words.get("family_names", ()):
            flag = Kind.FAMILY_FIRST if row["order"] == "first" else Kind.SURNAME
            self._add((row["name"],), flag)
        for person in authority.people:
            for name in (person.name, *person.aliases):
                family = name.split()[-1] if person.family_name in person.name.split()[-1:] else person.family_name
                self._read_person(name, family)

    def _read_person(self, name: str, family: str) -> None:
        parts = [part for part in name.split() if not self.table.get(part, 0) & (Kind.HEAD | Kind.HONORIFIC)]
        if family.isupper() or family not in name or not parts:
            return
        if len(parts) == 1:
            self._add((name,), Kind.FAMILY | Kind.SINGLE)
        else:
            self._add((family,), Kind.FAMILY | (Kind.FAMILY_FIRST if parts[0] == family else 0))
            if parts[0] != family and "." not in parts[0]:
                self._add((parts[0],), Kind.GIVEN)
        self.known[family] = (*self.known.get(family, ()), parts[0])

    def _mark_ambiguous(self, rows: Iterable[WordRow]) -> None:
        for row in rows:
            self._add((row["name"],), Kind.AMBIGUOUS)
        clash = (
            Kind.PLACE
            | Kind.PEOPLE
            | Kind.FUNCTION
            | Kind.THING
            | Kind.HEAD
            | Kind.HEADS
            | Kind.MODIFIER
            | Kind.ORGANIZATION
        )
        for word, flags in self.table.items():
            if flags & Kind.NAME_SIGN and flags & clash:
                self.table[word] = flags | Kind.AMBIGUOUS

    def capital(self, word: str) -> int:
        """The flags of a capitalised word as printed."""
        flags = self.table.get(word)
        if flags is None:
            flags = self._shape(word)
            if len(self.table) < _MOST_WORDS:
                self.table[word] = flags
        return flags

    def _shape(self, word: str) -> int:
        plain = word if word.isascii() else plain_name(word)
        if plain != word and plain[:1].isupper():
            return self.capital(plain)
        if word[-1] == ".":
            return Kind.INITIAL if _INITIALS.fullmatch(word) else self.table.get(word.capitalize(), 0)
        if len(word) > 1 and word.isupper():
            return Kind.ACRONYM
        if "-" in word:
            return self._hyphenated(word)
        if word[1:2].isupper():
            return Kind.ACRONYM
        return self._ending(word)

    def _hyphenated(self, word: str) -> int:
        first, _, last = word.partition("-")[0], "", word.rpartition("-")[2]
        if _LOWER_TAIL.search(word):
            return Kind.GIVEN if _KOREAN.fullmatch(word) and not self.capital(first) & Kind.NO_NAME else Kind.COMPOUND
        first_flags, last_flags = self.capital(first), self.capital(last)
        if (first_flags | last_flags) & (
            Kind.NO_NAME & ~Kind.ACRONYM
        ) and not first_flags & last_flags & Kind.NAME_SIGN:
            both = (first_flags | last_flags) & (Kind.HEAD | Kind.RANK)
            return both or Kind.COMPOUND
        return (first_flags & Kind.GIVEN) | (last_flags & (Kind.SURNAME | Kind.ENDING | Kind.GIVEN))

    def _ending(self, word: str) -> int:
        if word.endswith(_COMPOUND_GIVEN):
            return Kind.GIVEN
        if word.endswith(english.COMMON_ENDINGS):
            return Kind.FUNCTION if word.endswith(("ing", "ed", "ly")) else 0
        return next(
            (self.endings[word[-n:]] for n in _ENDING_LENGTHS if n < len(word) and word[-n:] in self.endings), 0
        )


def _is_womans(row: WordRow) -> bool:
    """Whether a given name is a woman's, as far as its ending tells: Naina, but not Nikita or Murtaza."""
    name = row["name"]
    return row["origin"] in {"slavic", "western"} and name[-1:] == "a" and name not in _MEN_IN_A


def plain_name(word: str) -> str:
    """The word as the lists spell it: without diacritics, the curly apostrophe made straight ("Tat'yana")."""
    folded = word.translate(_STRAIGHT)
    return folded if folded.isascii() else unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()


@lru_cache(maxsize=4)
def vocabulary_of(authority: Authority) -> Vocabulary:
    """The vocabulary of an authority, built once for each."""
    return Vocabulary(authority)
