"""A situation: the one door to a store. Everything above asks here, and gets slices of light rows.

Answers come from the index. Records and the file of record are loaded when a full record is asked for, or a change
made: a first screen waits for neither.
"""
# ruff: noqa: A002 - to filter is what the key, the pane and its users call it

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from store.index.cache import open_index
from store.index.citing import citations
from store.index.counting import Stats, counts, stats
from store.index.documents import document, documents_of_kind
from store.index.extent import span
from store.index.histogram import Unit, histogram
from store.index.index import Index
from store.index.listing import Listing, Sort
from store.index.lookup import NOBODY, UnknownRecord, known_node_of, title_of, unknown
from store.index.mapping import places
from store.index.profiles.profile import profile
from store.index.quotes import quotes
from store.index.reading import Document
from store.index.timeline import timeline, timeline_position
from store.lens import EVERYTHING, Lens
from store.refs import Kind, Ref
from store.rows import Bucket, CitationRow, IndexRow, PlaceRow, Profile, QuoteRow, Slice, TimelineRow
from store.when import Day

if TYPE_CHECKING:
    from store.records import Record

__all__ = ["Situation", "Stats", "UnknownRecord"]

Progress = Callable[[int, int], None]
Listener = Callable[[frozenset[Ref]], None]


class Situation:
    """One store, opened. Rows are those of `store.rows`; positions count from 0."""

    def __init__(self, path: Path, index: Index, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._index = index
        self._listeners: list[Listener] = []

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, progress: Progress | None = None) -> Self:
        """Open the store in a file, and index it if that has not been done.

        `progress` is told how many records are indexed, of how many; it may raise to give up. Raises StoreError.
        """
        return cls(path, Index(open_index(path, progress or _untold)), read_only=read_only)

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    @property
    def title(self) -> str:
        """What the situation is called."""
        return str(self._index.database.value("SELECT value FROM about WHERE name = 'title'"))

    def counts(self, lens: Lens = EVERYTHING) -> dict[Kind, int]:
        """Return how many records of each kind the lens leaves."""
        return counts(self._index, lens)

    def index(
        self,
        kind: Kind,
        lens: Lens = EVERYTHING,
        *,
        filter: str = "",
        sort: Sort = "name",
        start: int = 0,
        count: int = 50,
    ) -> Slice[IndexRow]:
        """Return records of a kind: by name, most named first, or newest first; `filter` has words of their names."""
        return Listing(self._index, kind, lens, filter, sort).slice(start, count)

    def index_position(
        self,
        kind: Kind,
        ref: Ref,
        lens: Lens = EVERYTHING,
        *,
        filter: str = "",
        sort: Sort = "name",
    ) -> int | None:
        """Return where a record stands in that list; None if it does not."""
        return Listing(self._index, kind, lens, filter, sort).position(ref)

    def profile(self, ref: Ref, lens: Lens = EVERYTHING) -> Profile:
        """Return a record laid out to be read, on the lens's day. Raises UnknownRecord."""
        return profile(self._index, self._node(ref), lens)

    def timeline(
        self, lens: Lens = EVERYTHING, *, newest_first: bool = True, start: int = 0, count: int = 50
    ) -> Slice[TimelineRow]:
        """Return what has a time. Equal times stand by title; the undated stands at the end either way."""
        return timeline(self._index, lens, newest_first=newest_first, start=start, count=count)

    def timeline_position(self, ref: Ref, lens: Lens = EVERYTHING, *, newest_first: bool = True) -> int | None:
        """Return where a record stands in the timeline; None if it does not."""
        return timeline_position(self._index, ref, lens, newest_first=newest_first)

    def histogram(self, lens: Lens = EVERYTHING, unit: Unit | None = None) -> tuple[Bucket, ...]:
        """Return how many things began when; without a unit the finest that makes no more than 60 buckets."""
        return histogram(self._index, lens, unit)

    def places(self, lens: Lens = EVERYTHING, *, count: int = 500) -> tuple[PlaceRow, ...]:
        """Return the places of the map, those with most of the lens in them first."""
        return places(self._index, lens, count)

    def quotes(self, lens: Lens = EVERYTHING, *, start: int = 0, count: int = 50) -> Slice[QuoteRow]:
        """Return what was said by or about what the lens is about, newest first."""
        return quotes(self._index, lens, start=start, count=count)

    def citations(self, ref: Ref) -> tuple[CitationRow, ...]:
        """Return the sources that a record rests on. Raises UnknownRecord."""
        self._node(ref)
        return citations(self._index, ref)

    def title_of(self, ref: Ref) -> str:
        """Return what a record is called; the ref itself if there is no such record."""
        return title_of(self._index.database, ref)

    def span(self) -> tuple[Day | None, Day | None]:
        """Return the first and the last day of all that has a date."""
        return span(self._index.database)

    def stats(self) -> Stats:
        """Return the situation in numbers."""
        return stats(self._index, self.path.stat().st_size)

    def record(self, ref: Ref) -> "Record":
        """Return a full record. Raises UnknownRecord and InvalidRecord."""
        from store.records import read

        node = self._node(ref)
        return read(ref.partition(":")[0], document(self._index.database, node))  # type: ignore[arg-type]

    def documents(self, kind: Kind) -> Iterator[Document]:
        """Yield the documents of a kind as the file holds them, in the order of their ids."""
        return documents_of_kind(self._index.database, kind)

    def _node(self, ref: Ref) -> int:
        node = known_node_of(self._index.database, ref)
        if node == NOBODY:
            raise unknown(self._index.database, ref, self.path)
        return node


def _untold(done: int, total: int) -> None:
    """Tell nobody."""
