"""Who fights whom: a faction for every UCDP actor, an event for every conflict, a claim for every dyad."""

from typing import Any, NamedTuple

from store.documents import FactionKind
from store.formats.found import Entry
from store.formats.tables.cells import Row, count, name, remembered, step, whole, words
from store.formats.ucdp.dataset import CIVILIANS, cited
from store.refs import Ref, make

_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_VIOLENCE = {_STATE_BASED: "state-based violence", _NON_STATE: "non-state violence", _ONE_SIDED: "one-sided violence"}
_CONFLICTS = {_STATE_BASED: "state-based conflict", _NON_STATE: "non-state conflict", _ONE_SIDED: "one-sided violence"}


class Side(NamedTuple):
    """One side of a row. `is_state` tells that it has a number among the states of Gleditsch and Ward."""

    actor: int
    name: str
    is_state: bool

    @property
    def ref(self) -> Ref:
        """The ref of its faction."""
        return make("faction", f"ucdp-actor-{self.actor}")


class Encounter(NamedTuple):
    """The two sides of an event, the violence between them, and the records that tell of them."""

    title: str
    kind: str
    code: str
    participants: list[dict[str, Any]]
    conflict: Ref
    entries: tuple[Entry, ...]


@remembered(
    (
        "type_of_violence",
        "conflict_new_id",
        "conflict_name",
        "dyad_new_id",
        "side_a_new_id",
        "side_a",
        "gwnoa",
        "side_b_new_id",
        "side_b",
        "gwnob",
    )
)
def encounter(row: Row) -> Encounter:
    """Return who met whom, and in which conflict."""
    violence = step(row, "type_of_violence", 3)
    one, other = _side(row, "side_a", "gwnoa"), _side(row, "side_b", "gwnob")
    conflict = _conflict(whole(row, "conflict_new_id"), name(row, "conflict_name"), violence)
    return Encounter(
        title=_title(one, other, violence),
        kind=_VIOLENCE[violence],
        code=f"{violence}",
        participants=_participants(one, other, violence),
        conflict=conflict.ref,
        entries=(_faction(one, violence), _faction(other, violence), conflict, *_opposition(row, one, other, violence)),
    )


def _side(row: Row, side: str, state: str) -> Side:
    return Side(whole(row, f"{side}_new_id"), name(row, side), bool(words(row, state)))


def _title(one: Side, other: Side, violence: int) -> str:
    if violence == _ONE_SIDED:
        return f"{one.name} against {'civilians' if other.actor == CIVILIANS else other.name}"
    return f"{one.name} – {other.name}"


def _participants(one: Side, other: Side, violence: int) -> list[dict[str, Any]]:
    second = "target" if violence == _ONE_SIDED else "side b"
    return [{"actor": one.ref, "role": "side a"}, {"actor": other.ref, "role": second}]


def _faction(side: Side, violence: int) -> Entry:
    document = {
        "id": f"ucdp-actor-{side.actor}",
        "citations": [cited(f"actor {side.actor}")],
        "names": [{"text": side.name}],
    }
    kind = _kind(side, violence)
    if kind != "other":  # which goes without saying
        document["faction_kind"] = kind
    return Entry("faction", document)


def _kind(side: Side, violence: int) -> FactionKind:
    if side.actor == CIVILIANS:
        return "civilians"
    if side.name.startswith("Government of "):
        return "government"
    if side.is_state:
        return "state"
    # In non-state violence UCDP counts crowds of supporters and communities as sides too, and does not tell which.
    return "other" if violence == _NON_STATE else "armed group"


def _conflict(number: int, title: str, violence: int) -> Entry:
    """Return the conflict that events are part of, as an event of its own, undated: no row says how long it lasted."""
    document = {
        "id": f"ucdp-conflict-{number}",
        "citations": [cited(f"conflict {number}")],
        "title": title,
        "event_kind": _CONFLICTS[violence],
        "codes": {"ucdp": f"{violence}"},
    }
    return Entry("event", document)


def _opposition(row: Row, one: Side, other: Side, violence: int) -> tuple[Entry, ...]:
    """Return the claim that the sides oppose each other, unless one is only attacked, as civilians are."""
    dyad = count(row, "dyad_new_id")
    if dyad is None or violence == _ONE_SIDED or CIVILIANS in (one.actor, other.actor) or one.actor == other.actor:
        return ()
    document = {
        "id": f"ucdp-dyad-{dyad}",
        "citations": [cited(f"dyad {dyad}")],
        "subject": one.ref,
        "predicate": "opposes",
        "object": other.ref,
    }
    return (Entry("claim", document),)
