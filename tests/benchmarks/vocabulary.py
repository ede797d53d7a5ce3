"""The words that generated articles are made of."""

from __future__ import annotations

from typing import Final


def _words(block: str) -> tuple[str, ...]:
    """The entries of a block, parted by bars and line ends; a doubled one is drawn twice as often."""
    return tuple(word.strip() for word in block.replace("\n", "|").split("|") if word.strip())


MONTHS: Final = _words(
    "January|February|March|April|May|June|July|August|September|October|November|December",
)
SOURCES: Final = _words("""
Itar-Tass|Interfax|Izvestia|Kommersant|Nezavisimaya gazeta|Russian agencies|Reuters|RIA Novosti|NTV|AP
Segodnya|Krasnaya zvezda|Moscow Times|Ekho Moskvy|Basapress|Flux|Turan|Radio Ukraine|UNIAN|DINAU|AFP|BNS|ORT|RTR
New York Times|Washington Post|Vremya MN|Vedomosti|Obshchaya gazeta|Novaya gazeta|Moskovsky komsomolets|Trud
Komsomolskaya pravda|Rossiiskaya gazeta|Infotag|Prime-News|Snark|Noyan-Tapan|Belapan|Mil.ru|Flot.com|UPI|Xinhua
JoongAng Ilbo|Yonhap|Kyodo|Jane's Defense Weekly|The Financial Times|The Guardian|Die Welt|Le Monde|CNN|BBC|RFE/RL
Nega|Asia-Plus|Khovar|Kabar|AVN|Zerkalo|Den|Sovetskaya Rossiya|Russky telegraf|Polit.ru|Gazeta.ru|Lenta.ru
Agence France Presse|Literaturnaya gazeta|The Economist|Wall Street Journal|Kavkaz-Tsentr|Rosbusinessconsulting
""")
CITIES: Final = _words("""
Moscow|St. Petersburg|Kyiv|Minsk|Astana|Almaty|Tashkent|Dushanbe|Bishkek|Ashgabat|Baku|Tbilisi|Yerevan
Chisinau|Tiraspol|Grozny|Nazran|Makhachkala|Vladikavkaz|Riga|Vilnius|Tallinn|Warsaw|Brussels|Geneva|Vienna|Beijing
Tokyo|Seoul|Pyongyang|Tehran|Ankara|Kaliningrad|Murmansk|Yekaterinburg|Novosibirsk|Vladivostok|Samara|Saratov
""")
ORGANIZATIONS: Final = _words("""
State Duma|Federation Council|Defense Ministry|Foreign Ministry|Interior Ministry|Finance Ministry|NATO
International Monetary Fund|World Bank|European Union|OSCE|United Nations|Gazprom|LUKoil|Yukos|Unified Energy Systems
Central Bank|Federal Security Service|Security Council|Constitutional Court|Communist Party of the Russian Federation
Liberal Democratic Party of Russia|Yabloko|Fatherland-All Russia|Unity|Rosvooruzheniye|Rosneft|Transneft|Sibneft
Audit Chamber|Prosecutor General's Office|Russian Orthodox Church|Council of Europe|Caspian Pipeline Consortium
Supreme Soviet|Verkhovna Rada|Supreme Court|Media-Most|Aeroflot|Russian Space Agency|Atomic Energy Ministry|GUUAM
Central Election Commission|Commonwealth of Independent States|Strategic Missile Forces|Baltic Fleet|Black Sea Fleet
""")
GIVEN_NAMES: Final = _words("""
Aleksandr|Aleksei|Anatoly|Andrei|Boris|Dmitry|Gennady|Igor|Ivan|Konstantin|Leonid|Mikhail|Nikolai|Oleg|Pavel
Sergei|Valery|Vasily|Viktor|Vladimir|Vyacheslav|Yevgeny|Yury|Yulia|Irina|Galina|Tatyana|Natalya|Svetlana|Ella|Aslan
Shamil|Ruslan|Akhmad|Magomed|Nursultan|Islam|Imomali|Askar|Saparmurat|Heidar|Ilham|Eduard|Robert|Levon|Vazgen|Petru
Mircea|Leonid|Viktor|Algirdas|Valdas|Guntis|Lennart|Kim|Park|Zhu|Jiang|Junichiro|Madeleine|Strobe|Condoleezza|Javier
""")
SURNAME_STEMS: Final = _words("""
Ab|Ak|Al|An|Ar|Bar|Bel|Ber|Bog|Bor|Cher|Chub|Dan|Dem|Dol|Dor|Dud|Fed|Gai|Gor|Grach|Gus|Ilya|Iv|Kad|Kal|Kar
Kas|Khod|Kir|Kol|Kor|Koz|Kras|Kuch|Kul|Kuz|Leb|Luk|Luzh|Makh|Mal|Mask|Mel|Mor|Naz|Nem|Nik|Ov|Pet|Plat|Pol|Pos|Prim
Put|Rad|Rog|Rom|Rush|Ryb|Sel|Ser|Shap|Shev|Sid|Skur|Sob|Step|Ter|Tsar|Tul|Ust|Vas|Vol|Vor|Yak|Yast|Yav|Yel|Zag|Zhir
""")
SURNAME_MIDDLES: Final = _words("""
a|e|o|ar|en|ich|il|in|om|ol|ush|ash|ev|ok|yk|ad|am|es|it|on|ug|av|ir|al
""")
SURNAME_ENDS: Final = _words("""
ov|ev|in|sky|enko|chuk|yan|shvili|ov|yev|kin|aev|iev|bekov|ulin|sov|nikov|ovich
""")
TITLES: Final = _words("""
Russian President|Prime Minister|Deputy Prime Minister|Foreign Minister|Defense Minister|Interior Minister
Finance Minister|Duma Speaker|Communist Party leader|presidential spokesman|Ukrainian President|Belarusan President
Kremlin chief of staff|Security Council Secretary|General Staff chief|Moscow Mayor|Krasnoyarsk Governor|Colonel General
General|Admiral|Prosecutor General|Central Bank Chairman|tycoon|Chechen field commander|First Deputy Prime Minister
Georgian President|Azerbaijani President|Kazakh President|U.S. Secretary of State|IMF Managing Director|lawmaker|Dr.
""")
NOUNS: Final = _words("""
government|agreement|budget|crisis|election|pipeline|treaty|talks|decree|reform|army|conflict|region|economy
debt|ruble|parliament|opposition|proposal|meeting|visit|statement|commission|investigation|law|bill|vote|deal|plan
program|campaign|border|missile|base|troops|withdrawal|peacekeepers|refugees|hostages|prices|exports|imports|gas|oil
privatization|shares|tender|factory|miners|strike|wages|pensions|taxes|coalition|faction|deputies|leadership|policy
""")
VERBS: Final = _words("""
announced|confirmed|denied|rejected|approved|criticized|discussed|postponed|signed|demanded|suggested|predicted
ordered|described|supported|opposed|accused|promised|revealed|argued|stressed|warned|complained|noted|reiterated
""")
ADJECTIVES: Final = _words("""
new|former|joint|bilateral|military|economic|political|regional|federal|presidential|strategic|controversial
long-awaited|draft|temporary|nuclear|conventional|foreign|domestic|ethnic|constitutional|parliamentary|financial
unprecedented|partial|final|preliminary|large-scale|key|serious|apparent|growing|so-called|two-day|Moscow-backed
""")
ADVERBS: Final = _words("""
yesterday|reportedly|again|repeatedly|apparently|publicly|privately|officially|meanwhile|finally|also|nonetheless
""")
TAILS: Final = _words("""
in an effort to win support abroad|amid signs of a split within the leadership|despite objections from the military
as the deadline approached|in what observers called a calculated move|according to officials close to the talks
which analysts say will be difficult to carry out|for the first time since the collapse of the Soviet Union
while leaving the most difficult questions for later|a step long resisted by the security services
after three days of consultations behind closed doors|in return for guarantees on energy supplies
""")
