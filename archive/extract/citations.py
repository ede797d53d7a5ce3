"""Where do citations stand in a body?"""

from __future__ import annotations

from collections.abc import Iterator

from archive.extract.context import Context
from archive.extract.mentions import Mention


def extract_citations(body: str, context: Context) -> Iterator[Mention]:
    """The citations of `body`, in the order of the text."""
    del body, context
    yield from ()
