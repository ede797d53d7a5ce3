"""Which part of a person's name is the given and which the family name?

"Boris N. Yeltsin", "Carla Del Ponte", "Kim Jong-il", "A.I. Kolganov", "Kadyrov Jr.", "Abu Hafs". A name without a given
part is bare: a family name alone, or the only name that somebody is known by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from sys import intern
from typing import Final

from archive.core.names import NameKey, name_key
from archive.link.spelling import folded_family, folded_given
from archive.read.authority import Authority

_PARTICLES: Final = frozenset(
    ["al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ter",
     "van", "von"]
)  # fmt: skip
_SUFFIXES: Final = frozenset(["jr", "sr", "ii", "iii", "iv"])
_KUNYAS: Final = frozenset(["abu", "umm"])  # "father of", "mother of": the name is not given plus family
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?)+|[^\W\d_]")
_KEPT: Final = 16_384
"""Given names that are kept as they were read, and shared by those who bear them; not all that texts may bring."""


@dataclass(frozen=True, slots=True)
class Given:
    """A given name: `key` is its spelling class, empty for an initial; `letters` are the initials that it goes by."""

    key: str
    letters: str

    def agrees(self, other: Given) -> bool:
        """Whether both may be one name: the same in another spelling, or an initial and a name it begins."""
        if self.key and other.key:
            return self.key == other.key
        return not set(self.letters).isdisjoint(other.letters)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart. `text` is as printed with blanks made even; `family` is folded, `family_key` as spelled.

    `spelled` are the spelling classes of the given names, an initial where one is no more than that, and the suffix.
    """

    text: str
    key: NameKey
    given: tuple[Given, ...]
    family: str
    family_key: NameKey
    family_text: str
    spelled: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def bare(self) -> bool:
        """A family name alone."""
        return not self.given

    @property
    def abbreviated(self) -> bool:
        """Its first given name is an initial."""
        return bool(self.given) and not self.given[0].key

    @property
    def detail(self) -> tuple[int, int]:
        """How much the name says: the number of given names, and of those that are written out."""
        return len(self.given), sum(bool(given.key) for given in self.given)

    def equals(self, other: PersonName) -> bool:
        """The same name, spelling aside."""
        return self.spelled == other.spelled and self.family == other.family

    def agrees(self, other: PersonName) -> bool:
        """Whether both may name one person: nothing in one contradicts the other."""
        return (
            self.family == other.family
            and self.suffix == other.suffix
            and all(mine.agrees(theirs) for mine, theirs in zip(self.given, other.given, strict=False))
        )

    def contradicts(self, other: PersonName) -> bool:
        """The same first given name, but a middle name or a suffix that parts the two."""
        first = self.given[:1] and other.given[:1] and self.given[0].agrees(other.given[0])
        return bool(first) and not self.agrees(other)


@dataclass(frozen=True, slots=True)
class NameRules:
    """What taking names apart needs to know: spelling classes of given names, and surnames that stand first."""

    variants: Mapping[str, str] = field(default_factory=dict)
    surnames_first: frozenset[str] = frozenset()
    surnames_last: frozenset[str] = frozenset()
    _read: dict[str, tuple[Given, ...]] = field(default_factory=dict, repr=False, compare=False)
    _spelled: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_authority(cls, authority: Authority) -> NameRules:
        """The rules that the word lists given_name_variants and family_names hold."""
        variants: dict[str, str] = {}
        for row in authority.words.get("given_name_variants", ()):
            keys = [folded_given(name) for name in row["variants"].split("|")]
            variants.update(dict.fromkeys(keys, keys[0]))
        orders: dict[str, set[str]] = {"first": set(), "last": set()}
        for row in authority.words.get("family_names", ()):
            orders.setdefault(row.get("order", "last"), set()).add(name_key(row["name"]))
        return cls(variants, frozenset(orders["first"]), frozenset(orders["last"]))

    def taken_apart(self, text: str, family_name: str | None = None) -> PersonName:
        """The parts of the name `text`; `family_name` where it is known beforehand."""
        words, parts, suffix = _parts(text)
        start, end = self._known(parts, family_name) or self._family(parts)
        family = " ".join(parts[start:end])
        given = self._all_given((*parts[:start], *parts[end:]))
        spelled = (*(one.key or one.letters for one in given), suffix)
        key = name_key(text) or NameKey(text.casefold())
        even = " ".join(words)
        return PersonName(
            text if text == even else even,
            key,
            given,
            intern(folded_family(family) or key),
            NameKey(intern(name_key(family) or key)),
            family,
            self._spelled.setdefault(spelled, spelled),
            suffix,
        )

    def family_of(self, text: str) -> str:
        """The folded family name of the name `text`, alone: what taking it apart finds, for less."""
        _, parts, _ = _parts(text)
        start, end = self._family(parts)
        return folded_family(" ".join(parts[start:end])) or name_key(text) or text.casefold()

    def _known(self, parts: list[str], family_name: str | None) -> tuple[int, int] | None:
        """Where the known family name stands among the parts, spelling aside."""
        if not family_name:
            return None
        wanted, size = folded_family(family_name), len(family_name.split())
        for start in range(len(parts) - size, -1, -1):
            if folded_family(" ".join(parts[start : start + size])) == wanted:
                return start, start + size
        return None

    def _family(self, parts: list[str]) -> tuple[int, int]:
        """Where the family name stands: last with its particles, or first where names are put so (Kim Jong-il)."""
        last = len(parts)
        if last < 2 or name_key(parts[0]) in _KUNYAS:  # noqa: PLR2004 - one word is nothing to take apart
            return 0, last
        if name_key(parts[0]) in self.surnames_first and name_key(parts[-1]) not in self.surnames_last:
            return 0, 1
        start = last - 1
        while start > 0 and name_key(parts[start - 1]) in _PARTICLES:
            start -= 1
        return start, last

    def _all_given(self, words: tuple[str, ...]) -> tuple[Given, ...]:
        """The given names in the words; most names have one."""
        return self._given(words[0]) if len(words) == 1 else tuple(one for word in words for one in self._given(word))

    def _given(self, word: str) -> tuple[Given, ...]:
        """The given names in a word; those of a word that was read before are the same objects."""
        found = self._read.get(word)
        if found is None:
            if len(self._read) >= _KEPT:
                self._read.clear()
                self._spelled.clear()
            found = self._read[word] = tuple(self._given_anew(word))
        return found

    def _given_anew(self, word: str) -> Iterator[Given]:
        if _INITIALS.fullmatch(word):
            yield from (Given("", letter.casefold()) for letter in word if letter.isalpha())
            return
        folded = folded_given(word)
        key = self.variants.get(folded, folded)
        if key:
            yield Given(key, word[0].casefold() + folded[0] + key[0])


def _parts(text: str) -> tuple[list[str], list[str], str]:
    """The words of a name, those of its given and family names, and its folded suffix."""
    words = text.split()
    suffix = name_key(words[-1]) if len(words) > 1 and name_key(words[-1]) in _SUFFIXES else ""
    return words, [word.rstrip(",") for word in (words[:-1] if suffix else words)], suffix
