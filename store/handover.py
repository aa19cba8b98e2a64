"""A situation as what is handed on: all of it or what a lens shows, read from the index as it is asked for."""

from collections.abc import Iterable, Iterator, Mapping

from store.documents import Document
from store.excerpt import excerpt
from store.formats.handed import Handed
from store.lens import Lens
from store.refs import KINDS, TABLES, Kind, Ref
from store.situation import Situation


class _Table:
    """The documents of a kind, read anew whenever somebody goes through them."""

    def __init__(self, situation: Situation, kind: Kind) -> None:
        self._situation = situation
        self._kind = kind

    def __iter__(self) -> Iterator[Document]:
        return self._situation.documents(self._kind)


def handed(situation: Situation, lens: Lens) -> Handed:
    """Return what the lens shows and what that names, or all where the lens narrows nothing."""
    if lens.empty:
        return _handed(situation, {kind: _Table(situation, kind) for kind in KINDS})
    part = _handed(situation, excerpt(situation, lens))._replace(scope=situation.describe(lens))
    if lens.day is None:
        return part
    return part._replace(called=lambda ref: situation.title_of(ref, lens))


def _handed(situation: Situation, shown: Mapping[Kind, Iterable[Document]]) -> Handed:
    def named(ref: Ref) -> Document | None:
        return situation.document(ref) if situation.has(ref) else None

    return Handed(situation.header, {TABLES[kind]: documents for kind, documents in shown.items()}, named)
