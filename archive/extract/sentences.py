"""Where do sentences start?

A stop, the closing quotation marks and brackets after it, and a citation or footnote number that stands behind it
("… signed. (Itar-Tass, May 12) Next sentence") end a sentence; so does a line break. A stop that belongs to an
abbreviation, an initial or a web name ends none. Where a line break was lost, sentences touch: "governments.On".
"""

from __future__ import annotations

import re
from typing import Final

from archive.extract.citations.vocabulary import word_set

_BREAK: Final = re.compile(
    r"""
    \n\s*+
  | (?<![.!?…])(?P<stop>[.!?…]++)
    (?P<closing>[”"’'»)\]]*+)
    (?P<behind>(?:[ ]?\((?![^()\n]*[a-z”"][.!?]\))[^()\n]*+\)[.]?)*+)     # "(RTR, March 31)", "(4)", no whole sentence
    (?P<gap>[^\S\n]*+)
    (?=(?P<next>[“"‘'(\[–—-]*+[ ]?(?:[A-ZÀ-ÞЀ-Я…][\w’'-]*+|\d)))
    """,
    re.VERBOSE,
)
_WORD_BEFORE: Final = re.compile(r"[\w.’'-]+$")
_LONGEST_WORD: Final = 24

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
    " nevertheless according despite both some many most all one two three no not only such what who how why"
)


def sentence_starts(body: str) -> tuple[int, ...]:
    """The offsets at which the sentences of `body` start, ascending, the first 0."""
    starts = [0]
    for found in _BREAK.finditer(body):
        stop = found["stop"]
        if stop is None:
            start = found.end()
        elif _ends(body, found):
            start = found.start("next")
        else:
            continue
        if starts[-1] < start < len(body):
            starts.append(start)
    return tuple(starts)


def _ends(body: str, found: re.Match[str]) -> bool:
    """Whether the stop ends a sentence."""
    stop, following = found["stop"], found["next"].lstrip("“\"‘'([–—- ")
    glued = not (found["gap"] or found["closing"] or found["behind"])
    if "!" in stop or "?" in stop:
        return True
    opens = following.lower() in _OPENERS
    if stop[0] == "…":
        return opens or found["next"][:1] in '“"'
    start = found.start()
    before = _WORD_BEFORE.search(body, max(0, start - _LONGEST_WORD), start)
    word = before[0] if before else ""
    if glued and not _can_be_glued(word, following):
        return False
    return not _is_abbreviation(word, opens=opens)


def _can_be_glued(word: str, following: str) -> bool:
    """Two sentences that touch, "governments.On", and no web name or number, "Polit.Ru"."""
    return len(word) > 1 and word[-1:].islower() and len(following) > 1 and following not in {"Ru", "Com", "Net", "Org"}


def _is_abbreviation(word: str, *, opens: bool) -> bool:
    low = word.lower()
    if low in _NEVER_ENDING or low.rpartition(".")[2] in _NEVER_ENDING:
        return True
    if low in _SELDOM_ENDING:
        return not opens
    initial = len(word) == 1 or (len(word) > 1 and word[-2] == "." and word[-1].isupper())
    return initial and word[-1:].isupper() and not opens
