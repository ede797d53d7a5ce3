"""How do the rules come together? Candidates of all rules, settled, and each with its group."""

from __future__ import annotations

from collections.abc import Iterator

from archive.extract.context import Context
from archive.extract.organizations.acronyms import acronyms
from archive.extract.organizations.candidates import Candidate, settled
from archive.extract.organizations.coordination import accompanied, coordinated
from archive.extract.organizations.definitions import Definition, definitions
from archive.extract.organizations.grouping import Group, Grouping, links, merge
from archive.extract.organizations.inline_sources import inline_sources
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.listing import listed
from archive.extract.organizations.owners import parted
from archive.extract.organizations.prose import Prose
from archive.extract.organizations.quoted import quoted_names
from archive.extract.organizations.recurring import recurring
from archive.extract.organizations.reporters import reporters
from archive.extract.organizations.scan import scan
from archive.extract.organizations.units import units
from archive.extract.organizations.websites import websites


def gathered(prose: Prose, lexicon: Lexicon, context: Context) -> Iterator[tuple[Candidate, Group]]:
    """Every mention of the prose with the group it belongs to, in the order of the text."""
    text = prose.text
    found = scan(prose, lexicon)
    named = [*found.candidates, *quoted_names(prose, lexicon), *inline_sources(text, context.found, lexicon)]
    named += reporters(text, found, lexicon)
    named += coordinated(text, found)
    named += accompanied(text, found)
    named += listed(text, found, lexicon)
    defined = list(definitions(text, named, found.plains, lexicon))
    named += [definition.name for definition in defined if definition.name]
    named += acronyms(text, found.acronyms, defined, lexicon)
    named += websites(text)
    named += units(prose)
    named += recurring(text, named, found)
    mentions = settled([*named, *(Candidate(start, end, "part") for start, end in found.parts)])
    return _grouped(text, mentions, defined, lexicon, context)


def _grouped(
    text: str, mentions: list[Candidate], defined: list[Definition], lexicon: Lexicon, context: Context
) -> Iterator[tuple[Candidate, Group]]:
    grouping = Grouping(text, lexicon, context.authority.organizations)
    placed: list[tuple[Candidate, Group]] = []
    for mention in mentions:
        group = grouping.part(text[mention.start : mention.end]) if mention.rule == "part" else grouping.add(mention)
        if group is not None:
            placed.append((mention, group))
    groups = {(mention.start, mention.end): group for mention, group in placed}
    by_start = {mention.start: group for mention, group in placed}
    for definition in defined:
        acronym = by_start.get(definition.start)
        name = definition.name and (
            groups.get((definition.name.start, definition.name.end)) or by_start.get(definition.name.start)
        )
        if acronym and name:
            merge(name, acronym)
    for one, other in links(text, [mention for mention, _ in placed]):
        merge(placed[one][1], placed[other][1])
    yield from parted(text, placed)
