"""How long does a command take, and how much memory? Whole processes, in turn, as the operating system counts them."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: wall time, and the peak memory of its largest process."""

    seconds: float
    mebibytes: float
    output: str


@dataclass(frozen=True, slots=True)
class Case:
    """A command to be timed, its words anything with a `str`. `prepare` runs before each round, outside the clock."""

    command: Sequence[object]
    exit_code: int = 0
    database: Path | None = None
    prepare: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Timing:
    """The runs of one case."""

    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        return statistics.median(run.seconds for run in self.runs)

    @property
    def mebibytes(self) -> float:
        return max(run.mebibytes for run in self.runs)

    @property
    def output(self) -> str:
        return self.runs[-1].output


def run(case: Case) -> Run:
    """Run the case once; RuntimeError with what it printed where it ends with another exit code than it should."""
    case.prepare()
    environment = {**os.environ, "NO_COLOR": "1"} | ({"ARCHIVE_DB": str(case.database)} if case.database else {})
    start = time.perf_counter()
    with subprocess.Popen(
        list(map(str, case.command)),
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        output = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != case.exit_code:
        message = f"{' '.join(map(str, case.command))} ended with {process.returncode}:\n{output}"
        raise RuntimeError(message)
    return Run(seconds, usage.ru_maxrss / 1024, output)


def interleaved(cases: Mapping[str, Case], rounds: int) -> dict[str, Timing]:
    """Run all cases in turn, round by round, so that a slow minute hits all of them; the first round warms up."""
    turns = [{name: run(case) for name, case in cases.items()} for _ in range(rounds + 1)]
    return {name: Timing(tuple(turn[name] for turn in turns[1:])) for name in cases}


def ratio(timings: Mapping[str, Timing], ours: str, peer: str) -> float:
    """The median of the ratios of the rounds, which holds when the machine's speed drifts."""
    pairs = zip(timings[ours].runs, timings[peer].runs, strict=True)
    return statistics.median(mine.seconds / other.seconds for mine, other in pairs)
