"""A record that is handed on field by field: what nobody has taken in the end is what the format could not hold."""

from collections.abc import Iterator
from typing import Any

from store.documents import Document
from store.formats.dated import Dated, dated
from store.formats.handed import ALL_OF_IT, Handed, Losses
from store.refs import KINDS, Kind, Ref, make


class Taken:
    """A record on its way out."""

    def __init__(self, kind: Kind, document: Document, losses: Losses) -> None:
        self.kind = kind
        self.document = document
        self._losses = losses
        self._left = set(document) - {"id"}

    @property
    def ref(self) -> Ref:
        """How other records name it."""
        return make(self.kind, self.document["id"])

    def take(self, field: str, default: Any = "") -> Any:  # noqa: ANN401  (any JSON)
        """Return a field, which is handed on with this."""
        self._left.discard(field)
        return self.document.get(field, default)

    def when(self, field: str, rounded: str) -> Dated | None:
        """Return a time, which is handed on with this; if two days cannot say it, the loss is noted as `rounded`."""
        found = dated(self.take(field, None))
        if field in self.document and not (found and found.exact and found.of_calendar):
            self.lose(field, rounded)
        return found

    def lose(self, field: str, why: str) -> None:
        """Note that a field, or a part of one as in `names.language`, is not handed on as it is; if there is one."""
        self._left.discard(field)
        if field.partition(".")[0] in self.document:
            self._losses.note(self.kind, field, why)

    def lose_parts(self, field: str, parts: tuple[str, ...], why: str) -> None:
        """Note the parts of a list's elements, or of a table, that are not handed on, each once."""
        value = self.document.get(field, [])
        elements = value if isinstance(value, list) else [value]
        for part in parts:
            if any(element.get(part) is not None for element in elements):
                self.lose(f"{field}.{part}", why)

    def lose_rest(self, why: str) -> None:
        """Note all that has not been taken."""
        for field in sorted(self._left):
            self._losses.note(self.kind, field, why)
        self._left.clear()

    def lose_all(self, why: str) -> None:
        """Note that the record is not handed on."""
        self._losses.note(self.kind, ALL_OF_IT, why)
        self._left.clear()


def each(handed: Handed, losses: Losses, *kinds: Kind) -> Iterator[Taken]:
    """Yield every record that is handed on, or every one of these kinds, kind by kind."""
    for kind in kinds or KINDS:
        for document in handed.of(kind):
            yield Taken(kind, document, losses)
