"""How is a result told? A line of a Markdown table: what was measured, the yardstick beside it, the target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

HEADER = ("what", "measured", "yardstick, same run", "figure", "target", "")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `figure` is what the target, an upper bound, is for: a ratio unless `unit` says otherwise."""

    what: str
    measured: str
    yardstick: str
    figure: float
    target: float
    unit: str = "x"

    def cells(self) -> tuple[str, ...]:
        met = "met" if self.figure <= self.target else "short"
        figure, target = (f"{value:,.3g} {self.unit}" for value in (self.figure, self.target))
        return self.what, self.measured, self.yardstick, figure, f"at most {target}", met


def markdown(findings: Iterable[Finding]) -> str:
    rows = [HEADER, ("---",) * len(HEADER), *(finding.cells() for finding in findings)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.0f} ms"
