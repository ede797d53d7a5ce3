"""How far does a name reach behind its head ("Ministry of Economic Development and Trade")?

A tail is a connector and a run of capitalised words, carried on by "and" and commas over fields of policy ("Trade",
"Science") and by a further "of" before a place ("Union of Slavs of Adygeya").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.runs import RUN, Token, tokens_of

_CONNECTOR: Final = re.compile(
    r" (of|for|on|against|under|in(?= (?:Defense|Support|Memory|Protection) of ))( the| all)?( former)? (?=[A-Z])"
)
_OF: Final = re.compile(r" of (?:the )?(?=[A-Z])")
_IN: Final = re.compile(r" in (?:the )?(?=[A-Z])")
_WITH: Final = re.compile(r" with (?:the )?(?=[A-Z])")
_TO: Final = re.compile(r" to (?=[A-Z]\w+ [A-Z])")
_AND: Final = re.compile(r"(?:, | and |, and )(?=[A-Z])")
_FIELDS_BEFORE: Final = re.compile(r"((?:[A-Z][\w-]+ ){0,3}[A-Z]\w+) and $")
_ABSTRACT: Final = re.compile(
    r"[A-Z]\w+(?:tion|sion|ment|ity|logy|graphy|ics|ture|ance|ence|ship|ism|ing|cy|ery|istry)s?"
)
_HALF: Final = re.compile(r"[A-Z]\w+(?:ic|al|ary|ive|ian|ern)")
"""An adjective, which ends no name: "Center for Strategic and International Studies"."""
_BETWEEN_TWO: Final = frozenset({"cooperation", "relations", "friendship", "ties", "liaison", "contacts"})
_LOOK_BACK: Final = 60
_MOST_PARTS: Final = 5


def tail_end(text: str, end: int, lexicon: Lexicon, *, bare: bool, abroad: bool) -> int:
    """Where the name that has its head before `end` ends; `end` itself where nothing is to be added.

    `bare` says that the head has no word before it ("Ministry of ..."): then any connector will do, else "of", or "for"
    and "on" before a field of policy. `abroad` lets "in" a place follow ("Mission of Observers in Georgia").
    """
    connector = _CONNECTOR.match(text, end)
    if connector is None or connector[1] == "under":
        return _purpose_end(text, end, lexicon)
    reached, words = _part(text, connector.end(), lexicon)
    if not words or not _may_follow(connector[1], words, lexicon, bare=bare or connector[3] is not None):
        return end
    if words[-1].possessive and words[-1].owns not in lexicon.words.of("inner"):
        return end  # "Presidium of Russia's Supreme Court"
    if not bare and len(words) > 1 and words[-1].lower in lexicon.words.heads and not _is_country(words, lexicon):
        return end  # "Supreme State Council of the Russia-Belarus Union": the union is another organization
    reached = _carried_on(text, reached, words, lexicon)
    where = _IN.match(text, reached) if abroad else None
    reached_there, place = _part(text, where.end(), lexicon) if where else (reached, ())
    return reached_there if place and _is_country(place, lexicon) else reached


def _purpose_end(text: str, end: int, lexicon: Lexicon) -> int:
    """Where a name ends that tells what its body is to do: "Committee to Protect Journalists"."""
    purpose = _TO.match(text, end) if text.startswith(" to ", end) else None
    if purpose is None:
        return end
    reached, words = _part(text, purpose.end(), lexicon)
    verb = words[0].lower if len(words) > 1 else ""
    other = not verb or lexicon.is_origin(verb) or verb in lexicon.given or words[-1].possessive != ""
    return end if other or _has_head(words, lexicon) else reached


def owner_end(text: str, end: int, lexicon: Lexicon) -> int:
    """Where a name that ends at `end` ends with "of" a country behind it; `end` where none stands there."""
    owner = _OF.match(text, end)
    reached, words = _part(text, owner.end(), lexicon) if owner else (end, ())
    return reached if words and _is_country(words, lexicon) and not words[-1].possessive else end


def _may_follow(connector: str, words: Sequence[Token], lexicon: Lexicon, *, bare: bool) -> bool:
    if words[0].lower in lexicon.given and words[0].lower not in lexicon.places:
        return False
    if connector == "of" or bare:
        return True
    fields = lexicon.words.of("field")
    several = len(words) > 1 and (connector == "for" or words[-1].lower in fields)  # "on Military-Technical Policy"
    return words[0].lower in fields or several


def _part(text: str, start: int, lexicon: Lexicon) -> tuple[int, tuple[Token, ...]]:
    """The words at `start` that can belong to a tail, and where they end."""
    run = RUN.match(text, start)
    if run is None:
        return start, ()
    kept: list[Token] = []
    tokens = tokens_of(run[0])
    for token in tokens:
        is_last = token is tokens[-1]  # "Party of Social Justice", "Council of Foreign Ministers"
        if _cuts(token, lexicon) and ((kept and not is_last) or token.lower not in lexicon.words.of("field")):
            while kept and (kept[-1].lower in lexicon.words.of("field") or kept[-1].lower in lexicon.ethnic):
                kept.pop()  # "Liberal Party of Foreign Minister Kallas", "Administration of Russian President Putin"
            break
        kept.append(token)
        if token.possessive and token.owns not in lexicon.words.of("inner"):
            break
    return (start + kept[-1].end, tuple(kept)) if kept else (start, ())


def _cuts(token: Token, lexicon: Lexicon) -> bool:
    """Whether a name cannot go on over this word. "Council of Ministers" has one at its start."""
    return token.lower in lexicon.words.of("title") or token.lower in lexicon.words.of("opener")


def _is_study(words: Sequence[Token], following: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether two parts are a field of work each, by their form alone: "Oceanography and Limnology"."""
    both = (*words, *following)
    return len(both) == 2 and all(  # noqa: PLR2004 - one word on either side of "and"
        _ABSTRACT.fullmatch(word.base) and not lexicon.is_name(word.lower) and not lexicon.is_person(word.lower)
        for word in both
    )


