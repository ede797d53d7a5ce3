"""Which medium after a day reports on it?"""

from __future__ import annotations

from typing import Final

from archive.extract.citations.prose_words import bare
from archive.extract.citations.scene import WEEKDAYS, Attribution, Scene, without
from archive.extract.citations.source_words import Found, sources_after, sources_before
from archive.extract.citations.unlisted import nameless_after, stripped_after, titled_after
from archive.extract.citations.vocabulary import (
    ADVERBS,
    DETERMINERS,
    FUNCTION_WORDS,
    ISSUES,
    MEDIA_HEADS,
    ON_AIR,
    PUBLISHED,
    REPORTING,
    REPORTS,
    word_set,
)

OUR_ISSUE: Final = "our_issue"
"""The rule of "in our May 5 issue": the newsletter speaks of itself."""

_OPENING_WORDS: Final = 3
_LONGEST_ASIDE: Final = 12
_MOST_OF_NAME: Final = 4
_WHICH_APPEARED: Final = PUBLISHED | {"which", "that", "was", "were", "had"}
_CONTAINING: Final = frozenset({"of", "in", "by", "with", "from", "on", "to", "for"})
_PRINTING: Final = frozenset({"by", "in", "on"})
_BEARING: Final = {
    **dict.fromkeys(ON_AIR, frozenset[str]()),
    **dict.fromkeys(("appeared", "appearing"), frozenset({"in"})),
    **dict.fromkeys(("given", "granted"), frozenset({"to", "by"})),
}
"""What leads to the medium behind words other than "published": "appeared May 5 in", "an interview given May 5 to"."""
_WRITINGS: Final = word_set("article articles op-ed editorial essay column commentary piece analysis")
_SPEAKING: Final = {
    "speaking": frozenset({"to", "on", "in"}),
    "writing": frozenset({"in", "on"}),
    "wrote": frozenset({"in", "on"}),
}
"""What leads a speaker to a medium that is known: "speaking May 5 on Ekho Moskvy", "wrote on May 5 in Segodnya"."""
_HEADLINED: Final = word_set("titled entitled headlined called")
_LONGEST_HEADLINE: Final = 16
_SETTING_OUT: Final = word_set(
    "citing quoting commenting reporting writing in just only shortly after before following"
)


def report_in(scene: Scene) -> Attribution | None:
    """DAY report [ "which appeared" ] ( "of" | "in" | "by" ) SOURCE : "the September 26 issue of Kommersant"."""
    start = int(scene.right[:1] == [")"])  # "the no. 9 (February 27-March 5) issue of"
    if len(scene.right) <= start or bare(scene.right[start]).lower() not in REPORTS:
        return None
    at = beginning = _past_headline(scene, start + 1)
    if at > start + 1 and (spoken := _speaks(scene, at)):
        return Attribution(spoken.names, "report_in", _article_before(scene), spoken.last)
    while at < min(beginning + 3, len(scene.right)) and scene.right[at] in _WHICH_APPEARED:
        at += 1
    if scene.following(at) == "by" and scene.after(at + 1) is None:
        ahead = range(at + 2, min(at + 6, len(scene.right)))
        at = next((i for i in ahead if scene.right[i].rstrip(",.") in {"in", "on", "for", "of"}), at)
    if at < len(scene.right):
        if scene.right[at] in _CONTAINING:
            found = scene.after(at + 1) or _unlisted(scene, start, at)
            if found is not None:
                return Attribution(found.names, "report_in", _article_before(scene), found.last)
        if stripped_after(scene.right, at):
            return Attribution((None,), "report_in", _article_before(scene), at + 1)
    return _own_issue(scene)


def _past_headline(scene: Scene, at: int) -> int:
    """The index after "headlined “War Again,”"; `at` itself where no headline stands."""
    if scene.following(at) not in _HEADLINED:
        return at
    ends = (
        i + 1 for i in range(at + 1, min(at + _LONGEST_HEADLINE, len(scene.right))) if scene.right[i][-1] in "”\"’'"
    )
    return next(ends, at)


