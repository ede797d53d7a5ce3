"""Names as texts may print them: those of the authority files, other spellings of them, and made-up ones."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from archive.link.person_names import NameRules
from archive.read.authority import Authority, OrganizationRecord, PersonRecord, load_authority

PIECES = (
    "A.I.", "AI", "A. I.", "Abu", "al-", "Benedict", "de", "ibn", "III", "Jr.", "Kim", "Orlov", "Orlov-Smirnov",
    "Orlov Smirnov", "O'Neill", "ONeill", "Smirnov", "the", "van", "Viktor", "Ægir", "Aegir", "-", "!", "'",
)  # fmt: skip
WORDS = (
    "Bank", "Bank-Invest", "Bank Invest", "BI", "B.I.", "of", "Orlov", "Party", "radio", "TV", "The", "www.orlov.ru",
    "orlov.ru", "Ægir", "Aegir", "news agency", "!", "?!",
)  # fmt: skip


@cache
def some_people() -> tuple[PersonRecord, ...]:
    """Those that the rules alone would take apart otherwise than the authority files do, and a few of the others."""
    authority = load_authority()
    rules = NameRules.from_authority(authority)
    odd = [one for one in authority.people if len(one.family_name.split()) > 1 or _odd(rules, one)]
    return tuple(dict.fromkeys([*odd, *authority.people[::40]]))


@cache
def some_organizations() -> tuple[OrganizationRecord, ...]:
    """Every tenth."""
    return load_authority().organizations[::10]


def small_authority() -> Authority:
    """An authority of some people and organizations, with all the rules."""
    return Authority((), some_organizations(), some_people(), load_authority().words)


def _odd(rules: NameRules, one: PersonRecord) -> bool:
    names = (one.name, *one.aliases)
    return any(rules.taken_apart(n).family != rules.taken_apart(n, one.family_name).family for n in names)


def person_names() -> st.SearchStrategy[str]:
    """Names of people."""
    listed = [name for one in some_people() for name in (one.name, one.family_name, *one.aliases)]
    made = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join)
    return st.one_of(st.sampled_from(listed).flatmap(variants), made, made.flatmap(variants))


def organization_names() -> st.SearchStrategy[str]:
    """Names of organizations."""
    listed = [name for one in some_organizations() for name in (one.name, *one.aliases, *one.acronyms)]
    made = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
    return st.one_of(st.sampled_from(listed).flatmap(variants), made, made.flatmap(variants))


def variants(name: str) -> st.SearchStrategy[str]:
    """The name, and what a text may make of it: other gaps, case, initials, a part of it, words before and after."""
    words = name.split()
    forms = (
        name, name.replace("-", " "), name.replace(" ", "-"), name.replace(".", ""), name.upper(),
        name.replace("'", ""), words[-1], words[0], " ".join(words[1:]) or name, f"{words[0][0]}. {words[-1]}",
        f"al-{name}", f"the {name}", f"{name} Jr.", f"{name} III", f"Viktor {name}",
        f"{words[-1]} {' '.join(words[:-1])}".strip(),
        name.replace("ae", "æ"), name.replace("ev", "yev"),
    )  # fmt: skip
    return st.sampled_from([form for form in dict.fromkeys(forms) if form.strip()])
