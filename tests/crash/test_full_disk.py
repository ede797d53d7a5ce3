"""Is an archive whole after the disk was full, and does the next run complete it?"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.conftest import LONG
from tests.crash.harm import Corpus, complete, end, exported, sound, start

SHARES = (0.1, 0.2, 0.3, 0.45, 0.6) if LONG else (0.6,)
"""Of the size of the finished archive: how large a file may become."""


def test_a_file_that_may_not_grow(whole: Corpus, tmp_path: Path) -> None:
    """RLIMIT_FSIZE stands for a full disk: the engine's writes fail half done."""
    folder = whole.place(tmp_path / "full")
    for share in SHARES:
        most = int((whole.folder / "archive.db").stat().st_size * share)
        code, out, err = end(start(folder, most=most))
        assert code == 1, out
        assert err.count("\n") == 1
        assert err.startswith("archive: archive.db ")
        sound(folder / "archive.db", whole)
    complete(folder)
    assert exported(folder) == whole.export


MOUNT = 'mount -t tmpfs -o size="$0" none small && cd small && "$@"; code=$?; cp archive.db* ../kept; exit $code'


def test_a_small_disk(whole: Corpus, tmp_path: Path) -> None:
    """A disk in memory in a space of names of its own, which is gone with it."""
    space = ["unshare", "--user", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*space, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no disk of one's own may be mounted here")
    folder = whole.place(tmp_path / "kept")
    (tmp_path / "small").mkdir()
    size = (whole.folder / "archive.db").stat().st_size * 2 // 3
    words = (str(whole.folder / "in"),)
    code, _, err = end(start(tmp_path, *words, prefix=[*space, "sh", "-c", MOUNT, str(size)]))
    assert (code, err.count("\n")) == (1, 1)
    assert "the disk is full; make room and run the command again" in err
    moved = {path.replace("in", words[0], 1): counts for path, counts in whole.documents.items()}
    assert sound(folder / "archive.db", Corpus(whole.folder, whole.files, {}, moved, 0)) < whole.files
    assert end(start(folder, *words))[0] == 0
    assert sound(folder / "archive.db", Corpus(whole.folder, whole.files, {}, moved, 0)) == whole.files
    complete(folder)


def test_the_backup_that_finds_no_room_leaves_nothing(whole: Corpus, tmp_path: Path) -> None:
    """Half of a copy is none: its draft goes."""
    folder = whole.place(tmp_path / "backup")
    shutil.copy(whole.folder / "archive.db", folder / "archive.db")
    script = (
        "import resource, sys; from archive.cli.app import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, resource.RLIM_INFINITY)); "
        "sys.argv = ['archive', 'db', 'backup', 'copy.db', '--db', 'archive.db']; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("archive: copy.db cannot ")
    assert {path.name for path in folder.iterdir()} <= {"in", "archive.db", "archive.db-wal", "archive.db-shm"}
