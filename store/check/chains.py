"""Chains that must end: a place lies within another, an event is part of another, and neither in itself."""

from collections.abc import Iterator, Mapping

from store.check.problem import Problem
from store.records import Event, Location, Record
from store.refs import Ref

_SHOWN = 6


def parent(record: Record) -> Ref | None:
    """Return what the record lies within or is part of."""
    match record:
        case Location():
            return record.within
        case Event():
            return record.part_of
    return None


def cycles(parents: Mapping[Ref, Ref]) -> Iterator[Problem]:
    """Return a problem for each circle, told of the first of its records in order of refs."""
    done: set[Ref] = set()
    for start in sorted(parents):
        path: dict[Ref, None] = {}
        ref: Ref | None = start
        while ref is not None and ref not in done and ref not in path:
            path[ref] = None
            ref = parents.get(ref)
        if ref in path:
            way = list(path)
            yield _circle(way[way.index(ref) :])
        done.update(path)


def _circle(way: list[Ref]) -> Problem:
    first = way.index(min(way))
    around = [*way[first:], *way[: first + 1]]
    field = "within" if around[0].startswith("location:") else "part_of"
    shown = " > ".join(around[:_SHOWN]) + (" > …" if len(around) > _SHOWN else "")
    return Problem(around[0], field, f"leads back to itself: {shown}", "correct one of them")
