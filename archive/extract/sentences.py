"""Where do sentences start?

A stop, the closing quotation marks and brackets after it, and a citation or footnote number that stands behind it
("… signed. (Itar-Tass, May 12) Next sentence") end a sentence; so does a line break. A stop that belongs to an
abbreviation, an initial or a web name ends none. Where a line break was lost, sentences touch: "governments.On".
"""

from __future__ import annotations

import re
from typing import Final

from archive.extract.citations.vocabulary import word_set

_LINE_BREAK: Final = re.compile(r"\n\s*+(?=\S)")
_STOP: Final = re.compile(
    r"""
    ([.!?…](?<![.!?…][.!?…])[.!?…]*+)                                      # the set first: `re` then leaps to it
    ([”"’'»)\]]*+)                                                         # closing marks
    ((?:[ ]?\((?![^()\n]*[a-z”"][.!?]\))[^()\n]*+\)[.]?)*+)                # "(RTR, March 31)", "(4)", no sentence
    ([^\S\n]*+)
    (?=([“"‘'(\[–—-]*+)[ ]?([A-ZÀ-ÞЀ-Я…][\w’'-]*+|\d))                    # opening marks and a word
    """,
    re.VERBOSE,
)
_LONGEST_WORD: Final = 24
_PLAIN: Final = 4
_SHORT: Final = frozenset({"prox", "dept", "corp", "bros"})  # ends of the abbreviations that are as long
_OPENING: Final = "“\"‘'([–—-"

_NEVER_ENDING: Final = word_set(
    "st gen lt col maj capt sgt cpl brig adm mr mrs ms messrs dr prof rep sen gov pres hon rev fr no nos vol pp art fig"
    " ca cf vs e.g i.e mt ft dept approx lt.-gen maj.-gen col.-gen jan feb mar apr aug sept sep oct nov dec"
)
"""Abbreviations that stand before what they belong to: "Gen. Pavel", "no. 23", "St. Petersburg"."""

_SELDOM_ENDING: Final = word_set("u.s u.k u.n e.u u.s.s.r a.m p.m jr sr etc inc ltd co corp bros d.c ph.d al")
"""Abbreviations that end a sentence only where the next word can only open one."""

_OPENERS: Final = word_set(
    "the this that these those a an in on at by for from to of with after before when while since until although though"
    " because if as but and or nor yet so he she it they we his her its their there here however meanwhile moreover"
    " then thus nevertheless according despite both some many most all one two three no not only such what who how why"
)


def sentence_starts(body: str) -> tuple[int, ...]:
    """The offsets at which the sentences of `body` start, ascending, the first 0."""
    starts = {0}
    for found in _STOP.finditer(body):
        if _ends(body, found):
            starts.add(found.end())
    for found in _LINE_BREAK.finditer(body):
        starts.add(found.end())
    return tuple(sorted(starts))


def _ends(body: str, found: re.Match[str]) -> bool:
    """Whether the stop ends a sentence."""
    at = found.start()
    tail = body[at - _PLAIN : at] if at >= _PLAIN and body[at] != "…" else ""
    if tail.isalpha() and tail.islower() and found[4] and tail not in _SHORT:
        return True  # a word too long for an abbreviation: most sentences
    stop, closing, behind, gap, opening, following = found.groups()
    if "!" in stop or "?" in stop:
        return True
    if stop[0] == "…":
        return not gap or "." in stop or opening[:1] in {"“", '"'} or following.lower() in _OPENERS
    word = _word_before(body, at)
    if not (gap or closing or behind) and not _can_be_glued(word, following):
        return False
    return not _is_abbreviation(word, following)


def _word_before(body: str, end: int) -> str:
    start = max(0, end - _LONGEST_WORD)
    return body[max(start, body.rfind(" ", start, end) + 1, body.rfind("\n", start, end) + 1) : end].lstrip(_OPENING)


def _can_be_glued(word: str, following: str) -> bool:
    """Two sentences that touch, "governments.On", and no web name or number, "Polit.Ru"."""
    return len(word) > 1 and word[-1:].islower() and len(following) > 1 and following not in {"Ru", "Com", "Net", "Org"}


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether the stop after `word` belongs to it: "Gen.", an initial, or "U.S." before what opens no sentence."""
    low = word.lower()
    if low in _NEVER_ENDING or low.rpartition(".")[2] in _NEVER_ENDING:
        return True
    initial = word[-1:].isupper() and (len(word) == 1 or word[-2] == ".")
    return (initial or low in _SELDOM_ENDING) and following.lower() not in _OPENERS
