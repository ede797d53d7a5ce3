"""Is an archive whole after its ingest was killed, at whatever moment, and does the next run complete it?"""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest

from tests.crash.conftest import LONG
from tests.crash.harm import Corpus, complete, end, exported, sound, start

KILLS = {f"row {number}": 5 for number in range(10 if LONG else 1)}
"""Row -> how often the ingest of one archive is killed before a run may end."""


@pytest.mark.parametrize(("row", "kills"), KILLS.items(), ids=KILLS)
def test_a_killed_ingest_leaves_whole_documents_and_the_next_completes_it(
    row: str, kills: int, whole: Corpus, tmp_path: Path
) -> None:
    """The export is then that of an uninterrupted run byte for byte, keys and all."""
    dice = random.Random(row)  # noqa: S311 - moments to be repeated, no secrets
    folder = whole.place(tmp_path / "killed")
    stored = []
    for _ in range(kills):
        child = start(folder)
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        time.sleep(dice.uniform(0, whole.seconds))
        child.send_signal(signal.SIGKILL)
        assert end(child)[0] in {0, -signal.SIGKILL}
        stored.append(sound(folder / "archive.db", whole))
    assert stored == sorted(stored)
    complete(folder)
    assert sound(folder / "archive.db", whole) == whole.files
    assert exported(folder) == whole.export
