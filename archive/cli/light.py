"""How does a command start without pydantic, which costs as much as Typer itself?

Typer hands every value of a command line to pydantic. For words, whole and other numbers that is a conversion of one
line, and an option's own parser needs none, so it is done here. Where another version of Typer does not look for it,
its own way goes on working.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, get_args, get_origin

import typer
from typer.core import TyperCommand

PAIR: Final = "NAME VALUE"
"""The metavar of an option that takes two words and may be repeated; Typer has no type for it."""

Make = Callable[[str], object]
"""Makes the value of a word; raises ValueError, or an error of ours that tells more, for one that means none."""

_COMMENT: Final = re.compile(r"--[^=\s]*\s")
_NO_OPTION: Final = "\0"
"""Before a word that is no option; the system lets no word hold it."""

_LARGEST: Final = (1 << 63) - 1
_TOLD: Final[dict[object, str]] = {int: "a whole number that a database holds", float: "a number"}


class LightCommand(TyperCommand):
    """A command whose plain options are read without pydantic."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the command line, the parameters made light first.

        A word that begins with "--" and holds a blank before any "=" is a statement that begins with a comment.
        """
        lighten(self.get_params(ctx))
        return super().parse_args(ctx, [_NO_OPTION + arg if _COMMENT.match(arg) else arg for arg in args])


class Plain:
    """Makes a value of a word, or a sequence of them; a flag that is set is a bool already."""

    def __init__(self, make: Make) -> None:
        self.make = make

    def coerce(self, value: object, param: object, ctx: object) -> object:
        """The value for the command; typer.BadParameter for a word that is none."""
        if isinstance(value, bool):
            return value
        if value is None:
            return () if getattr(param, "multiple", False) or getattr(param, "nargs", 1) == -1 else None
        if isinstance(value, (list, tuple)):
            return tuple(self.coerce(item, None, ctx) for item in value)
        try:
            return _fitting(self.make(str(value).removeprefix(_NO_OPTION)))
        except ValueError:
            message = f"{str(value)!r} is not {_TOLD.get(self.make, 'understood')}"
            raise typer.BadParameter(message, ctx=ctx, param=param) from None  # type: ignore[arg-type]


def _fitting(value: object) -> object:
    """The value; ValueError for a whole number that no column holds."""
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise ValueError
    return value


def lighten(params: Iterable[object]) -> None:
    """Give each parameter of a plain type, or with a parser of its own, a `Plain` in place of Typer's adapter."""
    for param in params:
        if getattr(param, "metavar", None) == PAIR:
            param.nargs = 2  # type: ignore[attr-defined]
        make = _maker(param)
        if make is not None:
            param._runtime_param = Plain(make)  # type: ignore[attr-defined]  # noqa: SLF001 - see above


def _maker(param: object) -> Make | None:
    descriptor = getattr(param, "type_descriptor", None)
    parser: Make | None = getattr(getattr(descriptor, "parameter_info", None), "parser", None)
    if parser is not None:
        return parser
    annotation = getattr(descriptor, "annotation", None)
    arguments: Sequence[object] = get_args(annotation) if get_origin(annotation) is list else (annotation,)
    return next((kind for kind in (bool, str, int, float) if arguments == (kind,)), None)
