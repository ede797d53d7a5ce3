"""Can no text command a terminal?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.core.printable import in_a_cell, on_screen, one_line


@given(st.text())
def test_a_cell_holds_nothing_that_commands_a_terminal_or_parts_lines(text: str) -> None:
    assert len(in_a_cell(text).splitlines()) <= 1
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in in_a_cell(text))


@given(st.text())
def test_a_screen_keeps_lines_only(text: str) -> None:
    assert not any((ord(c) < 32 and c not in "\t\n\r") or 127 <= ord(c) < 160 for c in on_screen(text))


def test_controls_are_visible_and_plain_text_stays() -> None:
    assert in_a_cell("\x1b[2J a\tb\nc \u202e") == r"\x1b[2J a b c \u202e"
    assert on_screen("Kim’s\n“arms”\x07") == "Kim’s\n“arms”\\x07"


def test_a_message_is_one_line_with_undecodable_bytes_spelled_out() -> None:
    assert one_line("a\n  b\udcff") == r"a b\udcff"
