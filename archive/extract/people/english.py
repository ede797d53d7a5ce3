"""Which English words bound a name or a title? Language, not authority: no name stands here.

A title phrase is read to the left until a word that cannot belong to it ("told Russian president Boris Yeltsin"), to
the right until one that opens a clause ("head of the Audit Chamber who"); a capital at a sentence's start means nothing
when the word is one of these ("But Yeltsin").
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES: Final = frozenset({"the", "a", "an"})

DETERMINERS: Final = frozenset({"his", "her", "their", "its", "our", "my", "your", "whose"})

TITLE_PREPOSITIONS: Final = frozenset({"of", "for", "in", "to", "at", "on", "with", "under", "from", "by", "over"})
"""What may follow the head of a title: "envoy to the Southern Federal District", "minister for emergencies"."""

CONNECTORS: Final = frozenset({"of", "for", "in", "to", "on", "at", "and", "the", "&", "under", "from"})
"""Lower-case words inside a long title that no comma ends: "Minister of Labor and Social Protection Magomed"."""

SAYING: Final = _words(
    """said says say told tells tell added adds reported reports announced announces argued argues claimed claims
    complained declared declares denied denies explained explains insisted insists maintained maintains noted notes
    observed promised remarked replied responded stated states stressed suggested urged warned warns acknowledged
    admitted agreed alleged asked asserted blamed boasted called charged commented conceded concluded condemned
    confirmed contended cautioned criticized demanded described disclosed dismissed emphasized estimated expressed
    hinted indicated invited joked mentioned ordered pledged pointed predicted proposed protested quipped quoted
    recalled recommended refused rejected reiterated repeated revealed signed spoke thanked thinks thought
    threatened vowed voiced wrote writes believes believed hopes hoped wants wanted met visited arrived left
    returned"""
)
"""Verbs that a person does, most of them of saying, in the forms newsletters use."""

UNIT_WORDS: Final = _words("municipal airborne motorized rifle rural autonomous paratroop armored")
"""Words between a name and what is named after it: "Dzerzhinsky airborne troops", "Pliyevsky municipal district"."""

SHIPS: Final = _words(
    """ship flagship cruiser frigate destroyer submarine carrier corvette battleship vessel icebreaker tanker trawler
    freighter steamship ferry yacht minesweeper cutter"""
)
"""What bears a person's name: "the aircraft carrier Admiral Kuznetsov"."""

WRITINGS: Final = _words(
    "article articles report reports commentary story piece book essay column interview study analysis"
)
"""What is "by" a person."""

AUXILIARIES: Final = _words(
    """is was are were be been being has had have having will would can could may might must shall should did does do"""
)

ADVERBS: Final = _words(
    """not never also still already now then yesterday today tomorrow ago himself herself themselves later"""
)

PAST: Final = _words(
    """became began broke brought came chose drew drove fell flew fought found gave got grew held kept knew lost made
    ran rose sat saw sent sought spent stood stole struck swore taught took tore went won withdrew wore"""
)
"""Past tenses that do not end in -ed."""

CLAUSE_WORDS: Final = _words(
    """who whom whose which that where when while whereas since until till after before during because but though
    although as if whether than so yet unless once"""
)
"""Words that open a clause or an adverbial: no title runs over them."""

STOP_WORDS: Final = (
    ARTICLES
    | DETERMINERS
    | TITLE_PREPOSITIONS
    | SAYING
    | AUXILIARIES
    | ADVERBS
    | CLAUSE_WORDS
    | _words(
        """and or nor both either neither between among against about into onto upon within without through throughout
        across along around behind beside besides beyond above below near toward towards via per despite like unlike
        including together amid amidst alongside outside inside off out up down again further i you he she it we
        they me him them us who this these those there here such some any all each every no none one two three four
        five six seven eight nine ten several many few more most less least other others another same only just even
        too very quite rather almost nearly let lets make makes made making get got gets take takes took taken give
        gave given gives go goes went gone come came comes see saw seen find found put set name named names appoint
        appointed appoints elect elected dismissed fired sacked replaced replace accuse accused accuses became
        become becomes remain remained remains following followed follows led leads include includes included send
        sent sends meet meets help helped helps support supported supports back backed attack attacked join joined
        joins"""
    )
)
"""Lower-case words at which the reading of a title to the left ends."""

SENTENCE_OPENERS: Final = STOP_WORDS | _words(
    """according accordingly actually additionally admittedly afterward afterwards altogether anyone anything anyway
    apart apparently asked back based because certainly citing clearly commenting concerning consequently
    considering contrary conversely curiously currently despite due earlier early elsewhere equally especially
    evidently eventually everyone everything ever except exactly far fewer finally first firstly following formally
    fortunately frequently from generally given gone half hardly hence hitherto hours how however ideally
    immediately in inasmuch incidentally indeed initially instead interviewed ironically it judging last lastly late
    lately later latest lest likewise little local long looking louder many maybe meanwhile moreover mostly much
    namely naturally nearly neither nevertheless next nobody none nonetheless nor not noting nothing notwithstanding
    notably nowhere obviously occasionally officially often once only opening opposition otherwise over overall
    particularly perhaps personally plus politically presumably previously privately probably publicly put quoting
    rather reacting recall recalling recent recently referring regarding regardless reportedly responding roughly
    scarcely second secondly seen separately shortly similarly simply since small so sometime sometimes somewhat
    soon speaking specifically still strangely subsequently supposedly surely talk talks than thanks that the then
    thence thereafter thereby therefore third thirdly though thus time to today together tomorrow tonight
    traditionally typically ultimately unfortunately unless until upon usually was weeks what whatever when whenever
    where whereas wherever whether which whichever while who whoever whom whose why with within without word would
    writing years yes yesterday yet on under unlike up urging asking like"""
)
"""Words that are no name though a capital at the start of a sentence or of a title makes them look like one."""

COMMON_ENDINGS: Final = ("ing", "ed", "ly", "tion", "sion", "ment", "ness", "ous", "ful", "less", "ism", "ity", "ship")
"""Endings of English words that no surname of a region bears: an unknown capitalised word with one is no name."""