def _speaks(scene: Scene, start: int) -> Found | None:
    """The medium that begins at a word on the right, if a verb of reporting follows it."""
    found = scene.after(start)
    return found if found is not None and scene.following(found.last) in REPORTING else None


def _unlisted(scene: Scene, report: int, preposition: int) -> Found | None:
    """A medium that no list has, or one without its name, behind "issue of", "article in", "article on"."""
    word, noun = scene.right[preposition], bare(scene.right[report]).lower()
    if word in {"on", "in"} and (found := nameless_after(scene.right, preposition + 1)):
        return found
    if (word == "of" and noun in ISSUES) or (word in {"in", "for"} and noun in _WRITINGS):
        return titled_after(scene.right, preposition + 1, scene.names)
    return None


def _own_issue(scene: Scene) -> Attribution | None:
    """SOURCE "in its" DAY issue, "In its" DAY issue "," SOURCE, SOURCE "'s" DAY report.

    A nameless "the newspaper's November 16 edition" is of the medium that the sentence named before.
    """
    end = _before_number(scene)
    if scene.word(end - 1) == "our":
        return Attribution((None,), OUR_ISSUE, end - 1, 1)
    if scene.word(end - 1) in DETERMINERS and scene.word(end - 2) in {"in", "from"}:
        found = scene.before(end - 2 - (scene.word(end - 3) in REPORTING))
        report = int(scene.right[0] == ")")
        if found is not None:
            return Attribution(found.names, "own_issue", found.first)
        after = scene.after(report + 1) if scene.right[report].endswith(",") else _speaks(scene, report + 1)
        return Attribution(after.names, "own_issue", end - 2, after.last) if after else None
    if end and scene.left[-1].endswith(("’s", "'s", "’", "'")):
        return _owned(scene, end)
    return None


def _owned(scene: Scene, end: int) -> Attribution | None:
    """SOURCE "’s" DAY report, or "the newspaper’s" of a medium named before."""
    owner = scene.left[-1].rstrip("s").rstrip("’'")
    if owner not in MEDIA_HEADS:
        found = sources_before([*scene.left[:-1], owner], end, scene.names)
        return Attribution(found.names, "own_issue", found.first, 1) if found else None
    if [scene.following(0), scene.following(1)] == ["interview", "with"]:
        return None  # on the air: "the radio station’s June 4 interview with the president"
    found = next(filter(None, map(scene.before_known, range(end - 1, 0, -1))), None)
    return Attribution(found.names, "own_issue", found.first) if found else None


def _before_number(scene: Scene) -> int:
    """The end of the words before "no. 9 (", the number of the issue that the day belongs to."""
    end = len(scene.left) - (scene.left[-1:] == ["("])
    return end - 2 if scene.word(end - 2) in {"no", "issue"} and scene.word(end - 1).isdigit() else end


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
    end = without(scene.left, len(scene.left), WEEKDAYS)
    opens = scene.opens and end <= _OPENING_WORDS
    on = scene.word(end - 1) == "on"
    if not ((opens and (on or not end)) or (on and not comma)):
        return None
    start = _past_setting(scene, int(comma and scene.right[0] == ","))
    found = scene.after(start)
    if found is None:
        return _of_author(scene, start, end - 1 if on else None)
    last = _past_aside(scene, found.last)
    if scene.right[last - 1].endswith(",") and last == found.last:
        return None
    following = [bare(word).lower() for word in scene.right[last : last + 3]]
    while following and (following[0] in ADVERBS or following[0].endswith("ly")):
        del following[0]
    aside = (
        scene.right[last : last + 1]
        and scene.right[last].endswith(",")
        and not scene.following(last + 1).endswith("ing")
    )
    if following and not aside and (following[0] in REPORTING or following[0] in PUBLISHED):
        return Attribution(found.names, "day_first", end - 1 if on else None, last + 1)
    return None


