"""The authority files are read whole or refused with the place of the fault."""

from __future__ import annotations

import re
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


NOT_APART = {
    "no record": ("Tass,,Interfax-Asia", "'Tass' is told apart from 'Interfax-Asia', which is no record"),
    "its name as an alias": (
        "Tass,interfax,Interfax",
        "'Tass' is told apart from 'Interfax', and both go by 'interfax'",
    ),
    "an alias of both": ("Tass,IFX Agency,Interfax", "both go by 'IFX Agency'"),
    "its name as an acronym": ("Tass,,Interfax,INTERFAX", "both go by 'INTERFAX'"),
    "an alias of the one that names it not": ("IFX Agency,,Interfax", "both go by 'IFX Agency'"),
    "an acronym of the one that names it not": ("Ifx,,Interfax", "both go by 'IFX'"),
}


@pytest.mark.parametrize(("row", "told"), NOT_APART.values(), ids=NOT_APART)
def test_records_that_are_told_apart_must_be_there_and_share_no_name(row: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match=re.escape(told)):
        load_authority(with_medium(tmp_path, row))


@pytest.mark.parametrize("row", ["Tass,Tass Agency,Interfax", "Tass,,Interfax,IFX", "Tass,Interfax-Asia,"])
def test_an_acronym_may_be_shared_and_nobody_needs_to_be_told_apart(row: str, tmp_path: Path) -> None:
    assert "Tass" in {record.name for record in load_authority(with_medium(tmp_path, row)).organizations}


def with_medium(folder: Path, row: str) -> Path:
    """Authority files with Interfax and a medium of this name, aliases, those it is distinct from, and acronyms."""
    name, aliases, distinct, acronym = [*row.split(","), ""][:4]
    header = "name,kind,country,aliases,acronyms,distinct_from"
    media = [header, "Interfax,media,RU,IFX Agency,IFX,", f"{name},media,RU,{aliases},{acronym},{distinct}"]
    (folder / "media.csv").write_text("\n".join(media), encoding="utf-8")
    (folder / "organizations.csv").write_text(header, encoding="utf-8")
    (folder / "people.csv").write_text("name,family_name,aliases,country,description", encoding="utf-8")
    (folder / "publications.csv").write_text("name,base_year,calendar,aliases,abbreviations", encoding="utf-8")
    return folder
