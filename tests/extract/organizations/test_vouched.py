"""Unknown names that something beside them, or their own form, shows to be organizations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Surfaces = Callable[[str], list[str]]

VOUCHED = {
    "noun behind": ("the Sibneft oil company was raided", ["Sibneft"]),
    "noun that joins": ("Yegor led the Agrarian party", ["Agrarian party"]),
    "battalions": ("the Zapad and Vostok battalions", ["Zapad", "Vostok"]),
    "noun before": ("the newspaper Zavtra praised him", ["Zavtra"]),
    "called": ("a company called FOK collects debts", ["FOK"]),
    "noun before two": ("the companies Mabetex and Mercata paid", ["Mabetex", "Mercata"]),
    "counted, then named": ("two youth organizations, Kelkel and Birge, together", ["Kelkel", "Birge"]),
    "another called": ("and another called New Technology, to which", ["New Technology"]),
    "firms in a list": (
        "by Izhmash, Gidromash, Rosmotor, and the Antegra",
        ["Izhmash", "Gidromash", "Rosmotor", "Antegra"],
    ),
    "legal form": ("the shares of NPO Vympel fell", ["NPO Vympel"]),
    "Arabic article, noun behind": ("the official al-Alam newspaper wrote", ["al-Alam"]),
    "power plant": ("an accident at the Nadvorny power plant was", ["Nadvorny power plant"]),
    "holding": ("the Russian Itera-Holding paid", ["Itera-Holding"]),
    "bank before its name": ("he ran Bank Severny Most for years", ["Bank Severny Most"]),
    "slash": ("the Andava/Gazprom dispute", ["Gazprom"]),
    "quoted, small noun before": ("the Ingush jamaat “Sharia” had claimed", ["Sharia"]),
    "apposition": ("work on Andava, a company in Switzerland", ["Andava"]),
    "apposition of two": ("bribes from Mabetex and Mercata, two firms in Lugano", ["Mabetex", "Mercata"]),
    "officer": ("Oneksim founder Vladimir Potanin", ["Oneksim"]),
    "officer in capitals": ("Sibneft President Eugene Shvidler", ["Sibneft"]),
    "suffix": ("the energy supplier Irkutskenergo and Oneksimbank", ["Irkutskenergo", "Oneksimbank"]),
    "capitals inside": ("Berezovsky’s LogoVAZ and the shares of LukOil", ["LogoVAZ", "LukOil"]),
    "quoted, officer behind": ("“Derzhava” leader Aleksandr Rutskoi", ["Derzhava"]),
    "paper": ("wrote in Krasnaya zvezda and Novaya Gazeta", ["Krasnaya zvezda", "Novaya Gazeta"]),
    "radio": ("on Radio Mayak that", ["Radio Mayak"]),
    "reports": ("Basapress reported on May 3", ["Basapress"]),
    "told": ("Zyuganov told Segodnya May 7", ["Segodnya"]),
    "issue of": ("the September 26 issue of Kommersant said", ["Kommersant"]),
    "website": ("in an essay on the Polit.ru website, October 6.", ["Polit.ru"]),
    "quoted, noun behind": ("the “Soglasye” bloc", ["Soglasye"]),
    "quoted, gloss and noun behind": ("of the “Seifullah” (“Sword of God”) group that", ["Seifullah"]),
    "quoted, noun glued": ('The "Russia is Our Home" electoralbloc', ["Russia is Our Home"]),
    "quoted, comma inside": ("the newspaper “Primorye,” said", ["Primorye"]),
    "quoted, apposition": ("as well as at “Atoll,” a private guard service; Atoll", ["Atoll", "Atoll"]),
    "known from elsewhere": ("the Sibneft oil company; to Sibneft it was news", ["Sibneft", "Sibneft"]),
    "quoted, long": (
        "the committee “For Ending the War and Restoring Order in the Republic” met",
        ["For Ending the War and Restoring Order in the Republic"],
    ),
    "Arabic article, noun before": ("the newspaper al-Alam wrote", ["al-Alam"]),
    "an art's company": ("with the Lovzar dance company", ["Lovzar"]),
    "acronym with article": ("what the UNMOT said", ["UNMOT"]),
    "acronym repeated": ("a vote for OVR, and OVR won", ["OVR", "OVR"]),
}
NOT_VOUCHED = {
    "nationality": "Russian newspapers and a Moscow newspaper",
    "adjective": "Foreign companies left",
    "participle": "Intercepted radio traffic",
    "modifier of many": "News agencies said so. Human rights groups protested",
    "who reports": "Then came Telman Gadzhiev. Gadzhiev, the news agency wrote, died",
    "a man in a list of firms": "by Boris Yeltsin, Telman Gadzhiev and Ivanov",
    "where it is based": "the New York-based human rights group",
    "weapon with a number": "scrap the SS-23 missiles and the RPG-18, an RPG-18 launcher",
    "person reports": "Sergei Kovalev spoke; Kovalev reported nothing",
    "person told": "he told Boris Yeltsin",
    "man and firm": "the Gusinsky-Gazprom battle",
    "one called like a man": "among them one called Shamil, who left",
    "clan": "Berezovsky group",
    "number": "Article XIV and chapter VII",
    "place defined": "the Kabardino-Balkarian Republic (KBR)",
    "thing defined": "an Improvised Explosive Device (IED)",
    "e-mail": "write to pubs@jamestown.org",
    "word that ends firms": "Trade with Oil is what counts",
    "chief of staff": "Yeltsin chief of staff",
}


@pytest.mark.parametrize(("text", "expected"), VOUCHED.values(), ids=VOUCHED)
def test_an_unknown_name_is_vouched_for(surfaces_of: Surfaces, text: str, expected: list[str]) -> None:
    assert surfaces_of(text) == expected


@pytest.mark.parametrize("text", NOT_VOUCHED.values(), ids=NOT_VOUCHED)
def test_other_names_are_left_alone(surfaces_of: Surfaces, text: str) -> None:
    assert surfaces_of(text) == []
