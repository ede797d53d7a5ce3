"""Which medium after a day reports on it?"""

from __future__ import annotations

from typing import Final

from archive.extract.citations.prose_words import bare
from archive.extract.citations.scene import Attribution, Scene
from archive.extract.citations.source_words import sources_before
from archive.extract.citations.vocabulary import (
    ADVERBS,
    DETERMINERS,
    FUNCTION_WORDS,
    MEDIA_HEADS,
    ON_AIR,
    PUBLISHED,
    REPORTING,
    REPORTS,
)

_OPENING_WORDS: Final = 3
_LONGEST_ASIDE: Final = 12


def report_in(scene: Scene) -> Attribution | None:
    """DAY report [ "which appeared" ] ( "of" | "in" | "by" ) SOURCE : "the September 26 issue of Kommersant"."""
    if not scene.right or bare(scene.right[0]).lower() not in REPORTS:
        return None
    at = 1
    while at < min(4, len(scene.right)) and scene.right[at] in PUBLISHED | {"which", "that", "was", "were", "had"}:
        at += 1
    if scene.following(at) == "by" and scene.after(at + 1) is None:
        at = next((i for i in range(at + 2, min(at + 6, len(scene.right))) if scene.right[i] in {"in", "on"}), at)
    if at < len(scene.right) and scene.right[at] in {"of", "in", "by", "with", "from", "on", "to"}:
        found = scene.after(at + 1)
        if found is not None:
            return Attribution(found.names, "report_in", _article_before(scene), found.last)
    return _own_issue(scene)


def _own_issue(scene: Scene) -> Attribution | None:
    """SOURCE "in its" DAY issue, "In its" DAY issue "," SOURCE, SOURCE "'s" DAY report.

    A nameless "the newspaper's November 16 edition" is of the medium that the sentence named before.
    """
    end = len(scene.left)
    if scene.word(end - 1) in DETERMINERS and scene.word(end - 2) in {"in", "from"}:
        found = scene.before(end - 2 - (scene.word(end - 3) in REPORTING))
        if found is None and scene.right[0].endswith(","):
            after = scene.after(1)
            return Attribution(after.names, "own_issue", end - 2, after.last) if after else None
        return Attribution(found.names, "own_issue", found.first) if found else None
    if scene.word(end - 1).rstrip("s").rstrip("’'") in MEDIA_HEADS:
        found = next(filter(None, map(scene.before_known, range(end - 1, 0, -1))), None)
        return Attribution(found.names, "own_issue", found.first) if found else None
    if end and scene.left[-1].endswith(("’s", "'s", "’", "'")):
        found = sources_before([*scene.left[:-1], scene.left[-1].rstrip("s").rstrip("’'")], end, scene.names)
        return Attribution(found.names, "own_issue", found.first, 1) if found else None
    return None


def _article_before(scene: Scene) -> int | None:
    last = len(scene.left) - 1
    return last if scene.word(last) in DETERMINERS else None


def the_day(scene: Scene) -> Attribution | None:
    """( "the" | "a" ) DAY SOURCE : "Interviewed in the June 18 Izvestia", "a July 25Reuters report"."""
    if scene.word(len(scene.left) - 1) not in {"the", "a", "an"} or not scene.right:
        return None
    found = scene.after(0)
    if found is None or found.first != 0:
        return None
    ended = scene.right[found.last - 1][-1:] in '.,;:)”"'
    following = bare(scene.right[found.last]).lower() if found.last < len(scene.right) else ""
    if ended or not following or following in REPORTS | REPORTING | FUNCTION_WORDS:
        return Attribution(found.names, "the_day", len(scene.left) - 1, found.last)
    return None


def day_first(scene: Scene) -> Attribution | None:
    """[ "On" ] DAY [ "," ] SOURCE VERB : "on June 28 Interfax fired back", "October 10, Kavkazky Uzel quoted"."""
    comma = scene.right_text.startswith(",")
    opens = scene.opens and len(scene.left) <= _OPENING_WORDS
    on = scene.word(len(scene.left) - 1) == "on"
    if not ((opens and (on or not scene.left)) or (on and not comma)):
        return None
    start = int(comma and scene.right[0] == ",")
    found = scene.after(start)
    if found is None:
        return None
    last = _past_aside(scene, found.last)
    if scene.right[last - 1].endswith(",") and last == found.last:
        return None
    following = [bare(word).lower() for word in scene.right[last : last + 3]]
    while following and (following[0] in ADVERBS or following[0].endswith("ly")):
        del following[0]
    if following and (following[0] in REPORTING or following[0] in PUBLISHED):
        return Attribution(found.names, "day_first", len(scene.left) - 1 if on else None, last + 1)
    return None


def _past_aside(scene: Scene, start: int) -> int:
    """The index after ", citing the military," and `start` itself where there is no such aside."""
    if not scene.right[start - 1].endswith(",") or not scene.following(start).endswith("ing"):
        return start
    ends = (at + 1 for at in range(start, min(start + _LONGEST_ASIDE, len(scene.right))) if scene.right[at][-1:] == ",")
    return next(ends, start)


def published_by(scene: Scene) -> Attribution | None:
    """PUBLISHED [ "on" ] DAY ( "by" | "in" ) SOURCE : "carried on October 8 by the dailies …"."""
    if scene.following(0) not in {"by", "in", "on"} or scene.word(scene.end - 1) not in PUBLISHED - ON_AIR:
        return None
    found = scene.after(1)
    return Attribution(found.names, "published_by", scene.end - 1, found.last) if found else None
