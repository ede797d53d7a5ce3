"""archive explain: why the archive says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final

import typer

from archive.cli.light import LightCommand
from archive.cli.opening import open_archive
from archive.cli.options import DatabaseOption, FormatOption, NoHeadersOption, examples
from archive.cli.output import format_named, show, standard_output
from archive.cli.report import Fact, heading
from archive.core.errors import QueryError, UsageError
from archive.core.table import Table, Value

if TYPE_CHECKING:
    from archive.queries.run import Question

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Row = Mapping[str, Value]

IDS: Final = {
    "citation": ("citation_details", "citation_id"),
    "person": ("person_mention_details", "mention_id"),
    "organization": ("organization_mention_details", "mention_id"),
}
"""What can be explained, and the view and column in which its ID stands."""

MARKS: Final = ("[[", "]]")
"""What stands around the span in its sentence."""

ISSUE_DATES: Final = {
    "printed": "printed in the issue",
    "given": "given by who ingested it",
    "calendar": "from the newsletter's calendar",
    "citations": "estimated from what it and its neighbours cite",
    "unknown": "unknown",
}
"""Basis of an issue's day, in words."""


@app.command(
    cls=LightCommand,
    epilog=examples("archive explain citation 1", "archive explain person 12 --format json"),
)
def explain(
    what: Annotated[str, typer.Argument(metavar="citation|person|organization", help="What the ID is of.")],
    key: Annotated[int, typer.Argument(metavar="ID", help="The id of the citation, or of the mention.")],
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
    db: DatabaseOption = None,
) -> None:
    """Tell why the archive says so.

    The file and the sentence, the rule, how the year was found, what it is linked to and by what.

    ID is citation_id in citation_details; for a person or an organization it is the id of one mention, mention_id in
    person_mention_details or organization_mention_details. In the sentence the span stands in [[double brackets]].
    With --format one row with all columns.
    """
    if what not in IDS:
        message = f"nothing called {what!r} can be explained; use one of {', '.join(IDS)}"
        raise UsageError(message)
    chosen = format_named(form)
    with open_archive(db) as connection:
        from archive.queries.run import fetch

        answer = fetch(connection, _question(what, key))
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    if not rows:
        view, column = IDS[what]
        message = f"no {what} with id {key} in the archive; the ids stand in column {column} of {view}"
        raise QueryError(message)
    told = explained(rows[0])
    if chosen is not None:
        show(Table(tuple(told), iter([tuple(told.values())])), chosen, headers=not no_headers)
        return
    with standard_output() as out:
        heading(out, f"{what} {key}", _facts(told))


def _question(what: str, key: int) -> Question:
    from archive.queries import explain as questions

    asked = {
        "citation": questions.explain_citation,
        "person": questions.explain_person,
        "organization": questions.explain_organization,
    }
    return asked[what](key)


def explained(row: Row) -> dict[str, Value]:
    """The row as it is told: the span marked in the sentence, and how the year was found in words."""
    told = dict(row)
    start, _ = told.pop("sentence_start"), told.pop("sentence_end")
    told["sentence"] = marked(str(row["sentence"]), _number(row["span_start"]) - _number(start), _length(row))
    if "year_basis" in told:
        told = _after(told, "year_basis", "year_found", year_found(row))
    return told


def _facts(told: Row) -> list[Fact]:
    return [(name.replace("_", " "), value) for name, value in told.items() if isinstance(value, str | int)]


def marked(sentence: str, start: int, length: int) -> str:
    """The sentence with marks around the `length` characters from `start` on."""
    before, after = MARKS
    return f"{sentence[:start]}{before}{sentence[start : start + length]}{after}{sentence[start + length :]}"


def year_found(row: Row) -> str:
    """How the year of a cited day was found, in words."""
    basis, printed = row["year_basis"], row["date_printed"]
    if basis == "printed":
        return "printed beside the day"
    if basis == "list":
        return "printed once for the list that the day stands in"
    if basis == "issue":
        return f"from the day of the issue, {_issue_date(row)}"
    if printed is None:
        return "no day is cited"
    return f"not found: no calendar has the day, or the issue's year is unknown (issue day: {_issue_date(row)})"


def _issue_date(row: Row) -> str:
    day, basis = row["issue_date"], ISSUE_DATES.get(str(row["issue_date_basis"]), str(row["issue_date_basis"]))
    return basis if day is None else f"{day!s}, {basis}"


def _after(row: Mapping[str, Value], name: str, new: str, value: Value) -> dict[str, Value]:
    """The row with `new` put after `name`."""
    told: dict[str, Value] = {}
    for key, old in row.items():
        told[key] = old
        if key == name:
            told[new] = value
    return told


def _length(row: Row) -> int:
    return _number(row["span_end"]) - _number(row["span_start"])


def _number(value: Value) -> int:
    return value if isinstance(value, int) else int(str(value))
