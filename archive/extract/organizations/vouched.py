"""Which unknown names do the words around them, or their own endings, vouch for ("Sibneft oil company")?"""

from __future__ import annotations

import re
from typing import Final

from archive.extract.organizations.candidates import Candidate
from archive.extract.organizations.gazetteer import ends_name
from archive.extract.organizations.labels import (
    Label,
    apposition,
    label_before,
    label_behind,
    officer_behind,
    word_behind,
)
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.plain import Plain
from archive.extract.organizations.runs import month_free
from archive.extract.organizations.sentence_start import starts_sentence
from archive.extract.organizations.standing import Found, Standing
from archive.extract.organizations.tails import fields_before

_NO_NAME: Final = re.compile(r"\w+(?:ed|ing|ly|al|ous|ive|ic|ists?|est)")
"""Endings of words that begin a sentence rather than a name: "Intercepted radio traffic"."""


def vouched_name(here: Standing, found: Found) -> None:
    """Note the run's plain name: as a candidate if something vouches for it, else for later steps."""
    plain = here.reading.plain
    if plain is None:
        return
    first = plain.first + 1 if here.is_prefixed() and not plain.first else plain.first
    if first >= plain.behind:
        _with_article(here, plain, found)
        return
    start, end = here.words(first, plain.behind)
    if plain.humped:
        end = month_free(here.prose.text, start, end)
    if here.is_known(start, end) or not ends_name(here.prose.text, end):
        return
    candidate = _candidate(here, plain, start, end, found)
    if candidate is None:
        found.plains.append((start, end))
    else:
        found.candidates.append(candidate)


def _with_article(here: Standing, plain: Plain, found: Found) -> None:
    """Note a name of one word with an Arabic article that a noun beside it vouches for: "the newspaper al-Alam"."""
    at, (_, end) = here.article(), here.words(plain.first, plain.behind)
    text, lexicon = here.prose.text, here.lexicon
    noun = (label_before(text, at, lexicon) or label_behind(text, end, lexicon)) if at < here.start else None
    if noun is not None and not here.is_known(at, end) and ends_name(here.prose.text, end):
        found.candidates.append(Candidate(at, end, "labelled", noun.kind))


def _candidate(here: Standing, plain: Plain, start: int, end: int, found: Found) -> Candidate | None:
    text, lexicon = here.prose.text, here.lexicon
    behind = word_behind(text, end)
    if behind in lexicon.words.of("second media"):  # "Komsomolskaya pravda"
        return Candidate(start, end + 1 + len(behind), "coined", "media")
    if plain.kind:
        return Candidate(start, end, "coined", plain.kind)
    if here.reading.tokens[plain.behind - 1].lower in lexicon.families:
        return None
    if behind in lexicon.words.telling:
        label = label_behind(text, end, lexicon)
        if label is not None:
            return _labelled(here, plain, (start, end), label, found)
    noun, rule = label_before(text, start, lexicon), "labelled"
    if noun is None:
        noun, rule = apposition(text, end, lexicon), "apposition"
    if noun is not None:
        candidate = Candidate(start, end, rule, noun.kind)
        found.plurals += [candidate] if noun.plural else []
        return candidate
    return _of_officer(here, plain, start, end) if plain.officer or behind in lexicon.words.telling else None


def _labelled(here: Standing, plain: Plain, span: tuple[int, int], label: Label, found: Found) -> Candidate | None:
    """The candidate for a name with a noun behind it, with that noun if it joins the name."""
    start, end = span
    if _is_common(here, start, label):
        return None
    if label.joins:
        first = here.reading.tokens[plain.first].lower
        start, end = fields_before(here.prose.text, start, first, here.lexicon), label.end
    candidate = Candidate(start, end, "labelled", label.kind)
    found.plurals += [candidate] if label.plural else []
    return candidate


def _of_officer(here: Standing, plain: Plain, start: int, end: int) -> Candidate | None:
    """The candidate for a name with its officer behind it: "Oneksimbank founder", "Sibneft President"."""
    has_officer = plain.officer or officer_behind(here.prose.text, end, here.lexicon)
    word = here.reading.tokens[plain.behind - 1]
    if not has_officer or _is_ordinary(word.lower, here.lexicon):
        return None
    if _NO_NAME.fullmatch(word.base) and starts_sentence(here.prose.text, start):
        return None
    return Candidate(start, end, "officer")


def _is_ordinary(word: str, lexicon: Lexicon) -> bool:
    """Whether an officer's organization is not what the word names: "Communist leader", "Yeltsin chief"."""
    uses = ("field", "adjective common", "nonorg")
    return lexicon.is_person(word) or word in lexicon.words.heads or any(word in lexicon.words.of(use) for use in uses)


def _is_common(here: Standing, start: int, label: Label) -> bool:
    """Whether the only word before a noun is no name: "Foreign companies", "News agencies"."""
    if len(here.reading.tokens) > 1:
        return False
    token = here.reading.tokens[0]
    if token.lower in here.lexicon.words.of("adjective common") and not label.joins:
        return True
    words = here.lexicon.words
    ordinary = token.lower in words.of("adjective common") or token.lower in words.of("modifier")
    return starts_sentence(here.prose.text, start) and (ordinary or _NO_NAME.fullmatch(token.base) is not None)
