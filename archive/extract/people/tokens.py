"""Where are the capitalised words, and which of them stand together?

A name is made of capitalised words that only a blank parts, nothing at all where a line break was lost
("DzhokarDudayev"), a particle ("Saidov al-Din bin Omar") or a quoted nickname (`Sergei “Mikhas” Mikhailov`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.extract.people.vocabulary import Kind, Vocabulary

PARTICLE_GAPS: Final = frozenset(
    f" {particle} "
    for particle in (
        *(
            "de",
            "de la",
            "de los",
            "della",
            "del",
            "di",
            "da",
            "dos",
            "du",
            "van",
            "van der",
            "van den",
            "von",
            "von der",
        ),
        *("bin", "ibn", "ben", "bint", "al", "el", "ul", "ud", "uz", "ogly", "oglu", "kyzy", "zade", "le", "la", "ter"),
    )
)
_ARABIC: Final = frozenset(
    f"{before}{article}-"
    for before in ("", " ", "(", "“", '"', "–")
    for article in ("al", "ad", "as", "at", "an", "ar", "az", "el", "ul")
)
"""What stands before a name with the Arabic article: "al-Assad"."""
_JOINTS: Final = PARTICLE_GAPS | {" ", "\xa0"}
_CLOSING: Final = frozenset({") ", "” ", '" ', ",” ", '," ', "’ "})
_CLOSING_LENGTHS: Final = frozenset(map(len, _CLOSING))
_NICKNAME_OPENS: Final = frozenset({" (", " “", ' "', " ‘"})
_GLUED_VERBS: Final = ("said", "told", "wrote", "met", "has", "had", "was")
_SHORTEST_GLUED: Final = 4
_NICKNAMED: Final = 2
_LONGEST_GAP: Final = max(map(len, PARTICLE_GAPS))
_BREAKS: Final = ".!?:\n…"
_OPENING: Final = " \"“‘'([–—-"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The capitalised words of a body, side by side: `joined[i]` says that word i carries on from word i - 1."""

    body: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[int]
    joined: list[bool]

    def at_sentence_start(self, index: int) -> bool:
        """Whether nothing but quotes and brackets stands between the word and the end of the sentence before it."""
        body, at = self.body, self.starts[index]
        low = max(0, at - 4)
        while at > low and body[at - 1] in _OPENING:
            at -= 1
        return at == 0 or body[at - 1] in _BREAKS

    def first_at(self, offset: int) -> int:
        """The index of the first word that ends after `offset`."""
        return bisect_right(self.ends, offset)


def tokenise(body: str, vocabulary: Vocabulary, masked: Sequence[tuple[int, int]] = ()) -> Tokens:
    """The capitalised words of `body`; those inside `masked` ranges (ascending, apart) are left out."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[int] = []
    joined: list[bool] = []
    known, capital = vocabulary.table.get, vocabulary.capital
    before = -_LONGEST_GAP
    mask = iter((*masked, (len(body) + 1, len(body) + 1)))
    low, high = next(mask)
    for match in vocabulary.token.finditer(body):
        start, end = match.span()
        if start >= low:
            while start >= high:
                low, high = next(mask)
            if start >= low:
                continue
        if body[start - 1] == "-" and body[max(0, start - 4) : start] in _ARABIC:
            start -= 3
        word = body[start:end]
        flags = known(word)
        if not flags and word.endswith(_GLUED_VERBS) and (name := _unglued(word, vocabulary)):
            word, end = name, start + len(name)
            flags = known(word)
        words.append(word)
        starts.append(start)
        ends.append(end)
        kinds.append(capital(word) if flags is None else flags)
        gap = start - before
        if gap > _LONGEST_GAP:
            joined.append(False)
        else:
            joined.append(gap == 0 or body[before:start] in _JOINTS)
            if gap in _CLOSING_LENGTHS and len(words) > _NICKNAMED and body[before:start] in _CLOSING:
                _join_nickname(body, starts, ends, kinds, joined)
        before = end
    return Tokens(body, words, starts, ends, kinds, joined)


def _unglued(word: str, vocabulary: Vocabulary) -> str:
    """The surname that a verb was glued to, or nothing: "Viktor Chernomyrdintold Kommersant"."""
    name = next(word.removesuffix(verb) for verb in _GLUED_VERBS if word.endswith(verb))
    known = len(name) >= _SHORTEST_GLUED and vocabulary.capital(name) & (Kind.FAMILY | Kind.SURNAME)
    return name if known else ""


def _join_nickname(body: str, starts: list[int], ends: list[int], kinds: list[int], joined: list[bool]) -> None:
    """Join the last three words when the middle one is a nickname: "Samuel (Sandy) Berger"."""
    if body[ends[-3] : starts[-2]] in _NICKNAME_OPENS and kinds[-3] & Kind.GIVEN and not kinds[-2] & Kind.NO_NAME:
        joined[-2] = joined[-1] = True
