"""Do the authority files become records, once?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Engine, text

from archive.core.errors import AuthorityError
from archive.db.runs import begin_run
from archive.db.seed import seed
from archive.read.authority import OrganizationRecord, load_authority

if TYPE_CHECKING:
    from tests.db.conftest import Kept


def counts(engine: Engine) -> list[tuple[str, int]]:
    tables = ["publications", "publication_names", "calendar_days", "organizations", "organization_names"]
    tables += ["people", "person_names"]
    with engine.connect() as connection:
        return [(t, connection.execute(text(f"SELECT count(*) FROM {t}")).scalar_one()) for t in tables]  # noqa: S608


def test_the_shipped_files_are_seeded_once(engine: Engine) -> None:
    authority = load_authority()
    with engine.begin() as connection:
        assert seed(connection, authority)
    before = dict(counts(engine))
    assert before["people"] == len(authority.people)
    assert before["organizations"] == len(authority.organizations)
    assert before["calendar_days"] == 1749 + 3 * 499
    with engine.begin() as connection:
        assert not seed(connection, authority)
        connection.execute(text("DELETE FROM properties"))
        assert seed(connection, authority)
    assert dict(counts(engine)) == before


def test_every_name_is_listed(kept: Kept) -> None:
    begin_run(kept.engine, kept.authority)
    names = "SELECT n.name, n.kind FROM organization_names n JOIN organizations o ON o.id = n.organization_id"
    assert kept.rows(f"{names} WHERE o.name = 'AP'") == [("AP", "authorized"), ("Associated Press", "alias")]
    assert ("EDM",) in kept.rows("SELECT name FROM publication_names")
    assert kept.rows("SELECT base_year, base_year_basis FROM publications WHERE name = 'Monitor'") == [(1994, "seed")]


def test_two_records_of_one_folded_name_are_refused(kept: Kept) -> None:
    twice = OrganizationRecord("INTERFAX", "media", None, (), (), ())
    authority = replace(kept.authority, organizations=(*kept.authority.organizations, twice))
    with pytest.raises(AuthorityError, match="'Interfax' and 'INTERFAX' are one folded name"):
        begin_run(kept.engine, authority)
