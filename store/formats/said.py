"""What rows say of records, so that what a record says beyond them can be told."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from store.documents import Document
from store.formats.found import Entry
from store.refs import Ref


class Said:
    """Statements by record and field. A list says each of its elements; of a name, what kind it is does not count."""

    def __init__(self) -> None:
        self._said: dict[Ref, dict[str, set[str]]] = {}
        self._last: dict[Ref, Document] = {}

    def __contains__(self, ref: Ref) -> bool:
        return ref in self._said

    def add(self, entry: Entry) -> None:
        """Add what an entry says. Formats repeat themselves, often with one and the same document."""
        if self._last.get(entry.ref) is entry.document:
            return
        self._last[entry.ref] = entry.document
        fields = self._said.setdefault(entry.ref, {})
        for field, value in entry.document.items():
            fields.setdefault(field, set()).update(_statements(value))

    def unsaid(self, ref: Ref, document: Document) -> Iterator[str]:
        """Yield the fields in which the document differs from what has been said of it, to either side."""
        said = self._said.get(ref, {})
        for field, value in document.items():
            if field != "id" and not said.get(field, set()).issuperset(_statements(value)):
                yield field
        yield from (field for field in said if field not in document)


def _statements(value: object) -> Iterable[str]:
    return map(_written, value) if isinstance(value, list) else (_written(value),)


def _written(value: Any) -> str:  # noqa: ANN401  (any JSON)
    if isinstance(value, dict) and "text" in value:
        value = {part: told for part, told in value.items() if part != "kind"}
    return json.dumps(value, sort_keys=True)
