"""Where do organizations stand in a body?"""

from __future__ import annotations

from collections.abc import Iterator

from archive.extract.context import Context
from archive.extract.mentions import Mention


def extract_organizations(body: str, context: Context) -> Iterator[Mention]:
    """The organizations of `body`, in the order of the text."""
    del body, context
    yield from ()
