"""A file becomes a document by its type, with its provenance; what is no text of a known type is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from archive.core.errors import InputError
from archive.read.reading import LARGEST, read, read_bytes


def test_a_document_knows_its_path_its_bytes_and_how_they_were_read(tmp_path: Path) -> None:
    path = tmp_path / "issue.txt"
    path.write_bytes(b"Line\r\nnext\rlast")
    document = read(str(path))
    assert document.path == str(path)
    assert document.sha256 == hashlib.sha256(b"Line\r\nnext\rlast").hexdigest()
    assert (document.size, document.media_type, document.encoding) == (15, "text/plain", "utf-8")
    assert document.text == "Line\nnext\nlast"


def test_a_web_page_is_read_as_its_main_text(tmp_path: Path) -> None:
    path = tmp_path / "ISSUE.HTML"
    path.write_text("<title>Title</title><p>Text")
    document = read(str(path))
    assert (document.media_type, document.title, document.text) == ("text/html", "Title", "Text")


def test_a_type_that_is_not_read_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "issue.pdf"
    path.write_text("Publication: Monitor Volume: 7 Issue: 153")
    with pytest.raises(InputError, match=r"what is read ends in \.txt"):
        read(str(path))


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="empty"):
        read_bytes(data, "-")


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read(str(tmp_path / "none.txt"))
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(InputError, match="directory"):
        read(str(folder))


def test_a_file_too_large_for_an_issue_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(InputError, match=r"more than 67,108,864 bytes.*--max-bytes"):
        read(str(path))
