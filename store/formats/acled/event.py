"""The event of a row: what, when, where, who, how many dead, according to whom."""

from functools import lru_cache
from typing import Any

from store.formats.acled.actors import sides
from store.formats.acled.columns import NAMESPACE, as_today
from store.formats.acled.dataset import DATASET, cited
from store.formats.acled.dating import dating
from store.formats.acled.places import whereabouts
from store.formats.found import Entry
from store.formats.identity import mark, readable
from store.formats.tables.cells import ABSENT, count, name, shortened, words
from store.formats.tables.reading import Reading

_ANOTHER_YEAR = "year is not that of event_date"


def event(row: dict[str, str]) -> Reading:
    """Return what a row says; the row itself becomes the event's `external`. Raises BadCell."""
    cells = as_today(row)
    number = name(cells, "event_id_cnty")
    who, where, when = sides(cells), whereabouts(cells), dating(cells)
    outlets = _outlets(cells.get("source", ""))
    kind, finer = name(cells, "event_type"), words(cells, "sub_event_type")
    document: dict[str, Any] = {
        "id": f"acled-{_own_id(number)}",
        "citations": [cited(number), *({"source": outlet.ref} for outlet in outlets)],
        "external": {NAMESPACE: row},
        "title": f"{where.name}: {finer or kind}, {who.title}",
        "event_kind": finer or kind,
        "codes": {"acled": f"{kind}: {finer}" if finer else kind},
        "when": {"edtf": when.edtf},
        "location": where.chain[0].ref,
        "where_precision": where.precision,
        "participants": who.participants,
    }
    notes = cells.get("notes", "").strip()
    if notes not in ABSENT:
        document["summary"] = notes
    dead = count(cells, "fatalities")
    if dead is not None:
        document["deaths"] = {"low": dead, "best": dead, "high": dead}
    cautions = () if when.fits else (_ANOTHER_YEAR,)
    return Reading(Entry("event", document), (DATASET, *who.factions, *where.chain, *outlets), cautions)


def _own_id(number: str) -> str:
    """Return ACLED's id (`LBY1234`) as an id of ours, marked where the two are not one to one."""
    own_id = readable(number)
    return own_id if own_id == number.lower() else f"{own_id}-{mark(number)}"


@lru_cache(maxsize=4_096)
def _outlets(cell: str) -> tuple[Entry, ...]:
    """Return the sources that a cell lists, each once."""
    names = dict.fromkeys(found for found in map(shortened, cell.split(";")) if found not in ABSENT)
    return tuple(
        Entry("source", {"id": f"acled-source-{readable(found)}-{mark(found)}", "title": found}) for found in names
    )
