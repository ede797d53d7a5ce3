"""Where do the migrations and the authority seeds lie?

They stand beside the package in a checkout and inside it in a wheel (hatch's `force-include`). This is the one module
that knows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent


def _folder(name: str) -> Path:
    shipped = _PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


def migrations_folder() -> Path:
    """The folder of Alembic's env.py and versions/."""
    return _folder("migrations")


def authority_folder() -> Path:
    """The folder of the authority files: publications.csv, people.csv, calendars/ ..."""
    return _folder("seeds") / "authority"
