"""Which groups of words are two people whom only a blank parts?

"With Prime Minister Vladimir Putin Veshnyakov is to confer", "Of a dismissal of Rodionov Yastrzhembsky said": the other
full names of the article tell. No list is needed, so a surname that nobody listed parts them too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from archive.extract.people.shapes import FullName
from archive.extract.people.tokens import Tokens
from archive.extract.people.vocabulary import Kind

_PATRONYMICS: Final = ("vich", "vna", "ogly", "oglu", "kyzy")
_WITH_MIDDLE: Final = 3


def part_neighbors(tokens: Tokens, names: list[FullName]) -> Iterator[FullName]:
    """The names of `names` that hold; one with a neighbour's surname behind it comes back without that."""
    givens: dict[str, set[str]] = {}
    for name in names:
        givens.setdefault(name.family, set()).add(name.given)
    for name in names:
        namesakes = len(givens[name.family]) - 1 - ("" in givens[name.family])
        if not name.given or not namesakes:
            yield name
        elif name.last - name.first + 1 == _WITH_MIDDLE:
            middle = name.first + 1
            yield _without_last(tokens, name) if _is_surname(tokens, middle, givens) else name
        elif name.given not in givens:
            yield name


def _is_surname(tokens: Tokens, index: int, givens: dict[str, set[str]]) -> bool:
    """Whether a middle word is a surname: one of the article's or the authority's, and no patronymic."""
    word = tokens.words[index]
    known = word in givens or bool(tokens.kinds[index] & (Kind.FAMILY | Kind.SURNAME))
    return known and not word.endswith(_PATRONYMICS)


def _without_last(tokens: Tokens, name: FullName) -> FullName:
    """A name of three words less the last, if that is its family name."""
    if name.family != tokens.words[name.last]:
        return name
    middle = name.last - 1
    return replace(name, last=middle, end=tokens.ends[middle], family=tokens.words[middle])
