"""What becomes of documents that come again, changed, twice, or with something that cannot be stored?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from archive.core.errors import InputError
from archive.db.incoming import Incoming, incoming
from archive.db.outcomes import FileOutcome, Outcome
from archive.db.runs import begin_run
from archive.extract.context import ExtractedArticle
from archive.extract.mentions import CitationKind
from archive.read.document import Document

if TYPE_CHECKING:
    from tests.conftest import Made
    from tests.db.conftest import Kept


def test_everything_found_is_a_row_with_its_span_and_sentence(kept: Kept, made: type[Made]) -> None:
    article = made(title="TALKS").cites("Interfax", "--08-06").cites(None, "--08-08")
    article.cites("Monitor", "--08-06", CitationKind.CROSS_REFERENCE).knows("State Duma", "Duma")
    article.names("Igor Ivanov", "Igor Ivanov", "Ivanov", role="Foreign Minister")
    assert kept.add("a.txt", article.article(153)) == "new"
    columns = "kind, source, source_text, date, raw, substr(body, span_start + 1, span_end - span_start), sentence"
    joined = "FROM citation_details JOIN articles ON articles.id = article_id ORDER BY citation_details.position"
    sentence = article.article(153).article.body
    assert kept.rows(f"SELECT {columns} {joined}") == [
        ("source", "Interfax", "Interfax", "2001-08-06", *["(Interfax, --08-06)"] * 2, sentence),
        ("source", None, None, "2001-08-08", *["(None, --08-08)"] * 2, sentence),
        ("cross_reference", "Monitor", "Monitor", "2001-08-06", *["(Monitor, --08-06)"] * 2, sentence),
    ]
    assert kept.people() == [("Igor Ivanov", "Igor Ivanov", "name"), ("Ivanov", "Igor Ivanov", "name")]
    assert kept.rows("SELECT organization, kind, surface FROM organization_mention_details") == [
        ("State Duma", "legislature", "Duma")
    ]
    assert kept.rows("SELECT issue_date, issue_date_basis, title FROM article_details") == [
        ("2001-08-09", "calendar", "TALKS")
    ]
    kept.sound()


def test_the_same_bytes_change_nothing(kept: Kept, made: type[Made]) -> None:
    article = made().names("Igor Ivanov").article(153)
    kept.add("a.txt", article)
    before = kept.rows("SELECT * FROM documents"), kept.rows("SELECT * FROM person_mentions")
    assert kept.add("a.txt", article) == "same"
    assert (kept.rows("SELECT * FROM documents"), kept.rows("SELECT * FROM person_mentions")) == before
    assert kept.rows("SELECT path, outcome FROM run_files") == [("a.txt", "new"), ("a.txt", "same")]


def test_other_bytes_at_the_same_path_replace_the_old_ones(kept: Kept, made: type[Made]) -> None:
    kept.add("a.txt", made().names("Viktor Orlov").knows("Orlov Bank").cites("Orlov Herald", "--08-06").article(153))
    assert kept.add("a.txt", made().names("Igor Ivanov").article(154)) == "replaced"
    assert kept.rows("SELECT document, issue FROM article_details") == [("a.txt", 154)]
    assert kept.people() == [("Igor Ivanov", "Igor Ivanov", "name")]
    for table in ("people", "person_names", "organizations", "organization_names"):
        assert kept.brought(table) == []
    assert kept.rows("SELECT number FROM issues") == [(154,)]
    kept.sound()


def test_an_article_that_stays_in_a_changed_file_keeps_its_key(kept: Kept, made: type[Made]) -> None:
    first, second = made().names("Igor Ivanov").article(153), made().names("Boris Yeltsin").article(153)
    kept.add("a.txt", first, second)
    before = kept.rows("SELECT id, body FROM articles ORDER BY id")
    assert kept.add("a.txt", second) == "replaced"
    assert kept.rows("SELECT id, body FROM articles") == [row for row in before if "Yeltsin" in row[1]]


def test_the_same_article_in_two_files_is_one_article_of_two_documents(kept: Kept, made: type[Made]) -> None:
    article = made("The  talks\nended. ").names("Igor Ivanov")
    kept.add("a.txt", article.article(153))
    other = made("The talks ended.").names("Igor Ivanov")
    assert kept.add("b.txt", other.article(153)) == "new"
    assert kept.rows("SELECT document, documents FROM article_details") == [("a.txt", 2)]
    assert len(kept.people()) == 1
    assert kept.add("a.txt", made().article(154)) == "replaced"
    assert kept.rows("SELECT document FROM article_details ORDER BY issue") == [("b.txt",), ("a.txt",)]
    kept.sound()


def test_the_same_article_in_another_issue_is_another_article(kept: Kept, made: type[Made]) -> None:
    kept.add_all([kept.document("a.txt", made().article(153)), kept.document("b.txt", made().article(154))])
    assert kept.count("articles") == 2


@pytest.mark.parametrize("one_run", [True, False])
def test_an_article_without_title_takes_that_of_a_later_copy(kept: Kept, made: type[Made], one_run: bool) -> None:  # noqa: FBT001
    documents = [
        kept.document("a.txt", made("The talks ended.").article(153)),
        kept.document("b.txt", made("The talks ended.", "TALKS END").article(153)),
        kept.document("c.txt", made("The talks ended.", "OTHER TITLE").article(153)),
    ]
    for batch in [documents] if one_run else [[document] for document in documents]:
        kept.add_all(batch)
    assert kept.rows("SELECT title FROM articles") == [("TALKS END",)]


def test_a_document_is_stored_whole_or_not_at_all(kept: Kept, made: type[Made]) -> None:
    """A batch that the database refuses leaves no trace, in memory neither."""
    bad = made().names("Viktor Orlov").cites("Orlov Herald", "--08-06")
    bad.people[0] = bad.people[0].__class__(bad.people[0].span.__class__(5, 5), "", "Viktor Orlov", "made")
    store = begin_run(kept.engine, kept.authority)
    with pytest.raises(IntegrityError):
        store.write([kept.document("good.txt", made().article(153)), kept.document("bad.txt", bad.article(153))])
    for table in ("documents", "articles", "issues", "run_files"):
        assert kept.count(table) == 0
    assert kept.brought("people") == []
    good = kept.document("good.txt", made().names("Viktor Orlov").article(153))
    assert store.write([good])[0].outcome is Outcome.NEW
    kept.sound()


def test_two_runs_at_once_see_each_others_records(kept: Kept, made: type[Made]) -> None:
    one, other = begin_run(kept.engine, kept.authority), begin_run(kept.engine, kept.authority)
    for number, run in enumerate((one, other, one, other)):
        article = made(f"Number {number}.").names("Viktor Orlov").knows("Orlov Bank").cites("Orlov Herald", "--08-06")
        run.write([kept.document(f"{number}.txt", article.article(number + 1, "Orlov Weekly", 1))])
    assert kept.brought("people") == ["Viktor Orlov"]
    assert kept.count("articles") == 4
    assert kept.brought("publications") == ["Orlov Weekly"]
    kept.sound()


def test_skipped_and_failed_files_are_noted_with_their_reasons(kept: Kept) -> None:
    store = begin_run(kept.engine, kept.authority)
    store.write([], [FileOutcome("a.pdf", Outcome.SKIPPED, "its type is not read")])
    assert kept.rows("SELECT path, outcome, reason FROM run_files") == [("a.pdf", "skipped", "its type is not read")]


def test_equal_bytes_told_to_be_of_another_issue_replace(kept: Kept, made: type[Made]) -> None:
    """A file without a header is what the person says it is, and a slip of the person can be put right."""

    def document(issue: int) -> Incoming:
        article = made("The talks ended.").article(issue, day="2001-08-09", given=True)
        return Incoming("/a.txt", "a.txt", "digest", 1, "text/plain", "utf-8", "utf-8", (article,), (), given=True)

    outcomes = [kept.add_all([document(issue)])[0].outcome.value for issue in (153, 153, 154)]
    assert outcomes == ["new", "same", "replaced"]
    assert kept.rows("SELECT issue FROM article_details") == [(154,)]


@pytest.mark.parametrize("character", ["\x00", "\ud800"])
def test_a_text_that_no_database_stores_is_refused(character: str) -> None:
    document = Document("a.txt", "digest", 1, "text/plain", "utf-8", "utf-8", f"Talks{character}")
    with pytest.raises(InputError, match="character 6"):
        incoming("/a.txt", document, [])


def test_a_known_organization_lists_the_names_that_texts_bring(kept: Kept, made: type[Made]) -> None:
    texts: list[ExtractedArticle] = [
        made().knows("Congress of Russian Communities", "KRO", kind="party").article(1),
        made().knows("STATE DUMA").cites("ASSOCIATED PRESS", "--08-06").article(2),
    ]
    kept.add("a.txt", *texts)
    names = "SELECT n.name, n.kind, o.name FROM organization_names n JOIN organizations o ON o.id = n.organization_id"
    assert sorted(kept.rows(f"{names} WHERE n.origin = 'ingest'")) == [
        ("ASSOCIATED PRESS", "alias", "AP"),
        ("Congress of Russian Communities", "authorized", "Congress of Russian Communities"),
        ("KRO", "acronym", "Congress of Russian Communities"),
        ("STATE DUMA", "alias", "State Duma"),
    ]
