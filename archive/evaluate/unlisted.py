"""How would the rules do on names that nobody listed? The authority data less the records of what a gold set names.

Only records of people and organizations go: given names, titles and the other word lists tell what a name looks like,
not who bears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from archive.core.names import NameKey, name_key
from archive.evaluate.gold import GoldArticle, GoldName
from archive.read.authority import Authority


def without_names(authority: Authority, articles: Sequence[GoldArticle]) -> Authority:
    """`authority` less each person and organization, media too, one of whose names is a name or form in `articles`.

    The whole record goes, with the names that the gold set does not use: they would tell the rules as much.
    """
    people = _keys(person for article in articles for person in article.people)
    organizations = _keys(organization for article in articles for organization in article.organizations)
    return replace(
        authority,
        people=tuple(record for record in authority.people if people.isdisjoint(_folded(record.name, *record.aliases))),
        organizations=tuple(
            record
            for record in authority.organizations
            if organizations.isdisjoint(_folded(record.name, *record.aliases, *record.acronyms))
        ),
    )


def _keys(names: Iterable[GoldName]) -> set[NameKey]:
    return _folded(*(form for name in names for form in (name.name, *name.surfaces)))


def _folded(*names: str) -> set[NameKey]:
    return {name_key(name) for name in names}
