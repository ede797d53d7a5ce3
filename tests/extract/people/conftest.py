"""How the tests of this folder ask for the people of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive.extract.context import Context
from archive.extract.mentions import Mention, PersonMention
from archive.extract.people import extract_people
from archive.read.authority import load_authority

Find = Callable[..., list[PersonMention]]


@pytest.fixture(scope="session")
def people_of() -> Find:
    """Answers the person mentions of a text that is a whole body."""
    authority = load_authority()

    def find(body: str, found: tuple[Mention, ...] = ()) -> list[PersonMention]:
        return list(extract_people(body, Context(authority, "Monitor", (0,), (), found)))

    return find
