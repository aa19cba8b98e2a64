"""Which record an entity is here: as its file tells, or by its id alone where its file lacks it."""

from collections.abc import Mapping
from typing import Any, Final

from store.documents import Predicate
from store.formats.ftm.properties import Properties
from store.formats.plain_values import made_id
from store.refs import Kind, Ref, make

SPACE: Final = "ftm"
"""Where `external` keeps the entity, and the name of the format."""

KINDS: Final[Mapping[str, Kind]] = {
    "LegalEntity": "faction",
    "Organization": "faction",
    "PublicBody": "faction",
    "Company": "faction",
    "Person": "person",
    "Territory": "location",
    "Address": "location",
    "Event": "event",
    "Document": "source",
    "Article": "source",
    "Pages": "source",
    "HyperText": "source",
    "PlainText": "source",
    "Note": "claim",
    "UnknownLink": "claim",
    "Membership": "claim",
    "Employment": "claim",
    "Directorship": "claim",
}
ENDS: Final[Mapping[str, tuple[str, str, Predicate | None]]] = {
    "UnknownLink": ("subject", "object", None),
    "Membership": ("member", "organization", "member-of"),
    "Employment": ("employee", "employer", "member-of"),
    "Directorship": ("director", "organization", "leads"),
}
"""The two ends of a link, and what it says; an UnknownLink says it in its role."""
_THINGS: tuple[Kind, ...] = ("faction", "person", "location", "event", "source")


def kind_of(entity: Mapping[str, Any]) -> Kind | None:
    """Return the kind of record that an entity becomes, if any. A thing needs a name."""
    kind = KINDS.get(str(entity.get("schema")))
    return kind if kind in (None, "claim") or Properties(entity).called else None


def elsewhere(entity: Mapping[str, Any], known: Mapping[str, Ref]) -> tuple[tuple[Ref, ...], ...]:
    """Return the refs that what a claim needs and its file lacks may have in the store: files come in parts."""
    schema = str(entity.get("schema"))
    if KINDS.get(schema) != "claim":
        return ()
    has = Properties(entity)
    if schema in ENDS:
        needed = [has.first(end) for end in ENDS[schema][:2]]
    else:
        named = has.all("entity")
        needed = [] if any(one in known for one in named) else named[:1]
    return tuple(_likely(one) for one in needed if one and one not in known)


def ref_of(own_id: str, known: Mapping[str, Ref]) -> Ref | None:
    """Return the ref of the entity with an id, or the first that it may have in the store; None for no id."""
    return known.get(own_id) or (_likely(own_id)[0] if own_id else None)


def _likely(own_id: str) -> tuple[Ref, ...]:
    """Return the refs that an entity may have here, of which its id alone does not tell the kind."""
    return tuple(make(kind, made_id(SPACE, own_id)) for kind in _THINGS)
