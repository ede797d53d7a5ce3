"""What is done to an ingest, and what must hold afterwards; the same words for all crash tests.

The child ingests the folder `in` of its working folder into `archive.db` there, few files to a transaction, so that
many transactions can be hit. It says "begun" once the archive is there and files are about to be stored.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

VIEWS = ("article_details", "citation_details", "person_mention_details", "organization_mention_details")
CHILD = """
import resource, sys
from archive.cli.app import main
from archive.ingest import pipeline
batch, most = int(sys.argv[1]), int(sys.argv[2])
begin = pipeline.begin_run
def begun(*args):
    print("begun", flush=True)
    if most:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    return begin(*args)
pipeline.BATCH_FILES, pipeline.begin_run = batch, begun
sys.argv = ["archive", *sys.argv[3:]]
main()
"""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Generated files below `folder`/in, what an uninterrupted ingest of them exports, and how long it takes."""

    folder: Path
    files: int
    export: dict[str, bytes]
    documents: dict[str, tuple[int, ...]]
    seconds: float

    def place(self, folder: Path) -> Path:
        """A working folder of a test, from which the files are seen under the same names."""
        folder.mkdir(exist_ok=True)
        (folder / "in").symlink_to(self.folder / "in")
        return folder


def start(
    folder: Path, *words: str, batch: int = 20, most: int = 0, prefix: Sequence[str] = ()
) -> subprocess.Popen[str]:
    """Begin `archive ingest` in `folder`; `most` are the bytes that a file may have, 0 any."""
    arguments = words or ("in",)
    command = [*prefix, sys.executable, "-c", CHILD, str(batch), str(most), "ingest", *arguments, "--db", "archive.db"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True)


def end(child: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for the child; exit code, standard output, standard error."""
    out, err = child.communicate()
    return child.returncode, out, err


def complete(folder: Path) -> None:
    """Ingest what is missing, which must succeed."""
    code, out, err = end(start(folder))
    assert (code, err) == (0, ""), out + err


def exported(folder: Path) -> dict[str, bytes]:
    """View -> its export as CSV."""
    script = "import sys; from archive.cli.app import main; sys.argv[0] = 'archive'; main()"
    words = ("export", "--db", "archive.db", "--out", "tables")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", script, *words], cwd=folder, env=environment, check=True, capture_output=True)
    found = {path.stem: path.read_bytes() for path in sorted((folder / "tables").glob("*.csv"))}
    assert set(found) == set(VIEWS)
    return found


def contents(database: Path) -> dict[str, tuple[int, ...]]:
    """Document -> how many articles it has, and how many citations and mentions they have."""
    parts = (
        "SELECT count(*) FROM document_articles a WHERE a.document_id = d.id",
        *(
            f"SELECT count(*) FROM {table} m JOIN document_articles a USING (article_id) WHERE a.document_id = d.id"  # noqa: S608 - names of ours
            for table in ("citations", "person_mentions", "organization_mentions")
        ),
    )
    sql = f"SELECT d.path, {', '.join(f'({part})' for part in parts)} FROM documents d"  # noqa: S608 - as above
    return {str(path): counts for path, *counts in rows(database, sql)}  # type: ignore[misc]


def rows(database: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database, timeout=60)) as connection:
        return [tuple(row) for row in connection.execute(sql)]


def sound(database: Path, whole: Corpus) -> int:
    """Check that the archive is sound and holds whole documents only; how many."""
    if not rows(database, "SELECT name FROM sqlite_master"):
        return 0
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert rows(database, "PRAGMA foreign_key_check") == []
    found = {path: tuple(counts) for path, counts in contents(database).items()}
    assert {path: counts for path, counts in found.items() if counts != whole.documents[path]} == {}
    return len(found)
