"""How often circles of objects are searched for."""

from __future__ import annotations

import gc

import pytest

from archive.ingest.garbage import seldom_collected


def test_the_search_is_as_frequent_as_before_once_files_are_in() -> None:
    before = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before


def test_the_search_is_as_frequent_as_before_after_a_failure() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), seldom_collected():
        _ = 1 / 0
    assert gc.get_threshold() == before
