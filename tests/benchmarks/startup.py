"""How long until a command does something? Against `sqlite-utils --version`, and Typer with SQLAlchemy imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.benchmarks.environments import Environments
from tests.benchmarks.report import Finding, milliseconds
from tests.benchmarks.timing import ROOT, Case, interleaved, ratio, run

PEER: Final = "`sqlite-utils --version`"
BARE: Final = "Typer with SQLAlchemy Core"
BARE_PROGRAM: Final = """\
import sys
from typing import Annotated
import typer
app = typer.Typer()
@app.command()
def ask(db: Annotated[str, typer.Argument()]) -> None:
    from sqlalchemy import create_engine, text
    with create_engine(f"sqlite:///{db}").connect() as connection:
        for row in connection.execute(text("SELECT raw FROM citations ORDER BY id LIMIT 1")):
            print(*row)
app()
"""


def measure(places: Environments, work: Path, rounds: int) -> Iterator[Finding]:
    archive = places.archive / "archive"
    database = work / "small.db"
    run(Case([archive, "ingest", ROOT / "seeds" / "issues"], database=database))
    cases = {
        "`archive --help`": Case([archive, "--help"]),
        "`archive --version`": Case([archive, "--version"]),
        "`archive`, wrong usage": Case([archive, "--nonsense"], exit_code=2),
        "`archive citations --limit 1`": Case([archive, "citations", "--limit", "1"], database=database),
        PEER: Case([places.peer / "sqlite-utils", "--version"]),
        BARE: Case([places.archive / "python", "-c", BARE_PROGRAM, database]),
    }
    timings = interleaved(cases, 2 * rounds)
    for name in list(cases)[:4]:
        peer, target = (BARE, 1.15) if "citations" in name else (PEER, 1.2)
        yield Finding(
            f"start-up, {name}",
            milliseconds(timings[name].seconds),
            f"{peer}: {milliseconds(timings[peer].seconds)}",
            ratio(timings, name, peer),
            target,
        )
