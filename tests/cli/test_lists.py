"""Do the listing commands filter, match names folded, and write every format?"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from tests.cli.conftest import Command


def rows(run: Command, *words: str) -> list[dict[str, Any]]:
    ended = run(*words, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    found = json.loads(ended.out)
    assert isinstance(found, list)
    return found


def test_issues_and_articles_come_newest_first(run: Command) -> None:
    assert [row["issue"] for row in rows(run, "issues")] == [154, 153]
    titles = [row["title"] for row in rows(run, "articles")]
    assert titles[0] == "KREMLIN SILENT ON TALKS"
    assert titles[1].startswith("Among the important questions left unanswered")
    assert titles[1].endswith(" ...")


def test_publications_count_what_they_hold(run: Command) -> None:
    first = rows(run, "publications")[0]
    assert (first["publication"], first["issues"], first["articles"]) == ("Monitor", 2, 2)


FILTERED = {
    "by source, folded": (["--source", "INTERFAX"], ["2001-08-10", "2001-08-06"]),
    "by source and day cited": (["--source", "Interfax", "--since", "2001-08-07"], ["2001-08-10"]),
    "by a day's month": (["--until", "2001-07"], ["2001-07-31", "2001-04-24"]),
    "by an alias of the source": (["--source", "the associated press"], ["2001-08-05"]),
    "by kind": (["--kind", "cross-reference"], ["2001-04-24"]),
    "by the newsletter that a cross reference names": (["--source", "the Monitor"], ["2001-04-24"]),
    "by issue": (["--volume", "7", "--issue", "154"], ["2001-08-09", "2001-08-10", "2001-07-31"]),
    "by a person of the article": (["--person", "putin", "--source", "Izvestia"], ["2001-08-09"]),
    "by an organization of the article": (["--organization", "General Staff", "--source", "izvestia"], ["2001-08-05"]),
    "by day in words": (["--since", "9 August 2001"], ["2001-08-09", "2001-08-10"]),
    "by publication, and at most one": (["--publication", "monitor", "--limit", "1"], ["2001-08-09"]),
}


@pytest.mark.parametrize(("words", "days"), FILTERED.values(), ids=FILTERED)
def test_citations_are_filtered(words: list[str], days: list[str], run: Command) -> None:
    assert [row["date"] for row in rows(run, "citations", *words)] == days


def test_a_citation_comes_with_issue_day_and_sentence(run: Command) -> None:
    found = rows(run, "citations", "--source", "Interfax", "--since", "2001-08-01")[0]
    assert (found["publication"], found["volume"], found["issue"]) == ("Monitor", 7, 154)
    assert found["sentence"].startswith("The Kremlin said nothing about arms (Interfax")


def test_people_are_counted_in_the_articles_asked_for(run: Command) -> None:
    everywhere = {row["person"]: row["articles"] for row in rows(run, "people")}
    assert everywhere["Pavel Felgenhauer"] == 2
    later = {row["person"]: row["articles"] for row in rows(run, "people", "--issue", "154")}
    assert later == {"Vladimir Putin": 1, "Pavel Felgenhauer": 1}
    assert [row["person"] for row in rows(run, "people", "kleb")] == ["Ilya Klebanov"]


def test_organizations_are_listed_by_kind_and_name(run: Command) -> None:
    media = rows(run, "organizations", "--kind", "Media")
    assert {row["kind"] for row in media} == {"media"}
    assert {"Interfax", "Izvestia", "ORT"} <= {row["organization"] for row in media}
    assert [row["organization"] for row in rows(run, "organizations", "staff")] == ["General Staff"]


UNKNOWN = {
    "publication": (["issues", "--publication", "Moniter"], "no publication 'Moniter' in the archive; is it Monitor?"),
    "source": (["citations", "--source", "Interfx"], "no source 'Interfx' in the archive; is it Interfax"),
    "person": (["articles", "--person", "Klebanow"], "no person 'Klebanow' in the archive; is it"),
    "organization": (["people", "--organization", "Xyzzy"], "no organization 'Xyzzy' in the archive; see archive"),
    "empty": (["citations", "--source", ""], "no source '' in the archive"),
}


@pytest.mark.parametrize(("words", "told"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_name_is_told_with_near_ones(words: list[str], told: str, run: Command) -> None:
    ended = run(*words)
    assert (ended.code, ended.out) == (1, "")
    assert told in ended.err
    assert ended.err.count("\n") == 1


def test_a_pipe_gets_tab_separated_values_with_a_header(run: Command) -> None:
    lines = run("issues").out.splitlines()
    assert lines[0].split("\t")[:3] == ["publication", "volume", "issue"]
    assert lines[1].split("\t")[:3] == ["Monitor", "7", "154"]
    assert run("issues", "--no-headers").out.splitlines() == lines[1:]


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "ndjson", "markdown"])
def test_every_format_holds_every_row(form: str, run: Command) -> None:
    out = run("citations", "--format", form).out
    if form == "csv":
        assert len(list(csv.reader(io.StringIO(out, newline="")))) == 13
    elif form == "json":
        assert len(json.loads(out)) == 12
    else:
        extra = {"table": 2, "tsv": 1, "ndjson": 0, "markdown": 2}[form]
        assert len(out.splitlines()) == 12 + extra


@pytest.mark.parametrize(("name", "facts"), [
    ("Klebanov", ["Ilya Klebanov", "Russian Deputy Prime Minister", "2001-08-09", "Monitor 7/153", "arms contracts"]),
    ("Kim", ["Kim Jong-il", "North Korean leader", "Kim Chong-il"]),
    ("felgenhauer", ["2 mentions", "Monitor 7/154", "KREMLIN SILENT ON TALKS"]),
])  # fmt: skip
def test_a_person_is_shown_with_roles_names_and_mentions(name: str, facts: list[str], run: Command) -> None:
    ended = run("person", name)
    assert ended.code == 0
    assert [fact for fact in facts if fact not in ended.out] == []


def test_a_persons_mentions_can_be_a_table(run: Command) -> None:
    found = rows(run, "person", "Ilya Klebanov")
    assert found[0]["role"] == "Russian Deputy Prime Minister"
    assert {"issue", "issue_date", "sentence", "surface"} <= found[0].keys()


def test_an_organization_is_shown_with_kind_names_and_both_kinds_of_mention(run: Command) -> None:
    out = run("organization", "izvestiya").out
    assert out.startswith("Izvestia\n  kind     media\n")
    assert "[2001-08-09] " in out
    found = rows(run, "organization", "Guardian")
    assert {row["occurrence"] for row in found} == {"mention", "citation"}


COUNTED = {
    "both": (["organization", "Guardian"], "1 mention and 1 citation"),
    "several of one": (["organization", "Izvestia"], "2 citations"),
    "one of one": (["organization", "ORT"], "1 citation"),
    "one mention": (["person", "Putin"], "1 mention"),
    "several mentions": (["person", "Felgenhauer"], "2 mentions"),
    "none": (["organization", "Izvestia", "--since", "2030"], "0 mentions"),
}


@pytest.mark.parametrize(("words", "told"), COUNTED.values(), ids=COUNTED)
def test_what_a_record_is_shown_with_is_counted_in_good_english(words: list[str], told: str, run: Command) -> None:
    assert run(*words).out.splitlines()[-1] == told


def test_a_name_of_several_records_lists_them_and_says_how_to_narrow(run: Command) -> None:
    ended = run("person", "Ivanov")  # the authority files hold several; no article names one
    assert ended.code == 1
    assert ended.out.startswith("person\tcountry\tdescription\n")
    assert len(ended.out.splitlines()) > 2
    assert "records match 'Ivanov'; give the whole name: archive person '" in ended.err


def test_a_person_that_nobody_names_is_told_with_near_names(run: Command) -> None:
    ended = run("person", "Klebanof")
    assert (ended.code, ended.out) == (1, "")
    assert "no person 'Klebanof' in the archive; is it" in ended.err


def test_an_article_is_shown_whole(run: Command) -> None:
    number = rows(run, "articles", "--issue", "154")[0]["article"]
    out = run("article", str(number)).out
    for part in ("KREMLIN SILENT ON TALKS", "The Kremlin said nothing", "Vladimir Putin", "ORT, 2001-07-31"):
        assert part in out
    assert rows(run, "article", str(number))[0]["title"] == "KREMLIN SILENT ON TALKS"
    assert run("article", "4711").err == "archive: no article 4711 in the archive; see archive articles\n"
