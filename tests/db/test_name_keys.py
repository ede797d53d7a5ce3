"""Do names of any kind go through the whole of storing and settling, run after run, and stay one record each?"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from archive.db import schema
from archive.db.session import open_database
from archive.extract.context import ExtractedArticle
from tests.conftest import Made
from tests.db.conftest import Kept
from tests.link.names import organization_names, person_names, small_authority

Article = tuple[list[str], list[str]]
ARTICLES = st.lists(
    st.tuples(st.lists(person_names(), max_size=4), st.lists(organization_names(), max_size=2)), min_size=1, max_size=6
)


@given(ARTICLES)
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)  # no shrinking: an example takes a second
def test_any_names_are_stored_run_after_run(articles: list[Article]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(str(Path(folder) / "archive.db"), write=True)
        schema.upgrade(engine)
        kept = Kept(engine)
        kept.authority = small_authority()
        for number, article in enumerate(articles, 1):
            assert kept.add(f"{number}.txt", _made(number, article)) == "new"
        for number, article in enumerate(reversed(articles), 1):
            assert kept.add(f"{number}.txt", _made(number, article)) in {"replaced", "same"}
        kept.sound()
        engine.dispose()


def _made(number: int, article: Article) -> ExtractedArticle:
    people, organizations = article
    made = Made()
    for name in people:
        made.names(name)
    for name in organizations:
        made.knows(name).cites(name, "--08-06")
    return made.article(number)


CASES = {
    "a name with particles that the files do not take apart so": [
        "Jaap de Hoop Scheffer",
        "Scheffer",
        "de Hoop Scheffer",
    ],
    "a single name behind ibn": ["Ibn Khattab", "Khattab"],
    "a hyphen or a blank": ["Igor Orlov-Smirnov", "Igor Orlov Smirnov", "Smirnov", "Orlov-Smirnov"],
    "initials with and without stops": ["A.I. Orlov", "AI Orlov", "A. I. Orlov", "Orlov"],
    "letters in one": ["Jonas Gahr Støre", "Jonas Gahr Store", "Ægir Orlov", "Aegir Orlov"],
    "a number behind the name": ["John Paul II", "JOHN PAUL II", "John Paul"],
}


@pytest.mark.parametrize("names", CASES.values(), ids=CASES)
def test_names_that_fold_alike_are_one_record(kept: Kept, names: list[str]) -> None:
    kept.authority = small_authority()
    for number, name in enumerate(names, 1):
        assert kept.add(f"{number}.txt", Made().names(name).article(number)) == "new"
    for number, name in enumerate(reversed(names), 1):
        assert kept.add(f"{number}.txt", Made().names(name).article(number)) in {"replaced", "same"}
    kept.sound()
