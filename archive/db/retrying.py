"""What does a writer do whose transaction the engine sacrificed? The same again: it was at fault in nothing.

PostgreSQL ends one of two transactions that wait for each other, and one that others' writes have overtaken. Our own
writers never meet (they queue for one lock), but a person's session in psql may hold a row of theirs. A lock that is
waited for in vain is another matter (`archive.db.session`): the engine has waited long enough then.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Final, TypeVar

from archive.core.errors import DatabaseError

T = TypeVar("T")

TRIES: Final = 5
"""How often a transaction is begun before it is given up."""

_SACRIFICED: Final = frozenset({"40001", "40P01"})  # serialization failure, deadlock detected


def undeterred(transaction: Callable[[], T]) -> T:
    """What `transaction` returns; it is run again where the engine sacrificed it, and must leave no trace of that.

    Raises DatabaseError where that happens `TRIES` times.
    """
    for left in range(TRIES - 1, -1, -1):
        try:
            return transaction()
        except Exception as error:
            if not _sacrificed(error):
                raise
            if left == 0:
                message = f"another program got in the way {TRIES} times; try again when that is done"
                raise DatabaseError(message) from error
        time.sleep(random.uniform(0.05, 0.5))  # noqa: S311 - so that two do not meet again
    raise AssertionError  # pragma: no cover - the last try returns or raises


def _sacrificed(error: BaseException) -> bool:
    original = getattr(error, "orig", None) or error
    return getattr(original, "sqlstate", None) in _SACRIFICED
