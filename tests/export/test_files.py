"""Is a file written whole or not at all?"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from archive.core.errors import ArchiveError
from archive.export.files import whole_file


def test_a_file_appears_when_all_of_it_is_written(tmp_path: Path) -> None:
    place = tmp_path / "a.csv"
    with whole_file(place) as out:
        out.write("ä\r\n")
        out.flush()
        assert not place.exists()
    assert place.read_bytes() == "ä\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_an_error_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    place = tmp_path / "a.csv"
    place.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), whole_file(place) as out:
        out.write(str(1 / 0))
    assert place.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_replaced_file_keeps_its_rights_and_a_link_its_target(tmp_path: Path) -> None:
    place, link = tmp_path / "a.csv", tmp_path / "link.csv"
    place.write_text("old", encoding="utf-8")
    place.chmod(0o640)
    link.symlink_to(place)
    with whole_file(link) as out:
        out.write("new")
    assert (place.read_text(encoding="utf-8"), link.is_symlink()) == ("new", True)
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be written: No such file"), whole_file(tmp_path / "no" / "a.csv"):
        pass


def test_a_device_is_written_to_directly() -> None:
    with whole_file(Path(os.devnull)) as out:
        out.write("gone")
    assert not Path(os.devnull).is_file()


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """A limit on the size of files is how a full disk is made without root."""
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from archive.export.files import whole_file; from archive.core.errors import ArchiveError\n"
        "try:\n"
        "    with whole_file(Path(sys.argv[1])) as out:\n"
        "        out.write('x' * 10_000_000)\n"
        "except ArchiveError as error:\n"
        "    print(error)\n"
    )
    place = tmp_path / "a.csv"
    ran = [sys.executable, "-c", script, str(place)]
    done = subprocess.run(ran, capture_output=True, text=True, check=False)
    assert done.stdout == f"{place} cannot be written: File too large\n", done.stderr
    assert list(tmp_path.iterdir()) == []


SLOW_EXPORT = """
import sys
from pathlib import Path
from archive.export.files import whole_file
with whole_file(Path(sys.argv[1])) as out:
    out.write("half")
    out.flush()
    print("begun", flush=True)
    sys.stdin.readline()
    out.write(" and whole")
"""


def begin_export(place: Path) -> subprocess.Popen[str]:
    """A process that has written half of a file and waits for a line."""
    command = [sys.executable, "-c", SLOW_EXPORT, str(place)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    return child


def test_what_a_killed_export_left_goes_with_the_next_and_what_a_running_one_makes_stays(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="Windows keeps no locks on folders")
    killed, running = begin_export(tmp_path / "killed.csv"), begin_export(tmp_path / "running.csv")
    killed.kill()
    killed.communicate()
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".part", ".part"]
    with whole_file(tmp_path / "next.csv") as out:
        out.write("next")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".csv", ".part"]
    running.communicate("\n")
    assert running.returncode == 0
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "next.csv": "next",
        "running.csv": "half and whole",
    }


def test_a_file_in_a_folder_of_others_is_what_the_umask_says(tmp_path: Path) -> None:
    """A draft is its maker's alone, the finished file is not."""
    before = os.umask(0o022)
    try:
        with whole_file(tmp_path / "a.csv") as out:
            out.write("new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o644
