"""The lens: what the panes are narrowed to."""

from typing import NamedTuple

from store.refs import Kind, Ref
from store.when import Day


class Lens(NamedTuple):
    """What is looked at. The empty lens shows everything.

    `about` narrows to what names any of these records: those of one group (actors, places, sources, the rest) widen
    each other, groups narrow each other. Each of `also` must be named besides. `words` and `phrases` must all be found,
    `without` must not. `since` and `until` are days: what certainly ended before the one or began after the other is
    left out, and so is the undated when either is set.

    Two days are looked from, and mean two things. `as_of` asks what held on a day: it leaves out what had not begun by
    then, and ties and holds that had ended. `known_by` asks what was known by a day, whenever it happened: it leaves
    out what nobody had published by then (`store.index.known`). In both the undated stays.
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
    known_by: Day | None = None
    also: tuple[Ref, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it narrows nothing."""
        return self == EVERYTHING

    @property
    def from_today(self) -> "Lens":
        """The same lens, looking from no particular day."""
        return self._replace(as_of=None, known_by=None)

    @property
    def day(self) -> Day | None:
        """The day that it looks from: the one on which things are to hold, or else the one by which they are known."""
        return self.known_by if self.as_of is None else self.as_of


EVERYTHING = Lens()
