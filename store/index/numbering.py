"""How refs and tags become the numbers that stand for them in the index."""

from collections.abc import Callable
from typing import TypeAlias

from store.refs import Ref

Chain: TypeAlias = Callable[[Ref], tuple[Ref, ...]]
"""Returns what a place lies within, nearest first."""


class Numbers(dict[Ref, int]):
    """Nodes by ref. `new` gives a number to a ref that has none yet when it is asked for."""

    def __init__(self, new: Callable[[Ref], int], tags: dict[str, int]) -> None:
        super().__init__()
        self.tags = tags
        self._new = new

    def __missing__(self, ref: Ref) -> int:
        node = self[ref] = self._new(ref)
        return node

    def tag(self, tag: str) -> int:
        """Return the target that stands for a tag: a negative number."""
        return self.tags.setdefault(tag, -1 - len(self.tags))


class Around(dict[Ref, tuple[int, ...]]):
    """The nodes that a place lies within, by its ref, nearest first."""

    def __init__(self, numbers: Numbers, chain: Chain) -> None:
        super().__init__()
        self._numbers = numbers
        self._chain = chain

    def __missing__(self, place: Ref) -> tuple[int, ...]:
        nodes = self[place] = tuple([self._numbers[around] for around in self._chain(place)])
        return nodes
