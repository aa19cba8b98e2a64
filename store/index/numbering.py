"""How refs and tags become the numbers that stand for them in the index."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from store.refs import Ref

Named = TypeVar("Named", Ref, int)
"""What a record names: a ref, or the number that stands for it where it was read (see `taking`)."""


class Numbers(dict[Named, int]):
    """Nodes by what is named. `new` gives the node of what has not been asked for yet.

    `around` gives the nodes of what a place lies within, nearest first; `tags` are the targets that stand for tags.
    """

    def __init__(
        self, new: Callable[[Named], int], around: Callable[[Named], tuple[int, ...]], tags: dict[str, int]
    ) -> None:
        super().__init__()
        self.around: Callable[[Named], tuple[int, ...]] = cache(around)
        self.tags = tags
        self._new: Callable[[Named], int] = new

    def __missing__(self, named: Named) -> int:
        node = self[named] = self._new(named)
        return node

    def tag(self, tag: str) -> int:
        """Return the target that stands for a tag: a negative number."""
        return self.tags.setdefault(tag, -1 - len(self.tags))
