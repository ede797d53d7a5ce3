"""Does the built package carry what stands beside it in a checkout, and work from any folder?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ISSUE = ROOT / "seeds" / "issues" / "monitor-7-153.txt"
MIGRATIONS = {path.name for path in (ROOT / "migrations" / "versions").glob("*.py")}
AUTHORITY = {path.relative_to(ROOT / "seeds").as_posix() for path in (ROOT / "seeds").glob("authority/**/*.csv")}


def build(source: Path, target: Path, kind: str) -> Path:
    """Build `source` into `target` as a "wheel" or an "sdist" and return the file; needs no network."""
    pytest.importorskip("hatchling", reason="hatchling comes with the extra test")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)], cwd=source, check=True)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="session")
def unpacked_sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sdist = build(ROOT, tmp_path_factory.mktemp("sdist"), "sdist")
    target = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(target, filter="data")
    (folder,) = target.iterdir()
    return folder


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_migrations_and_authority_seeds(wheel: Path) -> None:
    names = names_in(wheel)
    assert {f"archive/_data/migrations/versions/{name}" for name in MIGRATIONS} <= names
    assert "archive/_data/migrations/env.py" in names
    assert {f"archive/_data/seeds/{name}" for name in AUTHORITY} <= names
    assert "archive/py.typed" in names


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    strangers = {name for name in names_in(wheel) if not name.startswith(("archive/", "newsletter_archive-"))}
    assert strangers == set()
    assert {name for name in names_in(wheel) if name.endswith(".pyc") or "tests" in name} == set()


def test_a_wheel_made_from_the_source_distribution_is_the_same(
    wheel: Path, unpacked_sdist: Path, tmp_path: Path
) -> None:
    assert names_in(build(unpacked_sdist, tmp_path, "wheel")) == names_in(wheel)


def test_the_source_distribution_brings_its_tests_and_texts(unpacked_sdist: Path) -> None:
    for name in ("tests/test_packaging.py", "tests/gold/dev.jsonl", "seeds/issues/monitor-7-153.txt", "LICENSE"):
        assert (unpacked_sdist / name).is_file(), name
    assert {path.name for path in ROOT.glob("*.md")} == {path.name for path in unpacked_sdist.glob("*.md")}


def test_the_wheels_own_files_are_enough_in_any_folder(wheel: Path, tmp_path: Path) -> None:
    """The wheel is unpacked, not installed, so that the test needs no network; .ci/run installs it."""
    shutil.unpack_archive(wheel, tmp_path / "package", "zip")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "package"), "ARCHIVE_DB": str(folder / "archive.db")}

    def run(*arguments: str) -> str:
        code = f"import archive; assert archive.__path__[0].startswith({str(tmp_path)!r})"
        command = [sys.executable, "-c", f"{code}; from archive.cli.app import main; main()", *arguments]
        return subprocess.run(
            command, cwd=folder, env=environment, check=True, capture_output=True, text=True, encoding="utf-8"
        ).stdout

    assert "1 new" in run("ingest", str(ISSUE))
    assert "Ilya Klebanov" in run("people")
