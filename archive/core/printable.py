r"""What may reach a terminal? Text from files and from people can hold escape sequences, which would command it.

Controls become visible (`\x1b`), and so do the characters that turn the direction of writing, which can make a line
read other than it is.
"""

from __future__ import annotations

from typing import Final

_BLANKS: Final = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_TURNING: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS: Final = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]

VISIBLE: Final = {
    **{ord(control): f"\\x{ord(control):02x}" for control in _CONTROLS},
    **{ord(turning): f"\\u{ord(turning):04x}" for turning in _TURNING},
}
"""For str.translate: every control, those that part lines too, made visible."""

_IN_A_CELL: Final = {**VISIBLE, **dict.fromkeys(map(ord, _BLANKS), " ")}
_ON_SCREEN: Final = {code: text for code, text in VISIBLE.items() if code not in {0x09, 0x0A, 0x0D}}


def in_a_cell(text: str) -> str:
    """The text on one line: what parts lines or columns is a blank, any other control is visible."""
    return text if text.isprintable() else text.translate(_IN_A_CELL)


def on_screen(text: str) -> str:
    """The text with its lines kept and every other control visible."""
    return text if text.isprintable() else text.translate(_ON_SCREEN)


def one_line(message: str) -> str:
    """A message on one line, runs of blanks made one; undecodable bytes of a file's name are visible too."""
    clean = message.encode("utf-8", "backslashreplace").decode()
    return " ".join(in_a_cell(clean).split())
