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
"""Row -> how many ingests are killed in it."""


@pytest.mark.parametrize(("row", "kills"), KILLS.items(), ids=KILLS)
def test_a_killed_ingest_leaves_whole_documents_and_the_next_completes_it(
    row: str, kills: int, whole: Corpus, tmp_path: Path
) -> None:
    """The export is then that of an uninterrupted run byte for byte, keys and all.

    One archive is killed again and again; where an ingest was faster than its end, the next archive is begun.
    """
    dice = random.Random(row)  # noqa: S311 - moments to be repeated, no secrets
    killed = 0
    while killed < kills:
        folder = whole.place(tmp_path / f"after {killed}")
        stored, ended = [0], False
        while killed < kills and not ended:
            left = 1 - stored[-1] / whole.files
            ended = not kill(folder, dice.uniform(0, whole.seconds * max(left, 0.1)))
            killed += not ended
            stored.append(sound(folder / "archive.db", whole))
        assert stored == sorted(stored)
        complete(folder)
        assert sound(folder / "archive.db", whole) == whole.files
        assert exported(folder) == whole.export


def kill(folder: Path, seconds: float) -> bool:
    """Kill an ingest so long after it began; False where it ended by itself before."""
    child = start(folder)
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    code = end(child)[0]
    assert code in {0, -signal.SIGKILL}
    return code != 0
