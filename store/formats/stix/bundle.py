"""What every STIX object has, and the objects that belong to no record."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

from store.formats.dated import Dated, iso_day
from store.formats.handed import Handed
from store.formats.stix.citing import Citing
from store.formats.stix.identity import EXTENSION, SYSTEM
from store.formats.stix.references import references
from store.formats.taken import Taken

Object: TypeAlias = dict[str, Any]

# TLP 1: what the specification calls each, and the UUID of its marking-definition.
_TLP: Final = {
    "clear": ("white", "613f2e26-407d-48c7-9eca-b8e91df99dc9"),
    "green": ("green", "34098fce-860f-48ae-8e50-ebd3cc5e41da"),
    "amber": ("amber", "f88d31f6-486f-44da-b317-01333bde0b82"),
    "red": ("red", "5e57c739-391a-4eb3-b6be-7d15ca92d5ed"),
}
KEPT = "only in the extension, which other programs pass over"
BOUNDS = "its first and last moment; the rest is in the extension"

_NEVER = "1970-01-01T00:00:00.000Z"
_STRICT = "STIX has no amber+strict: it is marked TLP:AMBER"


class Makes:
    """Makes STIX objects of one record: with its dates, its marking, its citations, and itself in the extension."""

    def __init__(self, taken: Taken, handed: Handed, citing: Citing) -> None:
        self.taken = taken
        self.handed = handed
        self.citing = citing
        document = taken.document
        self.created = _moment(taken.take("created") or handed.about.get("created") or "")
        self._modified = max(self.created, _moment(taken.take("modified")))
        self.marking = _marked(taken)
        self._references = references(taken, handed, KEPT)
        self._labels = [*taken.take("tags", []), *_doubt(taken)]
        self._lang = document.get("language") or (document.get("names") or [{}])[0].get("language", "")

    def object(
        self,
        type_: str,
        id_: str,
        *,
        own_references: Sequence[Object] = (),
        **properties: Any,  # noqa: ANN401  (any JSON)
    ) -> Object:
        """Return the object that stands for the record itself; a source has references to itself."""
        whole = {"ref": self.taken.ref, "record": self.taken.document, "extension_type": "property-extension"}
        marks = {
            "revoked": self.taken.document.get("status") == "rejected" or None,
            "labels": self._labels,
            "lang": self._lang,
            "external_references": [*own_references, *self._references],
        }
        return self._dated(type_, id_, **(properties | marks)) | {"extensions": {EXTENSION: whole}}

    def part(self, type_: str, id_: str, **properties: Any) -> Object:  # noqa: ANN401
        """Return an object that says a part of the record, such as where it is; it is known by its maker."""
        return self._dated(type_, id_, created_by_ref=SYSTEM, **properties)

    def _dated(self, type_: str, id_: str, **properties: Any) -> Object:  # noqa: ANN401
        """Return an object with its dates and its marking. What is empty is left out."""
        dates = {"created": self.created, "modified": self._modified}
        head = {"type": type_, "spec_version": "2.1", "id": id_} | dates
        marked = {"object_marking_refs": [tlp_id(self.marking)] if self.marking else []}
        return head | {name: value for name, value in (properties | marked).items() if value not in ("", None, [])}


def moments(time: Dated | None) -> dict[str, str]:
    """Return the first and the last moment of a time, in UTC; STIX wants the last to be later, so a day has an end."""
    first, last = (iso_day(day) for day in (time.first, time.last)) if time else ("", "")
    start = {"start_time": f"{first}T00:00:00.000Z"} if first else {}
    return start | ({"stop_time": f"{last}T23:59:59.999Z"} if last else {})


def of_situation(handed: Handed, type_: str, id_: str, **properties: Any) -> Object:  # noqa: ANN401
    """Return an object that belongs to no record; it dates from the beginning of the situation."""
    began = _moment(handed.about.get("created") or "")
    return {"type": type_, "spec_version": "2.1", "id": id_, "created": began, "modified": began} | properties


def frame(handed: Handed) -> list[Object]:
    """Return who made the bundle, and what its extension is."""
    extension = {
        "created_by_ref": SYSTEM,
        "name": "sitroom record",
        "description": "The record as sitroom has it: `ref` is how others name it, `record` all of its fields.",
        "schema": "docs/store.md of sitroom, which has the fields of every kind of record",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
    return [
        of_situation(handed, "identity", SYSTEM, name="sitroom", identity_class="system"),
        of_situation(handed, "extension-definition", EXTENSION, **extension),
    ]


def tlp_id(marking: str) -> str:
    """Return the id of a marking, which the specification fixes."""
    return f"marking-definition--{_TLP[marking][1]}"


def tlp(marking: str) -> Object:
    """Return the definition of a marking, as the specification has it to the letter."""
    name = _TLP[marking][0]
    return {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": tlp_id(marking),
        "created": "2017-01-20T00:00:00.000Z",
        "definition_type": "tlp",
        "name": f"TLP:{name.upper()}",
        "definition": {"tlp": name},
    }


def _marked(taken: Taken) -> str:
    marking: str = taken.take("marking")
    if marking == "amber+strict":
        taken.lose("marking", _STRICT)
    return marking.partition("+")[0]


def _doubt(taken: Taken) -> list[str]:
    status = taken.take("status")
    return [status] if status in ("draft", "disputed") else []


def _moment(text: str) -> str:
    """Return a moment as STIX writes it; the store has them in ISO 8601, in UTC or with an offset."""
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return _NEVER
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
