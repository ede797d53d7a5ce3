"""The command under test: `main()` itself, on an archive of two issues that is ingested once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from archive.cli.app import main
from archive.ingest.pipeline import ingest

SEED = Path(__file__).resolve().parents[2] / "seeds" / "issues" / "monitor-7-153.txt"
LATER = """\
Publication: Monitor Volume: 7 Issue: 154

KREMLIN SILENT ON TALKS

Russian President Vladimir Putin met Pavel Felgenhauer, a military analyst, in Moscow (Izvestia, August 9).
The Kremlin said nothing about arms (Interfax, August 10; ORT, July 31).
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: object
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of two issues, which tests only read."""
    folder = tmp_path_factory.mktemp("archive")
    later = folder / "monitor-7-154.txt"
    later.write_text(LATER, encoding="utf-8")
    database = str(folder / "archive.db")
    ingest([str(SEED), str(later)], database)
    return database


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Calls `archive ...` in an empty folder, with no database named."""
    monkeypatch.delenv("ARCHIVE_DB", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Ended:
        monkeypatch.setattr("sys.argv", ["archive", *words])
        with pytest.raises(SystemExit) as end:
            main()
        told = capfdbinary.readouterr()
        return Ended(end.value.code, told.out.decode(), told.err.decode())

    return call


@pytest.fixture
def run(command: Command, archive: str, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Calls `archive ...` on the archive of two issues."""
    monkeypatch.setenv("ARCHIVE_DB", archive)
    return command
