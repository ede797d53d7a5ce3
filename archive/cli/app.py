"""The command `archive`: which commands there are, and how every failure ends in one line and an exit code.

Exit codes: 0 all done (skipped files too), 1 some files failed or the command did, 2 wrong usage, 130 interrupted.
A command's module is imported when it is called, and the database layer by the command that opens a database, so that
`archive --help` and `--version` cost little more than Typer itself.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from archive.cli.light import lighten
from archive.cli.options import DatabaseOption, examples
from archive.cli.output import close_quietly, tell
from archive.core.errors import ArchiveError, UsageError
from archive.core.version import VERSION

COMMANDS: Final = {
    "ingest": "Read issues into the archive.",
    "publications": "List the newsletters.",
    "issues": "List the issues.",
    "articles": "List the articles.",
    "article": "Show one article with what was found in it.",
    "people": "List the people named.",
    "person": "Show one person: roles, other names, every mention.",
    "organizations": "List the organizations named or cited.",
    "organization": "Show one organization: kind, names, every mention.",
    "citations": "List the citations.",
    "search": "Find articles by their words.",
    "explain": "Tell why the archive says so.",
    "sql": "Answer one SQL statement; nothing can be written.",
    "schema": "Describe the tables and views.",
    "export": "Write tables and views to files.",
    "db": "Upgrade, check, back up and describe the database.",
    "evaluate": "Measure what is found in gold files.",
}
"""Command -> its line in the help, which is also the first of the command's own help; its module has its name."""


class LazyGroup(TyperGroup):
    """The commands by name and line; the one that is called is imported."""

    def __init__(self, **attributes: object) -> None:
        stubs = {name: TyperCommand(name, help=line) for name, line in COMMANDS.items()}
        super().__init__(**{**attributes, "commands": stubs})  # type: ignore[arg-type]

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the options before the command, without pydantic."""
        lighten(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> tuple[str | None, object, list[str]]:  # type: ignore[override]
        """The command that `args` begin with, loaded."""
        name, stub, rest = super().resolve_command(ctx, args)
        if name is None or stub is None:
            return name, stub, rest
        module = importlib.import_module(f"archive.cli.{name}")
        command = typer.main.get_command(module.app)
        command.name = name
        return name, command, rest


app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples("archive ingest seeds/issues", "archive citations --source Interfax --since 2001-08-01"),
)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"archive {VERSION}")
        raise typer.Exit


@app.callback()
def archive(
    db: DatabaseOption = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """A relational archive of newsletters: issues in, people, organizations and dated citations out, SQL on top."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(_run())


def _run() -> int:
    if sys.stdout is None:  # the shell closed it: archive issues >&-
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end, as stdout is
    try:
        code = typer.main.get_command(app).main(prog_name="archive", standalone_mode=False)
        sys.stdout.flush()
    except ArchiveError as error:
        return _tell(str(error), error.exit_code)
    except typer.TyperException as error:
        return _tell_usage(error)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except (OSError, UnicodeEncodeError, MemoryError) as error:
        return _tell_system(error)
    return code if isinstance(code, int) else 0


def _tell_system(error: OSError | UnicodeEncodeError | MemoryError) -> int:
    """What the system said to a word of the command line or to the answer; nothing where the reader has gone."""
    if isinstance(error, UnicodeEncodeError):
        return _tell("a word of the command line is not UTF-8; check the terminal's encoding", UsageError.exit_code)
    close_quietly()
    if isinstance(error, MemoryError):
        return _tell("the answer needs too much memory; ask for less at once", 1)
    if isinstance(error, BrokenPipeError):
        return 0
    return _tell(f"the answer cannot be written: {error.strerror or error}; make room and try again", 1)


def _tell(message: str, code: int) -> int:
    tell(message)
    return code


def _tell_usage(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "archive"
    message = error.format_message()
    if message.startswith("Usage:"):  # `archive` alone
        sys.stderr.write(f"{message}\n")
        return error.exit_code
    told = f"{message[:1].lower()}{message[1:]}".rstrip(".")
    return _tell(f"{told}{' ' if told.endswith('?') else '; '}see {command} --help", error.exit_code)
