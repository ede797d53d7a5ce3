"""Which bodies end in a small word and are names by their first ("the Main Military Prosecutor’s office")?"""

from __future__ import annotations

from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.heads import reach
from archive.extract.organizations.standing import Found, Standing

_PROSECUTORS: Final = frozenset({"prosecutor's", "procurator's", "ombudsman's", "comptroller's"})
_OFFICE: Final = " office"


def is_office(here: Standing) -> bool:
    """Whether the run ends in the officer of an office: "Moscow City Prosecutor’s" before "office"."""
    last = here.reading.tokens[-1]
    behind = here.start + last.end + len(last.possessive)
    return bool(last.possessive) and last.owns in _PROSECUTORS and here.prose.text.startswith(_OFFICE, behind)


def office_name(here: Standing, found: Found) -> None:
    """Note the office that the run's last word is the officer of, if words before him say which."""
    tokens = here.reading.tokens
    head = len(tokens) - 1
    first = reach(tokens, head, here.lexicon)
    if first < head:
        start, end = here.words(first, head + 1)
        behind = end + len(tokens[head].possessive) + len(_OFFICE)
        found.candidates.append(Candidate(start, behind, "office", "government"))
