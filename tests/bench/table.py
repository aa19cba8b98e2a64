"""The table: what was measured, beside its goal and its peers, as Markdown and as JSON."""

from collections.abc import Callable
from math import inf
from typing import Literal, NamedTuple, TypeAlias

HEAD = ("what", "goal", "this build", "bare Textual", "visidata", "ratio to bare")
NOTHING = "–"

Unit: TypeAlias = Literal["time", "bytes", "memory", "rate", "share", "faults"]


class Goal(NamedTuple):
    """What is to be reached: in words, and as the most or the least that a figure may be."""

    text: str
    most: float = inf
    least: float = -inf

    def reached(self, figure: float | None) -> bool:
        """Tell whether it is; what was not measured has not reached it."""
        return figure is not None and self.least <= figure <= self.most


class Row(NamedTuple):
    """One figure of this build and its peers: seconds, bytes, rows a second, a share of 1, or faults found.

    `note` stands where there is no figure.
    """

    what: str
    unit: Unit
    ours: float | None
    goal: Goal | None = None
    bare: float | None = None
    visidata: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """This build to bare Textual; None where either has no figure."""
        return self.ours / self.bare if self.ours is not None and self.bare else None

    def cells(self) -> tuple[str, ...]:
        """Return what stands under each heading."""
        ours = self.note or written(self.ours, self.unit)
        if self.goal:
            ours += " ✓" if self.goal.reached(self.ours) else " ✗"
        peers = (written(figure, self.unit) for figure in (self.bare, self.visidata))
        ratio = NOTHING if self.ratio is None else f"{self.ratio:.2f}"
        return (self.what, self.goal.text if self.goal else NOTHING, ours, *peers, ratio)


def head() -> tuple[str, str]:
    """Return the two lines that begin the table."""
    return f"| {' | '.join(HEAD)} |", f"|{'---|' * len(HEAD)}"


def line(row: Row) -> str:
    """Return a line of the table; ✓ and ✗ say whether a goal is reached."""
    return f"| {' | '.join(row.cells())} |"


def as_json(row: Row) -> dict[str, object]:
    """Return a row for JSON; figures in seconds, bytes, rows a second, shares of 1."""
    goal = None if row.goal is None else {"text": row.goal.text, "reached": row.goal.reached(row.ours)}
    return {**row._asdict(), "goal": goal, "ratio": row.ratio}


def written(figure: float | None, unit: Unit) -> str:
    """Return a figure as it is read."""
    return NOTHING if figure is None else _WRITERS[unit](figure)


def _time(seconds: float) -> str:
    if seconds >= 10:
        return f"{seconds:,.0f} s"
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.01 else f"{seconds * 1000:.1f} ms"


_WRITERS: dict[Unit, Callable[[float], str]] = {
    "time": _time,
    "bytes": lambda count: f"{count:,.0f}",
    "memory": lambda count: f"{count / 1e6:,.0f} MB",
    "rate": lambda rate: f"{rate:,.0f} rows/s",
    "share": lambda share: f"{share:.0%}",
    "faults": lambda faults: f"{faults:,.0f} lost or torn",
}
