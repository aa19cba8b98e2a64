"""Refs to records that are not in the store."""

from collections.abc import Iterator, Mapping

from store import refs
from store.check.problem import Problem
from store.documents import Document
from store.records import Claim, Event, Faction, Location, Quote, Record
from store.refs import Ref


def dangling(ref: Ref, record: Record, tables: Mapping[str, Mapping[str, Document]]) -> Iterator[Problem]:
    """Return the refs of the record that lead nowhere."""
    for field, named in _refs(record):
        kind, name = refs.split(named)
        if name not in tables.get(refs.TABLES[kind], {}):
            yield Problem(ref, field, f"no {named} here", "add it or correct the ref")


def _refs(record: Record) -> Iterator[tuple[str, Ref]]:
    """Yield every ref in the record with the field it stands in."""
    named: list[tuple[str, Ref | None]] = []
    match record:
        case Faction():
            named = [("country", record.country)]
        case Location():
            named = [("within", record.within)]
        case Event():
            named = [("location", record.location), ("part_of", record.part_of)]
            named += [(f"participants.{at}", side.actor) for at, side in enumerate(record.participants)]
        case Claim():
            named = [("subject", record.subject), ("object", record.object), ("quote", record.quote)]
            named += [("conflicts_with", claim) for claim in record.conflicts_with]
        case Quote():
            named = [("speaker", record.speaker), ("speaks_for", record.speaks_for), ("place", record.place)]
            named += [("about", ref) for ref in record.about]
    named += [(f"citations.{at}", citation.source) for at, citation in enumerate(record.citations)]
    return ((field, ref) for field, ref in named if ref)
