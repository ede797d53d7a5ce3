"""What does a gold file say? One JSON object a line: an article, and everything that a careful reader finds in it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.core.dates import DateInterval
from archive.core.errors import InputError
from archive.extract.mentions import CitationKind

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class GoldCitation:
    """One (source, date) pair; `source` is None for an empty slot."""

    kind: CitationKind
    source: str | None
    date: dt.date | None
    date_end: dt.date | None


@dataclass(frozen=True, slots=True)
class GoldName:
    """A person or an organization of the article: the fullest form, every form, and of a person the roles."""

    name: str
    surfaces: tuple[str, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Optional:
    """What may be found or not: the text of citations, names of people and of organizations."""

    citations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One line. `issued` is None where the evidence does not tell when the issue appeared."""

    id: str
    publication: str
    volume: int
    issue: int
    text: str
    issued: DateInterval | None
    citations: tuple[GoldCitation, ...]
    people: tuple[GoldName, ...]
    organizations: tuple[GoldName, ...]
    optional: Optional


def read_gold(paths: Iterable[str]) -> list[GoldArticle]:
    """The articles of the gold files in the order of their ids, which is the order in which a folder is ingested.

    Raises InputError that names file and line for a line that is no gold record or whose id stands before.
    """
    articles: dict[str, GoldArticle] = {}
    for path in paths:
        for place, line in _lines(path):
            article = _checked(line, place)
            if article.id in articles:
                message = f"{place}: the id {article.id} stands in an earlier line"
                raise InputError(message)
            articles[article.id] = article
    if not articles:
        message = "no gold record in the files given"
        raise InputError(message)
    return sorted(articles.values(), key=lambda article: article.id)


def _lines(path: str) -> Iterator[tuple[str, str]]:
    """The lines that are not blank, each with where it stands."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise InputError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: not UTF-8 at byte {error.start}"
        raise InputError(message) from error
    for number, line in enumerate(text.split("\n"), 1):  # a JSON string may hold other line ends as they are
        if line.strip():
            yield f"{path}, line {number}", line


def _checked(line: str, place: str) -> GoldArticle:
    try:
        return _article(json.loads(line))
    except json.JSONDecodeError as error:
        message = f"{place}: not JSON: {error.msg} at column {error.colno}"
    except KeyError as error:
        message = f"{place}: no key {error}"
    except (TypeError, ValueError, AttributeError) as error:
        message = f"{place}: {error}"
    raise InputError(message)


def _article(record: Json) -> GoldArticle:
    gold = _object(record, "gold")
    return GoldArticle(
        _text(record, "id"),
        _text(record, "publication"),
        _number(record, "volume"),
        _number(record, "issue"),
        _text(record, "text"),
        _issued(_object(gold, "issue_date")),
        tuple(map(_citation, _list(gold, "citations"))),
        tuple(_name(item, roles=True) for item in _list(gold, "people")),
        tuple(_name(item, roles=False) for item in _list(gold, "organizations")),
        _optional(_object(gold, "optional")),
    )


def _issued(bounds: Json) -> DateInterval | None:
    earliest, latest = _day(bounds, "earliest"), _day(bounds, "latest")
    return DateInterval(earliest, latest) if earliest and latest else None


def _citation(item: object) -> GoldCitation:
    record = _as_object(item, "a citation")
    source = None if record["source"] is None else _text(record, "source")
    return GoldCitation(CitationKind(_text(record, "kind")), source, _day(record, "date"), _day(record, "date_end"))


def _name(item: object, *, roles: bool) -> GoldName:
    record = _as_object(item, "a name")
    return GoldName(_text(record, "name"), _texts(record, "surfaces"), _texts(record, "roles") if roles else ())


def _optional(record: Json) -> Optional:
    """A citation stands there as its text or as an object that holds it as `raw`."""
    citations = (_text(c, "raw") if isinstance(c, dict) else str(c) for c in _list(record, "citations", optional=True))
    names = {key: tuple(map(str, _list(record, key, optional=True))) for key in ("people", "organizations")}
    return Optional(tuple(citations), **names)


def _as_object(value: object, what: str) -> Json:
    if not isinstance(value, dict):
        message = f"{what} must be an object"
        raise TypeError(message)
    return value


def _object(record: Json, key: str) -> Json:
    return _as_object(_as_object(record, "a line")[key], key)


def _list(record: Json, key: str, *, optional: bool = False) -> list[object]:
    value = record.get(key, []) if optional else record[key]
    if not isinstance(value, list):
        message = f"{key} must be a list"
        raise TypeError(message)
    return value


def _text(record: Json, key: str) -> str:
    value = record[key]
    if not isinstance(value, str):
        message = f"{key} must be a string"
        raise TypeError(message)
    value.encode()  # raises ValueError for half of a surrogate pair, which no file can hold
    return value


def _texts(record: Json, key: str) -> tuple[str, ...]:
    return tuple(_text({key: item}, key) for item in _list(record, key))


def _number(record: Json, key: str) -> int:
    value = record[key]
    if not isinstance(value, int) or isinstance(value, bool):
        message = f"{key} must be a whole number"
        raise TypeError(message)
    return value


def _day(record: Json, key: str) -> dt.date | None:
    return None if record[key] is None else dt.date.fromisoformat(_text(record, key)[:10])
