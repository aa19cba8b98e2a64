"""A brush on a row of stretches: it stands on one, and once begun covers all from there to where it is moved."""

from typing import NamedTuple, Self


class Brush(NamedTuple):
    """The stretch that it stands on, and the one where it was begun, if it was."""

    at: int
    begun: int | None = None

    @property
    def covers(self) -> tuple[int, int]:
        """The first and the last stretch that it covers."""
        begun = self.at if self.begun is None else self.begun
        return min(begun, self.at), max(begun, self.at)

    def moved(self, step: int, stretches: int) -> Self:
        """Return it moved by a step, where there are so many stretches."""
        return self._replace(at=max(0, min(self.at + step, stretches - 1)))

    def begin(self) -> Self:
        """Return it begun where it stands."""
        return self._replace(begun=self.at)
