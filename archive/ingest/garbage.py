"""How often does Python look for objects that hold one another in a circle? Seldom, while files are ingested.

An ingest makes thousands of objects a second and hardly a circle among them; what is done with is freed at once without
any search. Python searches whenever the living have grown by 700, and now and then goes through all of them, the tables
of the authority data too: of an ingest of 4,000 articles that took one seventh. With the figure below peak memory grows
by 2 MB.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_GROWTH: Final = 400_000
"""Objects more than at the last search before the youngest are searched again: more than a batch holds at once."""

_TURNS: Final = 20
"""Searches of a generation before the next older one is searched with it."""


def collect_seldom() -> None:
    """Search seldom from now on: for a process that does nothing but prepare files."""
    gc.set_threshold(_GROWTH, _TURNS, _TURNS)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Search seldom inside, as often as before afterwards."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
