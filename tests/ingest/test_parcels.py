"""Are parcels of an even size, in order, and whole?"""

from __future__ import annotations

import pytest

from archive.db.outcomes import FileOutcome, Outcome
from archive.ingest.parcels import PARCEL_BYTES, PARCEL_FILES, parcels
from archive.ingest.preparation import Task

SKIPPED = FileOutcome("x.png", Outcome.SKIPPED)


def tasks(*sizes: int) -> list[Task | FileOutcome]:
    return [Task(f"{number}.txt", f"/nowhere/{number}.txt", None, b"x" * size) for number, size in enumerate(sizes)]


SHAPES = {
    "nothing": ([], []),
    "one": (tasks(5), [(1, 5)]),
    "as many as fit": (tasks(*[1] * PARCEL_FILES), [(PARCEL_FILES, PARCEL_FILES)]),
    "one more": (tasks(*[1] * (PARCEL_FILES + 1)), [(PARCEL_FILES, PARCEL_FILES), (1, 1)]),
    "large ones": (tasks(9, PARCEL_BYTES + 1, 9), [(1, 9), (1, PARCEL_BYTES + 1), (1, 9)]),
    "outcomes weigh nothing": ([*tasks(5), SKIPPED], [(2, 5)]),
    "a file that is gone": ([Task("gone.txt", "/nowhere/gone.txt")], [(1, 0)]),
}


@pytest.mark.parametrize(("items", "shape"), SHAPES.values(), ids=SHAPES)
def test_items_are_parted_by_number_and_bytes(items: list[Task | FileOutcome], shape: list[tuple[int, int]]) -> None:
    made = list(parcels(items))
    assert [(len(parcel.items), parcel.size) for parcel in made] == shape
    assert [item for parcel in made for item in parcel.items] == items


def test_the_tasks_of_a_parcel_leave_outcomes_out() -> None:
    (parcel,) = parcels([SKIPPED, *tasks(1)])
    assert parcel.tasks == tuple(tasks(1))
