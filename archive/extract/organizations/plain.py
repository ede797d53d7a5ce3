"""Which words of a run could be a name by themselves, and is it a person that the run names?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.runs import Token, has_capitals_inside, is_compound, last_part

_SHORTEST_COINED: Final = 7


class Plain(NamedTuple):
    """The words from `first` up to, not including, `behind`; `kind` where the name's own form tells it.

    `officer` says that the title of an organization's officer follows ("Sibneft President Eugene Shvidler"), `humped`
    that the last word has a capital inside, where a blank may be lost.
    """

    first: int
    behind: int
    kind: str | None
    officer: bool
    humped: bool


def person_word(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The surname, in lower case, if the run has a first name or a title before it."""
    last = len(tokens) - 1
    titles, given = lexicon.words.of("title"), lexicon.given
    if any(token.lower in titles or token.lower in given for token in tokens[:last]):
        return tokens[last].lower
    return None


def plain_of(tokens: Sequence[Token], lexicon: Lexicon) -> Plain | None:
    """What stands behind the last possessive and before a title, without words that tell only an origin."""
    words, behind, first = lexicon.words, len(tokens), 0
    for number, token in enumerate(tokens):
        if token.lower in words.of("title") or (number > first and _is_month(token, lexicon)):
            behind = number
            break
        if token.possessive and token.owns not in words.of("inner") and number < behind - 1:
            first = number + 1
    while first < behind and _is_before_name(tokens[first], lexicon):
        first += 1
    name = tokens[first:behind]
    if (
        not name
        or is_compound(name[-1].base)
        or name[0].lower in lexicon.given
        or _is_place(name, lexicon)
        or _is_pair(name[-1].base, lexicon)
    ):
        return None
    if len(name) == 1 and _is_no_name(name[0].lower, lexicon):
        return None
    officer = behind < len(tokens) and tokens[behind].lower in words.of("officer")
    return Plain(first, behind, _coined(name, lexicon), officer, not name[-1].base[1:].islower())


def _is_pair(base: str, lexicon: Lexicon) -> bool:
    """Whether two names share a word: "the Media-Most/Gazprom dispute", "the Gusinsky-Gazprom battle"."""
    first, slash, second = base.rpartition("/")
    if slash:
        return lexicon.is_name(second.lower()) or lexicon.is_name(first.lower().replace("-", " "))
    first, hyphen, second = base.rpartition("-")
    return hyphen != "" and lexicon.is_name(second.lower()) and lexicon.is_person(first.lower())


def _is_no_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word by itself is known as something else: a person, the newsletter, a thing ("TV companies")."""
    return word in lexicon.families or word in lexicon.newsletters or word in lexicon.words.of("symbol")


def _is_month(token: Token, lexicon: Lexicon) -> bool:
    """Whether a date begins: "Segodnya May 7", glued "Interfax August10"."""
    return token.lower.rstrip("0123456789") in lexicon.words.of("calendar")


def _is_before_name(token: Token, lexicon: Lexicon) -> bool:
    return (
        token.lower.partition("-")[0] in lexicon.words.of("opener")
        or token.lower in lexicon.ethnic
        or is_compound(token.base)
    )


def _is_place(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    return " ".join(token.lower for token in tokens) in lexicon.long_places or all(
        lexicon.is_origin(token.lower) or token.lower in lexicon.words.of("nonorg") for token in tokens
    )


def _coined(name: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The kind that the name's form tells: "Oneksimbank", "Novaya Gazeta", "Radio Mayak", "LogoVAZ", "LukOil"."""
    first, last = name[0], name[-1]
    if len(name) > 1:
        if last.lower in lexicon.words.of("second media"):
            return "media"
        for kind in ("media", "armed_group", "bank", "company"):
            if first.lower in lexicon.words.of(f"front {kind}"):
                return kind
    end = last_part(last.base)
    holding = lexicon.words.heads.get(end.rpartition("-")[2]) if "-" in last.base else None
    if holding is not None and holding.kind in {"company", "bank"}:  # "Itera-Holding"
        return holding.kind
    if has_capitals_inside(last.base) or (end != last.lower and end in lexicon.words.of("hump")):
        return "company"
    if len(last.base) < _SHORTEST_COINED or last.lower in lexicon.places or last.lower in lexicon.families:
        return None
    return next((kind for suffix, kind in lexicon.words.suffixes if last.lower.endswith(suffix)), None)
