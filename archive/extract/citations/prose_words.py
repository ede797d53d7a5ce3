"""What does a single word of prose, or a run of words, look like?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archive.extract.citations.source_names import MEDIA_ENDINGS, MEDIA_WORDS, squeezed
from archive.extract.citations.source_phrases import WEB_NAME
from archive.extract.citations.vocabulary import REPORTING, word_set

_LONG: Final = 5
_GLUED_VERB: Final = re.compile(r"(?P<name>[\w-]*[\w.]{3})(?P<verb>reported|said|told|wrote|quoted|announced|cited)")
GLUED_COLLECTIVE: Final = re.compile(r"[A-Z]\w+(?:media|agencies|papers|radio|television)")
BROKEN: Final = (",", ";", ":", ")", "”", '"', "!", "?", "–", "—")
_SLAVIC_ADJECTIVE: Final = re.compile(
    r"[A-Z]\w+(?:[sz]k(?:y|i|ii|iy|oi|ie|iye|oe|oye)|[^\Waeiou]aya|[nvrl](?:oe|oye|ye|iye|yi|iy|y))"
)
_SLAVIC_TITLES: Final = word_set(
    "gazeta gazety izvestia izvestiya pravda zvezda novosti vesti komsomolets nedelya rabochy slovo zhizn mysl ekspress"
    " tribuna trud vedomosti panorama utro fakty kurier kuryer vestnik uzel nov molodezh pressa zarya svoboda znamya"
    " kommuna volna storona linia politika obozreniye obozrenie telegraf listok vremya golos vecher dumka mir klub"
    " hazeta hromada moskva rossia rossiya ukraina"
)
"""What Russian and Ukrainian papers are called behind an adjective: "Literaturnaya gazeta", "Kavkazky Uzel"."""

_GENITIVES: Final = frozenset({"novostei", "novostey"})
"""What they are of, behind a noun: "Vremya novostei"."""

_STATIONS: Final = frozenset({"Radio", "Radyo", "Televizija", "TV"})
_PEOPLE_WORD: Final = re.compile(r"\w*(?:ian|ean|ese|ish|man|ern|zakh|jik|rgyz|bek|ench|tch|eek|ech)")
"""A people's adjective alone is no name: "a Russian news agency"."""


@lru_cache(maxsize=32_768)
def bare(word: str) -> str:
    """The word without quotation marks, brackets and punctuation around it."""
    return word.strip("“”\"‘’'.,;:()[]–—…!?")


@lru_cache(maxsize=32_768)
def word_key(word: str) -> str:
    """The folded form of a word, as `squeezed` folds names."""
    return squeezed(bare(word))


def split_verb(word: str) -> tuple[str, str]:
    """The name and the verb of a glued "mediareported"; no name where the word is a verb or none."""
    low = bare(word).lower()
    glued = _GLUED_VERB.fullmatch(bare(word))
    return (glued["name"], glued["verb"]) if glued and low not in REPORTING else ("", low)


def opens_name(word: str) -> bool:
    """A capital, a digit or a web address: "gazeta.ru"."""
    first = bare(word)[:1]
    return first.isupper() or first.isdigit() or "." in bare(word)


def is_web_name(word: str) -> bool:
    """Whether the word is a web address: "Polit.ru"."""
    return "." in word and WEB_NAME.fullmatch(bare(word)) is not None


def says_medium(words: Sequence[str]) -> bool:
    """Whether the words of an unknown name tell that it is a medium's: "Caucasus Times", "Radio Radicale"."""
    if len(words) > 1 and words[0] in _STATIONS and words[1][:1].isupper():
        return True
    last = bare(words[-1]).lower()
    return (last in MEDIA_WORDS and len(words) > 1) or (last.endswith(MEDIA_ENDINGS) and len(last) > _LONG)


def is_slavic_title(words: Sequence[str]) -> bool:
    """Whether two words are an adjective and a noun as Slavic papers are named: "Literaturnaya gazeta"."""
    first, *rest = words
    return (
        len(rest) == 1
        and bare(rest[0]).lower() in _SLAVIC_TITLES
        and _SLAVIC_ADJECTIVE.fullmatch(bare(first)) is not None
    ) or (len(rest) == 1 and bare(rest[0]) in _GENITIVES and first[:1].isupper())


def is_of_people(word: str) -> bool:
    """Whether it is a people's adjective: "Russian", "Uzbek"."""
    return word[:1].isupper() and _PEOPLE_WORD.fullmatch(word) is not None


def without_possessive(words: Sequence[str], end: int) -> Sequence[str]:
    """The words with the one before `end` less its "’s"."""
    if end and words[end - 1].endswith(("’s", "'s")):
        return [*words[: end - 1], words[end - 1][:-2], *words[end:]]
    return words


def is_compound(word: str) -> bool:
    """An adjective of two parts: "Kremlin-controlled", "pro-Moscow", "English-language"."""
    first, hyphen, second = word.rpartition("-")
    return (
        hyphen != "" and first.replace("-", "").isalpha() and second.isalpha() and (first.islower() or second.islower())
    )


def name_of(words: Sequence[str]) -> str:
    """The words as one name, as written, less what stands around it."""
    return bare(" ".join(words))
