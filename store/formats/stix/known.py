"""Which record an object of others is here: as its bundle tells, or by its id alone where its bundle lacks it."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from store.formats.plain_values import made_id, texts
from store.refs import Kind, Ref, make
from store.scales import Marking

SPACE: Final = "stix"
"""Where `external` keeps the object, and the name of the format."""

_KINDS: dict[str, Kind] = {
    "threat-actor": "faction",
    "intrusion-set": "faction",
    "identity": "faction",
    "location": "location",
    "incident": "event",
    "campaign": "event",
    "report": "source",
    "relationship": "claim",
    "note": "claim",
}


class Known(NamedTuple):
    """What a bundle tells of its objects: the ref of each, the reports that name each, and its markings, all by id."""

    refs: Mapping[str, Ref]
    reports: Mapping[str, list[str]]
    markings: Mapping[str, Marking | None]

    def ref(self, own_id: str) -> Ref | None:
        """Return the ref of the object with an id, or that which it may have in the store; None if it has none."""
        return self.refs.get(own_id) or next(iter(_likely(own_id)), None)

    def about(self, note: Mapping[str, Any]) -> list[Ref]:
        """Return the refs of what a note is about: those in its bundle, or else the first that may be in the store."""
        named = texts(note.get("object_refs"))
        here = [self.refs[one] for one in named if one in self.refs]
        return here or [ref for one in _first_likely(named) if (ref := self.ref(one))]

    def elsewhere(self, theirs: Mapping[str, Any]) -> tuple[tuple[Ref, ...], ...]:
        """Return the refs that what a claim needs and its bundle lacks may have in the store: files come in parts."""
        if theirs["type"] == "relationship":
            needed = [str(theirs.get(end)) for end in ("source_ref", "target_ref")]
        else:
            named = texts(theirs.get("object_refs")) if theirs["type"] == "note" else []
            needed = [] if any(one in self.refs for one in named) else _first_likely(named)
        return tuple(_likely(one) for one in needed if one not in self.refs)


NOTHING_KNOWN = Known({}, {}, {})


def kind_of(theirs: Mapping[str, Any]) -> Kind | None:
    """Return the kind of record that an object becomes, if any."""
    if theirs.get("type") == "identity" and theirs.get("identity_class") == "individual":
        return "person"
    return _KINDS.get(str(theirs.get("type")))


def _likely(own_id: str) -> tuple[Ref, ...]:
    """Return the refs that an object would have here, by its id alone; none for what is not taken."""
    type_ = own_id.partition("--")[0]
    kinds: tuple[Kind, ...] = ("faction", "person") if type_ == "identity" else (_KINDS.get(type_, "claim"),)
    return tuple(make(kind, made_id(SPACE, own_id)) for kind in kinds if kind != "claim")


def _first_likely(own_ids: list[str]) -> list[str]:
    return [own_id for own_id in own_ids if _likely(own_id)][:1]
