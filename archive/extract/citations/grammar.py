"""What is a citation? The grammar of "(JoongAng Ilbo, August 3; Izvestia, August 5)", one small function a rule.

    citation = clause { ( ";" | "." ) clause } ;
    clause   = days | group { [ "," ] [ "and" ] group } ;
    group    = [ reference ] slots [ days ] ;
    slots    = [ slot ] { "," [ slot ] } ;
    days     = day { ( "," | "and" | "&" | ", and" ) day } ;

A comma that parts nothing shows an empty slot: the name of the source was a link, and links were stripped
("RTR,, April 27"). `parse_citation` takes the whole text or raises; `salvage_citation` keeps what can be known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NoReturn

from archive.core.dates import PrintedDate
from archive.extract.citations.pairs import Cited, Group, NoSourceError, Slot, pairs_of
from archive.extract.citations.plain import plain_groups
from archive.extract.citations.source_names import SourceNames
from archive.extract.citations.source_phrases import parts_of_list
from archive.extract.citations.tokens import CitationSyntaxError, month_number, tokens_of

LONGEST: Final = 600
"""Characters of the longest text that is tried; real citations stay under 250."""

_MONTHS_IN_YEAR: Final = 12
_OUR: Final = frozenset({"our", "the"})
_ISSUE: Final = frozenset({"issue", "issues", "edition", "editions", "number", "numbers"})
_SEPARATORS: Final = frozenset({"SEMI", "STOP", "END"})
_NAMING: Final = frozenset({"WORD", "URL", "JOIN", "THROUGH", "DASH", "NUMBER", "YEAR", "MONTH"})
_POINTING: Final = frozenset({"for", "For", "on", "On", "as", "As"})
_SEE: Final = ("see", "See", "cf.")
_SOURCE: Final = "the name of a source"


@lru_cache(maxsize=1_024)  # one citation comes again in the articles of its issue, seldom later
def parse_citation(text: str, names: SourceNames) -> tuple[Cited, ...]:
    """The pairs of a citation, given without its brackets; CitationSyntaxError where it is none."""
    groups = plain_groups(text, names) if len(text) <= LONGEST else None
    if groups is None:
        return _Parser(text, names).citation()
    try:
        return pairs_of(groups, names, lenient=False)
    except NoSourceError as error:
        raise CitationSyntaxError(text, error.at, _SOURCE) from error


@lru_cache(maxsize=1_024)  # one citation comes again in the articles of its issue, seldom later
def salvage_citation(text: str, names: SourceNames) -> tuple[Cited, ...]:
    """What can be known of a text that is clearly a citation but no whole one; empty where it is none.

    "(Interfax, evening of May 5)" has a known source and a day; "(met in Moscow, May 5)" has neither.
    """
    try:
        found = _Parser(text, names, lenient=True).citation()
    except CitationSyntaxError:
        return ()
    return tuple(cited._replace(rule="partial") for cited in found)


class _Parser:
    """Reads one text from left to right; `lenient` skips what it cannot read instead of raising."""

    def __init__(self, text: str, names: SourceNames, *, lenient: bool = False) -> None:
        self.text, self.names, self.lenient = text, names, lenient
        self.tokens = tokens_of(text if len(text) <= LONGEST else "")
        self.kinds = [token.lastgroup for token in self.tokens]
        self.may_refer = any(word in text for word in _SEE)
        self.at = 0
        self.groups: list[Group] = []

    def kind(self, ahead: int = 0) -> str | None:
        return self.kinds[self.at + ahead]

    def next(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1][0]

    def accept(self, kind: str) -> bool:
        found = self.kinds[self.at] == kind
        self.at += found
        return found

    def start(self, ahead: int = 0) -> int:
        """The offset of a token in the text."""
        return self.tokens[self.at + ahead].start()

    def fail(self, expected: str, offset: int | None = None) -> NoReturn:
        raise CitationSyntaxError(self.text, self.start() if offset is None else offset, expected)

    def at_date(self) -> bool:
        """Whether a date starts here: "May 5", "May 1996", "June, 1996", "5 May"."""
        kinds, at = self.kinds, self.at
        if kinds[at] == "MONTH":
            return kinds[at + 1] in {"NUMBER", "YEAR"} or kinds[at + 1 : at + 3] == ["COMMA", "YEAR"]
        return kinds[at] == "NUMBER" and kinds[at + 1] == "MONTH" and kinds[at + 2] != "NUMBER"

    def citation(self) -> tuple[Cited, ...]:
        """citation = clause { ( ";" | "." ) clause } ; what follows a stop may be a mere pointer."""
        self.clause()
        while self.kind() != "END":
            if self.accept("STOP"):
                self.pointer()
            elif self.accept("SEMI"):
                self.clause()
            elif self.lenient:
                self.skip_to_separator()
            else:
                self.fail("a comma, a semicolon or the end")
        return self.pairs(self.groups)

    def pairs(self, groups: list[Group]) -> tuple[Cited, ...]:
        try:
            return pairs_of(groups, self.names, lenient=self.lenient)
        except NoSourceError as error:
            self.fail(_SOURCE, error.at)

    def skip_to_separator(self) -> None:
        while self.kind() not in _SEPARATORS:
            self.at += 1

    def pointer(self) -> None:
        """pointer = clause | prose ; "See Perspective section below" cites nothing."""
        kept = len(self.groups)
        try:
            if self.at_date() or self.kind() in _SEPARATORS:
                self.fail("a source before the date")
            self.clause()
            self.pairs(self.groups[kept:])
            if self.kind() not in _SEPARATORS:
                self.fail("the end of the sentence")
        except CitationSyntaxError:
            del self.groups[kept:]
            self.skip_to_separator()

    def clause(self) -> None:
        """clause = days | group { [ "," ] [ "and" ] group } ; bare days go with the sources before them."""
        if self.groups and self.at_date():
            self.groups[-1].days.extend(self.days())  # "(see the Monitor, November 27; December 4, 2001)"
        first, is_seen = True, False
        while self.kind() not in _SEPARATORS and (first or self.opens_group()):
            before = self.at
            is_seen = self.reference() or is_seen
            self.groups.append(self.group(is_seen=is_seen))
            if self.at == before:
                self.fail("a source or a date")
            first = False

    def opens_group(self) -> bool:
        """Whether another group follows; eats the comma and the "and" before it, and a comma at the very end."""
        comma, join = self.accept("COMMA"), self.accept("JOIN")
        return (comma or join) and self.kind() not in _SEPARATORS

    def reference(self) -> bool:
        """reference = [ prose ] "see" [ "also" ] [ "," ] ; as in "On Uzbekistan's position see also Monitor"."""
        if not self.may_refer:
            return False
        ahead = 0
        opening = not self.at and self.tokens[0][0] in _POINTING  # "for background, see the Monitor, May 5"
        while self.kind(ahead) in {"WORD", "JOIN"} or (opening and self.kind(ahead) == "COMMA"):
            if self.tokens[self.at + ahead][0] in _SEE:
                self.at += ahead + 1
                self.at += self.tokens[self.at][0] == "also"
                self.accept("COMMA")
                return True
            ahead += 1
        return False

    def group(self, *, is_seen: bool) -> Group:
        """group = [ reference ] ( own_issue | slots [ days ] ) ;"""
        if is_seen and self.tokens[self.at][0] in _OUR and (days := self.own_issue()):
            return Group([Slot(None, self.start(-1), is_own=True)], days, is_seen)
        slots = self.slots()
        if not slots:
            self.fail("a source before the date")
        return Group(slots, self.days() if self.at_date() else [], is_seen)

    def own_issue(self) -> list[PrintedDate]:
        """own_issue = ( "our" | "the" ) ( days [ "," ] "issue" | "issue" "of" days ) ; "see our May 5 and 6 issues"."""
        start = self.at
        self.at += 1
        before = self.issue()
        self.at += before and self.tokens[self.at][0] in {"of", "dated"}
        days = self.days() if self.at_date() else []
        self.accept("COMMA")
        if (before or self.issue()) and self.tokens[self.at][0] != "of":  # "the June 9 issue of Prism"
            return days
        self.at = start
        return []

    def issue(self) -> bool:
        """Eats "issue", "issues" or the like."""
        found = self.tokens[self.at][0] in _ISSUE
        self.at += found
        return found

    def slots(self) -> list[Slot]:
        """slots = [ slot ] { "," [ slot ] } ; the last comma stands before the date."""
        slots: list[Slot] = []
        while not self.at_date():
            found = self.slot()
            slots += found
            if not self.accept("COMMA"):
                break
            if not found:
                slots.append(Slot(None, self.start(-1)))
        return slots

    def slot(self) -> list[Slot]:
        """slot = [ "and" ] ( name [ place ] [ programme ] | programme ) ; a name may be several, joined by "and"."""
        self.accept("JOIN")
        start = self.start()
        if self.accept("QUOTED"):
            return [Slot(self.tokens[self.at - 1][0].strip('“”" ,.'), start, is_programme=True)]
        parts = parts_of_list(self.name(), self.names)
        if not parts[0]:
            return []
        slots = [Slot(part, start) for part in parts]
        if self.kind() == "OPEN":
            slots[-1] = slots[-1]._replace(place=self.place())
        if self.accept("QUOTED"):  # in NTV's "Itogi," the programme is no source
            slots[-1] = slots[-1]._replace(name=re.sub("['’]s?$", "", parts[-1]))
        return slots

    def name(self) -> str:
        """name = { word | url | number | "and" | "to" | "-" } ; up to a comma, a bracket or a date."""
        start = self.at
        while self.kinds[self.at] in _NAMING and not self.at_date():
            self.at += 1
        return self.text[self.tokens[start].start() : self.tokens[self.at - 1].end()] if self.at > start else ""

    def place(self) -> str | None:
        """place = "[" { word } "]" ;"""
        self.accept("OPEN")
        start = self.start()
        while self.kind() not in {"CLOSE", "SEMI", "END"}:
            self.at += 1
        end = self.start()
        if not self.accept("CLOSE"):
            self.fail("a closing bracket after the place")
        return self.text[start:end].strip() or None

    def days(self) -> list[PrintedDate]:
        """days = day { ( "," | "and" | "&" | ", and" ) day } ; the month carries on until another is named."""
        found = [self.day(0)]
        while True:
            before = self.at
            comma, join = self.accept("COMMA"), self.accept("JOIN")
            if not (comma or join) or not self.continues_days():
                self.at = before
                return found
            found.append(self.day(found[-1].end_month or found[-1].month))

    def continues_days(self) -> bool:
        """A number in a list is a day unless a word follows: "May 3, 24 Saati, May 5" names a paper."""
        return self.at_date() or (self.kind() == "NUMBER" and self.kind(1) not in {"WORD", "URL", "QUOTED", "OPEN"})

    def day(self, month: int) -> PrintedDate:
        """day = [ month ] number [ range ] [ [ "," ] year ] | number month [ year ] | month [ "," ] year ;"""
        day = self.number() if self.kind() == "NUMBER" else None
        if self.kind() == "MONTH" and (day is None or self.kind(1) != "NUMBER"):
            month = month_number(self.next())
        if day is None and self.kind() == "NUMBER":
            day = self.number()
        year = self.year()
        end_month, end_day = self.range(month) if day is not None else (None, None)
        if end_day is not None:
            year = self.year() or year
            if day is not None and end_month is None and end_day < day:
                end_month = month % _MONTHS_IN_YEAR + 1  # "April 29-2"
        return PrintedDate(month, day, end_month, end_day, year)

    def number(self) -> int:
        """number = digits [ "st" | "nd" | "rd" | "th" ] ;"""
        return int(self.next().rstrip("sthndr"))

    def year(self) -> int | None:
        """year = [ "," ] four digits ;"""
        comma = self.kind() == "COMMA"
        if self.kind(comma) != "YEAR":
            return None
        self.at += comma
        return int(self.next())

    def range(self, month: int) -> tuple[int | None, int | None]:
        """range = ( "-" | "through" | "through and" ) [ month ] number ;"""
        if self.kind() not in {"DASH", "THROUGH"}:
            return None, None
        self.at += 1
        named = month_number(self.next()) if self.kind() == "MONTH" else month
        if self.kind() != "NUMBER":
            self.fail("the last day of the range")
        return (named if named != month else None), self.number()
