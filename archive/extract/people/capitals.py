"""Which strings of letters are capitalised words?"""

from __future__ import annotations

import re
from collections.abc import Iterable


def _letters(*, upper: bool) -> str:
    """Latin letters of one case. Õ, Ò, Ó are left out: they are Mac Roman quotes read as another encoding."""
    extended = map(chr, range(0xC0, 0x250))
    return "".join(c for c in extended if (c.isupper() if upper else c.islower()) and c not in "ÕÒÓ")


def token_pattern(titles: Iterable[str]) -> re.Pattern[str]:
    """Capitalised words: initials, abbreviated titles, names with apostrophe or hyphen.

    A capital after a small letter starts a new word, so that glued words come apart ("DzhokarDudayev"). The pattern
    opens with a set of letters, so that the search skips all others at the engine's own speed (ten times as fast).
    """
    capital, small = f"A-Z{_letters(upper=True)}", f"a-z{_letters(upper=False)}"
    short = sorted({word for title in titles for word in title.split() if word[-1:] == "." and word[0].isupper()})
    dotted = "|".join(rf"(?<=\b{re.escape(word)})" for word in short) or "(?!)"
    return re.compile(
        rf"[{capital}](?:\.(?:[{capital}]\.)*(?:-[{capital}]\.)?"
        rf"|(?:(?<=M)a?c|(?<=[OD])[’'])[{capital}][{small}]+"
        rf"|[{capital}]*[{small}]*)"
        rf"(?:[’'´`](?!s)[{small}]+|-[{capital}{small}][{small}]*)*(?:\.(?:{dotted}))?"
    )
