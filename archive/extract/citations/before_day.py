"""Which medium before a day reports on it?"""

from __future__ import annotations

import re
from typing import Final

from archive.extract.citations.prose_words import bare, is_compound, is_of_people, split_verb, without_possessive
from archive.extract.citations.scene import Attribution, Scene, without
from archive.extract.citations.source_words import Found, sources_before
from archive.extract.citations.vocabulary import (
    ADVERBS,
    CLAUSES,
    DETERMINERS,
    FUNCTION_WORDS,
    LINKS,
    MEDIA_HEADS,
    ON_AIR,
    PUBLISHED,
    REPORTING,
    REPORTS,
    word_set,
)

_FRAMES: Final = word_set("told by in with to from on for via informed")
_WRITINGS: Final = REPORTS - {"number", "item", "program", "programme", "paper", "study", "note", "letter", "statement"}
_TO: Final = word_set("according interview speaking spoke said statement remarks comments wrote letter told")
_WITH: Final = word_set("interview interviews interviewed speaking spoke talk talking conversation talks chat")
_NOT_IN: Final = word_set(
    "shares stake stakes interest interests investment job staff changes management offices holding"
)
_OBJECTS: Final = word_set("of for at against from into over with")
_PUBLISHING: Final = REPORTING | PUBLISHED | REPORTS | {"asked"}
_TELLING: Final = _PUBLISHING | word_set("speaking speech remarks said")
_ANCHORS: Final = (PUBLISHED | REPORTS | {"website", "web", "past"}) - {"number"}
_ADJECTIVAL: Final = (
    "ist",
    "ent",
    "al",
    "ian",
    "ish",
    "ive",
    "ous",
    "ading",
    "ar",
    "news",
    "government",
    "rebel",
    "state",
)
_REPORTERS: Final = word_set("correspondent reporter service bureau commentator columnist journalist observer analyst")
_PROGRAMMES: Final = word_set("program programme newscast")
_AUTHORED: Final = word_set("reported wrote noted observed")
_PRINTED: Final = word_set("published printed ran carried reprinted posted")
_SAYING: Final = word_set("saying telling reporting declaring stating claiming")
_MARKS: Final = frozenset({"", ".", ",", ";", ":", ")", "”", '"', "\n"})
_MOST_ADJECTIVES: Final = 6
_LONGEST_ASIDE: Final = 18
_LONGEST_OBJECT: Final = 9
_OPENING_MARKS: Final = '“"‘('
_OPENING: Final = re.compile(r"\((?:(?:[Nn]o\.|#|[Ii]ssue) ?\d{1,3},? )?$")


def day_alone(scene: Scene) -> Attribution | None:
    """SOURCE "(" [ "no. 9," ] DAY ")" : "daily Lietuvos Rytas (July 20)", "this past Sunday (February 11)"."""
    opening = _OPENING.search(scene.left_text)
    if opening is None or not scene.right_text.startswith(")"):
        return None
    words = scene.left[: len(scene.left) - len(opening[0].split())]
    end = without(words, len(words), LINKS)
    found = sources_before(words, end, scene.names)
    return Attribution(found.names, "day_alone", found.first) if found else None


def verb(scene: Scene) -> Attribution | None:
    """SOURCE [ "," aside "," ] [ adverb ] VERB [ "on" ] DAY : "Interfax, on the other hand, reported on April 30"."""
    words, end = scene.left, _verb_end(scene)
    glued, verb = split_verb(words[end - 1]) if end else ("", "")
    if verb not in REPORTING or (words[end - 1][-1:] == "," and not _set_off(scene, end)):
        return None
    if words[end - 1].islower() and scene.following(0) not in _FRAMES and _was_stripped(words, end - 1):
        return Attribution((None,), "missing_source", end - 1)
    if verb == "saying" and words[end - 2 : end - 1] == ["as"] and "by" in words[max(0, end - _LONGEST_ASIDE) : end]:
        end -= 1  # "was quoted by RIA Novosti as saying on May 5"
    words, end = ([*words[: end - 1], glued], end) if glued else (words, end - 1)
    end = _before_aside(words, _without_adverbs(words, end))
    found = sources_before(words, end, scene.names) or _of_reporter(scene, end, verb)
    if found is None or (verb == "told" and not glued):
        return None
    if verb != "saying" and _is_object(words, found.first) and not _has_author(words, found.first, verb):
        return None
    return Attribution(found.names, "verb", found.first)


def _set_off(scene: Scene, end: int) -> bool:
    """Whether the day stands between commas: "As Nezavisimaya gazeta wrote, on May 5, the"."""
    return end < len(scene.left) and scene.left[-1] == "on" and scene.right_text.startswith(",")


