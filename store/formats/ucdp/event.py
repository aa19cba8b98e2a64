"""The event of a row: what, when, where, who, how many dead, according to whom."""

from store.formats.found import Entry
from store.formats.tables.cells import whole
from store.formats.tables.reading import Reading
from store.formats.ucdp.columns import NAMESPACE
from store.formats.ucdp.dataset import DATASET, cited
from store.formats.ucdp.dating import Dating, dating
from store.formats.ucdp.places import whereabouts
from store.formats.ucdp.reports import reports
from store.formats.ucdp.sides import encounter
from store.formats.ucdp.toll import Toll, toll

_OUT_OF_ORDER = "low, best and high deaths are not in that order"
_CHECKED = ("", "Clear", "clear")
_DOES_NOT_FIT = "date_prec does not fit the days from date_start to date_end"


def event(row: dict[str, str]) -> Reading:
    """Return what a row says; the row itself becomes the event's `external`. Raises BadCell."""
    number = whole(row, "id")
    who, where, when, dead = encounter(row), whereabouts(row), dating(row), toll(row)
    sources = reports(row, when.year)
    document = {
        "id": f"ucdp-{number}",
        "citations": [cited(f"id {number}"), *[{"source": source.ref} for source in sources]],
        "external": {NAMESPACE: row},
        "title": f"{where.name}: {who.title}",
        "event_kind": who.kind,
        "codes": {"ucdp": who.code},
        "when": {"edtf": when.edtf},
        "location": where.chain[0].ref,
        "where_precision": where.precision,
        "participants": who.participants,
        "clarity": when.clarity,
        "part_of": who.conflict,
    }
    if dead.deaths:
        document["deaths"] = dead.deaths
    if row.get("code_status", "") not in _CHECKED:
        document["status"] = "draft"
    return Reading(Entry("event", document), (DATASET, *who.entries, *where.chain, *sources), _cautions(dead, when))


def _cautions(dead: Toll, when: Dating) -> tuple[str, ...]:
    if dead.in_order and when.fits:
        return ()
    told = ((_OUT_OF_ORDER, not dead.in_order), (_DOES_NOT_FIT, not when.fits))
    return tuple(what for what, is_so in told if is_so)
