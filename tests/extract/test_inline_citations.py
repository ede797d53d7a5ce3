"""Which days in prose are the days of a report, and whose."""

from __future__ import annotations

import pytest

from archive.core.dates import PrintedDate
from archive.extract.citations import extract_citations
from archive.extract.context import Context
from archive.extract.mentions import CitationKind, CitationMention
from archive.extract.sentences import sentence_starts
from archive.read.authority import load_authority


def citations(body: str) -> list[CitationMention]:
    return list(extract_citations(body, Context(load_authority(), "Monitor", sentence_starts(body))))


REPORTS = {
    "verb, no on": ("Izvestiya reported June 17 that he left.", ["Izvestiya"]),
    "verb and on": ("Kavkazky Uzel reported on April 30.", ["Kavkazky Uzel"]),
    "adverb": ("Radio Liberty likewise reported on May 14 that", ["Radio Liberty"]),
    "aside": ("Interfax, quoting an official in the ministry, said May 5 that", ["Interfax"]),
    "on before the verb": ("Pravda on June 3 reported that", ["Pravda"]),
    "commas round the day": ("Vremya novostei, on January 26, quoted Kozak again", ["Vremya novostei"]),
    "quoted whom": ("Reuters quoted officials on May 5 as saying so.", ["Reuters"]),
    "told": ("Shabad told Interfax August 10 that", ["Interfax"]),
    "told an agency": ("he told the Interfax news agency on October 13", ["Interfax"]),
    "admitted to": ("which he admitted to Interfax August 7", ["Interfax"]),
    "interview": ("in an interview with Ekho Moskvy on January 5", ["Ekho Moskvy"]),
    "interview published": ("interview with Rossiiskaya gazeta published on March 22", ["Rossiiskaya gazeta"]),
    "published an interview": ("Kommersant published an interview on November 30 that", ["Kommersant"]),
    "an article posted": ("Izvestia, in an article posted on February 7, had it", ["Izvestia"]),
    "on its website": ("to the magazine Profil, on its website on February 5.", ["Profil"]),
    "according to": ("According to Radio Mayak August 12 he left.", ["Radio Mayak"]),
    "cited by": ("was cited by Itar-TassAugust 11 as saying", ["Itar-Tass"]),
    "day first": ("On August 31 the jihadist ‘Kavkaz Center’ gave notice", ["Kavkaz Center"]),
    "day first, comma": ("On May 6, the Kavkazsky Uzel (Caucasian Knot) website reported that", ["Kavkazsky Uzel"]),
    "day first, in mid-sentence": ("The answer came: on June 28 Interfax fired back with", ["Interfax"]),
    "the day and its paper": ("Interviewed in the June 18 Izvestia, he said", ["Izvestia"]),
    "a day's report": ("according to a July 25Reuters report", ["Reuters"]),
    "issue of": ("the September 26 issue of Kommersant said", ["Kommersant"]),
    "month's issue of": ("published in the October 2005 issue of Kommersant", ["Kommersant"]),
    "in its issue": ("In its May 5 issue, Kommersant wrote so.", ["Kommersant"]),
    "possessive": ("Kommersant’s May 5 edition carried it.", ["Kommersant"]),
    "nameless possessive": (
        "a Moscow Times column in the English-language newspaper’s May 5 edition",
        ["Moscow Times"],
    ),
    "op-ed": ("in a May 27 op-ed which appeared in the “Washington Post.”", ["Washington Post"]),
    "published by": ("posted on October 17 by the separatist Kavkazcenter website", ["Kavkazcenter"]),
    "controlled by": ("published on May 14 by the Kremlin-controlled Strana.ru website", ["Strana.ru"]),
    "an article for": ("as he put it in a May 5 article for Trud, that", ["Trud"]),
    "a column for, day last": ("In a column for Moskovskie novosti on May 5, he", ["Moskovskie novosti"]),
    "author of a paper": ("Oleg Orlov of the newspaper Russky kurier reported on August 18.", ["Russky kurier"]),
    "article by an author of": ("by a May 5 article by Nick Hill of the British daily The Guardian.", ["The Guardian"]),
    "correspondent in a town": (
        "The Vremya novostei correspondent in Nazran, Ivan Sukhov, wrote on May 6 that",
        ["Vremya novostei"],
    ),
    "day between commas": ("As Nezavisimaya gazeta wrote, on May 5, he is out.", ["Nezavisimaya gazeta"]),
    "long aside": (
        "Gudok, in a long piece on trains which its editor had promised us a year before, wrote on May 5 that",
        ["Gudok"],
    ),
    "appeared in": ("An article that appeared on May 5 in the newspaper Trud told so.", ["Trud"]),
    "interview given to": ("In an interview given on May 5 to the newspaper Trud, he said", ["Trud"]),
    "posted on a medium's site": (
        "in an interview that he gave to Profil, which was posted on the weekly magazine’s website on February 5.",
        ["Profil"],
    ),
    "that was published": ("an interview with Trud that was published on January 23, where", ["Trud"]),
    "verb glued to a hyphen": ("most would vote for him, Kommersant-Dailyreported July 7.", ["Kommersant-Daily"]),
    "after a quotation": ("“It is over,” the newspaper Trud wrote on May 5.", ["Trud"]),
    "asked by": ("Asked by Nezavisimaya gazeta on May 5, he said that", ["Nezavisimaya gazeta"]),
    "put it": ("As the newspaper Trud put it on May 5, “he lost.”", ["Trud"]),
    "three": ("AP, Reuters and AFP reported on May 6 that", ["AP", "Reuters", "AFP"]),
    "nameless biweekly": (
        "Novaya gazeta correspondent Olga Bobrova wrote in the biweekly’s May 5 edition",
        ["Novaya gazeta"],
    ),
    "unlisted gazeta": ("Primorskaya gazeta reported on May 5 that", ["Primorskaya gazeta"]),
    "unlisted kurier": ("In the May 5 issue of Donskoi kurier he wrote", ["Donskoi kurier"]),
    "unlisted adjective in -ski": ("Uralski komsomolets on May 5 quoted him.", ["Uralski komsomolets"]),
    "irregular verb": ("Segodnya on May 5 found that he had lost.", ["Segodnya"]),
    "number and range of an issue": (
        "The no. 9 (April 27-May 3) issue of Moskovskie novosti had it.",
        ["Moskovskie novosti"],
    ),
    "number in its issue": ("In its no. 9 (April 27) issue, Moskovskie novosti had it.", ["Moskovskie novosti"]),
    "number beside the name": ("Moskovskie novosti (no. 9, May 5) had it.", ["Moskovskie novosti"]),
    "website of a paper": ("a May 5 article on the website of the newspaper Trud said", ["Trud"]),
    "author of": ("On May 5, Olga Allenova of Kommersant reported that", ["Kommersant"]),
    "its author": ("On May 5, Novaya gazeta’s Anna Politkovskaya reported that", ["Novaya gazeta"]),
    "news service": ("The Reuters news service reported on May 5 that", ["Reuters"]),
    "dash behind": ("according to a May 5 report in the Irish Times—far more than", ["Irish Times"]),
    "dispatch from": ("A Reuters dispatch from Baku on May 5 said that", ["Reuters"]),
    "unknown, its issue": ("the May 5 issue of Zaryadye had", ["Zaryadye"]),
    "unknown, an article in it": ("He said in a May 5 article in Zaryadye that", ["Zaryadye"]),
    "unknown, named as Slavic papers are": ("Lugansky vestnik reported on May 5 that", ["Lugansky vestnik"]),
    "name lost behind for": ("In a May 5 article for, Olga Allenova had it.", [None]),
    "name lost in mid-clause": ("as he had it in a May 5 article for that one is the gainer", [None]),
    "website that lost its name": ("According to a May 5 article on the website, it is over.", [None]),
    "by an author": ("A May 5 article by Andrei Smirnov in Kommersant said so.", ["Kommersant"]),
    "correspondent": ("Kommersant correspondent Olga Allenova reported on May 5 that", ["Kommersant"]),
    "a station's service": ("Radio Liberty’s North Caucasus service reported on May 5 that", ["Radio Liberty"]),
    "reported from": ("The Itar-Tass news agency reported from Grozny on May 5 that", ["Itar-Tass"]),
    "aside after the source": ("On May 5 Interfax, citing the military, reported that", ["Interfax"]),
    "quoted as saying on": ("was quoted by RIA Novosti as saying on May 5 that", ["RIA Novosti"]),
    "people's adjective": ("quoted by the Russian news agency RIA Novosti on May 5.", ["RIA Novosti"]),
    "glued told": ("minister Aleksandr Nazarchuktold Interfax July 2.", ["Interfax"]),
    "unknown Sun": ("The Kazbek Sun on August 15 quoted him", ["Kazbek Sun"]),
    "stranger reports": ("Zaryadye reported on May 5 that he was out.", ["Zaryadye"]),
    "stranger at the end": ("He was out, Zaryadye reported May 5.", ["Zaryadye"]),
    "stranger as": ("As Zaryadye reported on May 5, he was out.", ["Zaryadye"]),
    "stranger of a town": ("Moscow’s Zaryadye reported on May 5 that he was out.", ["Zaryadye"]),
    "stranger of the day": ("Zaryadye of May 5 wrote that he was out.", ["Zaryadye"]),
    "stranger on the day": ("Zaryadye on May 5 quoted him.", ["Zaryadye"]),
    "stranger, its issue": ("Zaryadye’s May 5 issue had it.", ["Zaryadye"]),
    "stranger in its issue": ("Zaryadye, in its May 5 issue, had it.", ["Zaryadye"]),
    "stranger prints": ("Zaryadye ran a long story on May 5.", ["Zaryadye"]),
    "stranger's article": ("A Zaryadye editorial of May 5 had it.", ["Zaryadye"]),
    "in a stranger": ("It was published in Zaryadye on May 5.", ["Zaryadye"]),
    "writing in a stranger": ("Writing in Zaryadye on May 5, he said", ["Zaryadye"]),
    "by a stranger": ("A poll published by Zaryadye on May 5 had it.", ["Zaryadye"]),
    "day, stranger": ("On May 5, Zaryadye reported that", ["Zaryadye"]),
    "day and its stranger": ("He wrote in the May 5 Zaryadye, as ever.", ["Zaryadye"]),
    "published on the day in a stranger": ("The letter, published May 5 in Zaryadye, had it.", ["Zaryadye"]),
    "two websites": (
        "published by the separatist Chechenpress and Kavkazcenter websites on July 15",
        ["Chechenpress", "Kavkazcenter"],
    ),
    "two papers": ("carried on October 8 by the dailies Segodnya and Trud", ["Segodnya", "Trud"]),
    "two sources": ("Moldova-Press and Itar-Tass reported May 5 that", ["Moldova-Press", "Itar-Tass"]),
    "day in brackets": ("in an interview with RFERL this past Sunday (February 11).", ["RFERL"]),
    "attribution at the end": ("— Kommersant, May 5.", ["Kommersant"]),
    "website at the end": ("in an essay on the Polit.ru website, October 6.", ["Polit.ru"]),
    "collective": ("Western news agencies reported on March 15 that", ["Western news agencies"]),
    "glued collective": ("Russian mediareported July 25 that", ["Russian media"]),
    "glued name": ("the July 12 Komsomolskayapravda said", ["Komsomolskayapravda"]),
    "glued comma": ("of the sanctions,Itar-Tass reported May 29.", ["Itar-Tass"]),
    "city's radio": ("Kiev radio reported June 2 that", ["Kiev radio"]),
    "possessive before it": ("let it be known, Moscow’s Echo radio reported August 26.", ["Echo radio"]),
    "misprint": ("as quoted in Moskovsky komosomolets on April 26.", ["Moskovsky komosomolets"]),
    "unknown agency": ("On August 2, the separatist Zaryapress news agency published a text", ["Zaryapress"]),
    "unknown paper": ("The newspaper Zarya reported on May 5 that", ["Zarya"]),
    "unknown Times": ("The Kazbek Times reported on May 5 that", ["Kazbek Times"]),
    "unknown agency of a country": ("published by Sweden's ZZ news agency on March 21", ["ZZ"]),
    "subject lost with its link": ("So it was. reported on February 18 that", [None]),
    "website lost its name": ("as quoted by the website on January 18.", [None]),
    "event and report": ("would sign the accord July 30, Segodnya reported July 27.", ["Segodnya"]),
    "what it is, behind it": ("Shots were fired, Ekho Moskvy radio reported on May 5.", ["Ekho Moskvy"]),
    "unlisted Gazeta in front": ("Primorskaya Gazeta on May 5 quoted him", ["Primorskaya Gazeta"]),
    "behind a sentence's opener": ("Meanwhile Kazbek Times reported on May 5 that", ["Kazbek Times"]),
    "unlisted radio": ("He told Radio Zaryadye on May 5 that he was out.", ["Radio Zaryadye"]),
    "unknown with of": ("the May 5 issue of the Bulletin of Applied Botany had it", ["Bulletin of Applied Botany"]),
    "weekday before the day": ("Itar-Tass reported on Tuesday, May 5, that", ["Itar-Tass"]),
    "weekday, day in brackets": ("Itar-Tass reported Tuesday (May 5) that", ["Itar-Tass"]),
    "weekday first": ("On Tuesday, May 5, Interfax reported that", ["Interfax"]),
    "time of the day": ("Interfax reported in the evening of May 5 that", ["Interfax"]),
    "as early as": ("Interfax reported as early as May 5 that", ["Interfax"]),
    "again": ("Interfax reported again on May 5 that", ["Interfax"]),
    "list after the day": (
        "On May 5, Trud, Segodnya and RIA Novosti reported that",
        ["Trud", "Segodnya", "RIA Novosti"],
    ),
    "headline before the source": ("On May 5, in an article headlined “Out,” Trud wrote that", ["Trud"]),
    "headline after the day": ("In a May 5 article entitled “Out,” Trud noted that", ["Trud"]),
    "headline before in": ("A May 5 article headlined “Out” in Trud said so.", ["Trud"]),
    "citing before the source": ("On May 5, citing an unnamed diplomat, Interfax reported that", ["Interfax"]),
    "published, then the source": ("In an article published on May 5, Kommersant wrote that", ["Kommersant"]),
    "in its edition, no comma": ("In its May 5 edition Kommersant wrote that", ["Kommersant"]),
    "speaking on": ("Speaking May 5 on Ekho Moskvy, he said", ["Ekho Moskvy"]),
    "wrote on the day in": ("Felgengauer wrote on May 5 in Segodnya that", ["Segodnya"]),
    "possessive before the report": ("Vedomosti’s editorial of May 5 said so.", ["Vedomosti"]),
    "published what": ("Segodnya published the miners’ letter on May 5.", ["Segodnya"]),
    "town before its daily": ("On May 5, the influential Moscow daily Segodnya ran a story", ["Segodnya"]),
    "programme": ("NTV’s “Zerkalo” program reported on May 5 that", ["NTV"]),
    "press service of an agency": ("The official RIA Novosti press service reported on May 5 that", ["RIA Novosti"]),
    "nameless website": ("A poll released on May 5 by the website, a voice of reason, said so.", [None]),
    "unlisted gazeta behind a weekly": ("in a May 5 article for the weekly Donskaya gazeta.", ["Donskaya gazeta"]),
    "translated name": ("a May 5 report on the website Gora i dolina (“Hill and Dale”) said", ["Gora i dolina"]),
    "inside an aside": ("(They have drawn it up, Rossiiskayagazeta reported July 21.)", ["Rossiiskayagazeta"]),
}


