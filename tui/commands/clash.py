"""Keys that two commands would share."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from tui.commands.keymap import Keymap
from tui.commands.registry import WITH_KEYS


class Clash(NamedTuple):
    """Two commands that one key would ask for."""

    key: str
    one: str
    other: str


def clashes(keymap: Keymap) -> Iterator[Clash]:
    """Yield each key that two commands would share, in the order of the commands."""
    for one, other in combinations(WITH_KEYS, 2):
        for key in keymap.keys(one):
            if key in keymap.keys(other):
                yield Clash(key, one, other)
