"""Is the Kremlin meant as a place or as those who rule from it?"""

from __future__ import annotations

import re
from typing import Final

_INSIDE: Final = re.compile(r"\b(?:in|at|inside|near|outside|around) the $")
_LOOK_BACK: Final = 13


def is_place(text: str, start: int, end: int) -> bool:
    """Whether a seat of power is named as a place: "received at the Kremlin", but not "in the Kremlin’s view"."""
    inside = _INSIDE.search(text, max(0, start - _LOOK_BACK), start)
    return inside is not None and text[end : end + 1] not in {"’", "'", "´"}
