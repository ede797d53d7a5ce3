"""Which title phrases stand beside names: every row is a pattern of real issues."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive.core.span import Span
from archive.extract.mentions import OrganizationMention, PersonMention

Find = Callable[..., list[PersonMention]]

BEFORE = {
    "country in front": ("as Russian president Boris Yeltsin left", "Russian president"),
    "capitals": ("when German Chancellor Gerhard Schroeder came", "German Chancellor"),
    "country of two letters": ("by UN secretary general Kofi Annan today", "UN secretary general"),
    "body": ("and General Staff chief Anatoly Kvashnin had", "General Staff chief"),
    "firm": ("that Gazprom-Media chief Alfred Kokh would", "Gazprom-Media chief"),
    "acronym inside": (
        "said Federal Security Service (FSB) spokesman Aleksandr Zdanovich.",
        "Federal Security Service (FSB) spokesman",
    ),
    "gloss inside": (
        "a former parliament [Verkhovna Rada] speaker Oleksandr Moroz.",
        "former parliament [Verkhovna Rada] speaker",
    ),
    "possessor": ("of Russia’s defense minister Pavel Grachev.", "Russia’s defense minister"),
    "person as possessor": ("version that Yeltsin’s mediator Yuri Karlov handed in", "Yeltsin’s mediator"),
    "kin": ("and Borodin’s daughter Yekaterina Silina said", "Borodin’s daughter"),
    "kin before a comma": (
        "Aslan Maskhadov’s 35-year-old nephew, Ikhvan Magomadov, was",
        "Aslan Maskhadov’s 35-year-old nephew",
    ),
    "one man of several": (
        "from the leaders of Georgia and the mufti of Adjaria, Beso Bolkvadze.",
        "mufti of Adjaria",
    ),
    "fields with a comma": (
        "as Minister of Energy, Industry and Trade Marat Akhmetov said",
        "Minister of Energy, Industry and Trade",
    ),
    "country before the name": ("when Foreign Minister of Georgia Irakli Lomidze came", "Foreign Minister of Georgia"),
    "figure": ("an opposition figure, Ales Kazlou, was held", "opposition figure"),
    "allied commander": (
        "that NATO Supreme Allied Commander Wesley Clark would",
        "NATO Supreme Allied Commander",
    ),
    "a year before the title": ("by the end of the year Russian President Vladimir Putin will", "Russian President"),
    "a verb before the title": ("to the central square demanding President Askar Akayev’s trial", "President"),
    "age before the name": (
        "that the slain police investigator, 27-year-old Maksud Magomedov, was",
        "slain police investigator",
    ),
    "guards": ("with Russian border guards chief Andrei Nikolayev, who", "Russian border guards chief"),
    "possessor before a comma": ("and Kulikov’s deputy, Gen. Pavel Golubets, said", "Kulikov’s deputy"),
    "long, between commas": (
        "the chairman of the Duma’s Committee on Nationality Relations, Vladimir Zorin, told",
        "chairman of the Duma’s Committee on Nationality Relations",
    ),
    "acronym before the comma": (
        "of the director of the Federal Security Service (FSB), Aleksandr Bortnikov, it",
        "director of the Federal Security Service",
    ),
    "long, without a comma": (
        "had proposed Minister of Labor and Social Protection Magomed Vakhaev as",
        "Minister of Labor and Social Protection",
    ),
    "sentence start": ("The incumbent, Lennart Meri, gained a little.", "incumbent"),
    "then": ("signed by then FSB Director Vladimir Putin in", "FSB Director"),
    "then with a hyphen": ("his father, then-Chechen President Akhmad Kadyrov, perished", "Chechen President"),
    "former": ("for former Akmola mayor Amanzhol Bulekpaev.", "former Akmola mayor"),
    "late": ("of the late separatist leader Aslan Maskhadov.", "late separatist leader"),
    "retired rank": ("then retired Lt. General Aleksandr Lebed, at 4.7", "retired Lt. General"),
    "unknown adjectives after an article": (
        "the independent Russian military analyst Pavel Felgenhauer",
        "independent Russian military analyst",
    ),
    "two offices": ("that Media-Most founder and chief Vladimir Gusinsky struck", "Media-Most founder and chief"),
    "chief of staff": ("to presidential chief of staff Anatoly Chubais.", "presidential chief of staff"),
    "glued to the word before": (
        "by Russiandeputy foreign minister Albert Chernyshev.",
        "Russiandeputy foreign minister",
    ),
    "glued to the name": ("of Prime MinisterViktor Chernomyrdin will", "Prime Minister"),
    "in brackets": ('a meeting with [UTO chairman] Saidabdullo Nuri," he', "UTO chairman"),
    "gloss between": ("the Procurator General [of Russia] Vladimir Ustinov", "Procurator General [of Russia]"),
    "bracketed name": (
        "the commander of the ministry’s troops (Major-General Anarbek Shamkeev), four",
        "commander of the ministry’s troops",
    ),
    "one of several": (
        "next, one of Gusinsky’s lawyers, Pavel Astakhov, supposed",
        "one of Gusinsky’s lawyers",
    ),
    "comma inside": (
        "of Dagestan’s minister of nationalities, information and external affairs, Zagir Arukhov (see below)",
        "Dagestan’s minister of nationalities, information and external affairs",
    ),
    "dash and another office": (
        "to Norwegian Foreign Minister–and chairman of the OSCE–Knut Vollebaek.",
        "Norwegian Foreign Minister",
    ),
    "surname alone": ("as President Putin declared", "President"),
    "adjective before the country": ("with ailing Russian President Boris Yeltsin.", "ailing Russian President"),
    "counterpart": ("receive his Chinese counterpart, Zhu Rongji, in spring", "Chinese counterpart"),
    "predecessor": ("until Putin’s predecessor, Boris Yeltsin, turned", "Putin’s predecessor"),
    "insider": ("headed by Yeltsin insider Pavel Borodin (see below)", "Yeltsin insider"),
    "number two": ("of the company’s number two, Vyacheslav Sheremet, a man", "company’s number two"),
    "in quotation marks": ("from Kremlin “property manager” Pavel Borodin; and", "property manager"),
    "behind it a lord": ("what NATO Secretary General Lord Robertson termed", "NATO Secretary General"),
    "long gloss": (
        "headed by First Deputy Minister (and a former head of intelligence) Vyacheslav Trubnikov.",
        "First Deputy Minister (and a former head of intelligence)",
    ),
    "inside the one before": (
        "of Magomed Chakhkiev, a deputy and father-in-law of the republic’s president, Murat Zyazikov (see below)",
        "republic’s president",
    ),
    "double dash": ("the two involved--Russian President Vladimir Putin and others", "Russian President"),
    "united": ("that former United States Senator Richard Lugar came", "former United States Senator"),
    "supremo": ("Russian security supremo Aleksandr Lebed was there", "Russian security supremo"),
    "unlisted compound of a given name": (
        "killed the imam of the city’s mosque, Gitinomagomed Abdulgapurov, and",
        "imam of the city’s mosque",
    ),
    "dash before": ("Even the former tycoon–now an exile–and Duma deputy Ivan Rybkin said", "Duma deputy"),
}

AFTER = {
    "fellow of an institute": (
        "Boris Yeltsin, senior fellow at the Kennan Institute and former envoy, wrote",
        "senior fellow at the Kennan Institute",
    ),
    "owner and adverb": (
        "Boris Yeltsin, Maskhadov’s general representative abroad, said",
        "Maskhadov’s general representative",
    ),
    "man in charge": ("Boris Yeltsin, the man in charge of the probe, left", "man in charge of the probe"),
    "intellectual": ("Boris Yeltsin, a civilian defense intellectual, said", "civilian defense intellectual"),
    "head of": (
        "Vladimir Lukin, head of the Duma’s Foreign Affairs Committee, who",
        "head of the Duma’s Foreign Affairs Committee",
    ),
    "no article": (
        "German Gref, economic development and trade minister, and",
        "economic development and trade minister",
    ),
    "article": ("said Richard Butler, the chief UN weapons inspector, last", "chief UN weapons inspector"),
    "possessor": ("Mikhail Myasnikovich, Lukashenko’s chief of staff. With", "Lukashenko’s chief of staff"),
    "no comma behind": (
        "so Yuri Rybalkin, head of the regional Duma’s economics committee will take it up",
        "head of the regional Duma’s economics committee",
    ),
    "kin": ("the home of Lecha Basaev, Maskhadov’s 68-year-old brother, on", "Maskhadov’s 68-year-old brother"),
    "who is": ("so Alikhan Amirkhanov, who is a State Duma deputy, now faces", "State Duma deputy"),
    "once": ("Aleksandr Krasnenker, once commercial director of Aeroflot, remain", "commercial director of Aeroflot"),
    "dash": (
        "for Murat Zyazikov–a Federal Security Service (FSB) general who serves",
        "Federal Security Service (FSB) general",
    ),
    "age": ("Sergei Kirienko, 35, the acting premier, said", "acting premier"),
    "no more than the noun phrase": (
        "Sergei Mikhailov, a Russian businessman reputed to be a crime lord, stood",
        "Russian businessman",
    ),
    "several": (
        "Shamil Basaev and Khattab, the two radical field commanders who are against it,",
        "radical field commanders",
    ),
    "one of the leaders": (
        "said Irina Khakamada, one of the leaders of the Union of Right Forces (SPS).",
        "one of the leaders of the Union of Right Forces",
    ),
    "broken off": ("rebels had killed Nurdi Elmurzaev, mayor of the village of", "mayor of the village"),
    "no article, and no known name": ("And so came Besim Tibuk, head of a small party.", "head of a small party"),
    "article in capitals": (
        "Aslan Dzharimov, Incumbent President and master of this territory, with",
        "Incumbent President",
    ),
}

NONE = {
    "daughter of": "He is no kin. Boris Yeltsin, father of Tatyana Dyachenko, left",
    "somebody's kin": "the father of the two, Boris Yeltsin, left",
    "his kin": "her father, Boris Yeltsin, left",
    "another person follows": "met with Boris Yeltsin, Prime Minister Viktor Chernomyrdin, and others",
    "a verb follows": "Boris Yeltsin, the spokesman said, will",
    "a subject with its own verb": "of Boris Yeltsin, diplomats from Russia and the States stepped up their pace",
    "a bare counterpart": "met his counterpart, Boris Yeltsin, in",
    "someone else’s words": "Boris Yeltsin, one official noted, will",
}


@pytest.mark.parametrize(("text", "role"), BEFORE.values(), ids=BEFORE)
def test_title_before_a_name(people_of: Find, text: str, role: str) -> None:
    roles = {mention.role for mention in people_of(text)}
    assert role in roles


@pytest.mark.parametrize(("text", "role"), AFTER.values(), ids=AFTER)
def test_title_after_a_name(people_of: Find, text: str, role: str) -> None:
    assert role in {mention.role for mention in people_of(text)}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_title_after_a_name(people_of: Find, text: str) -> None:
    assert {mention.role for mention in people_of(text) if mention.name == "Boris Yeltsin"} == {None}


def test_both_titles_of_an_apposition_stand_by_the_name(people_of: Find) -> None:
    text = "Pavel Borodin, Russian-Belarus Union state secretary and former Kremlin property manager, was let out."
    assert [m.role for m in people_of(text)] == [
        "Russian-Belarus Union state secretary",
        "former Kremlin property manager",
    ]


def test_rank_after_an_office_is_a_title_of_its_own(people_of: Find) -> None:
    text = "General Staff First Deputy Chief Colonel General Yury Baluevsky flew to Washington."
    assert [m.role for m in people_of(text)] == ["Colonel General", "General Staff First Deputy Chief"]


def test_rank_after_a_long_office_is_a_title_of_its_own(people_of: Find) -> None:
    text = "the commander of the North Caucasus Military District Colonel General Viktor Kazantsev said"
    assert [m.role for m in people_of(text)] == ["Colonel General", "commander of the North Caucasus Military District"]


def test_title_of_the_next_person_is_not_an_apposition(people_of: Find) -> None:
    text = "by Chernomyrdin, U.S. Deputy Secretary of State Strobe Talbott and EU envoy Martti Ahtisaari."
    assert {(m.name, m.role) for m in people_of(text)} == {
        ("Chernomyrdin", None),
        ("Strobe Talbott", "U.S. Deputy Secretary of State"),
        ("Martti Ahtisaari", "EU envoy"),
    }


def test_office_of_the_one_before_is_no_title_of_the_next(people_of: Find) -> None:
    found = people_of("With chief of staff Ivan Rybkin, Chechen leader Oleg Lobov, and the head of the town, he")
    assert {(m.name, m.role) for m in found} == {("Ivan Rybkin", "chief of staff"), ("Oleg Lobov", "Chechen leader")}


def test_what_follows_its_is_no_second_title(people_of: Find) -> None:
    found = people_of("Rasul Omarov, head of the Nur group and its successor body, left. Omarov was ill.")
    assert {m.role for m in found} == {"head of the Nur group and its successor body", None}


def test_label_in_a_bracket_is_no_title(people_of: Find) -> None:
    assert [m.role for m in people_of("Viktor Ilyukhin (Communist) voted against.")] == [None]


def test_second_title_goes_to_a_mention_without_one(people_of: Find) -> None:
    text = "Gen. Boris Gromov, a well-liked commander, spoke. Gromov added nothing."
    assert [(m.surface, m.role) for m in people_of(text)] == [
        ("Boris Gromov", "Gen."),
        ("Gromov", "well-liked commander"),
    ]


@pytest.mark.parametrize(
    ("text", "names", "role"),
    [
        (
            "with Presidents Guntis Ulmanis of Latvia, Lennart Meri of Estonia, and Algirdas Brazauskas of Lithuania.",
            {"Guntis Ulmanis", "Lennart Meri", "Algirdas Brazauskas"},
            "Presidents",
        ),
        (
            "between Defense Ministers Igor Rodionov and Vardiko Nadibaidze.",
            {"Igor Rodionov", "Vardiko Nadibaidze"},
            "Defense Ministers",
        ),
        (
            "against two former Aeroflot executives, Nikolai Glushkov and Aleksandr Krasnenker; the",
            {"Nikolai Glushkov", "Aleksandr Krasnenker"},
            "former Aeroflot executives",
        ),
        (
            "as Dmitry Birman and Ivan Karnilin, deputies to the city legislature, said",
            {"Dmitry Birman", "Ivan Karnilin"},
            "deputies to the city legislature",
        ),
    ],
)
def test_plural_title_goes_to_each_name_of_the_list(people_of: Find, text: str, names: set[str], role: str) -> None:
    assert {m.name for m in people_of(text) if m.role == role} == names


def test_each_title_of_a_list_goes_to_its_own_name(people_of: Find) -> None:
    text = "They are Energy Minister Sergei Generalov, Economics Minister Yakov Urinson, and Deputy Viktor Khristenko."
    assert {(m.name, m.role) for m in people_of(text)} == {
        ("Sergei Generalov", "Energy Minister"),
        ("Yakov Urinson", "Economics Minister"),
        ("Viktor Khristenko", "Deputy"),
    }


def test_apposition_after_one_name_is_not_the_title_of_the_next(people_of: Find) -> None:
    text = "Sergei Ivanov, secretary of the Security Council, Viktor Gerashchenko, and others came."
    assert {(m.name, m.role) for m in people_of(text) if m.role} == {
        ("Sergei Ivanov", "secretary of the Security Council")
    }


def test_name_inside_a_title_is_a_mention_with_its_own_title(people_of: Find) -> None:
    text = "as deputy to Viktor Kazantsev, President Vladimir Putin’s representative for the district–and"
    assert {(m.name, m.role) for m in people_of(text)} == {
        ("Viktor Kazantsev", "President Vladimir Putin’s representative for the district"),
        ("Vladimir Putin", "President"),
    }


def test_role_span_covers_the_role(people_of: Find) -> None:
    text = "Yesterday Ukraine’s presidential administration chief Volodymyr Litvin spoke."
    (mention,) = people_of(text)
    assert mention.role_span is not None
    assert mention.role_span.of(text) == mention.role == "Ukraine’s presidential administration chief"


def test_title_takes_in_the_whole_name_of_an_organization(people_of: Find) -> None:
    text = "Yesterday Party of Regions leader Volodymyr Rybak spoke."
    party = OrganizationMention(Span(10, 26), "Party of Regions", "Party of Regions", "head", "party")
    assert [mention.role for mention in people_of(text, (party,))] == ["Party of Regions leader"]
    assert [mention.role for mention in people_of(text)] == ["Regions leader"]
