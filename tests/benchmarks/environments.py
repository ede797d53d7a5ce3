"""Where do the commands that are timed live? In fresh virtual environments, ours and each peer's apart."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.timing import ROOT

OURS = (f"{ROOT}[cluster]", "ahocorasick_rs")  # the second is the floor's, and nothing of ours imports it


@dataclass(frozen=True, slots=True)
class Environments:
    """Folders of programs: `archive` with the floor's needs, and `sqlite-utils` alone."""

    archive: Path
    peer: Path


def make(work: Path) -> Environments:
    """Install the checkout and its peer into environments below `work`; needs a package index."""
    return Environments(_install(work / "archive", *OURS), _install(work / "peer", "sqlite-utils"))


def _install(folder: Path, *packages: str) -> Path:
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    programs = folder / "bin"
    subprocess.run([programs / "pip", "install", "-qq", "--disable-pip-version-check", *packages], check=True)
    return programs


def describe(places: Environments) -> str:
    """The machine and the versions, one line each."""
    ours = _versions(places.archive, "newsletter-archive", "typer", "sqlalchemy", "distributed", "ahocorasick_rs")
    peer = _versions(places.peer, "sqlite-utils")
    lines = (
        f"{_processor()}, {os.cpu_count()} cores, {_memory()} GiB, {platform.system()} {platform.release()}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {ours}; peers: {peer}",
    )
    return "\n".join(f"- {line}" for line in lines)


def _versions(programs: Path, *packages: str) -> str:
    code = "import sys, importlib.metadata as m; print(', '.join(f'{p} {m.version(p)}' for p in sys.argv[1:]))"
    command = [str(programs / "python"), "-c", code, *packages]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
