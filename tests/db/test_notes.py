"""Does a later copy of a known article add what the first one lost: its endnotes?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from archive.extract.context import ExtractedArticle
    from tests.conftest import Made
    from tests.db.conftest import Kept


def with_notes(article: ExtractedArticle) -> ExtractedArticle:
    """The same article from a file that holds the list of its endnotes."""
    cited = tuple(replace(one, note=f"{one.source}, a note") for one in article.citations)
    return replace(article, citations=cited)


@pytest.mark.parametrize("one_run", [True, False])
def test_endnotes_that_a_later_copy_brings_are_taken_over(kept: Kept, made: type[Made], one_run: bool) -> None:  # noqa: FBT001
    article = made().cites("Interfax", "--08-06").names("Igor Ivanov").article(153)
    documents = [
        kept.document("a.txt", article),
        kept.document("b.txt", with_notes(article)),
        kept.document("c.txt", article, version="again"),
    ]
    for batch in [documents] if one_run else [[document] for document in documents]:
        kept.add_all(batch)
    assert kept.count("articles") == 1
    assert kept.rows("SELECT source_text, date, note FROM citations") == [
        ("Interfax", "2001-08-06", "Interfax, a note")
    ]
    assert len(kept.people()) == 1
    kept.sound()