def _past_setting(scene: Scene, start: int) -> int:
    """The index after "citing a source," or "in an article headlined “Out,”" between the day and the medium."""
    if not start or scene.following(start) not in _SETTING_OUT:
        return start
    if scene.following(start) == "in" and REPORTS.isdisjoint(map(bare, scene.right[start + 2 : start + 5])):
        return start
    ahead = range(start + 1, min(start + _LONGEST_HEADLINE, len(scene.right)))
    return next((at + 1 for at in ahead if scene.right[at].rstrip("”\"’'").endswith(",")), start)


def _of_author(scene: Scene, start: int, left: int | None) -> Attribution | None:
    """AUTHOR "of" SOURCE VERB, SOURCE "’s" AUTHOR VERB : "Novaya gazeta’s Anna Politkovskaya reported"."""
    words = scene.right
    for at in range(start, min(start + _MOST_OF_NAME, len(words))):
        word = words[at]
        if word.endswith(("’s", "'s")):
            return _owner_told(scene, start, at, left)
        if word in {"of", "for"} and at > start + 1:
            found = scene.after(at + 1)
            return _told_by(scene, found, found.last, left) if found is not None else None
        if word[-1:] == "," or not (word[:1].isupper() or at > start):
            return None
    return None


def _owner_told(scene: Scene, start: int, last: int, left: int | None) -> Attribution | None:
    """The medium that ends with the possessive `right[last]`, if its author and a verb follow."""
    words = scene.right
    found = sources_after([*words[start:last], words[last][:-2]], 0, scene.names)
    ahead = range(last + 1, min(last + 1 + _MOST_OF_NAME, len(words)))
    verb = next((at for at in ahead if words[at][:1].islower()), last + 1)
    whole = found is not None and found.last == last + 1 - start and verb > last + 1
    return _told_by(scene, found, verb, left) if found is not None and whole else None


def _told_by(scene: Scene, found: Found, verb: int, left: int | None) -> Attribution | None:
    told = scene.following(verb) in {"reported", "wrote"}
    return Attribution(found.names, "day_first", left, verb + 1) if told else None


def _past_aside(scene: Scene, start: int) -> int:
    """The index after ", citing the military," and `start` itself where there is no such aside."""
    if not scene.right[start - 1].endswith(",") or not scene.following(start).endswith("ing"):
        return start
    ends = (at + 1 for at in range(start, min(start + _LONGEST_ASIDE, len(scene.right))) if scene.right[at][-1:] == ",")
    return next(ends, start)


def published_by(scene: Scene) -> Attribution | None:
    """PUBLISHED [ "on" ] DAY ( "by" | "in" ) SOURCE : "carried on October 8 by the dailies …"."""
    word = scene.word(scene.end - 1)
    if scene.following(0) in _SPEAKING.get(word, ()):
        found = scene.after(1)
        known = found and all(name and scene.names.is_medium(name) for name in found.names)
        return Attribution(found.names, "published_by", scene.end - 1, found.last) if found and known else None
    if scene.following(0) not in _BEARING.get(word, _PRINTING) or word not in PUBLISHED | _BEARING.keys():
        return None
    found = scene.after(1) or _lost(scene)
    return Attribution(found.names, "published_by", scene.end - 1, found.last) if found else None


def _lost(scene: Scene) -> Found | None:
    """The medium whose name went with its link: "released on August 5 by the website, the voice of"."""
    found = nameless_after(scene.right, 1) if scene.following(0) == "by" else None
    return found if found and scene.right[found.last - 1].endswith(",") else None


def published_then(scene: Scene) -> Attribution | None:
    """PUBLISHED [ "on" ] DAY "," SOURCE VERB : "In an article published on May 5, Kommersant wrote"."""
    if scene.right[:1] != [","] or scene.word(scene.end - 1) not in PUBLISHED:
        return None
    found = _speaks(scene, 1)
    return Attribution(found.names, "published_then", scene.end - 1, found.last) if found else None
