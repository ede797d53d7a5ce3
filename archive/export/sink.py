"""What does a writer write to? A file, standard output, a terminal: whatever takes text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Sink(Protocol):
    """The part of a text stream that a writer uses."""

    def write(self, text: str, /) -> object:
        """Take the text."""

    def writelines(self, lines: Iterable[str], /) -> object:
        """Take the texts one after the other."""
