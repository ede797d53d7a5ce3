"""Where do organizations stand in a body?

The text is read once, run by run of capitalised words (`scan`), then for what runs cannot tell: names in quotation
marks, acronyms and their definitions, web addresses, sources that the prose names. Overlaps are settled by length, and
what is one organization is brought under one name (`grouping`).
"""

from __future__ import annotations

from collections.abc import Iterator

from archive.core.span import Span
from archive.extract.context import Context
from archive.extract.mentions import OrganizationMention
from archive.extract.organizations.gather import gathered
from archive.extract.organizations.lexicon import lexicon_of
from archive.extract.organizations.prose import prose_of


def extract_organizations(body: str, context: Context) -> Iterator[OrganizationMention]:
    """The organizations of `body`, in the order of the text. Mentions of one organization share their name."""
    lexicon = lexicon_of(context.authority)
    prose = prose_of(body, context.found)
    for mention, group in gathered(prose, lexicon, context):
        whole = group.root()
        yield OrganizationMention(
            Span(mention.start, mention.end), body[mention.start : mention.end], whole.name, mention.rule, whole.kind
        )
