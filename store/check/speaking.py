"""Quotes of those who were not there yet.

A faction says since when it is active. What it, or somebody for it, is quoted to have said certainly before then is
wrong in one of the two times. Of persons a store tells no such time.
"""

from collections.abc import Iterator, Mapping

from store import refs, when
from store.check.problem import Problem
from store.documents import Document
from store.records import Quote, Record
from store.refs import Ref
from store.when import Certainty, NotEdtf, Span


def too_early(ref: Ref, record: Record, tables: Mapping[str, Mapping[str, Document]]) -> Iterator[Problem]:
    """Return the factions that the quote has speak before they were active."""
    if not isinstance(record, Quote) or not record.said.span:
        return
    for actor in {record.speaker: None, record.speaks_for: None}:
        active = _active(actor, tables) if actor else None
        if active and when.before(record.said.span, active) is Certainty.CERTAINLY:
            what = f"{record.said.phrase} is before {actor} was active, {when.phrase(active)}"
            yield Problem(ref, "said", what, "correct one of the times or the speaker")


def _active(actor: Ref, tables: Mapping[str, Mapping[str, Document]]) -> Span | None:
    kind, name = refs.split(actor)
    faction = tables.get("factions", {}).get(name) if kind == "faction" else None
    try:
        return when.parse(faction["active"]["edtf"]) if faction else None
    except (KeyError, TypeError, NotEdtf):  # not said, or not valid, which is told of the faction
        return None
