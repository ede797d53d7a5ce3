"""Does better evidence move the days of issues that are stored, and their cited days with them?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archive.extract.mentions import CitationKind

if TYPE_CHECKING:
    from tests.conftest import Made
    from tests.db.conftest import Kept


def dates(kept: Kept) -> list[tuple[Any, ...]]:
    return kept.rows("SELECT issue, issue_date, issue_date_basis FROM article_details ORDER BY issue, article_id")


def test_an_issue_is_dated_by_what_it_cites_and_moved_by_its_neighbours(kept: Kept, made: type[Made]) -> None:
    kept.add("b.txt", made().cites("AP", "--03-15").article(51, "EDM", 2))
    assert dates(kept) == [(51, "2005-03-16", "citations")]
    kept.add("c.txt", made().cites("AP", "--03-17").article(52, "EDM", 2))
    kept.add("d.txt", made().cites("AP", "--03-17").article(53, "EDM", 2))
    assert dates(kept)[1] == (52, "2005-03-17", "citations")


def test_cited_days_move_with_the_issue(kept: Kept, made: type[Made]) -> None:
    """Number 4 cites December only; number 5 shows that it is of January, so the December is last year's."""
    kept.add("a.txt", made().cites("AP", "--12-29").article(4, "EDM", 2))
    assert kept.rows("SELECT date, year_basis FROM citation_details") == [("2005-12-29", "issue")]
    kept.add("b.txt", made().cites("AP", "--01-06").article(5, "EDM", 2))
    kept.add("c.txt", made().cites("AP", "--01-07").article(6, "EDM", 2))
    assert kept.rows("SELECT date FROM citation_details WHERE issue = 4") == [("2004-12-29",)]


def test_a_printed_day_beats_the_calendar_and_goes_with_its_file(kept: Kept, made: type[Made]) -> None:
    kept.add("a.txt", made().article(153))
    kept.add("b.txt", made().names("Igor Ivanov").article(153, day="2001-08-13"))
    assert dates(kept) == [(153, "2001-08-13", "printed")] * 2
    kept.add("b.txt", made().article(154))
    assert dates(kept) == [(153, "2001-08-09", "calendar"), (154, "2001-08-10", "calendar")]


def test_a_later_cited_day_moves_an_issue_that_the_calendar_tells_roughly(kept: Kept, made: type[Made]) -> None:
    kept.add("a.txt", made().article(149, volume=3))
    assert dates(kept) == [(149, "1997-07-31", "calendar")]
    kept.add("b.txt", made().cites("Interfax", "--08-04").article(149, volume=3))
    assert dates(kept) == [(149, "1997-08-05", "citations")] * 2
    kept.add("c.txt", made().cites("Interfax", "--08-05").article(149, volume=3))
    assert dates(kept) == [(149, "1997-08-06", "citations")] * 3


def test_an_unknown_newsletters_year_is_fixed_by_the_first_evidence_of_it(kept: Kept, made: type[Made]) -> None:
    def base() -> list[tuple[Any, ...]]:
        return kept.rows("SELECT base_year, base_year_basis FROM publications WHERE name = 'Gazette'")

    kept.add("a.txt", made().cites("AP", "--03-15").article(10, "Gazette", 3))
    assert base() == [(None, None)]
    assert dates(kept) == [(10, None, "unknown")]
    assert kept.rows("SELECT date, date_precision, date_printed FROM citations") == [(None, "none", "--03-15")]
    kept.add("b.txt", made().cites("AP", "1998-03-01").article(10, "Gazette", 3))
    assert base() == [(1995, "citations")]
    assert dates(kept) == [(10, "1998-03-16", "citations")] * 2
    assert kept.rows("SELECT date FROM citations WHERE date_printed = '--03-15'") == [("1998-03-15",)]
    kept.add("c.txt", made().article(20, "Gazette", 4, day="2000-06-01"))
    assert base() == [(1996, "printed")]
    assert dates(kept)[0] == (10, "1999-03-16", "citations")


def test_an_issue_of_which_only_the_volume_is_known_lies_in_its_year(kept: Kept, made: type[Made]) -> None:
    kept.add("a.txt", made().article(10, "EDM", 2))
    assert kept.rows("SELECT issue_date, issue_date_earliest, issue_date_latest FROM article_details") == [
        (None, "2005-01-01", "2005-12-31")
    ]


def test_a_cross_reference_finds_its_issue_when_that_arrives(kept: Kept, made: type[Made]) -> None:
    def targets() -> list[tuple[Any, ...]]:
        return kept.rows("SELECT target_volume, target_issue FROM citation_details ORDER BY position")

    reference = CitationKind.CROSS_REFERENCE
    citing = made().cites("Monitor", "--08-06", reference).cites("Monitor", "--08-06/--08-07", reference)
    kept.add("a.txt", citing.article(153))
    assert targets() == [(None, None)] * 2
    kept.add("b.txt", made().article(150))
    assert targets() == [(7, 150), (None, None)]
    kept.add("b.txt", made().article(151))
    assert targets() == [(None, None)] * 2
    kept.sound()


def test_a_newsletter_that_a_reference_named_before_it_was_known(kept: Kept, made: type[Made]) -> None:
    kept.add("a.txt", made().cites("Gazette", "1998-03-16", CitationKind.CROSS_REFERENCE).article(153))
    assert kept.rows("SELECT source, link_basis FROM citation_details") == [(None, "unknown publication")]
    kept.add("b.txt", made().article(10, "Gazette", 3, day="1998-03-16"))
    assert kept.rows("SELECT source, link_basis, target_issue FROM citation_details") == [("Gazette", "name", 10)]
    kept.add("b.txt", made().article(154))
    assert kept.rows("SELECT source, link_basis FROM citation_details") == [(None, "unknown publication")]
    kept.sound()
