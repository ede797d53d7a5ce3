"""Fuzzing for as long as one likes: `python -m tests.fuzz --seconds 3600`.

Each round asks hypothesis for new inputs from a seed of its own, and what it has found stays in `.hypothesis`. A
failure is shrunk and shown with its seed; `--seed N --seconds 0` is that round again. Whatever is found becomes a
file of the corpus or a row of a test's table.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import time

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as with_seed
from hypothesis import strategies as st

from tests.fuzz.inputs import CITATIONS, DOCUMENTS, MEDIA_TYPES
from tests.fuzz.properties import check_citation, check_document


def one_round(seed: int, examples: int) -> None:
    """So many documents and twice as many citations; AssertionError or whatever else was raised, shrunk."""
    profile = settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.reuse, Phase.generate, Phase.shrink],
        print_blob=True,
    )

    @with_seed(seed)
    @profile
    @given(DOCUMENTS, st.sampled_from(MEDIA_TYPES))
    def documents(data: bytes, media_type: str) -> None:
        check_document(data, media_type)

    @with_seed(seed)
    @settings(profile, max_examples=2 * examples)
    @given(CITATIONS)
    def citations(text: str) -> None:
        check_citation(text)

    documents()
    citations()


def fuzz(seconds: float, seed: int, examples: int = 500) -> int:
    """Rounds until the time is over, at least one; how many."""
    end, number = time.monotonic() + seconds, 0
    while number == 0 or time.monotonic() < end:
        sys.stdout.write(f"round {number + 1}, seed {seed + number}\n")
        sys.stdout.flush()
        one_round(seed + number, examples)
        number += 1
    return number


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzz reading, extraction and linking.")
    parser.add_argument("--seconds", type=float, default=60, help="for how long")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 32), help="of the first round")
    parser.add_argument("--examples", type=int, default=500, help="documents a round")
    arguments = parser.parse_args()
    rounds = fuzz(arguments.seconds, arguments.seed, arguments.examples)
    sys.stdout.write(f"{rounds} rounds, nothing found\n")


if __name__ == "__main__":
    main()
