"""What places lie within, all the way up."""

from collections.abc import Mapping

from store.refs import Ref

_DEEPEST = 32


class Within:
    """Chains of places, made of what each place says that it lies within."""

    def __init__(self, within: Mapping[Ref, Ref]) -> None:
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
            above = self._within.get(passed[-1], "")
            if not above or above in passed:
                break
            passed.append(above)
        return tuple(passed[1:])
