"""What parts two bodies that the text calls by the same name ("Russia’s" and "Ingushetia’s Security Council")?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.grouping import Group
from archive.extract.organizations.shapes import owner_key

_OWNER: Final = re.compile(r"([A-Z][\w-]*)[’'´]s? $")
_LOOK_BACK: Final = 32


def parted(text: str, placed: list[tuple[Candidate, Group]]) -> list[tuple[Candidate, Group]]:
    """`placed` with the owner taken into the mentions of groups whose names would be the same without it."""
    groups: dict[str, dict[int, Group]] = defaultdict(dict)
    for _, group in placed:
        root = group.root()
        groups[root.name][id(root)] = root
    shared = [alike for alike in groups.values() if len(alike) > 1]
    return _owned(text, placed, {key for alike in shared for key in alike}) if shared else placed


def _owned(text: str, placed: Iterable[tuple[Candidate, Group]], alike: set[int]) -> list[tuple[Candidate, Group]]:
    taken: list[tuple[Candidate, Group]] = []
    for mention, group in placed:
        root, longer = group.root(), mention
        if id(root) in alike and root.owner:
            owner = _OWNER.search(text, max(0, mention.start - _LOOK_BACK), mention.start)
            if owner and owner_key(owner[1]) == root.owner:
                longer = mention._replace(start=owner.start())
            surface = text[longer.start : longer.end]
            root.name = max(root.name, surface, key=len)
        taken.append((longer, group))
    return taken
