"""What of a surface tells which organization it is: its core, its owner, its head?

"Russian Security Council", "Russia’s Security Council" and "Security Council of Russia" have one core and one owner;
"Security Council" has the core and leaves the owner open. Cores are compared without blanks, so that words glued in
print ("Federal SecurityService") are no other organization.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.prose import fold
from archive.extract.organizations.runs import last_part

_TAIL: Final = re.compile(r" (?:of|for|on|against|in|to) ")
_OWNER_TAIL: Final = re.compile(r"(?:^|(?<= ))of (?:the )?(?=(.+))")
_SHORTENED_KINDS: Final = frozenset({"company", "bank", "party", "media", "ngo"})
_OWNER_LETTERS: Final = 4
"""Letters that the name of a country shares with its adjective: "Ingushetia" and "Ingush"."""


class Shape(NamedTuple):
    """A name taken apart.

    `core` is the name without its owner; `shorter` are the forms it may be shortened to; `head` its head word;
    `letters` its acronym, which a surface may be itself (`is_acronym`).
    """

    core: str
    owner: str
    head: str
    shorter: tuple[str, ...]
    letters: str
    is_acronym: bool


def owner_key(word: str) -> str:
    """What a country's name, its adjective and its possessive have in common."""
    return fold(word)[:_OWNER_LETTERS]


@lru_cache(maxsize=16_384)
def shape_of(lexicon: Lexicon, surface: str) -> Shape:
    """The shape of a surface."""
    tail = _TAIL.search(surface)
    front = surface[: tail.start()].split() if tail else surface.split()
    behind = surface[tail.start() + 1 :] if tail else ""
    owner, behind = _owner_of(behind, lexicon)
    is_headed = bool(front) and last_part(front[-1]) in lexicon.words.heads
    if is_headed and _has_owner(front, behind, lexicon):
        owner, front = owner or owner_key(front[0]), front[1:]
    words = [fold(word).replace(" ", "") for word in front]
    core = "".join(words) + fold(behind).replace(" ", "")
    head = last_part(front[-1]) if is_headed else ""
    return Shape(core, owner, head, tuple(_shorter(words, core, head, lexicon)), _letters(surface), " " not in surface)


def _letters(surface: str) -> str:
    """The acronym of a name, or the surface itself if it is one: "Movement for a Democratic Moldova" -> "MDM"."""
    words = surface.replace("-", " ").split() if " " in surface else ()
    letters = "".join(word[0] for word in words if word[0].isupper()) if words else surface
    return letters if len(letters) > 1 and letters.isupper() else ""


def _owner_of(tail: str, lexicon: Lexicon) -> tuple[str, str]:
    """The owner that a tail ends in, and the tail without it: "of the Interior of the Chechen Republic"."""
    for field, owned in ((tail[: found.start()].rstrip(), found[1]) for found in _OWNER_TAIL.finditer(tail)):
        if owned.lower() in lexicon.long_places or lexicon.is_origin(owned.lower()):
            return owner_key(owned.removeprefix("Republic of ")), field
    return "", tail


def _has_owner(front: list[str], behind: str, lexicon: Lexicon) -> bool:
    """Whether the first word only says whose the body is, "Russian Ministry of Defense".

    Not in "European Union", which is nothing without it.
    """
    if not lexicon.is_origin(fold(front[0])) or "-" in front[0]:
        return False
    return len(front) > 2 or (len(front) == 2 and (behind != "" or lexicon.is_name(fold(front[1]))))  # noqa: PLR2004


def _shorter(words: list[str], core: str, head: str, lexicon: Lexicon) -> list[str]:
    """Forms that may stand for the name: less words on the left, less the tail, a firm's name less its noun."""
    if not head:
        return []
    whole = ["".join(words)] if len(words) > 1 else []
    forms = ["".join(words[at:]) for at in range(len(words) - 1)] if len(words) > 1 else []
    if words and lexicon.is_name(words[-1]):  # "Duma", "Rada": a noun that is a name by itself
        forms.append(words[-1])
    noun = lexicon.words.heads.get(head)
    if noun is not None and noun.kind in _SHORTENED_KINDS and len(words) > 1:
        forms.append("".join(words[:-1]))
    return [form for form in dict.fromkeys((*forms, *whole)) if form != core]
