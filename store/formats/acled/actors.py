"""Who took part: a faction for every name, since ACLED gives its actors no ids.

Which side stands first implies no direction, as ACLED says; so no claim is made of who opposes whom.
"""

from typing import Any, NamedTuple

from store.documents import FactionKind
from store.formats.acled.dataset import cited
from store.formats.found import Entry
from store.formats.identity import mark, readable
from store.formats.tables.cells import ABSENT, Row, name, remembered, shortened, words

_KINDS: dict[str, FactionKind] = {
    "1": "military",
    "2": "armed group",
    "3": "militia",
    "4": "militia",
    "7": "civilians",
    "state forces": "military",
    "rebel group": "armed group",
    "rebel groups": "armed group",
    "rebel forces": "armed group",
    "political militia": "militia",
    "political militias": "militia",
    "identity militia": "militia",
    "identity militias": "militia",
    "civilians": "civilians",
}
"""What `inter1` and `inter2` say, in numbers and in words; the rest (rioters, protesters, others) is *other*."""


class Sides(NamedTuple):
    """Those who took part, as the title names them, as participants, and as records."""

    title: str
    participants: list[dict[str, Any]]
    factions: tuple[Entry, ...]


@remembered(("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"))
def sides(row: Row) -> Sides:
    """Return who took part: two sides at the most, and who stood beside them."""
    participants: list[dict[str, Any]] = []
    factions: dict[str, Entry] = {}
    for number, side in (("1", "side a"), ("2", "side b")):
        actor = words(row, f"actor{number}")
        beside = [shortened(part) for part in row.get(f"assoc_actor_{number}", "").split(";")]
        for role, own_name in ((side, actor), *((f"with {side}", part) for part in beside if part not in ABSENT)):
            if own_name:
                faction = _faction(own_name, words(row, f"inter{number}") if role == side else "")
                # What is said first stands: the side itself, whose kind is known.
                factions.setdefault(faction.ref, faction)
                participants.append({"actor": faction.ref, "role": role})
    names = [name(row, "actor1"), words(row, "actor2")]
    return Sides(" – ".join(filter(None, names)), participants, tuple(factions.values()))


def _faction(own_name: str, inter: str) -> Entry:
    document: dict[str, Any] = {
        "id": f"acled-actor-{readable(own_name)}-{mark(own_name)}",
        "citations": [cited()],
        "names": [{"text": own_name}],
    }
    kind = _KINDS.get(inter.lower().removesuffix(".0"))
    if kind:
        document["faction_kind"] = kind
    return Entry("faction", document)
