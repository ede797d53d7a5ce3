"""Which mentions are another name of the person named right before?

"Umalat Magomedov (Emir Al Bara)", "Vagabov (known as Emir Seyfullah of Gubden)", "Mikhailov–or “Mikhas,” as he is
nicknamed–ran": the second is no second person.
"""

from __future__ import annotations

import re
from typing import Final

from archive.extract.people.found import Found
from archive.extract.people.persons import Person

_BETWEEN: Final = re.compile(
    r"(?: \(|[–—,] ?)((?:who is |also |better |alternatively |formerly )*(?:known|nicknamed|called|dubbed)"
    r"(?: by| as| under)?(?: the)?(?: moniker| nickname| alias| nom de guerre| name)? ?|alias |a\.k\.a\. |aka |or )?"
    r"[“\"‘]?(?:(?:[Ee]mir|[Aa]mir|[Ss]heikh|[Mm]ullah|[Cc]ommander|[Gg]eneral) )?"
)
_LONGEST: Final = 64
_OPENINGS: Final = (" (", "–o", "—o", ", a", ", k", ", b", ", w", ", n")


def join_aliases(body: str, found: list[Found]) -> None:
    """Give each alias among `found` (ascending) the person it means; one said to be a name, wherever it stands."""
    same: dict[int, Person] = {}
    for index in range(1, len(found)):
        before, mention = found[index - 1], found[index]
        if mention.start - before.end <= _LONGEST and body.startswith(_OPENINGS, before.end):
            between = body[before.end : mention.start]
            found_between = _BETWEEN.fullmatch(between)
            if found_between and (found_between[1] or body[mention.end : mention.end + 1] == ")"):
                if found_between[1] and not mention.person.given:
                    same[id(mention.person)] = before.person  # "(aka emir Khamzat)", further on "Emir Khamzat"
                mention.person, mention.rule, mention.alias = before.person, "alias", True
    for mention in found if same else ():
        mention.person = same.get(id(mention.person), mention.person)
