"""How a store was when a reader left it: enough to tell what came since, in a few bytes however large it is."""

import time
from collections.abc import Mapping
from typing import NamedTuple

from store.errors import StoreError
from store.refs import TABLES, Kind
from store.situation import Situation


class Look(NamedTuple):
    """The state of a store's file, when it was last `written`, when the reader `left` it, and what it held.

    Moments are seconds since 1970 (UTC). What is stamped later than the file was written is new to whoever saw it so,
    by whatever clock: a copy that comes by mail may hold changes that are older than the look, and were not in it.
    """

    state: str
    written: float
    left: float
    counts: Mapping[Kind, int]


def look_at(situation: Situation) -> Look | None:
    """Return how a situation is now; None where that cannot be told, or not yet."""
    from store.file.fingerprint import fingerprint, written_at

    if situation.growing:
        return None
    try:
        state, written = str(tuple(fingerprint(situation.path))), written_at(situation.path)
        counts = {kind: count for kind, count in situation.counts().items() if count}
    except StoreError:
        return None
    return Look(state, written, time.time(), counts)


def changed_since(look: Look, situation: Situation) -> bool:
    """Tell whether the file is another than when it was looked at. It is not read for that."""
    from store.file.fingerprint import fingerprint

    try:
        return str(tuple(fingerprint(situation.path))) != look.state
    except StoreError:
        return False


def day_of(look: Look) -> str:
    """Return the day on which the reader left, as ISO 8601."""
    return time.strftime("%Y-%m-%d", time.gmtime(look.left))


def more_and_fewer(look: Look, situation: Situation) -> tuple[str, ...]:
    """Return how many records more or fewer there are of each kind: for a store whose records carry no stamps."""
    told = []
    for kind, count in situation.counts().items():
        difference = count - look.counts.get(kind, 0)
        if difference:
            told.append(f"{abs(difference):,} {TABLES[kind]} {'more' if difference > 0 else 'fewer'}")
    return tuple(told)
