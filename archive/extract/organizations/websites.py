"""Which media are named by their address in prose ("the Polit.ru website", "posted at Izvestia.ru")?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from archive.extract.organizations.candidates import Candidate

_ENDING: Final = re.compile(r"\.(?:ru|com|org|net|info|ua|kz|by|am|az|ge|md|kg|uz|lt|ee|lv|su)\b(?![/@\w-])")
_STEM: Final = re.compile(r"[A-Za-z0-9][\w-]*$")
_LONGEST_STEM: Final = 40
_PART_OF_LONGER: Final = frozenset("@/.:-")


def websites(text: str) -> Iterator[Candidate]:
    """Addresses that are names: one word and an ending, no path, no e-mail address."""
    for ending in _ENDING.finditer(text):
        stem = _STEM.search(text, max(0, ending.start() - _LONGEST_STEM), ending.start())
        if stem is None or text[stem.start() - 1 : stem.start()] in _PART_OF_LONGER:
            continue
        if not (text[ending.end() : ending.end() + 1] == "." and text[ending.end() + 1 : ending.end() + 2].isalpha()):
            yield Candidate(stem.start(), ending.end(), "website", "media")
