"""Which words are people, and which are one person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive.core.span import Span
from archive.extract.mentions import CitationKind, CitationMention, OrganizationMention, PersonMention

Find = Callable[..., list[PersonMention]]

NAMES = {
    "particle": ("prosecutor Carla Del Ponte said. Del Ponte left.", {"Carla Del Ponte"}),
    "three words": ("met Jose Maria Aznar today", {"Jose Maria Aznar"}),
    "hyphenated": ("negotiator Khozh-Akhmed Yarikhanov said", {"Khozh-Akhmed Yarikhanov"}),
    "hyphenated surname": ("President Levon Ter-Petrosian, and Ter-Petrosian", {"Levon Ter-Petrosian"}),
    "family name first": ("leader Kim Jong-il went home. Kim left; Mr. Kim’s trip", {"Kim Jong-il"}),
    "country of a title before": ("the envoy to Georgia Dieter Bauer said", {"Dieter Bauer"}),
    "longer office behind": ("they held Cheri Lebrun, second secretary of the embassy", {"Cheri Lebrun"}),
    "two letters": ("said Vladimir Ni, Head of Presidential Affairs", {"Vladimir Ni"}),
    "apostrophe": ("and Tat’yana Loktinova said", {"Tat’yana Loktinova"}),
    "initial": ("President George W. Bush said. Bush left.", {"George W. Bush"}),
    "initials only": ("economist A.I. Kolganov said", {"A.I. Kolganov"}),
    "Arabic article": ("President Bashar al-Assad; al-Assad said", {"Bashar al-Assad"}),
    "kunya": ("field commander Abu Hafs said", {"Abu Hafs"}),
    "regnal number": ("and Patriarch Aleksii II, the head", {"Aleksii II"}),
    "one name after a title": ("the rebel field commander Khattab said", {"Khattab"}),
    "place as surname": ("The new director, Boris Jordan, came. Jordan said", {"Boris Jordan"}),
    "people as first name": ("German Gref, the minister, and German firms", {"German Gref"}),
    "unknown first name after a title": ("said deputy Xyztal Qorvandi today", {"Xyztal Qorvandi"}),
    "unlisted, in apposition": ("to a man, Shafi Akushali, a Dagestani by birth.", {"Shafi Akushali"}),
    "glued first and last name": ("of DzhokarDudayev", {"DzhokarDudayev"}),
    "glued verb": ("Vladimir Shumeiko told them, Shumeikoargued", {"Vladimir Shumeiko"}),
    "verb glued to a full name": ("chairman Ivan Rybkintold them and Oleg Lobovsaid so", {"Ivan Rybkin", "Oleg Lobov"}),
    "glued possessive": ("speaker Ivan Rybkin’sallies said. Rybkin left", {"Ivan Rybkin"}),
    "glued to a small letter": ("negotiatorKhozh-Akhmed Yarikhanov", {"Khozh-Akhmed Yarikhanov"}),
    "glued rank": ("Lt. Gen.Pavel Tarasenko expects", {"Pavel Tarasenko"}),
    "mojibake possessive": ("Aleksandr Lebed left on LebedÕs behalf", {"Aleksandr Lebed"}),
    "dash on both sides": ("Even Boris Berezovsky–tycoon–said; yes–Berezovsky–he", {"Boris Berezovsky"}),
    "straight possessive": ("Viktor Chernomyrdin's people and Chernomyrdin's bloc", {"Viktor Chernomyrdin"}),
    "never introduced": ("What Yeltsin said to Clinton", {"Yeltsin", "Clinton"}),
    "surname after a title": ("when Admiral Kasatonov spoke", {"Kasatonov"}),
    "nickname": ("Adviser Samuel (Sandy) Berger came. Berger left.", {"Samuel (Sandy) Berger"}),
    "bin": ("Osama bin Laden fled; Bin Laden’s men", {"Osama bin Laden"}),
    "neighbors": (
        "Aleksandr Veshnyakov said. With Vladimir Putin Veshnyakov is to confer.",
        {"Aleksandr Veshnyakov", "Vladimir Putin"},
    ),
    "plain word in front": ("Will Leonid Kuchma go? But Kuchma stays.", {"Leonid Kuchma"}),
    "has glued to a full name": ("President Islam Karimovhas set up a council", {"Islam Karimov"}),
    "byline": ("according to an April 14 article by Xyztal Qorvand in Kommersant", {"Xyztal Qorvand"}),
    "month in front": ("Since August Boris Berezovsky has", {"Boris Berezovsky"}),
}

NOBODY = {
    "field called like a man": "the owners of Shah Deniz said so",
    "place of two words": "They set out for a base at Kosovska Kamenica and left Kosovska Mitrovica.",
    "administration": "people in the Clinton administration are not put off",
    "era": "of the Yeltsin-era officials, the pro-Dudayev forces",
    "ship with a rank": "sailed on the aircraft carrier Admiral Kuznetsov and the flagship Hetman Sahaydachny",
    "ship": "refitted the cruiser Aleksandr Suvorov there",
    "unit named after a man": "a unit of crack Dzerzhinsky airborne troops and the Pliyevsky municipal district",
    "point of the compass": "to reach East and West European countries",
    "airport": "arrested at John F. Kennedy Airport and Kennedy airport in New York",
    "commission": "the Gore-Primakov Commission met in the Hague",
    "peoples": "Chechens, Tajiks and Uzbeks met Russians",
    "months and days": "On Monday, March 5, and in August",
    "organizations": "Interfax said; the Duma and Gazprom answered the Kremlin",
    "places": "in Moscow, Nizhny Novgorod and Rostov-on-Don",
    "things named after men": "on Mount Lermontov and in Fort Ross, where Desert Fox began",
    "holy month": "with the coming of the Muslim month of Ramadan on November 16",
    "make of a car": "under a Lada Priora that stood there",
    "districts": "in the Botlikh and Tsumadinsky districts of it",
    "district named after a man": "in the Lenin district of the town",
    "article before": "the Gonchar slate and the Putin team",
}

ONE_PERSON = {
    "ending of a first name": "Omari Alilov was hurt. It said that Omar Alilov had been charged.",
    "surname": "Igor Rodionov came. Rodionov left.",
    "surname first": "Rodionov came. Later Igor Rodionov left.",
    "alias, further on": "Berg-khazh Musaev (aka emir Khamzat) came. Emir Khamzat left.",
    "uncle": "Murat Alucha came. Uncle Murat left.",
    "first name": "Ramzan Kadyrov came. “Such a thing,” said Ramzan.",
    "swapped letters": "Vladimir Gusinsky came. Gusinksy left.",
    "letter dropped": "Valentin Mezhevich came. Valentin Mezhvich left.",
    "transliteration": "Shamil Basayev came. Shamil Basaev left. Basaev spoke.",
    "first name’s forms": "Alyaksandr Lukashenka came. Aleksandr Lukashenko left.",
    "misprint first, then as known": "Minister Rashid Nugaliev came. Nurgaliev left.",
    "title inside the name": "Akhmad-hadji Kadyrov came. Akhmad Kadyrov left.",
    "alias": "Omar Sheikhulaev (Emir Muaz) came.",
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES)
def test_names(people_of: Find, text: str, names: set[str]) -> None:
    assert {mention.name for mention in people_of(text)} == names


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_no_person(people_of: Find, text: str) -> None:
    assert people_of(text) == []


@pytest.mark.parametrize("text", ONE_PERSON.values(), ids=ONE_PERSON)
def test_one_person(people_of: Find, text: str) -> None:
    found = people_of(text)
    assert len(found) > 1
    assert len({mention.name for mention in found}) == 1


def test_bare_surname_goes_to_the_namesake_nearest_before(people_of: Find) -> None:
    text = "Mukharebek Aushev ran. Aushev lost. Ruslan Aushev resigned. Aushev won."
    names = [(mention.surface, mention.name) for mention in people_of(text)]
    assert names[1] == ("Aushev", "Mukharebek Aushev")
    assert names[3] == ("Aushev", "Ruslan Aushev")


def test_two_people_of_one_first_name(people_of: Find) -> None:
    text = "Boris Yeltsin met Boris Berezovsky. Boris left."
    assert {mention.name for mention in people_of(text)} == {"Boris Yeltsin", "Boris Berezovsky"}


def test_bare_surname_is_not_the_wife(people_of: Find) -> None:
    text = "Only Naina Yeltsin kept him in his job. When Yeltsin quarreled, he"
    assert {mention.name for mention in people_of(text)} == {"Naina Yeltsin", "Yeltsin"}


def test_possessive_stands_outside_the_span(people_of: Find) -> None:
    (mention,) = people_of("It was Anatoly Kvashnin’s idea.")
    assert mention.surface == "Anatoly Kvashnin"


def test_names_in_a_citation_are_no_people(people_of: Find) -> None:
    text = "They agreed (Niazov interview with Radio Liberty, January 25)."
    span = Span(text.index("("), text.index(")") + 1)
    citation = CitationMention(span, CitationKind.SOURCE, "Radio Liberty", None, None, "test")
    assert people_of(text, (citation,)) == []


def test_words_of_an_organization_are_no_person(people_of: Find) -> None:
    text = "The Yeltsin Foundation gave money."
    organization = OrganizationMention(Span(4, 22), "Yeltsin Foundation", "Yeltsin Foundation", "test")
    assert people_of(text, (organization,)) == []
