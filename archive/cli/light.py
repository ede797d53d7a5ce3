"""How does a command start without pydantic, which costs as much as Typer itself?

Typer hands every value of a command line to pydantic. For words, whole and other numbers that is a conversion of one
line, so it is done here. Where another version of Typer does not look for it, its own way goes on working.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, get_args, get_origin

import typer
from typer.core import TyperCommand

PAIR: Final = "NAME VALUE"
"""The metavar of an option that takes two words and may be repeated; Typer has no type for it."""

_COMMENT: Final = re.compile(r"--[^=\s]*\s")
_NO_OPTION: Final = "\0"
"""Before a word that is no option; the system lets no word hold it."""

_LARGEST: Final = (1 << 63) - 1
_TOLD: Final = {int: "a whole number that a database holds", float: "a number"}


class LightCommand(TyperCommand):
    """A command whose plain options are read without pydantic."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the command line, the parameters made light first.

        A word that begins with "--" and holds a blank before any "=" is a statement that begins with a comment.
        """
        lighten(self.get_params(ctx))
        return super().parse_args(ctx, [_NO_OPTION + arg if _COMMENT.match(arg) else arg for arg in args])


class Plain:
    """Makes a str, int or float of a word, or a sequence of them; a flag that is set is a bool already."""

    def __init__(self, kind: type[str | int | float]) -> None:
        self.kind = kind

    def coerce(self, value: object, param: object, ctx: object) -> object:
        """The value for the command; typer.BadParameter for a word that is none."""
        if isinstance(value, bool):
            return value
        if value is None:
            return () if getattr(param, "multiple", False) or getattr(param, "nargs", 1) == -1 else None
        if isinstance(value, (list, tuple)):
            return tuple(self.coerce(item, None, ctx) for item in value)
        try:
            return _fitting(self.kind(str(value).removeprefix(_NO_OPTION)))
        except ValueError:
            message = f"{str(value)!r} is not {_TOLD[self.kind]}"
            raise typer.BadParameter(message, ctx=ctx, param=param) from None  # type: ignore[arg-type]


def _fitting(value: str | float) -> str | float:
    """The value; ValueError for a whole number that no column holds."""
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise ValueError
    return value


def lighten(params: Iterable[object]) -> None:
    """Give each parameter of a plain type a `Plain` in place of Typer's adapter."""
    for param in params:
        if getattr(param, "metavar", None) == PAIR:
            param.nargs = 2  # type: ignore[attr-defined]
        kind = _kind(param)
        if kind is not None:
            param._runtime_param = Plain(kind)  # type: ignore[attr-defined]  # noqa: SLF001 - see above


def _kind(param: object) -> type[str | int | float] | None:
    annotation = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    arguments: Sequence[object] = get_args(annotation) if get_origin(annotation) is list else (annotation,)
    return next((kind for kind in (bool, str, int, float) if arguments == (kind,)), None)