def _verb_end(scene: Scene) -> int:
    """The end of the verb before "from Grozny" or "this"."""
    end = scene.end
    if scene.word(end - 2) == "from":
        return end - 2
    return end - (scene.word(end - 1) in {"this", "it"})


def _of_reporter(scene: Scene, end: int, verb: str) -> Found | None:
    """The medium of a reporter: "Kommersant correspondent Olga Allenova reported", "Radio Liberty’s … service"."""
    if scene.left[end - 2 : end] == ["press", "service"]:
        return scene.before_known(end - 2)  # of an agency; that of the FSB is none
    if verb not in _AUTHORED:
        return None
    for start in range(end - 1, max(0, end - _MOST_ADJECTIVES), -1):
        word = scene.left[start]
        if not bare(word)[:1].isupper() and bare(word) not in _REPORTERS | _PROGRAMMES | {
            "in",
            "news",
        }:  # "correspondent in Grozny"
            return None
        possessive = scene.left[start - 1].endswith(("’s", "'s"))
        if possessive or bare(word) in _REPORTERS:
            name = [*scene.left[: start - 1], scene.left[start - 1].removesuffix("’s").removesuffix("'s")]
            found = sources_before(name, start, scene.names)
            if found and all(name and scene.names.is_listed(name) for name in found.names):
                return found
    return None


def _was_stripped(words: list[str], end: int) -> bool:
    """Whether a sentence opens with its verb, the subject gone with a link: ". reported on February 18 that"."""
    return not end or (words[end - 1].endswith(".") and len(words[end - 1].rstrip(".")) != 1)


def _without_adverbs(words: list[str], end: int) -> int:
    while end and (words[end - 1] in ADVERBS or (words[end - 1].endswith("ly") and words[end - 1].islower())):
        end -= 1
    return end


def _before_aside(words: list[str], end: int) -> int:
    """The end of the words before ", on the other hand,"; `end` itself where there is no such aside."""
    if not end or not words[end - 1].endswith(","):
        return end
    for start in range(end - 1, max(0, end - _LONGEST_ASIDE), -1):
        if words[start - 1].endswith(","):
            return start
    return end


def _is_object(words: list[str], first: int) -> bool:
    """Whether a preposition makes the medium somebody else's: "the head of NTV said"; a website of it still speaks."""
    at = without(words, first, DETERMINERS | MEDIA_HEADS)
    if not at or words[at - 1].lower().lstrip(_OPENING_MARKS) not in _OBJECTS:  # no “It is over,” the newspaper wrote
        return False
    return at < 2 or bare(words[at - 2]).lower() not in MEDIA_HEADS  # noqa: PLR2004 - the word before the preposition


def _has_author(words: list[str], first: int, verb: str) -> bool:
    """Whether the medium is an author's: "Aleksandr Podrabinek of the newspaper Russky kurier reported"."""
    at = without(words, first, DETERMINERS | MEDIA_HEADS)
    author = words[max(0, at - 3) : at - 1]
    named = len(author) > 1 and all(word[:1].isupper() and word.isalpha() for word in author)
    return verb in _AUTHORED and named and words[at - 1] in {"of", "for"}


def links(scene: Scene) -> Attribution | None:
    """SOURCE link-words [ "from" place ] [ "on" ] DAY : "Utro.ru in an interview published on"."""
    end = scene.end - (2 if scene.word(scene.end - 2) == "from" and scene.word(scene.end - 3) in REPORTS else 0)
    anchored = False
    while end and (scene.word(end - 1) in LINKS or (anchored and _tells_whose(scene, end - 1))):
        end -= 1
        anchored = anchored or scene.word(end) in _ANCHORS
    if not anchored:
        return None
    found = sources_before(without_possessive(scene.left, end), end, scene.names)  # "Vedomosti’s editorial of"
    return Attribution(found.names, "published", found.first) if found else None


def _tells_whose(scene: Scene, index: int) -> bool:
    """Whether a word only says on whose site it stood: "Profil, which was posted on the weekly’s website on"."""
    word = scene.word(index)
    return word in {"the", "that"} or word.removesuffix("’s").removesuffix("'s") in MEDIA_HEADS


