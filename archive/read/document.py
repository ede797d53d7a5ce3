"""What reading yields: the text of one file, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One file as text. All offsets of later steps count characters of `text`.

    `text` has no byte order mark and its line ends are newlines, those of a text wrapped to a width blanks; of a web
    page it is the main text. `title` is the page's own title where the medium has one (HTML), else None. `path` is as
    given or found ("-" for standard input). `encoding_basis` says how the encoding was found: bom, utf-8, declared or
    detected.
    """

    path: str
    sha256: str
    size: int
    media_type: str
    encoding: str
    encoding_basis: str
    text: str
    title: str | None = None
