"""When are two spellings of a name part one? Folding what transliterations of one name differ in.

The letters and endings come from the newsletters' own drift (FORMATS 10.2): Yury and Yuri, Dudayev and Dudaev,
Yastrzhembski and Yastrzhembsky, Lukashenko and Lukashenka. A folding alone never makes two people one: the given name
must agree too (`archive.link.families`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from archive.core.names import name_key

_DRIFT: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"j$", "i"),  # Andrej, Andrei
        (r"yo|ye", "e"),  # Fyodor, Fedor; Yeltsin, Eltsin; Basayev, Basaev
        (r"y", "i"),  # Yury, Iurii; Gennady, Gennadi
        (r"dzh|dj", "j"),  # Dzhamshed, Jamshed
        (r"kh", "h"),  # Khusein, Husein
        (r"shch|sch", "sh"),  # Shchekochikhin, Schekochikhin
        (r"x", "ks"),  # Alexander, Aleksandr
        (r"ph", "f"),
        (r"tz", "ts"),
        (r"ck|q", "k"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),  # Hussein, Husein; Yuriy after y became i
        (r"(?<=[aeou])i(?=e)", ""),  # Dudaiev, Dudaev
        (r"(?<=[oe])f$", "v"),  # Smirnoff, Smirnov
        (r"(?<=enk)a$", "o"),  # Lukashenka, Lukashenko
    )
)
_GIVEN_DRIFT: Final = (
    (re.compile(r"(?<=[bdgkpt])er$"), "r"),  # Aleksander, Aleksandr
    (re.compile(r"d$"), "t"),  # Akhmed, Akhmet; Saparmurad, Saparmurat
)


@lru_cache(maxsize=8_192)
def folded_family(name: str) -> str:
    """A family name without what its transliterations differ in; gaps and hyphens go as well."""
    key = name_key(name).replace(" ", "")
    for pattern, plain in _DRIFT:
        key = pattern.sub(plain, key)
    return key


@lru_cache(maxsize=8_192)
def folded_given(name: str) -> str:
    """A given name without what its transliterations differ in."""
    key = folded_family(name)
    for pattern, plain in _GIVEN_DRIFT:
        key = pattern.sub(plain, key)
    return key
