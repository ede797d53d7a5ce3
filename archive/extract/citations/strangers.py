"""Which name that no list has is a medium, since only a medium does what is said of it?

"Zaryadye reported on May 5", "an article published in Zaryadye on May 5", "Zaryadye’s May 5 issue": people and bodies
report too, so the name may be none of a person, a place, a people or a known body, nor look like one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from archive.extract.citations.prose_words import BROKEN, bare
from archive.extract.citations.scene import Attribution, Scene, without
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.source_words import Found
from archive.extract.citations.vocabulary import (
    ADVERBS,
    DETERMINERS,
    FUNCTION_WORDS,
    ISSUES,
    PUBLISHED,
    REPORTING,
    word_set,
)

_MOST_WORDS: Final = 3
_SHORTEST: Final = 4
_SPEAKING: Final = word_set("reported published reprinted editorialized")
_QUOTING: Final = _SPEAKING | word_set("quoted cited printed ran")
_LEADING: Final = word_set("as that and while but what when")
_PAGES: Final = word_set("article articles op-ed editorial editorials commentary column essay piece story interview")
_WRITING: Final = word_set("writing wrote published printed reprinted carried appeared") | _PAGES
_LED: Final = {"in": _WRITING, "by": PUBLISHED - {"quoted", "interviewed", "cited"}}
_PRINTED: Final = word_set("published printed ran carried")
_LONGEST_OBJECT: Final = 7
_PRONOUNS: Final = word_set("its their")
_POSSESSIVES: Final = ("’s", "'s")


def stranger_speaks(scene: Scene) -> Attribution | None:
    """NAME "reported" DAY, NAME [ "of" | "on" ] DAY VERB : "Zaryadye reported on May 5", "Zaryadye of May 5 wrote"."""
    verb = scene.word(scene.end - 1)
    if verb in _SPEAKING:
        return _attribution(_name_before(scene, without(scene.left, scene.end - 1, ADVERBS), leads=True))
    if scene.end == len(scene.left):
        return None
    said = next((word for at in range(3) if (word := scene.following(at)) not in ADVERBS), "")
    if said not in REPORTING:
        return None
    if scene.word(len(scene.left) - 1) == "of" or said in _QUOTING:
        return _attribution(_name_before(scene, scene.end, leads=True))
    return None


def stranger_first(scene: Scene) -> Attribution | None:
    """DAY and then NAME: "On May 5, Zaryadye reported", "the May 5 Zaryadye", "published May 5 in Zaryadye"."""
    at = int(scene.right[:1] == [","])
    if len(scene.right) <= at or (scene.right[at].islower() and scene.right[at] not in _LED):
        return None
    led = scene.word(scene.end - 1) in PUBLISHED and scene.following(0) in _LED
    article = scene.word(len(scene.left) - 1) in DETERMINERS
    at += led
    end = at
    while end < min(at + _MOST_WORDS, len(scene.right)) and scene.right[end][:1].isupper():
        end += 1
        if scene.right[end - 1].endswith(BROKEN):
            break
    run = [bare(word) for word in scene.right[at:end]]
    if not _is_strange(run, scene.names):
        return None
    after, ended = scene.following(end), scene.right[end - 1].endswith((*BROKEN, "."))
    speaks = scene.word(len(scene.left) - 1) == "on" and after in _QUOTING and scene.right[end][-1:] not in ",."
    named = article and not at and (after in _PAGES if not ended else scene.word(len(scene.left) - 2) == "in")
    if not (led or speaks or named):
        return None
    left = scene.end - 1 if led else len(scene.left) - 1
    return Attribution((" ".join(run),), "stranger", left, end)


def stranger_prints(scene: Scene) -> Attribution | None:
    """What is printed "in" NAME on DAY: "an editorial in Zaryadye on May 5", "Zaryadye’s May 5 issue"."""
    left = scene.left
    if left and left[-1].endswith(_POSSESSIVES) and scene.following(0) in ISSUES:
        return _attribution(_name_before(scene, len(left), owner=True))
    if scene.following(0) in ISSUES and scene.word(len(left) - 1) in _PRONOUNS and scene.word(len(left) - 2) == "in":
        return _attribution(_name_before(scene, len(left) - 2, leads=True))
    if scene.word(scene.end - 1) in _PAGES and not _PRINTED.isdisjoint(left[-_LONGEST_OBJECT:]):
        return _attribution(_printer(scene))
    if scene.word(scene.end - 1) in _PAGES:
        return _attribution(_name_before(scene, scene.end - 1))
    found = _name_before(scene, scene.end)
    preposition = scene.word(found.first - 1) if found else ""
    if found is None or preposition not in _LED:
        return None
    return _attribution(found) if scene.word(found.first - 2) in _LED[preposition] else None


def _printer(scene: Scene) -> Found | None:
    """NAME "ran" an article "on" DAY : "Zaryadye ran a story on May 5"."""
    ahead = range(scene.end - 1, max(0, scene.end - _LONGEST_OBJECT), -1)
    at = next((at for at in ahead if scene.word(at) in _PRINTED), None)
    return None if at is None else _name_before(scene, at, leads=True)


def _attribution(found: Found | None) -> Attribution | None:
    return Attribution(found.names, "stranger", found.first) if found else None


def _name_before(scene: Scene, end: int, *, leads: bool = False, owner: bool = False) -> Found | None:
    """The strange name whose last word is before `end`; `leads` asks that it begins what it stands in."""
    words = scene.left
    start = end
    while start and end - start <= _MOST_WORDS and words[start - 1][:1].isupper():
        if start < end and words[start - 1].endswith((*BROKEN, *_POSSESSIVES)):
            break
        start -= 1
    while start < end and words[start].lower() in DETERMINERS | FUNCTION_WORDS:
        start += 1
    run = [bare(word) for word in words[start:end]]
    if owner and run:
        run[-1] = run[-1][:-2]
    if not _is_strange(run, scene.names) or (leads and not _leads(scene, start, run)):
        return None
    return Found((" ".join(run),), start, end)


def _leads(scene: Scene, start: int, run: Sequence[str]) -> bool:
    """Whether the name stands as a subject does: first, behind a comma or "as"; in front, a plural is a plain word."""
    if not start:
        return scene.opens and not run[-1].endswith("s")
    before = scene.left[start - 1]
    town = before.endswith(_POSSESSIVES) and scene.names.is_place(before[:-2])
    return before.endswith((",", "”", '"', "—", "–")) or before.lower() in _LEADING or town


def _is_strange(words: Sequence[str], names: SourceNames) -> bool:
    """Whether the words are a name of a kind that the lists leave open."""
    if not 0 < len(words) <= _MOST_WORDS or len(words[0]) < _SHORTEST:
        return False
    return not names.is_place(" ".join(words)) and all(map(names.is_strange, words))
