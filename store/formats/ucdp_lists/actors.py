"""An actor of UCDP, with all of its names. Other lists and events name it by its id."""

from typing import Any

from store.formats.found import Entry
from store.formats.tables.cells import BadCell, whole, words
from store.formats.tables.reading import Reading
from store.formats.ucdp_lists.columns import ACTOR_SPACE
from store.formats.ucdp_lists.dataset import ACTORS

_ABSENT_NAME = "n/a"


def actor(row: dict[str, str]) -> Reading:
    """Return what a row says; the row itself becomes the faction's `external`. Raises BadCell."""
    number = whole(row, "actorid")
    names: dict[str, dict[str, Any]] = {}
    for column in ("namedata", "namefull", "nameorig", "nameorigfull", "nameformer"):
        text = words(row, column)
        if text and text.lower() != _ABSENT_NAME:
            kind = "former" if column == "nameformer" else "alias"
            names.setdefault(text, {"text": text, "kind": kind} if names else {"text": text})
    if not names:
        raise BadCell("namedata", "", "is empty")
    document: dict[str, Any] = {
        "id": f"ucdp-actor-{number}",
        "citations": [ACTORS.at(f"actor {number}")],
        "external": {ACTOR_SPACE: row},
        "names": list(names.values()),
    }
    if next(iter(names)).startswith("Government of "):
        document["faction_kind"] = "government"
    return Reading(Entry("faction", document), (ACTORS.dataset,))
