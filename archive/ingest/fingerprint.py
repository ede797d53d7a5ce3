"""Would another machine find the same in a text? It would with the same program and the same authority files."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from archive.core.folders import authority_folder

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def fingerprint() -> str:
    """What stands for the program's own files and those of the authority, wherever they are installed."""
    digest = hashlib.sha256()
    for folder, pattern in ((_PACKAGE, "**/*.py"), (authority_folder(), "*.csv")):
        for path in sorted(folder.glob(pattern)):
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()
