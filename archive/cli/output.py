"""Where does an answer go? To standard output in the form asked for, harmless on a terminal, quiet on a closed pipe."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from difflib import get_close_matches

import typer

from archive.core.errors import QueryError, UsageError
from archive.core.printable import on_screen, one_line
from archive.core.table import Table
from archive.export.formats import WRITERS, Format
from archive.export.sink import Sink


def format_named(name: str | None) -> Format | None:
    """The format that --format names; UsageError tells which there are."""
    if name is None:
        return None
    try:
        return Format(name.lower())
    except ValueError:
        near = get_close_matches(name.lower(), list(Format), n=1)
        advice = f"did you mean {near[0]}?" if near else "use one of"
        message = f"no format {name!r}; {advice} {'' if near else ', '.join(Format)}"
        raise UsageError(message.rstrip()) from None


def show(table: Table, form: Format | None, *, headers: bool = True) -> None:
    """Write the table to standard output: as `form`, else as a table on a terminal and as TSV into a pipe."""
    with standard_output() as out:
        if (form or Format.TABLE) is Format.TABLE and sys.stdout.isatty():
            width = shutil.get_terminal_size().columns
            WRITERS[Format.TABLE](table, out, headers=headers, width=width)
        else:
            WRITERS[form or Format.TSV](table, out, headers=headers)


@contextmanager
def standard_output() -> Iterator[Sink]:
    """Standard output for an answer: made harmless on a terminal, else UTF-8 with line ends as written.

    Ends the command quietly when the reader has gone.
    """
    try:
        if sys.stdout.isatty():
            yield Screen()
        else:
            yield from _piped()
        sys.stdout.flush()
    except BrokenPipeError:
        close_quietly()
        raise typer.Exit from None


def _piped() -> Iterator[Sink]:
    sys.stdout.flush()
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        yield out
        out.flush()
    except BrokenPipeError:
        close_quietly()
        raise
    finally:
        out.detach()


class Screen:
    """A terminal that no text can command."""

    def write(self, text: str, /) -> object:
        """Show the text, its controls made visible."""
        return sys.stdout.write(on_screen(text))

    def writelines(self, lines: Iterable[str], /) -> object:
        """Show the lines as they come."""
        for line in lines:
            self.write(line)
        return None


class Lit(Screen):
    """A terminal on which what stands between two marks is bold; the marks are characters of which no text is made."""

    def __init__(self, marks: tuple[str, str]) -> None:
        self._codes = dict(zip(map(ord, marks), ("\x1b[1m", "\x1b[0m"), strict=True))

    def write(self, text: str, /) -> object:
        """Show the text, its own controls made visible."""
        return sys.stdout.write(on_screen(text).translate(self._codes))


def can_highlight() -> bool:
    """Whether the answer goes to a terminal that shows bold, and nobody asked for none of it (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def tell(message: str) -> None:
    """One line on standard error, whatever a file's name or an engine's message brings along."""
    with suppress(OSError):  # nobody listens
        sys.stderr.write(f"archive: {one_line(message)}\n")
        sys.stderr.flush()


def end_process(message: str) -> None:
    """Tell why, and leave at once: from another thread, while this one is stuck inside the engine."""
    tell(message)
    os._exit(QueryError.exit_code)


def close_quietly() -> None:
    """Nobody reads standard output any more: send what is left, and Python's own flush at exit, nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
