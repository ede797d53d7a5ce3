r"""Are the lines of this text broken to a width, as mail programs and editors do, and where?

The newsletters put a paragraph on a line; a file that was wrapped at 72 columns breaks names and citations in two
("(Izvestia,\nAugust 9)"). A line end is forced where the next word would not have fitted, and such an end is a blank.
One character stands for one character, so every offset stays what it was.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

WIDEST: Final = 100
"""Columns of the widest wrapped line; a longer one is a paragraph, and the text is not wrapped."""

NARROWEST: Final = 50
FEWEST_ENDS: Final = 4
"""Forced ends that a text needs to count as wrapped: a few short paragraphs may look so by chance."""

_SENTENCE_ENDS: Final = (".", "!", "?", ":", ".”", '."', ")")


def unwrapped(text: str) -> str:
    """The text with its forced line ends made blanks; the same text where it is not wrapped."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return text
    forced = [_is_forced(line, following, width) for line, following in pairwise(lines)]
    broken = sum(end and not line.rstrip().endswith(_SENTENCE_ENDS) for end, line in zip(forced, lines, strict=False))
    if broken < FEWEST_ENDS or 2 * broken < sum(forced):
        return text
    ends = [" " if end else "\n" for end in forced]
    return "".join(piece for pair in zip(lines, [*ends, ""], strict=True) for piece in pair)


def _is_forced(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one."""
    words = following.split(maxsplit=1)
    return bool(line.strip() and words) and len(line.rstrip()) + 1 + len(words[0]) > width
