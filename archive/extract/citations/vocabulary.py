"""Which words of English prose say that a medium reported something?

The vocabulary of attribution: verbs of reporting, what a report is called, what a medium is called, and the words that
may stand between a medium and the day of its report.
"""

from __future__ import annotations

from typing import Final


def word_set(words: str) -> frozenset[str]:
    """The words of a text; a long list reads best as one."""
    return frozenset(words.split())


REPORTING: Final = word_set(
    "reported said says wrote writes quoted quotes cited cites announced noted commented claimed published broadcast"
    " aired carried ran posted stated revealed disclosed confirmed alleged asserted added observed editorialized"
    " speculated suggested argued warned predicted printed charged declared described surveyed summarized maintained"
    " explained replied responded reprinted released showed featured denied hinted listed named called put gave fired"
    " counted estimated learned interviewed relayed recounted detailed reports reporting writing saying quoting citing"
    " devoted picked pointed concluded complained lamented questioned wondered hailed accused attacked criticized"
    " dismissed acknowledged insisted remarked transmitted distributed circulated issued unveiled ridiculed mocked"
    " announcing claiming told ascribed attributed characterized portrayed depicted related recalled emphasized"
    " stressed indicated implied mentioned repeated reiterated ended opened led began forecast televised showing"
    " admitted found thought deemed judged traced dubbed likened compared blamed praised painted mused"
    " opined foresaw reminded noticed recommended outlined examined analyzed assessed calculated reckoned profiled"
    " discussed documented investigated uncovered verified corrected retracted suggests argues claims notes observes"
    " warns reveals confirms"
)
"""A medium before such a verb speaks; a day right after it is the day of the report."""

PUBLISHED: Final = word_set(
    "published posted aired broadcast carried printed released run ran reported quoted cited interviewed shown"
    " appearing appeared distributed issued reprinted televised featured dated reporting writing circulated"
)
"""What can stand between a report and its day, or between the day and "by" its medium: "published June 26 by"."""

ON_AIR: Final = word_set("appeared appearing shown ran aired broadcast televised")
"""What is on the air is the event itself: "appeared on Russian television July 18", "broadcast on December 10 by"."""

REPORTS: Final = word_set(
    "issue edition op-ed article interview report story editorial commentary broadcast essay column piece dispatch"
    " number item analysis program programme newscast statement reports articles editorials issues editions account"
    " feature profile letter survey review supplement bulletin release columns essays commentaries interviews stories"
    " dispatches analyses accounts pieces post blog posting paper study sketch portrait note notice reportage"
    " roundup digest overview critique opinion memoir"
)
"""What a medium publishes: "the May 16 issue of", "a May 27 op-ed in"."""

MEDIA_HEADS: Final = word_set(
    "website web site agency newspaper newspapers daily dailies weekly weeklies magazine magazines monthly station"
    " channel network portal paper papers journal tabloid broadsheet broadcaster newswire outlet agencies websites"
    " online-newspaper publication periodical biweekly fortnightly"
)
"""What a medium is called beside its name; no part of the name itself: "the Interfax news agency"."""

LINKED: Final = frozenset({"website", "site"})
"""What is named by a link, and nameless once links are stripped."""

LINKS: Final = word_set(
    "in an a its his her their own interview interviews article report story commentary statement on this past last"
    " which were was appearing dated reporting website web site news item op-ed essay column editorial text"
    " monday tuesday wednesday thursday friday saturday sunday front-page lengthy long brief exclusive separate"
    " special recent dispatch dispatches front page evening morning late early"
) | (PUBLISHED - {"reported", "quoted", "cited"})
"""Words between a medium and its day: "Izvestia, in an article posted on", "Profil, on its website on"."""

ADVERBS: Final = word_set(
    "likewise also then later again first itself alike meanwhile further even still already only just similarly had"
    " has have had all both thus too instead for instance"
)
"""Words between a medium and its verb."""

CLAUSES: Final = word_set("that which who whom whose where when while as because if than and but")
"""Words that open a clause: what stands before them is of another one."""

ISSUES: Final = word_set("issue issues edition editions")

DETERMINERS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her"})

FUNCTION_WORDS: Final = word_set(
    "that to was were is are of in at on and or by from with for as who which when after before since until but had"
    " has have be been if than then so not no into over under about against between during would will did he she it"
    " they we"
)
"""No adjective that may stand before a medium's name."""
