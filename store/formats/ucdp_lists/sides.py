"""Who stands on the sides of a row, as factions and as participants of its event."""

from typing import Any, NamedTuple

from store.documents import FactionKind
from store.formats.found import Entry
from store.formats.identity import mark, readable
from store.formats.tables.cells import BadCell, Row, whole, words
from store.formats.ucdp_lists.dataset import Cites
from store.formats.ucdp_lists.known import Known
from store.formats.ucdp_lists.roll import Member

_NO_NAMES = frozenset({"n/a", "-", ""})
_BY_NAME = "of several names no row tells which id is whose: who is not known by an id stands by name"


_NAMED = "ucdp-named-"
"""What the id of somebody begins with of whom UCDP's own is not known."""


class Sides(NamedTuple):
    """Those who took part, as factions with their roles; `cautions` tell of whom it is not known who they are."""

    factions: list[tuple[str, Entry]]
    cautions: tuple[str, ...] = ()

    @property
    def participants(self) -> list[dict[str, Any]]:
        """They as participants of an event."""
        return [{"actor": faction.ref, "role": role} for role, faction in self.factions]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """They as records."""
        return tuple(faction for _, faction in self.factions)

    def alone(self, side: str) -> Entry | None:
        """Return the one who stands on a side; nobody where several do."""
        found = [faction for role, faction in self.factions if role == f"side {side}"]
        return found[0] if len(found) == 1 else None


def listed_sides(row: Row, cites: Cites, known: Known) -> Sides:
    """Return the sides of a row that may list several actors on each. Raises BadCell."""
    factions: list[tuple[str, Entry]] = []
    for side in "ab":
        factions += [(f"side {side}", faction_of(member, cites)) for member in known.actors(row, side)]
        factions += _seconds(row, side, cites, known)
    return _told(factions)


def named_sides(row: Row, cites: Cites, known: Known) -> Sides:
    """Return the sides of a row that has one actor on each, with its names in full and in its own language."""
    factions: list[tuple[str, Entry]] = []
    for side in "ab":
        factions.append((f"side {side}", with_names(row, f"side_{side}_name", f"side_{side}_id", cites)))
        factions += _seconds(row, side, cites, known)
    return _told(factions)


def is_name(text: str) -> bool:
    """Tell whether a text names anybody: of several actors UCDP writes `n/a, n/a`, where none has such a name."""
    return not _NO_NAMES.issuperset(part.strip().lower() for part in text.split(","))


def with_names(row: Row, column: str, numbered: str, cites: Cites, kind: FactionKind | None = None) -> Entry:
    """Return an actor with its name as UCDP writes it, in full, and in its own language."""
    number = whole(row, numbered)
    written = [words(row, f"{column}{part}") for part in ("", "_fulltext", "_mothertongue")]
    own = list(dict.fromkeys(one for one in written if is_name(one)))
    if not own:
        raise BadCell(column, "", "is empty")
    document: dict[str, Any] = {
        "id": f"ucdp-actor-{number}",
        "citations": [cites.at(f"actor {number}")],
        "names": [{"text": text} if at == 0 else {"text": text, "kind": "alias"} for at, text in enumerate(own)],
    }
    return Entry("faction", document | ({"faction_kind": kind} if kind else {}))


def faction_of(member: Member, cites: Cites, state: str = "", kind: FactionKind | None = None) -> Entry:
    """Return somebody as a faction: by the id of UCDP, by the number of the state, or else by name."""
    if member.number:
        own_id = f"ucdp-actor-{member.number}"
    elif state:
        own_id = f"ucdp-gwno-{state}"
    else:
        own_id = f"{_NAMED}{readable(member.name)}-{mark(member.name)}"
    document: dict[str, Any] = {"id": own_id, "citations": [cites.at()], "names": [{"text": member.name}]}
    own_kind = "government" if member.name.startswith("Government of ") else kind
    return Entry("faction", document | ({"faction_kind": own_kind} if own_kind else {}))


def _told(factions: list[tuple[str, Entry]]) -> Sides:
    unknown = any(faction.document["id"].startswith(_NAMED) for _, faction in factions)
    return Sides(factions, (_BY_NAME,) if unknown else ())


def _seconds(row: Row, side: str, cites: Cites, known: Known) -> list[tuple[str, Entry]]:
    """Return the states that stand beside a side."""
    return [
        (f"with side {side}", faction_of(state, cites, number, "government"))
        for state, number in known.states(row, side)
    ]
