"""The properties of an entity: lists of texts, in no order where a program put them together of statements."""

import re
from collections.abc import Mapping
from typing import Any

from store.formats.kept import cell
from store.formats.plain_values import date_in, is_edtf, line, text

_DATE = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ].*)?")
_SEVERAL = "has several of {}: the first is taken"


def in_order(entity: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entity with its properties; those that come of statements are put in order.

    They come as the sets of a program, in another order in every release. Such an entity is known by its `caption`: the
    one of its names that is shown, which comes first.
    """
    own = dict(entity) | {"properties": _given(entity)}
    caption = own.get("caption")
    if not isinstance(caption, str):
        return own
    given = {name: _sorted(value, caption) for name, value in own["properties"].items()}
    return {name: _sorted(value) for name, value in own.items()} | {"properties": given}


def _sorted(value: object, first: str = "") -> object:
    if not isinstance(value, list) or len(value) < 2:  # as nearly all are
        return value
    return sorted(value, key=lambda one: (one != first, cell(one)))


def _given(entity: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the properties of an entity, which may come as statements on it."""
    given, statements = entity.get("properties"), entity.get("statements")
    if isinstance(given, dict) or not isinstance(statements, list):
        return given if isinstance(given, dict) else {}
    told: dict[str, list[Any]] = {}
    for one in statements:
        if isinstance(one, dict) and isinstance(one.get("prop"), str):
            told.setdefault(one["prop"], []).append(one.get("value"))
    return told


class Properties:
    """The properties of an entity, read as what is asked for. `cautions` are what is odd about those."""

    def __init__(self, entity: Mapping[str, Any]) -> None:
        self.given = _given(entity)
        self.cautions: list[str] = []

    @property
    def called(self) -> str:
        """What the entity is called; nothing for one without a name."""
        return self.first("name", "title", "full", "city", "alias")

    def all(self, *properties: str) -> list[str]:
        """Return the texts of these properties in turn."""
        held = (self.given.get(name) for name in properties)
        every = (value for one in held for value in (one if isinstance(one, list) else [one]))
        return [f"{value}" for value in every if isinstance(value, str | int | float) and not isinstance(value, bool)]

    def first(self, *properties: str) -> str:
        """Return the first text on one line; nothing where there is none."""
        return next(filter(None, map(line, self.all(*properties))), "")

    def one(self, name: str) -> str:
        """Return the one text of a property that a record has room for."""
        told = dict.fromkeys(filter(None, map(line, self.all(name))))
        if len(told) > 1:
            self.cautions.append(_SEVERAL.format(name))
        return next(iter(told), "")

    def words(self, *properties: str) -> str:
        """Return the texts below each other."""
        return "\n\n".join(filter(None, map(text, self.all(*properties))))

    def time(self, first: str, last: str = "", whole: str = "") -> dict[str, str] | None:
        """Return the time from one property to another, which may be days, months or years; or the one it is whole."""
        start, stop = self._date(first), self._date(last) if last else ""
        if whole and not start and not stop:
            start = stop = self._date(whole)
        if not last:
            stop = start
        if not start and not stop:
            return None
        edtf = start if start == stop else f"{start}/{stop}"
        if is_edtf(edtf):
            return {"edtf": edtf}
        self.cautions.append(f"{last} is before {first}, and both are left out")
        return None

    def _date(self, name: str) -> str:
        told = self.one(name)
        date = date_in(told, _DATE)
        if told and not date:
            self.cautions.append(f"{name} is no date of the model, and is left out")
        return date
