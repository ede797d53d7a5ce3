"""What is told of the backup that precedes an upgrade? Where it lies, at once, so that it is known whatever follows."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from archive.core.printable import one_line


def telling(database: str) -> Callable[[Path | None], None]:
    """For `schema.upgrade` of that database: a line on standard error that names the backup."""

    def tell(backup: Path | None) -> None:
        name = database.rpartition("@")[2] if "://" in database else database
        told = f"a backup of it is {backup}" if backup else "no backup is made, which pg_dump does on PostgreSQL"
        sys.stderr.write(f"archive: {one_line(f'{name} is of an older version and is upgraded; {told}')}\n")
        sys.stderr.flush()

    return tell
