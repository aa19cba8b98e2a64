"""Which objects cite a report: STIX wants a report to list them, and the reports come last."""

from uuid import UUID

from store.documents import Document
from store.formats.handed import Handed
from store.refs import Ref

_LENGTH = 17


class Citing:
    """The ids of what cites each source, in a few bytes each: a report's list is the one thing that a stream must keep.

    What cites a data set is not kept: its rows are hundreds of thousands, and each names it.
    """

    def __init__(self, handed: Handed) -> None:
        self._handed = handed
        self._types: list[str] = []
        self._ids: dict[Ref, bytearray] = {}

    def add(self, document: Document, id_: str) -> None:
        """Note the sources that a record cites; the id is that of the object that stands for it."""
        type_, _, number = id_.partition("--")
        if type_ not in self._types:
            self._types.append(type_)
        piece = bytes([self._types.index(type_)]) + UUID(number).bytes
        for source in {citation["source"] for citation in document.get("citations", [])}:
            if (self._handed.named(source) or {}).get("source_kind") != "dataset":
                self._ids.setdefault(source, bytearray()).extend(piece)

    def of(self, source: Ref) -> list[str]:
        """Return the ids of the objects that cite a source, in their order."""
        kept = bytes(self._ids.get(source, b""))
        pieces = (kept[start : start + _LENGTH] for start in range(0, len(kept), _LENGTH))
        return [f"{self._types[piece[0]]}--{UUID(bytes=piece[1:])}" for piece in pieces]
