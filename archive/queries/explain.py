"""Why does the archive say so? One row on a citation or a mention: where it stands, by what rule, linked by what.

`sentence_start` and `sentence_end` say where `sentence` stands in the body, as `span_start` does of the thing itself.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, TableClause, column, select, table

from archive.db.models import citations, issues, organization_mentions, person_mentions
from archive.db.views import VIEW_COLUMNS
from archive.queries.run import Question


def _view(name: str) -> TableClause:
    return table(name, *map(column, VIEW_COLUMNS[name]))


_CITATIONS: Final = _view("citation_details")
_PEOPLE: Final = _view("person_mention_details")
_ORGANIZATIONS: Final = _view("organization_mention_details")

_WHERE: Final = ("document", "file_start", "file_end", "publication", "volume", "issue", "issue_date")
_IN_ARTICLE: Final = ("article_id", "title", "span_start", "span_end", "sentence")


def explain_citation(key: int) -> Question:
    """What is known of the citation `key`, and how it came to be known; no row where there is none."""
    view = _CITATIONS
    found = (
        "kind", "raw", "note", "rule", "source_text", "place", "date_printed", "date", "date_end", "year_basis",
        "source", "source_id", "target_volume", "target_issue", "target_issue_id", "link_basis",
    )  # fmt: skip
    return _explained(view, view.c.citation_id, citations, found, key)


def explain_person(key: int) -> Question:
    """What is known of the mention `key` of a person, and how it came to be known."""
    view = _PEOPLE
    found = ("surface", "name", "role", "rule", "person", "person_id", "link_basis")
    return _explained(view, view.c.mention_id, person_mentions, found, key)


def explain_organization(key: int) -> Question:
    """What is known of the mention `key` of an organization, and how it came to be known."""
    view = _ORGANIZATIONS
    found = ("surface", "name", "rule", "organization", "organization_id", "kind", "link_basis")
    return _explained(view, view.c.mention_id, organization_mentions, found, key)


def _explained(
    view: TableClause, view_key: ColumnElement[int], stored: FromClause, found: tuple[str, ...], key: int
) -> Question:
    """The row of `view` with what only the tables hold: on what the issue's day rests, where the sentence stands."""
    shown: list[ColumnElement[Any]] = [view_key.label("id")]
    shown += [view.c[name] for name in _WHERE]
    shown += [issues.c[name].label(f"issue_{name}") for name in ("date_earliest", "date_latest", "date_basis")]
    shown += [view.c[name] for name in (*_IN_ARTICLE, *found)]
    shown += [stored.c.sentence_start, stored.c.sentence_end]
    return (
        select(*shown)
        .select_from(view)
        .join(stored, stored.c.id == view_key)
        .join(issues, issues.c.id == view.c.issue_id)
        .where(view_key == key)
    )
