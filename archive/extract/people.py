"""Where do people stand in a body?"""

from __future__ import annotations

from collections.abc import Iterator

from archive.extract.context import Context
from archive.extract.mentions import Mention


def extract_people(body: str, context: Context) -> Iterator[Mention]:
    """The people of `body`, in the order of the text."""
    del body, context
    yield from ()
