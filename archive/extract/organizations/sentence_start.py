"""Does a sentence start here, so that a capital tells nothing?"""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile(r"[.!?:\n\0][”\"’)]?\s*[“\"‘]?$")
_LOOK_BACK: Final = 5


def starts_sentence(text: str, at: int) -> bool:
    """Whether a sentence starts at `at`, by the characters before it."""
    return at == 0 or _BEFORE.search(text, max(0, at - _LOOK_BACK), at) is not None