def _is_field(words: Sequence[Token], lexicon: Lexicon) -> bool:
    fields = lexicon.words.of("field")
    return bool(words) and any(word.lower in fields for word in words) and not _has_head(words, lexicon)


def _has_head(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether another body is named; an adjective that may be a head is none before a noun: "International Studies"."""
    adjectives, heads = lexicon.words.of("adjective common"), lexicon.words.heads
    nouns = (word.lower for word in words if word is words[-1] or word.lower not in adjectives)
    return any(noun in heads for noun in nouns) or lexicon.is_name(words[0].lower)


def _is_half(words: Sequence[Token], following: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether an adjective and the next words share a noun: "Strategic and International Studies"."""
    alone = len(words) == 1 and _HALF.fullmatch(words[0].base) is not None
    return alone and len(following) > 1 and not _has_head(following, lexicon)


def _carried_on(text: str, end: int, words: Sequence[Token], lexicon: Lexicon) -> int:
    """The end after further parts: ", X and Y" of fields, "of" a place or after an abstract noun."""
    for _ in range(_MOST_PARTS):
        further = _AND.match(text, end)
        if further is not None:
            reached, following = _part(text, further.end(), lexicon)
            fields = _is_field(words, lexicon) and _is_field(following, lexicon)
            if fields or _is_study(words, following, lexicon) or _is_half(words, following, lexicon):
                end, words = reached, following
                continue
        owner = _OF.match(text, end) or (_WITH.match(text, end) if words[-1].lower in _BETWEEN_TWO else None)
        if owner is None:
            break
        reached, following = _part(text, owner.end(), lexicon)
        if not following or not _may_own(words, following, lexicon):
            break
        end, words = reached, following
    return end


def _may_own(words: Sequence[Token], following: Sequence[Token], lexicon: Lexicon) -> bool:
    is_place = _is_country(following, lexicon) or lexicon.is_origin(following[0].lower)
    return is_place or words[-1].lower in lexicon.words.of("field")


def _is_country(words: Sequence[Token], lexicon: Lexicon) -> bool:
    phrase = " ".join(word.lower for word in words)
    return phrase in lexicon.long_places or phrase in lexicon.words.of("never")


def fields_before(text: str, start: int, word: str, lexicon: Lexicon) -> int:
    """Where a name begins that `word` at `start` goes on after "and": "Truth and Order party"."""
    fields = lexicon.words.of("field")
    if word not in fields or not text.endswith(" and ", 0, start):
        return start
    before = _FIELDS_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    words = before[1].split(" ") if before else []
    first = len(words)
    while first and words[first - 1].lower() in fields:
        first -= 1
    if first and first < len(words) and _is_own(words[first - 1], lexicon):
        first -= 1
    return start - len(" and ") - len(" ".join(words[first:])) if first < len(words) else start


def _is_own(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before the fields is the body's own: "All-Russian Television and", "Khrunichev Research and"."""
    folded = word.lower()
    other = lexicon.is_origin(folded) or folded in lexicon.given or folded in lexicon.words.heads
    return word.startswith("All-") or not (other or any(folded in lexicon.words.of(use) for use in ("title", "opener")))