def framed(scene: Scene) -> Attribution | None:
    """Frame SOURCE [ "," ] [ "on" ] DAY : "told Segodnya May 7", "as quoted in Moskovsky komosomolets on April 26"."""
    found = scene.before(scene.end)
    bare_comma = scene.end == len(scene.left) and scene.left[-1:] and scene.left[-1].endswith(",")
    if found is None or (bare_comma and scene.right_text[:1] not in _MARKS):
        return None  # "according to Interfax, May 9 will be a holiday"
    at = _before_adjectives(scene.left, found.first)
    frame = scene.word(at - 1)
    frame = "told" if frame.endswith("told") else frame  # "Nazarchuktold Interfax July 2"
    if frame == "told" and all(name and scene.names.is_newsletter(name) for name in found.names):
        return None
    if _is_frame(scene, frame, at, found) or _speaks_after(scene, found) or _closes(scene, found):
        return Attribution(found.names, "framed", at - 1 if frame in _FRAMES else found.first)
    return None


def quoted(scene: Scene) -> Attribution | None:
    """SOURCE "quoted" whom "on" DAY "as saying" : "Reuters quoted officials on May 5 as saying"."""
    if scene.following(0) != "as" or scene.following(1) not in _SAYING:
        return None
    for at in range(scene.end - 1, max(0, scene.end - _LONGEST_ASIDE), -1):
        if scene.word(at) in {"quoted", "cited", "quotes", "cites"}:
            found = scene.before(_without_adverbs(scene.left, at))
            return Attribution(found.names, "quoted", found.first) if found else None
    return None


def printed_what(scene: Scene) -> Attribution | None:
    """SOURCE "published" what "on" DAY : "Segodnya published the letter on May 5"."""
    if scene.left[-1:] != ["on"] or _PRINTED.isdisjoint(scene.left[-_LONGEST_OBJECT:]):
        return None
    for at in range(scene.end - 1, max(0, scene.end - _LONGEST_OBJECT), -1):
        if scene.left[at].endswith((",", ".", ";")) or scene.word(at) in CLAUSES:
            return None
        if scene.word(at) in _PRINTED:
            found = scene.before_known(_without_adverbs(scene.left, at))
            return Attribution(found.names, "printed", found.first) if found else None
    return None


def _before_adjectives(words: list[str], first: int) -> int:
    """Where the noun phrase of the medium begins: before "the pro-Kremlin website"."""
    at = first
    while at and first - at < _MOST_ADJECTIVES and not words[at - 1].endswith((",", ".", ";")):
        word = bare(words[at - 1])
        low = word.lower()
        plain = word == low and low not in FUNCTION_WORDS and low not in REPORTING and low not in _FRAMES
        adjective = (
            is_compound(word)
            or is_of_people(word)
            or low.endswith(("’s", "'s"))
            or (plain and low.endswith(_ADJECTIVAL))
        )
        if not (adjective or low in DETERMINERS or low in MEDIA_HEADS):
            return at
        at -= 1
    return at


def _is_frame(scene: Scene, frame: str, at: int, found: Found) -> bool:
    """Whether what stands before the medium makes it the one that reports: "told", "quoted in", "interview with"."""
    last, before = scene.word(at - 2), {scene.word(at - 2), scene.word(at - 3), scene.word(at - 4)}
    return (
        frame in {"told", "informed", "via"}
        or (frame == "by" and last in _PUBLISHING)
        or (frame == "with" and not before.isdisjoint(_WITH))
        or (frame == "to" and (last in REPORTING or not before.isdisjoint(_TO)))
        or (frame == "in" and before.isdisjoint(_NOT_IN) and (found.headed or last in _TELLING))
        or (frame in {"on", "from"} and last in _TELLING - ON_AIR)
        or (frame == "for" and last in _WRITINGS)
    )


def _speaks_after(scene: Scene, found: Found) -> bool:
    """SOURCE [ "," ] "on" DAY [ "," ] VERB : "Pravda on June 3 reported", "Vremya novostei, on January 26, quoted"."""
    comma = scene.left[scene.end - 1].endswith(",")
    if comma != scene.right_text.startswith(",") or _is_object(scene.left, found.first):
        return False
    words = [bare(word).lower() for word in scene.right[comma and scene.right[:1] == [","] : 4]]
    while words and (words[0] in ADVERBS or words[0] == "" or words[0].endswith("ly")):
        del words[0]
    return bool(words) and (words[0] in REPORTING or (words[0].endswith("ed") and scene.end < len(scene.left)))


def _closes(scene: Scene, found: Found) -> bool:
    """[ dash ] SOURCE "," DAY at the end: "— Kommersant, May 5." and "on the Polit.ru website, October 6."."""
    ends = scene.right_text.lstrip('”"’)')[:1] in {"", ".", ";", "\n"} or scene.right_text[:1] == "\n"
    if not ends or not scene.left[scene.end - 1].endswith(","):
        return False
    at = _before_adjectives(scene.left, found.first)
    lead = scene.left[at - 1] if at else ""
    return at == 0 or lead[-1:] in '–—-,”"' or scene.word(at - 1) in _FRAMES
