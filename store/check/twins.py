"""Two records of one kind under one name: the same thing twice, or two things to tell apart."""

from collections.abc import Iterator

from store.check.problem import Problem
from store.records import Faction, Location, Person, Record, Source
from store.refs import Ref
from store.text import fold


class Twins:
    """The names met so far. A place shares its name only with others in the same place, as half a country's towns do.

    Events, claims and quotes have no names; sources of one title are the same if their publisher and date are too.
    """

    def __init__(self) -> None:
        self._met: dict[tuple[str, ...], Ref] = {}

    def of(self, ref: Ref, record: Record) -> Iterator[Problem]:
        """Return the earlier records that have a name of this one, each once."""
        told = {ref}
        for name, field, key in _names(record):
            twin = self._met.setdefault((record.kind, *key), ref)
            if twin not in told:
                told.add(twin)
                what = f"‘{name}’ names {twin} too"
                yield Problem(ref, field, what, "merge the two, or give them names that differ", "warning")


def _names(record: Record) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each name with its field and what makes it the same as another."""
    match record:
        case Faction() | Person() | Location():
            within = record.within or "" if isinstance(record, Location) else ""
            for name in record.names:
                yield name.text, "names", (fold(name.text), within)
        case Source():
            yield record.title, "title", (fold(record.title), fold(record.publisher), record.published.edtf)
