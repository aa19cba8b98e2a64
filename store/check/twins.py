"""Two records of one kind under one name: the same thing twice, or two things to tell apart."""

from collections.abc import Iterator
from typing import NamedTuple

from store.check.problem import Problem
from store.documents import Document
from store.matching import OTHER
from store.namesakes import FAR_KM, near
from store.records import Faction, Location, Person, Record, Source
from store.refs import Ref
from store.text import fold

_OF_ACTORS_AND_PLACES = "decide with `sitroom matches` --same or --different"
_OF_SOURCES = "merge the two, or give them titles that differ"

_Key = tuple[str, ...]


class _Met(NamedTuple):
    """What is kept of a record to hold others against: `tool` is what brought it, `apart` what people say it is not."""

    ref: Ref
    first: _Key
    tool: str
    apart: frozenset[Ref]
    point: Document | None

    def is_known_apart(self, other: "_Met", key: _Key) -> bool:
        """Tell whether somebody or something says that the two are two, although both have the name of this key.

        A person may have said so, or their points do. What one tool brought its makers have given ids, so that there
        only one *first* name for two is odd: that two groups are both called UPC for short, they know.
        """
        return (
            self.ref in other.apart
            or other.ref in self.apart
            or not near(self.point, other.point, FAR_KM)
            or bool(self.tool and self.tool == other.tool and not self.first == key == other.first)
        )


class Twins:
    """The names met so far. A place shares its name only with others in the same place, as half a country's towns do.

    Events, claims and quotes have no names; sources of one title are the same if their publisher and date are too.
    """

    def __init__(self) -> None:
        self._met: dict[_Key, _Met] = {}

    def of(self, ref: Ref, record: Record) -> Iterator[Problem]:
        """Return the earlier records that have a name of this one, each once."""
        named = list(_names(record))
        if not named:
            return
        told = {ref}
        this = _meta(ref, record, named[0][1])
        for name, key in named:
            twin = self._met.setdefault(key, this)
            if twin.ref not in told and not twin.is_known_apart(this, key):
                told.add(twin.ref)
                field, mend = ("title", _OF_SOURCES) if record.kind == "source" else ("names", _OF_ACTORS_AND_PLACES)
                yield Problem(ref, field, f"‘{name}’ names {twin.ref} too", mend, "warning")


def _names(record: Record) -> Iterator[tuple[str, _Key]]:
    """Yield each name with what makes it the same as another."""
    match record:
        case Faction() | Person() | Location():
            within = record.within or "" if isinstance(record, Location) else ""
            for name in record.names:
                yield name.text, (record.kind, fold(name.text), within)
        case Source():
            yield record.title, (record.kind, fold(record.title), fold(record.publisher), record.published.edtf)


def _meta(ref: Ref, record: Record, first: _Key) -> _Met:
    tool = record.origin.tool if record.origin.by == "import" else ""
    point = record.point if isinstance(record, Location) else None
    where = {"lat": point.lat, "lon": point.lon} if point else None
    return _Met(ref, first, tool, frozenset(record.external.get(OTHER, ())), where)
