"""Names built on head words: how far they reach, and what ends them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Surfaces = Callable[[str], list[str]]

BUILT = {
    "body before a title": ("Security Council secretary Ivan Rybkin", ["Security Council"]),
    "title in capitals": ("Central Bank Chairman Sergei Dubinin", ["Central Bank"]),
    "title before": ("President Boris Yeltsin dissolved the Defense Council", ["Defense Council"]),
    "opening word": ("The Audit Chamber reported", ["Audit Chamber"]),
    "country that looks like one": ("the US Senate ratified it", ["US Senate"]),
    "possessive of a country": ("Ingushetia’s Security Council", ["Security Council"]),
    "possessive inside": ("the Prosecutor General’s Office stated", ["Prosecutor General’s Office"]),
    "plural possessive inside": ("the People’s Patriotic Union of Russia", ["People’s Patriotic Union of Russia"]),
    "ministry of": ("the Ministry of Health said", ["Ministry of Health"]),
    "fields joined": (
        "the Ministry of Economic Development and Trade, or so he said",
        ["Ministry of Economic Development and Trade"],
    ),
    "fields joined before the head": (
        "the State Security and Internal Affairs Ministry",
        ["State Security and Internal Affairs Ministry"],
    ),
    "fields behind All-": (
        "of the All-Russian State Television and Radio Broadcasting Corporation",
        ["All-Russian State Television and Radio Broadcasting Corporation"],
    ),
    "fields with an own name before": (
        "at the Keldysh State Research and Production Space Center he said",
        ["Keldysh State Research and Production Space Center"],
    ),
    "an adjective shares its noun": (
        "the Center for Strategic and Regional Studies said",
        ["Center for Strategic and Regional Studies"],
    ),
    "international is no body": (
        "the Institute of World Economy and International Relations said",
        ["Institute of World Economy and International Relations"],
    ),
    "cooperation with": (
        "the Ministry for Cooperation with CIS States said",
        ["Ministry for Cooperation with CIS States"],
    ),
    "for a former place": (
        "the Criminal Tribunal for the former Yugoslavia said",
        ["Criminal Tribunal for the former Yugoslavia"],
    ),
    "field and title": ("led the Party of Social Justice, and", ["Party of Social Justice"]),
    "council of ministers": ("the Council of Foreign Ministers met", ["Council of Foreign Ministers"]),
    "committee on a compound": (
        "the State Committee on Military-Technical Policy said",
        ["State Committee on Military-Technical Policy"],
    ),
    "purpose": ("a Committee to Defend Prisoners met", ["Committee to Defend Prisoners"]),
    "no purpose": ("took the Security Council to Russian Karelia", ["Security Council"]),
    "firm of a country": ("the State Oil Company of Georgia bid", ["State Oil Company of Georgia"]),
    "firm with a name of its own": ("the Crescent Company of Georgia bid", ["Crescent Company"]),
    "all without a hyphen": ("the All Russian Automobile Alliance", ["All Russian Automobile Alliance"]),
    "executive body": ("the CIS Executive Secretariat said", ["CIS Executive Secretariat"]),
    "force": ("the Multinational Force left", ["Multinational Force"]),
    "host": ("of the Terek Cossack Host", ["Terek Cossack Host"]),
    "institution": ("at the Lowell Institution he said", ["Lowell Institution"]),
    "two bodies joined": ("the Defense Ministry and General Staff", ["Defense Ministry", "General Staff"]),
    "studies joined": ("the Institute of Oceanography and Limnology said", ["Institute of Oceanography and Limnology"]),
    "rule and labor": ("the Union for Popular Rule and Labor", ["Union for Popular Rule and Labor"]),
    "a name is no field": ("the Ministry of Finance and Gazprom", ["Ministry of Finance", "Gazprom"]),
    "body of an owner's body": ("the Presidium of Russia’s Supreme Court", ["Supreme Court"]),
    "hospital": ("at Moscow’s Central Clinical Hospital", ["Central Clinical Hospital"]),
    "power plant": ("the Balakovo Nuclear Power Plant", ["Balakovo Nuclear Power Plant"]),
    "group of forces": (
        "commander of the Combined Group of Russian Forces in Chechnya, Colonel",
        ["Combined Group of Russian Forces in Chechnya"],
    ),
    "small office": ("the Main Military Prosecutor’s office has", ["Main Military Prosecutor’s office"]),
    "faction of the Duma": ("head of the Russian Ways Duma faction", ["Russian Ways", "Duma"]),
    "small unit": ("the head of the 42nd division gave none", ["42nd division"]),
    "small unit with its arm": ("the 205th motorized rifle brigade left", ["205th motorized rifle brigade"]),
    "study of": ("the Institute for the Study of Conflict said", ["Institute for the Study of Conflict"]),
    "origin before a title": ("an Administration of Russian President Boris Yeltsin", []),
    "in defense of": ("a Committee in Defense of the Old Town said", ["Committee in Defense of the Old Town"]),
    "committee on": ("the Committee on Nationality Relations, Vladimir Zorin", ["Committee on Nationality Relations"]),
    "for an abstract noun of": (
        "the Russian Fund for the Defense of Glasnost, NTV",
        ["Russian Fund for the Defense of Glasnost"],
    ),
    "of people of a place": ("the Union of Slavs of Adygeya", ["Union of Slavs of Adygeya"]),
    "federation is no body": (
        "Communist Party of the Russian Federation leader",
        ["Communist Party of the Russian Federation"],
    ),
    "minister behind the tail": ("the Liberal Party of Foreign Minister Siim Kallas", ["Liberal Party"]),
    "person behind the tail": ("the Socialist Party of Oleksandr Moroz", ["Socialist Party"]),
    "body of a body": (
        "the Supreme State Council of the Russia-Belarus Union",
        ["Supreme State Council", "Russia-Belarus Union"],
    ),
    "observers in a place": (
        "the UN Mission of Observers in Tajikistan",
        ["UN Mission of Observers in Tajikistan"],
    ),
    "administration of a body": ("the Presidential Administration", ["Presidential Administration"]),
    "seven": ("the Group of Seven with Russia", ["Group of Seven"]),
    "ministers": ("the Council of Ministers and others", ["Council of Ministers"]),
    "company of a country": ("Crescent Group of Pakistan", ["Crescent Group"]),
    "chained heads": ("the Interior Ministry Internal Troops", ["Interior Ministry Internal Troops"]),
    "event of a party": ("at the Communist Party Congress", ["Communist Party"]),
    "ordinal": ("the 14th Army stayed", ["14th Army"]),
    "number": ("Kadyrov Regiment No. 2 of the police", ["Kadyrov Regiment No. 2"]),
    "glued words": ("chief of the Federal SecurityService’s staff", ["Federal SecurityService"]),
    "slash": ("the Reform/Liberal Party won", ["Reform/Liberal Party"]),
    "legislature with a city": ("a vote for the Moscow City Duma", ["Moscow City Duma"]),
    "ampersand": ("paid to Capital Research & Management Co. last", ["Capital Research & Management Co"]),
    "works of a town": (
        "the Krasnoyarsk Metallurgical Plant, the Lensk Aluminum Factory and Rybinsk Motors",
        ["Krasnoyarsk Metallurgical Plant", "Lensk Aluminum Factory", "Rybinsk Motors"],
    ),
    "general's": (
        "the federal Prosecutor General’s Office for the Southern District",
        ["Prosecutor General’s Office for the Southern District"],
    ),
}
NOT_BUILT = {
    "a man's administration": "the Clinton Administration and the Primakov Cabinet",
    "federation": "inside the Russian Federation",
    "union of old": "in the Soviet Union",
    "airport": "at JFK International Airport",
    "nationality and noun": "a Russian Company",
    "small": "the krai election commission and the defense ministry",
    "noun at the start": "Command of the men in Kyrgyzstan belongs to him",
    "minister's field": "Atomic Energy Minister Viktor Mikhailov",
    "pact": "of the 1939 Soviet-Nazi Pact",
    "century": "in the 19th century and on the 14th day",
    "treaty": "the Conventional Forces in Europe treaty",
    "lone noun": "The Council met before any other was named",
}


@pytest.mark.parametrize(("text", "expected"), BUILT.values(), ids=BUILT)
def test_a_name_reaches_as_far_as_it_should(surfaces_of: Surfaces, text: str, expected: list[str]) -> None:
    assert surfaces_of(text) == expected


@pytest.mark.parametrize("text", NOT_BUILT.values(), ids=NOT_BUILT)
def test_a_noun_alone_makes_no_name(surfaces_of: Surfaces, text: str) -> None:
    assert surfaces_of(text) == []
