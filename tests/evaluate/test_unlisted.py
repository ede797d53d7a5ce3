from __future__ import annotations

from archive.evaluate.gold import GoldArticle, GoldName, Optional
from archive.evaluate.unlisted import without_names
from archive.read.authority import Authority, OrganizationRecord, PersonRecord

ARTICLE = GoldArticle(
    "a", "Monitor", 7, 1, "x", None, (),
    people=(GoldName("Dzhokhar Dudaev", ("Dudaev",)),),
    organizations=(GoldName("Federal Security Service", ("FSB",)),),
    optional=Optional(),
)  # fmt: skip


def organization(name: str, *acronyms: str) -> OrganizationRecord:
    return OrganizationRecord(name, "government", None, (), acronyms, ())


def test_records_go_by_any_of_their_names_and_others_stay() -> None:
    authority = Authority(
        organizations=(organization("Federalnaya sluzhba bezopasnosti", "FSB"), organization("Interior Ministry")),
        people=(
            PersonRecord("Dzhokhar Dudayev", "Dudayev", ("Dzhokhar Dudaev",), None, None),
            PersonRecord("Lecha Dudaev", "Dudaev", (), None, None),
        ),
        words={"given_names": ({"name": "Dzhokhar"},)},
    )
    left = without_names(authority, [ARTICLE])
    assert [record.name for record in left.people] == ["Lecha Dudaev"]
    assert [record.name for record in left.organizations] == ["Interior Ministry"]
    assert left.words == authority.words
