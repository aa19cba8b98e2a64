"""What places lie within, all the way up."""

from collections.abc import Callable

from store.refs import Ref

_DEEPEST = 32


class Within:
    """Chains of places; `within` tells what a place itself says that it lies within, or nothing."""

    def __init__(self, within: Callable[[Ref], Ref]) -> None:
        self._within = within
        self._chains: dict[Ref, tuple[Ref, ...]] = {}

    def chain(self, place: Ref) -> tuple[Ref, ...]:
        """Return what a place lies within, nearest first; a circle is followed once round."""
        found = self._chains.get(place)
        if found is None:
            found = self._chains[place] = self._climb(place)
        return found

    def _climb(self, place: Ref) -> tuple[Ref, ...]:
        passed = [place]
        while len(passed) < _DEEPEST:
            above = self._within(passed[-1])
            if not above or above in passed:
                break
            passed.append(above)
        return tuple(passed[1:])
