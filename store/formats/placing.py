"""Places as records, named by what they are called and what they lie in, since tables give them no ids."""

from typing import NamedTuple

from store.documents import Document, LocationKind
from store.formats.found import Entry
from store.formats.identity import LONGEST_READABLE, mark, readable
from store.text import fold


class Placing(NamedTuple):
    """How the places of one data set become records: what their ids begin with, and what they cite."""

    prefix: str
    citation: Document

    def country(self, name: str) -> Entry:
        """Return a country, which is one record by its name."""
        marked = f"-{mark(fold(name))}" if len(name) > LONGEST_READABLE else ""
        return self._location(f"{readable(name)}{marked}", name, "country", None)

    def unit(self, kind: LocationKind, name: str, within: Entry, *larger: str) -> Entry:
        """Return an administrative unit: one record by its kind, its name and those of the `larger`, country last."""
        marked = mark(kind, fold(name), *map(fold, larger))
        return self._location(f"{readable(larger[-1], name)}-{marked}", name, kind, within)

    def place(self, kind: LocationKind, name: str, at: tuple[float, float], within: Entry, country: str) -> Entry:
        """Return a place: one record by its name, its point (degrees north and east) and what it lies in."""
        lat, lon = at
        marked = mark("place", fold(name), f"{lat} {lon}", within.document["id"])
        entry = self._location(f"{readable(country, name)}-{marked}", name, kind, within)
        entry.document["point"] = {"lat": lat, "lon": lon}
        return entry

    def _location(self, own_id: str, name: str, kind: LocationKind, within: Entry | None) -> Entry:
        document = {"id": f"{self.prefix}-{own_id}", "citations": [self.citation], "names": [{"text": name}]}
        if kind != "site":  # which goes without saying
            document["location_kind"] = kind
        if within:
            document["within"] = within.ref
        return Entry("location", document)


def with_point(entry: Entry, at: tuple[float, float]) -> Entry:
    """Return the place at this point, in degrees north and east."""
    return Entry(entry.kind, entry.document | {"point": {"lat": at[0], "lon": at[1]}})
