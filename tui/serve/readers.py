"""A situation in the hands of those who may look at all of it and change nothing."""

from store.refs import Ref
from store.situation import Situation


class ReadersSituation(Situation):
    """The same situation, on the same index, read-only: it follows what editors change."""

    def __init__(self, situation: Situation) -> None:
        super().__init__(situation.path, situation._index, read_only=True)
        self._of = situation
        situation.subscribe(self._follow)

    def _follow(self, refs: frozenset[Ref]) -> None:
        self._index = self._of._index
        self._tell(refs)
