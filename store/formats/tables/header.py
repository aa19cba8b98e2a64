"""The header of a table: which columns there must be, and what is told of those that are missing."""

from collections import Counter
from collections.abc import Iterable

from store.formats.found import NotThisFormat

KEPT = "kept in external"
"""What becomes of a column that becomes nothing else."""
_NAMED_AT_MOST = 6


def listed(missing: list[str]) -> str:
    """Name the columns that a file lacks, the first few of them."""
    named = ", ".join(f"‘{name}’" for name in missing[:_NAMED_AT_MOST])
    more = len(missing) - _NAMED_AT_MOST
    return f"no column {named}" + (f" and {more} more" if more > 0 else "")


def require_each_once(names: Iterable[str], whose: str = "") -> None:
    """Raise NotThisFormat if two columns have one name: nobody could tell which is meant.

    `whose` is told before, where several tables come in as one.
    """
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise NotThisFormat(f"{whose}it has two columns ‘{twice[0]}’", "remove one")
