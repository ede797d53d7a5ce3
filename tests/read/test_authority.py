"""The authority files are read whole or refused with the place of the fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.core.errors import AuthorityError
from archive.core.folders import authority_folder
from archive.core.names import name_key
from archive.read.authority import Authority, load_authority


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


def test_the_shipped_data_has_the_breadth_it_claims(authority: Authority) -> None:
    kinds = [record.kind for record in authority.organizations]
    assert kinds.count("media") >= 300
    assert len(kinds) - kinds.count("media") >= 400
    assert len(authority.people) >= 800
    assert len(authority.words["given_names"]) >= 2500


def test_no_two_records_share_an_authorized_name(authority: Authority) -> None:
    for records in (authority.people, authority.organizations, authority.publications):
        keys = [name_key(record.name) for record in records]
        assert len(keys) == len(set(keys))


def test_namesakes_stand_apart(authority: Authority) -> None:
    names = {record.name for record in authority.people if record.family_name in {"Ivanov", "Aushev"}}
    assert {"Igor Ivanov", "Sergei Ivanov", "Ruslan Aushev"} <= names


def test_a_wrong_header_and_a_short_row_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "authority"
    shutil.copytree(authority_folder(), folder)
    people = folder / "people.csv"
    good = people.read_text(encoding="utf-8")
    people.write_text(good + "Short Row,Row\n", encoding="utf-8")
    with pytest.raises(AuthorityError, match=r"people\.csv, line \d+: not as many cells"):
        load_authority(folder)
    people.write_text("name,surname\n", encoding="utf-8")
    with pytest.raises(AuthorityError, match=r"people\.csv: the header must be name,family_name"):
        load_authority(folder)