@pytest.mark.parametrize(("body", "sources"), REPORTS.values(), ids=REPORTS)
def test_report(body: str, sources: list[str | None]) -> None:
    assert [mention.source for mention in citations(body)] == sources


EVENTS = {
    "event's day": "Also on July 11, the commission said that talks had stalled, NTV reported.",
    "event's day before the source": "to hold an extraordinary congress on March 8, Kavkazky Uzel reported.",
    "day after that": "Vremya Novostei reported that on the evening of September 2, shots were fired.",
    "day with an article": "Interfax reported on the May 5 meeting in Moscow.",
    "broadcast as event": "In a June 4 interview with a president on Radio Ekho Moskvy, nothing was said.",
    "day of what follows": "According to Interfax, May 9 will be a holiday.",
    "raid": "The tax police raided NTV on May 11.",
    "seizure": "Gazprom seized control of NTV on April 14, claiming victory.",
    "takeover": "On April 14, NTV was taken over.",
    "medium as object": "The director of NTV said on May 5 that he would go.",
    "spokesman": "A spokesman for Interfax said on May 5 that he would go.",
    "person says": "Putin said on May 5 that he would go.",
    "person is told": "Putin told Schroeder on May 5 that he would go.",
    "person reports": "The commander, Ruslan Gelaev, reported on February 5 that he had left.",
    "ministry reports": "The FSB reported on May 5 that he was dead.",
    "gloss of a place": "A meeting, held in Starye Atagi (southern Chechnya) June 28, failed.",
    "sold": "Kadyrov, who owns the NTV that was sold on May 5, spoke.",
    "man of a ministry": "Ivan Petrov of the Finance Ministry reported on May 5 that he was well.",
    "head of a station": "The head of NTV reported on May 5 that he was well.",
    "appeared in a town": "He appeared on May 5 in Moscow.",
    "man of a committee": "A May 5 article by Nick Hill of the Committee on Rights in Moscow said so.",
    "organization's report": "A May 5 report by Amnesty International said so.",
    "article on a subject": "He wrote a May 5 article on the Duma and on the war.",
    "interview with a person": "In a May 5 interview with Vladimir Putin it was said.",
    "statement at a place": "He made a May 5 statement in Moscow on that.",
    "pay": "He gave a May 5 interview for which he was paid.",
    "issue of another kind": "The May 5 issue of bonds was a success.",
    "man of a town": "On May 5, Aleksandr Lebed of Krasnoyarsk reported that he was well.",
    "man of a country": "On May 5, Russia’s Yevgeny Primakov reported that he was well.",
    "press service": "The FSB press service reported on May 5 that he was well.",
    "region": "Primorsky Krai reported on May 5 that it was cold.",
    "loss": "NTV on May 5 lost its license.",
    "rally": "A rally for NTV on May 5 drew thousands.",
    "nameless paper": "the commentary of a Russian newspaper on September 23 said",
    "nameless network": "the network’s August 11 story",
    "own interview": "He told the Monitor on May 5 that he would go.",
    "on the air": "Yeltsin appeared on Russian television July 18 and acknowledged it.",
    "show": "a talk show, which was broadcast on December 10 by the NTV channel to mark it",
    "since": "Since May 5 NTV has shown it.",
    "sale": "Berezovsky sold Kommersant on May 5 to Patarkatsishvili.",
    "staff": "On May 5, NTV journalists demanded his resignation.",
    "relative day": "Nezavisimaya gazeta reported yesterday that he would go.",
    "number": "May 2.5 percent",
    "surname reports": "Zaryadov reported on May 5 that he was out.",
    "given name": "Ivan Zaryadye reported on May 5 that he was out.",
    "plural in front": "Witnesses reported on May 5 that he was out.",
    "title before the name": "spokesman Zaryadye reported on May 5 that he was out.",
    "body with an article": "The Zaryadye reported on May 5 that he was out.",
    "town in print": "It was published in Ryazan on May 5.",
    "meeting in a stranger": "They met in Zaryadye on May 5.",
    "event named by its day": "in the May 5 Zaryadye accord.",
    "body's report": "On May 5, Gazprom reported a loss.",
    "said in brackets": "In Grozny on May 5, Interfax reported, shots were fired.",
    "station's interview": "It was revenge for the radio station’s June 4 interview with the president.",
    "spoke in a town": "Speaking on May 5 in Moscow, he said so.",
    "published where": "The ministry published the list on May 5.",
    "two media, one speaks": "On May 5, Interfax, Segodnya said, was wrong.",
}


