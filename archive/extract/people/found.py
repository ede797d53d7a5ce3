"""What a mention is while it is being made: a place, a person, and the titles that gather on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from archive.extract.people.persons import Person
from archive.extract.people.titles import Title


@dataclass(slots=True)
class Found:
    """A mention in the making; `alias` for one that stands as another name of the person before it."""

    start: int
    end: int
    person: Person
    rule: str
    titles: list[Title] = field(default_factory=list)
    alias: bool = False
