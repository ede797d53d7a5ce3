"""Would another machine find the same in a text? It would with the same program and the same authority files."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from archive.core.folders import authority_folder

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_FLOORS: Final = ("core", "read", "parse", "extract", "db", "ingest")
"""The floors that a worker's answer depends on, with what it is made of."""


@cache
def fingerprint() -> str:
    """What stands for the program's own files and those of the authority, wherever they are installed."""
    digest = hashlib.sha256()
    for folder, pattern in (*((_PACKAGE / floor, "**/*.py") for floor in _FLOORS), (authority_folder(), "*.csv")):
        for path in sorted(folder.glob(pattern)):
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            digest.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()
