"""How do the rules come together? Candidates of all rules, settled, and each with its group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from archive.extract.context import Context
from archive.extract.mentions import CitationKind, CitationMention, Mention
from archive.extract.organizations.acronyms import acronyms
from archive.extract.organizations.candidates import Candidate, settled
from archive.extract.organizations.coordination import coordinated
from archive.extract.organizations.definitions import Definition, definitions
from archive.extract.organizations.grouping import Group, Grouping, links, merge
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.prose import Prose
from archive.extract.organizations.quoted import quoted_names
from archive.extract.organizations.recurring import recurring
from archive.extract.organizations.reporters import reporters
from archive.extract.organizations.scan import scan
from archive.extract.organizations.websites import websites

_ADJECTIVE: Final = re.compile(r"^(?:\w+-[a-z]+ )+")
"""What an inline source may have before its name: "Kremlin-controlled Strana.ru"."""


def gathered(prose: Prose, lexicon: Lexicon, context: Context) -> Iterator[tuple[Candidate, Group]]:
    """Every mention of the prose with the group it belongs to, in the order of the text."""
    text = prose.text
    found = scan(prose, lexicon)
    named = [*found.candidates, *quoted_names(prose, lexicon), *_inline_sources(text, context.found, lexicon)]
    named += reporters(text, found, lexicon)
    named += coordinated(text, found)
    defined = list(definitions(text, named, found.plains, lexicon))
    named += [definition.name for definition in defined if definition.name]
    named += acronyms(text, found.acronyms, defined, lexicon)
    named += websites(text)
    named += recurring(text, named, found)
    mentions = settled([*named, *(Candidate(start, end, "part") for start, end in found.parts)])
    return _grouped(text, mentions, defined, lexicon, context)


def _inline_sources(text: str, found: Iterable[Mention], lexicon: Lexicon) -> Iterator[Candidate]:
    """The sources of inline citations that are names: "Ingushetiya.ru reported September 2", not "Moscow papers"."""
    for mention in found:
        if not isinstance(mention, CitationMention) or mention.kind is not CitationKind.INLINE or not mention.source:
            continue
        source = _ADJECTIVE.sub("", mention.source)
        start = text.find(source, mention.span.start, mention.span.end)
        if start >= 0 and source[:1].isupper() and not _is_collective(source, lexicon):
            yield Candidate(start, start + len(source), "inline source", "media")


def _is_collective(source: str, lexicon: Lexicon) -> bool:
    """Whether a source names no one medium: "Russian agencies", glued "Moscowpapers", "Kiev radio"."""
    return source.endswith(tuple(lexicon.words.of("collective")))


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
    yield from placed
