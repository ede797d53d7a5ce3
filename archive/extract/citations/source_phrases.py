"""Do these words name a source?

Authors are free in what they put before the day: "Flux and Basapress", "Niazov interview with The Financial Times",
"UN press release", "Ministry of Foreign Affairs website". They are as free with asides: "Victory Day, May 9",
"Sunday, April 7". The words themselves part the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archive.extract.citations.source_names import COLLECTIVES, MEDIA_WORDS, OFFICE_PAPERS, SourceNames, is_collective
from archive.extract.citations.vocabulary import REPORTING, word_set

_MOST_WORDS: Final = 9
KEPT: Final = 8192
"""Names whose reading is remembered: a few hundred sources make up most citations."""

WEB_NAME: Final = re.compile(
    r"(?:https?://\S+|www\.\S+"
    r"|(?:[\w-]+\.)+(?:ru|com|org|net|info|gov|edu|int|biz|tv|fm|su|eu|ua|by|kz|kg|uz|tj|tm|az|am|ge|md|lt|lv|ee|de|fr"
    r"|uk|pl|cz|tr|cn|jp|ir|il|fi|se|no|us)(?:/\S*)?)",
)
"""A web address, whole or just the host: "www.mfa.gov.ua", "Polit.ru"."""

_SECOND_HAND: Final = re.compile(
    r"(?i:.*\b(?:interviews? (?:with|to|in|by|on|for)|letters? (?:to|in)|(?:as )?(?:cited|quoted|reported|carried"
    r"|published|reprinted|translated|relayed|broadcast) (?:by|in|on|from)|(?:article|report|story|op-ed|essay|column"
    r"|commentary|editorial|piece|statement|item)s? (?:in|by|from|on|to)|according to|sources?:|via|from) )(?=\S)"
)
"""What stands before the medium: "Kikbaev interview with Radio Liberty", "as cited by Turan", "Source: Interfax"."""

_ISSUE_NUMBER: Final = re.compile(
    r"\s*(?:\b[Nn]os?\.?|#|№|\b[Ii]ssue|\b[Vv]ol(?:ume|\.)?|\bpp?\.|\bpage)\s*[\dIVXLC][\w-]*$"
)
"""The number of an issue, a volume or a page: "no. 23"."""


_MAY_BE_LED: Final = re.compile(r" (?:with|to|in|by|on|for|from) |: |via ")
_MAY_BE_NUMBERED: Final = re.compile(r"[#№\s]\s*[\dIVXLC]")

_WEEKDAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday")
_EVENTS: Final = word_set(
    "day birthday anniversary christmas easter ramadan holiday summit election elections referendum congress session"
    " deadline ceremony parade treaty agreement accord accords war year eve revolution coup battle conference meeting"
    " talks putsch resolution protocol convention declaration round runoff vote bombing massacre earthquake"
)
"""A phrase that ends so is an event, and the day is its own: "Victory Day, May 9"."""

_PROSE: Final = word_set(
    "was were is are be been being had has have having who whom whose which that this these those after before since"
    " until when where while said says his her its their he she it they a an on at into not would will did does do"
    " by about than then as if but or so also only just both during against between under over because began ended"
    " signed held died born killed elected appointed scheduled expected due see met to"
)
"""Words that no source's name holds, in lower case."""


@lru_cache(maxsize=KEPT)
def medium_of_phrase(phrase: str) -> str:
    """The medium's own name: without whom it interviewed, issue number, quotation marks and final stop."""
    name = phrase.strip(' \t.:“”"‘’') or phrase
    if " " not in name:
        return name
    if _MAY_BE_LED.search(name):
        led = _SECOND_HAND.match(name)
        name = name[led.end() :] if led else name
    if _MAY_BE_NUMBERED.search(name):
        name = _ISSUE_NUMBER.sub("", name)
    return name.strip(' \t.:“”"‘’') or phrase


@lru_cache(maxsize=KEPT)
def is_issue_number(name: str) -> bool:
    """Whether a slot holds the number of an issue, not a name: "Novoe vremya, No. 22"."""
    return _ISSUE_NUMBER.fullmatch(name) is not None


def parts_of_list(text: str, names: SourceNames) -> Sequence[str]:
    """The sources that "and" joins: two in "Flux and Basapress", one in "Russian and Western agencies"."""
    if (" and " not in text and " & " not in text) or names.is_listed(text):
        return (text,)
    parts = re.split(r"\s+(?:and|&)\s+", text)
    known = [names.is_medium(part) for part in parts]
    if all(known) or (any(known) and not is_collective(text)):
        return parts
    if is_collective(text) or parts[-1].split()[-1].casefold() in COLLECTIVES | OFFICE_PAPERS:
        return (text,)
    alone = all(part[:1].isupper() and " of " not in part and " for " not in part for part in parts)
    return parts if alone else (text,)


@lru_cache(maxsize=KEPT)
def is_source_phrase(name: str, names: SourceNames, *, has_day: bool) -> bool:
    """Whether `name` before a date names a source; a month alone says less than a day, so it wants a known name."""
    if names.is_medium(name) or names.is_newsletter(name) or WEB_NAME.fullmatch(name):
        return True
    words = name.split()
    last = words[-1].casefold() if words else ""
    if not words or len(words) > _MOST_WORDS or last in _EVENTS or words[0].casefold() in _WEEKDAYS:
        return False
    if not _PROSE.isdisjoint(words) or words[-1] in REPORTING:
        return False
    speaks = last in COLLECTIVES or last in MEDIA_WORDS or last in OFFICE_PAPERS
    return speaks or (has_day and _looks_like_name(words))


def _looks_like_name(words: Sequence[str]) -> bool:
    """A capital or a digit first, and not a sentence's share of lower-case words after it."""
    first = words[0][:1]
    small = sum(word[:1].islower() for word in words[1:])
    return (first.isupper() or first.isdigit()) and any(c.isalpha() for c in words[0]) and small * 2 <= len(words)
