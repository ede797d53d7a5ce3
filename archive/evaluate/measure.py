"""When is something found right? The comparison of what was found with the gold, kind by kind.

The rules are those of the gold set (its "Scoring"): a citation by source and days; a person by bearing the gold name
among his forms, a second record for him being wrong; an organization by its longest form; a role by half of its words.
Case, quotes, dashes and a leading "the" or "see" part nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from archive.evaluate.counting import Key, Tally
from archive.evaluate.found import FoundArticle, FoundCitation, FoundMention
from archive.evaluate.gold import GoldArticle, GoldCitation, GoldName
from archive.extract.mentions import CitationKind

CITATION_KINDS: Final = {
    "citations": CitationKind.SOURCE,
    "cross references": CitationKind.CROSS_REFERENCE,
    "inline citations": CitationKind.INLINE,
}
KINDS: Final = ("header", "issue date", *CITATION_KINDS, "people", "roles", "organizations")
"""What is measured, in the order in which it is reported."""

NO_SOURCE: Final = "(no source)"
NO_DAY: Final = "(no day)"

_STRAIGHT: Final = str.maketrans("’‘“”", "''\"\"")
_GAPS: Final = re.compile(r"[\s–—-]+")
_LEADING: Final = re.compile(r"^(see |the )+")


def measured(pairs: Iterable[tuple[GoldArticle, FoundArticle]]) -> dict[str, Tally]:
    """The tally of each of KINDS over all articles."""
    tallies = {kind: Tally() for kind in KINDS}
    for gold, found in pairs:
        _header(tallies["header"], gold, found)
        _issue_date(tallies["issue date"], gold, found)
        for label, kind in CITATION_KINDS.items():
            _citations(tallies[label], kind, gold, found)
        _people(tallies["people"], gold, found)
        _roles(tallies["roles"], gold, found)
        _organizations(tallies["organizations"], gold, found)
    return tallies


def folded(text: str | None) -> str:
    """The text as it is compared; empty for None."""
    even = _GAPS.sub(" ", (text or "").lower().translate(_STRAIGHT)).strip(" .,;:'\"")
    return _LEADING.sub("", even)


def _header(tally: Tally, gold: GoldArticle, found: FoundArticle) -> None:
    """Each article that the text was divided into counts: it holds one."""
    expected: Key = (folded(gold.publication), gold.volume, gold.issue)
    headers: Iterator[Key] = ((folded(h.publication), h.volume, h.issue) for h in found.headers)
    tally.count(gold.id, Counter([expected]), Counter(headers))


def _issue_date(tally: Tally, gold: GoldArticle, found: FoundArticle) -> None:
    if gold.issued is None or not found.headers:
        return
    day, first = found.issue_date, gold.issued.earliest
    right = day is not None and first <= day <= gold.issued.latest
    expected: Key = (first.isoformat(),)
    got: Key = expected if right else (day.isoformat() if day else NO_DAY,)
    tally.count(gold.id, Counter([expected]), Counter([got]))


def _citations(tally: Tally, kind: CitationKind, gold: GoldArticle, found: FoundArticle) -> None:
    free = {_citation(c) for c in found.citations if _is_optional(c.raw, gold.optional.citations)}
    expected = Counter(_citation(c) for c in gold.citations if c.kind is kind)
    tally.count(gold.id, expected, Counter(_citation(c) for c in found.citations if c.kind is kind), free)


def _citation(citation: GoldCitation | FoundCitation) -> Key:
    return (folded(citation.source) or NO_SOURCE, _iso(citation.date), _iso(citation.date_end))


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _is_optional(raw: str, optional: Sequence[str]) -> bool:
    text = folded(raw)
    return any(text in allowed or allowed in text for allowed in map(folded, optional))


def _people(tally: Tally, gold: GoldArticle, found: FoundArticle) -> None:
    """A record is the person whose gold name is among its forms, of two such the one with the longer name."""
    expected = _names(gold.people)
    by_length = sorted(expected, key=lambda key: len(str(key[0])), reverse=True)
    got: Counter[Key] = Counter()
    for forms in _forms(found.people).values():
        got[next((key for key in by_length if key[0] in forms), (_longest(forms),))] += 1
    tally.count(gold.id, expected, got, _free(gold.optional.people))


def _organizations(tally: Tally, gold: GoldArticle, found: FoundArticle) -> None:
    """A record is the organization one of whose gold forms is its longest form."""
    named: dict[str, str] = {}
    for organization in gold.organizations:
        forms = map(folded, (organization.name, *organization.surfaces))
        named.update(dict.fromkeys(forms, folded(organization.name)))
    longest = map(_longest, _forms(found.organizations).values())
    got: Counter[Key] = Counter((named.get(form, form),) for form in longest)
    tally.count(gold.id, _names(gold.organizations), got, _free(gold.optional.organizations))


def _names(names: Iterable[GoldName]) -> Counter[Key]:
    return Counter((folded(name.name),) for name in names)


def _free(names: Iterable[str]) -> set[Key]:
    return {(folded(name),) for name in names}


def _forms(mentions: Iterable[FoundMention]) -> dict[int, set[str]]:
    """The forms of each record in the article."""
    forms: defaultdict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        forms[mention.record].add(folded(mention.surface))
    return forms


def _longest(forms: Collection[str]) -> str:
    """The longest form, of several the first in the alphabet, so that two runs agree."""
    return max(sorted(forms), key=len)


def _roles(tally: Tally, gold: GoldArticle, found: FoundArticle) -> None:
    """A role found is counted once, under the gold role that it matches; one that repeats a matched role is free."""
    expected = [(folded(person.name), folded(role)) for person in gold.people for role in person.roles]
    matched: list[tuple[str, str]] = []
    for name, role in sorted(_found_roles(gold, found), key=str):
        twins = (pair for pair in expected if _same_role(pair, (name, role)) and pair not in matched)
        matched.append(next(twins, (name, role)))
    free = {pair for pair in matched if pair not in expected and any(_same_role(pair, other) for other in expected)}
    tally.count(gold.id, Counter(set[Key](expected)), Counter(set[Key](matched)), free)


def _found_roles(gold: GoldArticle, found: FoundArticle) -> set[tuple[str, str]]:
    """(person, role): the person by that form of his which is a gold name, else by the longest."""
    people = {folded(person.name) for person in gold.people}
    called = {record: _longest(forms & people or forms) for record, forms in _forms(found.people).items()}
    return {(called[mention.record], folded(mention.role)) for mention in found.people if mention.role}


def _same_role(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """The same person's, and one contains the other or they share at least half of their words."""
    if one[0] != other[0]:
        return False
    mine, theirs = set(one[1].split()), set(other[1].split())
    contained = one[1] in other[1] or other[1] in one[1]
    return contained or 2 * len(mine & theirs) >= len(mine | theirs)
