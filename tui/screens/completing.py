"""The name of a file, completed as far as what is in its folder says it."""

import os
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from store.text import clean

_SHOWN = 20


class Completed(NamedTuple):
    """What is typed, completed; and how those that begin so go on, in order, where there are several or none."""

    typed: str
    others: tuple[str, ...]


def completed(typed: str) -> Completed:
    """Return what is typed with what all names that begin so have in common. A folder ends with a slash."""
    folder, begun = os.path.split(typed)
    names = sorted(name for name in _names(expanded(folder)) if name.startswith(begun))
    if not begun.startswith("."):
        names = [name for name in names if not name.startswith(".")]
    grown = typed + _common(names)[len(begun) :]
    return Completed(grown, () if len(names) == 1 else tuple(names[:_SHOWN]))


def expanded(typed: str) -> Path:
    """Return the path that is typed, of which `~` may stand for a home; a file that is dropped comes in quotes."""
    told = typed.strip()
    if len(told) > 1 and told[0] == told[-1] and told[0] in "'\"":
        told = told[1:-1]
    return Path(os.path.expanduser(told))  # noqa: PTH111 - that of a path raises for ~nobody


def _common(names: list[str]) -> str:
    """Return what all names begin with: what the first and the last in their order do."""
    first, last = (names[0], names[-1]) if names else ("", "")
    return "".join(one for one, _ in takewhile(lambda both: both[0] == both[1], zip(first, last, strict=False)))


def _names(folder: Path) -> list[str]:
    """Return the names in a folder that can be typed; none where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [f"{one.name}/" if one.is_dir() else one.name for one in entries if clean(one.name) == one.name]
    except OSError:
        return []
