"""What does each run of capitalised words give where it stands?

One pass over the runs of a text collects the candidates and what later steps need: the acronyms and the plain names
that nothing vouched for, and the nouns that stand alone for a body named elsewhere ("the Council").
"""

from __future__ import annotations

from archive.extract.organizations.headed import headed_names
from archive.extract.organizations.known import known_names
from archive.extract.organizations.lexicon import Lexicon
from archive.extract.organizations.offices import is_office, office_name
from archive.extract.organizations.prose import Prose
from archive.extract.organizations.reading import read_run
from archive.extract.organizations.runs import RUN
from archive.extract.organizations.standing import Found, Standing
from archive.extract.organizations.vouched import vouched_name


def scan(prose: Prose, lexicon: Lexicon) -> Found:
    """Read every run of `prose`."""
    found = Found()
    for run in RUN.finditer(prose.text):
        reading = read_run(lexicon, run[0])
        if reading is None:
            continue
        here = Standing(prose, lexicon, run.start(), reading)
        if reading.probes or here.is_prefixed():
            known_names(here, found)
        if reading.built:
            headed_names(here, found)
        if reading.tokens[-1].possessive and is_office(here):
            office_name(here, found)
        if reading.plain is not None:
            vouched_name(here, found)
        for number in reading.acronyms:
            start, end = here.words(number, number + 1)
            if not here.is_known(start, end):
                found.acronyms.append((start, end))
    return found