@pytest.mark.parametrize("body", EVENTS.values(), ids=EVENTS)
def test_event(body: str) -> None:
    """A day of what was reported, or a day of nobody's report, is no citation."""
    assert citations(body) == []


def test_two_days_give_two_citations_and_a_range_one() -> None:
    body = "Interfax reported on May 5 and 6. Segodnya reported on May 7-8, 1999."
    assert [(m.source, m.date) for m in citations(body)] == [
        ("Interfax", PrintedDate(5, 5)),
        ("Interfax", PrintedDate(5, 6)),
        ("Segodnya", PrintedDate(5, 7, end_day=8, year=1999)),
    ]


def test_second_day_of_another_month() -> None:
    found = citations("Interfax reported on April 30 and May 2 that he left.")
    assert [m.date for m in found] == [PrintedDate(4, 30), PrintedDate(5, 2)]


def test_span_covers_source_and_day() -> None:
    body = "The answer: the Polit.ru website reported on April 22 that."
    (found,) = citations(body)
    assert (found.kind, found.span.of(body)) == (CitationKind.INLINE, "Polit.ru website reported on April 22")


def test_own_issue_is_a_cross_reference() -> None:
    (found,) = citations("(Part 1 of this article appeared in the May 16 issue of Prism)")
    assert (found.kind, found.source, found.date) == (CitationKind.CROSS_REFERENCE, "Prism", PrintedDate(5, 16))


@pytest.mark.parametrize("body", ["As told in our May 5 issue, he left.", "In our no. 9 (May 5) issue it stood."])
def test_our_issue_is_a_cross_reference_without_a_name(body: str) -> None:
    (found,) = citations(body)
    assert (found.kind, found.source, found.date) == (CitationKind.CROSS_REFERENCE, None, PrintedDate(5, 5))


def test_day_inside_a_parenthetical_citation_is_not_told_twice() -> None:
    assert len(citations("Interfax reported it (Interfax, May 5).")) == 1
