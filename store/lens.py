"""The lens: what the panes are narrowed to."""

from typing import NamedTuple

from store.refs import Kind, Ref
from store.when import Day


class Lens(NamedTuple):
    """What is looked at. The empty lens shows everything.

    `about` narrows to what names any of these records: those of one group (actors, places, sources, the rest) widen
    each other, groups narrow each other. `words` and `phrases` must all be found, `without` must not. `since` and
    `until` are days: what certainly ended before the one or began after the other is left out, and so is the undated
    when either is set. `as_of` leaves out what had not begun by that day, and ties and holds that had ended; there the
    undated stays.
    """

    about: tuple[Ref, ...] = ()
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None
    as_of: Day | None = None

    @property
    def empty(self) -> bool:
        """Whether it narrows nothing."""
        return self == EVERYTHING


EVERYTHING = Lens()
