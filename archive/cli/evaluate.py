"""archive evaluate: how well the program reads, measured on gold files."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from archive.cli.light import LightCommand
from archive.cli.options import examples
from archive.cli.output import standard_output
from archive.core.errors import UsageError

if TYPE_CHECKING:
    from archive.evaluate.report import Report

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    cls=LightCommand,
    epilog=examples(
        "archive evaluate tests/gold/dev.jsonl --show people --show roles",
        "archive evaluate tests/gold/dev.jsonl --json > before.json",
        "archive evaluate tests/gold/dev.jsonl --against before.json",
        "archive evaluate tests/gold/dev.jsonl --without-authority",
    ),
)
def evaluate(
    gold: Annotated[list[str], typer.Argument(metavar="GOLD.jsonl", help="Gold files, one article a line.")],
    show: Annotated[
        list[str] | None,
        typer.Option("--show", metavar="KIND", help='List each wrong and missed item: people, "issue date", ..., all.'),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="EARLIER.json", help="List what was gained and lost since --json wrote it."),
    ] = None,
    without_authority: Annotated[
        bool,
        typer.Option("--without-authority", help="Do not know the people and organizations that the gold names."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the figures and all items as JSON.")] = False,
) -> None:
    """Measure what is found in gold files.

    Precision, recall and F1 of each kind. The articles are read, searched, linked and dated in memory, as one archive;
    no database is read or written.
    """
    from archive.evaluate import changes, report

    shown = _kinds(show or ())
    earlier = None if against is None else report.from_json(against)
    now = _measured(gold, without_authority=without_authority)
    found = None if earlier is None else changes.changes(earlier, now)
    with standard_output() as out:
        if as_json:
            compared = {} if found is None else {"changes": changes.as_json(found)}
            out.write(json.dumps(report.as_json(now) | compared, ensure_ascii=False, indent=1) + "\n")
            return
        out.writelines(f"{line}\n" for line in report.told(now, shown))
        if earlier is not None and found is not None:
            out.writelines(f"{line}\n" for line in changes.told(earlier, now, found))


def _kinds(asked: list[str] | tuple[str, ...]) -> set[str]:
    """The kinds that --show names; UsageError for one that there is not."""
    from archive.evaluate.measure import KINDS

    names = [name.lower().replace("-", " ") for name in asked]
    for name in names:
        if name not in {*KINDS, "all"}:
            near = get_close_matches(name, KINDS, n=1)
            advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(KINDS)} and all"
            message = f"no kind {name!r}; {advice}"
            raise UsageError(message)
    return set(KINDS) if "all" in names else set(names)


def _measured(paths: list[str], *, without_authority: bool) -> Report:
    from archive.evaluate.gold import read_gold
    from archive.evaluate.measure import measured
    from archive.evaluate.predict import predict
    from archive.evaluate.report import Report
    from archive.evaluate.unlisted import without_names
    from archive.read.authority import load_authority

    articles = read_gold(paths)
    authority = load_authority()
    if without_authority:
        authority = without_names(authority, articles)
    tallies = measured(predict(articles, authority))
    return Report(tuple(article.id for article in articles), without_authority, tallies)
