"""Back and forward, as in a web browser."""

from typing import Generic, NamedTuple, TypeVar

StopT = TypeVar("StopT")
LONGEST = 500


class History(NamedTuple, Generic[StopT]):
    """The stops of a trail: `behind` where one came from, `ahead` where one went back from, nearest last in both.

    It is a value: every step gives a new one. `here` is given with each step rather than kept, because a stop changes
    while one stands on it (the cursor moves), and it is how one left it that one wants back.
    """

    behind: tuple[StopT, ...] = ()
    ahead: tuple[StopT, ...] = ()

    def visit(self, here: StopT) -> "History[StopT]":
        """Leave `here` for a new stop: it can be gone back to, and what was ahead is forgotten."""
        return History((*self.behind, here)[-LONGEST:], ())

    def back(self, here: StopT) -> "tuple[StopT, History[StopT]] | None":
        """Return the stop before and the history there; None where the trail begins."""
        if not self.behind:
            return None
        return self.behind[-1], History(self.behind[:-1], (*self.ahead, here))

    def forward(self, here: StopT) -> "tuple[StopT, History[StopT]] | None":
        """Return the stop that one went back from and the history there; None where nothing is ahead."""
        if not self.ahead:
            return None
        return self.ahead[-1], History((*self.behind, here), self.ahead[:-1])
