"""What does a name on the command line mean in this archive, and what is told when it means nothing?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from archive.core.errors import QueryError, UsageError
from archive.core.names import NameKey, name_key
from archive.core.table import Value
from archive.queries.asked import Filters

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.queries.run import Question

Row = Sequence[Value]

_FEW: Final = 12
"""Up to so many newsletters are told by name when an unknown one is asked for."""


def check_kind(kind: str | None, kinds: tuple[str, ...]) -> str | None:
    """The kind as the archive writes it; UsageError tells which there are."""
    if kind is None:
        return None
    folded = kind.strip().lower().replace("-", "_").replace(" ", "_")
    if folded not in kinds:
        message = f"no kind {kind!r}; use one of {', '.join(kinds)}"
        raise UsageError(message)
    return folded


def check_names(connection: Connection, filters: Filters) -> None:
    """Raise QueryError, with names that are near, for a name in the filters that no record goes by."""
    from archive.queries import filters as named
    from archive.queries import names

    checks = (
        ("publication", filters.publication, names.find_publication, names.list_publication_names),
        ("source", filters.source, names.find_source, names.list_organization_names),
        ("person", filters.person, named.people_named, names.list_person_names),
        ("organization", filters.organization, named.organizations_named, names.list_organization_names),
    )
    for what, name, find, all_names in checks:
        if name is not None and next(_rows(connection, find(name)), None) is None:
            raise unknown(connection, what, name, all_names())


def unknown(connection: Connection, what: str, name: str, all_names: Question) -> QueryError:
    """The error for a name that no record goes by: what to try in its place."""
    names = [str(row[0]) for row in _rows(connection, all_names)]
    near = near_names(name, names)
    if near:
        advice = f"is it {' or '.join(near)}?"
    elif what == "publication" and 0 < len(names) <= _FEW:
        advice = f"there are {', '.join(names)}"
    else:
        advice = f"see archive {_LISTS[what]}"
    return QueryError(f"no {what} {name!r} in the archive; {advice}")


_LISTS: Final = {
    "publication": "publications",
    "source": "organizations --kind media",
    "person": "people",
    "organization": "organizations",
}


def near_names(name: str, names: Iterable[str], *, most: int = 3) -> list[str]:
    """The names that are spelled like it, else those whose last word is, else those that hold a word of it."""
    by_key = {name_key(known): known for known in names}
    last_words: dict[str, list[NameKey]] = {}
    for known in by_key:
        last_words.setdefault(known.rpartition(" ")[2], []).append(known)
    key = name_key(name)
    close: list[str] = get_close_matches(key, list(by_key), n=most, cutoff=0.75)
    if not close:
        close = [known for word in get_close_matches(key, list(last_words), cutoff=0.75) for known in last_words[word]]
    if not close:
        words = {word for word in key.split() if len(word) > 2}  # noqa: PLR2004 - "of" and "al" are in many names
        close = sorted((known for known in by_key if words & set(known.split())), key=len)
    return [by_key[NameKey(known)] for known in close[:most]]


def _rows(connection: Connection, question: Question) -> Iterator[Row]:
    from archive.queries.run import fetch

    return fetch(connection, question).rows
