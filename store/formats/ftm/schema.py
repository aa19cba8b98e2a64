"""Which FollowTheMoney schema a record has, and its id there."""

from store.documents import Document
from store.formats.handed import Handed
from store.refs import Ref

_FACTIONS = {
    "state": "PublicBody",
    "government": "PublicBody",
    "military": "PublicBody",
    "armed group": "Organization",
    "militia": "Organization",
    "tribe": "Organization",
    "party": "Organization",
    "intergovernmental": "Organization",
    "media": "Organization",
    "company": "Company",
}
_SOURCES = {"document": "Document", "dataset": "Document", "person": "Person"}
_LINKS = frozenset({"UnknownLink", "Membership"})
LEGAL = frozenset({"LegalEntity", "Organization", "PublicBody", "Company", "Person"})
ORGANIZATIONS = frozenset({"Organization", "PublicBody", "Company"})
DOCUMENTS = frozenset({"Article", "Document"})


def schema_of(handed: Handed, ref: Ref, document: Document) -> str:
    """Return the schema of a record; a place with a point is an Address, any other a Territory."""
    kind = ref.partition(":")[0]
    if kind == "faction":
        return _FACTIONS.get(document.get("faction_kind", ""), "LegalEntity")
    if kind == "location":
        return "Address" if "point" in document else "Territory"
    if kind == "source":
        return _SOURCES.get(document.get("source_kind", "document"), "Article")
    if kind == "claim":
        return _claim(handed, document)
    return {"person": "Person", "event": "Event", "quote": "Note"}[kind]


def entity_id(ref: Ref) -> str:
    """Return the id of a record there, where no id has a colon: `faction-reds`."""
    return ref.replace(":", "-", 1)


def entity(handed: Handed, ref: Ref | None, schemata: frozenset[str] | None = None) -> str:
    """Return the id of what a record names, if it is handed on as a thing, of one of these schemata; else nothing."""
    document = handed.named(ref) if ref else None
    if not ref or document is None:
        return ""
    schema = schema_of(handed, ref, document)
    fits = schema not in _LINKS if schemata is None else schema in schemata
    return entity_id(ref) if fits else ""


def _claim(handed: Handed, claim: Document) -> str:
    """Return the link that a claim is; what has no two ends that are things is a Note. A link's ends are no claims."""
    ends = (claim["subject"], claim.get("object", ""))
    if not all(end and not end.startswith("claim:") and entity(handed, end) for end in ends):
        return "Note"
    is_membership = (
        claim["predicate"] == "member-of" and entity(handed, ends[0], LEGAL) and entity(handed, ends[1], ORGANIZATIONS)
    )
    return "Membership" if is_membership else "UnknownLink"
