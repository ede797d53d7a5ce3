"""archive schema: what the tables and views hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from archive.cli.light import LightCommand
from archive.cli.options import FormatOption, NoHeadersOption, examples
from archive.cli.output import format_named, show, standard_output
from archive.core.errors import QueryError
from archive.core.table import Table, Value
from archive.export.sink import Sink

if TYPE_CHECKING:
    from archive.queries.relations import Relation

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=LightCommand, epilog=examples("archive schema", "archive schema citation_details"))
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="One table or view, or the start of names.")
    ] = None,
    form: FormatOption = None,
    no_headers: NoHeadersOption = False,
) -> None:
    """Describe the tables and views.

    The views are made for your own SQL and change only with a line in the changelog; the tables are what they read.
    """
    from archive.queries.relations import relations

    chosen = format_named(form)
    described = list(relations())
    if name is not None:
        described = _narrowed(described, name)
    if chosen is None:
        with standard_output() as out:
            for relation in described:
                _describe(out, relation)
    else:
        show(Table(("relation", "kind", "column", "type", "holds"), _rows(described)), chosen, headers=not no_headers)


def _narrowed(described: list[Relation], name: str) -> list[Relation]:
    folded = name.lower()
    found = [relation for relation in described if relation.name == folded]
    found = found or [relation for relation in described if relation.name.startswith(folded)]
    if not found:
        message = f"no table or view {name!r}; there are {', '.join(relation.name for relation in described)}"
        raise QueryError(message)
    return found


def _describe(out: Sink, relation: Relation) -> None:
    out.write(f"{relation.name} ({relation.kind}): {relation.comment}\n")
    widest = max(map(len, relation.columns))
    for column, (kind, text) in relation.columns.items():
        out.write(f"  {column:{widest}}  {f'{kind.lower():8}  ' if kind else ''}{text}\n")
    out.write("\n")


def _rows(described: Iterable[Relation]) -> Iterator[tuple[Value, ...]]:
    for relation in described:
        for column, (kind, text) in relation.columns.items():
            yield relation.name, relation.kind, column, kind, text
