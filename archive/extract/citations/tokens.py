"""Which pieces is a citation made of?

A month, a day, a year, the marks between them, and words. What a word means (a name, "see", a pointer) is for the
grammar to say. A token keeps its offset, so that a syntax error can point at it.
"""

from __future__ import annotations

import re
from typing import Final

from archive.core.dates import MONTHS
from archive.core.errors import InputError

MONTH: Final = (
    r"(?:J(?:anuary|u(?:ne|ly))|February|Ma(?:rch|y)|A(?:pril|ugust)|September|October|November|December)(?![a-z])"
)
"""A month in full; "August10" is a month and a day, "Marchenko" is neither."""

SHORT_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?=\s))(?=\s?\d)"
"""An abbreviated month before a day: "(Segodnya, Sept 12)"; seldom met."""

_MONTH_NUMBERS: Final = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_SHOWN: Final = 60

_TOKEN: Final = re.compile(
    rf"""
    (?P<URL>(?:https?://|www\.)[^\s,;]*+(?:[,;][^\s,;A-Z]++)*+)
  | (?P<QUOTED>[“"][^”"]*+[”"])                    # "Zerkalo," a programme, or a name in quotes
  | (?P<MONTH>{MONTH}|{SHORT_MONTH})
  | (?P<NUMBER>\d{{1,2}}(?:st|nd|rd|th)?+(?![\w+%]|[.]\w|-[a-z]))
  | (?P<YEAR>[12]\d{{3}}(?![\w+%]|[./]\w|-[a-z]))
  | (?P<COMMA>,)
  | (?P<SEMI>;)
  | (?P<JOIN>&(?=\s)|and(?!\w)|/)
  | (?P<THROUGH>(?:through(?:\s+and)?|thru|until|till|to)(?!\w))
  | (?P<DASH>[-–—]++)
  | (?P<OPEN>[\[(])
  | (?P<CLOSE>[\])])
  | (?P<STOP>[.:!?]++(?=\s|$))
  | (?P<WORD>[^\s,;\[\]()“”"]+?(?={MONTH}\s?\d)    # "Itar-TassJune 9"
      |[^\s,;\[\]()“”"]++)
  | (?P<OTHER>\S)
  | (?P<END>\Z)
    """,
    re.VERBOSE,
)


class CitationSyntaxError(InputError):
    """A text is not a citation; points at the first character that fails.

    >>> print(CitationSyntaxError("Interfax, May 5 10", 16, "a comma, a semicolon or the end"))
    expected a comma, a semicolon or the end
        Interfax, May 5 10
                        ^
    """

    def __init__(self, text: str, offset: int, expected: str) -> None:
        self.text, self.offset, self.expected = text, offset, expected
        super().__init__(text, offset, expected)

    def __str__(self) -> str:
        start = max(0, self.offset - _SHOWN)
        shown = self.text[start : self.offset + _SHOWN].replace("\n", " ")
        return f"expected {self.expected}\n    {shown}\n    {' ' * (self.offset - start)}^"


def month_number(text: str) -> int:
    """1 to 12 for what `MONTH` or `SHORT_MONTH` matched."""
    return _MONTH_NUMBERS[text[:3]]


def tokens_of(text: str) -> list[re.Match[str]]:
    """The tokens of `text`, each a match whose `lastgroup` is its kind; the last is END, thrice.

    Thrice, so that a rule may look two tokens ahead without asking.
    """
    found = list(_TOKEN.finditer(text))
    return [*found, found[-1], found[-1]]
