"""Which STIX object stands for a record."""

from store.documents import Document
from store.formats.handed import Handed
from store.formats.stix.identity import SYSTEM, stix_id
from store.refs import Ref

ARMED = frozenset({"armed group", "militia"})
"""Factions that STIX has as threat actors."""

_TYPES = {"person": "identity", "location": "location", "event": "incident", "quote": "note"}


def type_of(handed: Handed, kind: str, document: Document) -> str:
    """Return the type of the object that a record of this kind becomes."""
    if kind == "faction":
        return "threat-actor" if document.get("faction_kind") in ARMED else "identity"
    if kind == "source":
        return "identity" if document.get("source_kind") == "person" else "report"
    if kind == "claim":
        return "relationship" if _joins(handed, document) else "note"
    return _TYPES[kind]


def node(handed: Handed, ref: Ref | None) -> str:
    """Return the id of the object that stands for a record; empty for none, and for one that is not handed on."""
    document = handed.named(ref) if ref else None
    if not ref or document is None:
        return ""
    return stix_id(type_of(handed, ref.partition(":")[0], document), ref)


def nodes(handed: Handed, *refs: Ref | None) -> list[str]:
    """Return the ids for several, each once; this program itself where there is none, since STIX wants one."""
    found = (node(handed, ref) for ref in refs)
    return list(dict.fromkeys(filter(None, found))) or [SYSTEM]


def _joins(handed: Handed, claim: Document) -> bool:
    """Tell whether a claim ties two records that are there. No relationship of STIX may end at a relationship."""
    ends = (claim["subject"], claim.get("object", ""))
    return all(end and not end.startswith("claim:") and handed.named(end) is not None for end in ends)
