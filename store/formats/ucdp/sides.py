"""Who fights whom: a faction for every UCDP actor, an event for every conflict, a claim for every dyad."""

from functools import lru_cache
from typing import NamedTuple

from store.formats.found import Entry
from store.formats.ucdp.dataset import CIVILIANS, cited
from store.records import Document, FactionKind
from store.refs import Ref, make

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
VIOLENCE = {STATE_BASED: "state-based violence", NON_STATE: "non-state violence", ONE_SIDED: "one-sided violence"}
CONFLICTS = {STATE_BASED: "state-based conflict", NON_STATE: "non-state conflict", ONE_SIDED: "one-sided violence"}


class Side(NamedTuple):
    """One side of a row. `is_state` tells that it has a number among the states of Gleditsch and Ward."""

    actor: int
    name: str
    is_state: bool

    @property
    def ref(self) -> Ref:
        """The ref of its faction."""
        return make("faction", f"ucdp-actor-{self.actor}")


@lru_cache(maxsize=16_384)
def faction(side: Side, violence: int) -> Entry:
    """Return the faction of a side in violence of this type."""
    document = {
        "id": f"ucdp-actor-{side.actor}",
        "citations": [cited(f"actor {side.actor}")],
        "names": [{"text": side.name}],
    }
    kind = _kind(side, violence)
    if kind != "other":  # which goes without saying
        document["faction_kind"] = kind
    return Entry("faction", document)


@lru_cache(maxsize=16_384)
def conflict(number: int, title: str, violence: int) -> Entry:
    """Return the conflict that events are part of, as an event of its own, undated: no row says how long it lasted."""
    document = {
        "id": f"ucdp-conflict-{number}",
        "citations": [cited(f"conflict {number}")],
        "title": title,
        "event_kind": CONFLICTS[violence],
        "codes": {"ucdp": f"{violence}"},
    }
    return Entry("event", document)


@lru_cache(maxsize=16_384)
def opposition(dyad: int, one: Side, other: Side) -> Entry:
    """Return the claim that the two sides of a dyad oppose each other."""
    document: Document = {
        "id": f"ucdp-dyad-{dyad}",
        "citations": [cited(f"dyad {dyad}")],
        "subject": one.ref,
        "predicate": "opposes",
        "object": other.ref,
    }
    return Entry("claim", document)


def oppose(one: Side, other: Side, violence: int) -> bool:
    """Tell whether the sides fight each other: not where one is attacked, as civilians are."""
    return violence != ONE_SIDED and CIVILIANS not in (one.actor, other.actor) and one.actor != other.actor


def _kind(side: Side, violence: int) -> FactionKind:
    if side.actor == CIVILIANS:
        return "civilians"
    if side.name.startswith("Government of "):
        return "government"
    if side.is_state:
        return "state"
    # In non-state violence UCDP counts crowds of supporters and communities as sides too, and does not tell which.
    return "other" if violence == NON_STATE else "armed group"
