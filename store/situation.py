"""A situation: the one door to a store. Everything above asks here, and gets slices of light rows.

Answers come from the index. Records and the file of record are loaded when a full record is asked for, or a change
made: a first screen waits for neither.
"""
# ruff: noqa: A002 - to filter is what the key, the pane and its users call it

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from store.errors import StoreError
from store.file.fingerprint import fingerprint
from store.find import NotNamed, NotQuery, Query, parse_query
from store.index.cache import kept_index, open_index, told, written
from store.index.called import title_then
from store.index.changes import Between, change_headings, changes
from store.index.citing import citations
from store.index.conflicting import conflict_rows
from store.index.counting import Stats, counts, stats
from store.index.describing import describe
from store.index.disputes import accounts, disputes
from store.index.documents import document, documents_of_kind
from store.index.extent import span
from store.index.frequencies import Frequencies, frequencies
from store.index.headings import headings
from store.index.histogram import Unit, density, histogram
from store.index.holding import holdings
from store.index.index import Index
from store.index.listing import Listing, Sort
from store.index.lookup import NOBODY, UnknownRecord, beginning_with, known_node_of, unknown
from store.index.mapping import places
from store.index.naming import called, nearest_name
from store.index.profiles.profile import profile
from store.index.progress import Progress, untold
from store.index.quotes import quotes
from store.index.reading import Document
from store.index.searching import find
from store.index.timeline import timeline, timeline_position
from store.index.web import link, web
from store.lens import EVERYTHING, Lens
from store.refs import ACTOR_KINDS, Kind, Ref
from store.rows import (
    AccountRow,
    Bucket,
    ChangeRow,
    CitationRow,
    ConflictRow,
    DisputeRow,
    FoundRow,
    Heading,
    HoldRow,
    IndexRow,
    PlaceRow,
    Profile,
    QuoteRow,
    Slice,
    TieRow,
    TimelineRow,
)
from store.when import Day

if TYPE_CHECKING:
    from store.editing import Editor
    from store.index.growth import Growth
    from store.index.news import Gleaning
    from store.records import Record

__all__ = ["Frequencies", "Growing", "NotQuery", "Situation", "Stats", "UnknownRecord"]

_A_MOMENT = 1_000_000
"""Bytes of the largest store that is indexed in a moment."""

Listener = Callable[[frozenset[Ref]], None]


class Growing(StoreError):
    """The store cannot be changed before all of it is indexed."""


class Situation:
    """One store, opened. Rows are those of `store.rows`; positions count from 0."""

    def __init__(self, path: Path, index: Index, *, read_only: bool, growing: "Growth | None" = None) -> None:
        self.path = path
        self.read_only = read_only
        self.growing = growing
        """How far the index has come; None if it is whole. Until then answers are of what the store begins with."""
        self.views: Mapping[str, str] = {}
        """Queries by name, which `view:NAME` stands for; whoever keeps them sets this."""
        self._index = index
        self._listeners: list[Listener] = []
        self._editor: Editor | None = None

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, progress: Progress | None = None, meanwhile: bool = False
    ) -> Self:
        """Open the store in a file, and index it if that has not been done.

        `progress` is told how many records are indexed, of how many; it may raise to give up. `meanwhile` does not wait
        for the index of a large store: another process makes it, answers are partial as long as there is `growing`, and
        `take_over` makes them whole. Raises StoreError.
        """
        kept = kept_index(path)
        if kept is None and meanwhile:
            from store.index.growth import begun

            beginning = begun(path)
            if beginning:
                return cls(path, Index(beginning[0]), read_only=read_only, growing=beginning[1])
        return cls(path, Index(kept or open_index(path, progress or untold)), read_only=read_only)

    @classmethod
    def at_hand(cls, path: Path) -> Self | None:
        """Open the store to read, if that takes but a moment; None where it is large and no index of it is kept.

        Raises StoreError.
        """
        kept = kept_index(path)
        if kept:
            return cls(path, Index(kept), read_only=True)
        return cls.open(path, read_only=True) if fingerprint(path).size <= _A_MOMENT else None

    @classmethod
    def create(cls, path: Path, title: str) -> Self:
        """Make an empty situation and open it. Raises StoreError, also when there is a file of this name."""
        from store.file.casefile import Casefile

        Casefile.create(path, title)
        return cls.open(path)

    def close(self) -> None:
        """Let go of the index, and stop its growing."""
        if self.growing:
            self.growing.cancel()
            self.growing.wait()
        self._index.close()

    def take_over(self) -> None:
        """Answer from the whole index, once its growth has ended well, and tell who has subscribed.

        Where the store has changed meanwhile it begins to grow again. Whoever asks the situation calls this, and in no
        other thread.
        """
        growth = self.growing
        if growth is None or not growth.ended or growth.problem:
            return
        whole = kept_index(self.path)
        if whole:
            self._index.close()
            self._index, self.growing = Index(whole), None
            self._tell(frozenset())
        elif fingerprint(self.path) != growth.began:
            self.growing = growth.again()
        else:
            growth.problem = "what has been indexed cannot be read"

    @property
    def is_behind(self) -> bool:
        """Whether somebody else has changed the file since it was indexed. Raises StoreError, for no file too."""
        return not self.growing and written(fingerprint(self.path)) != told(self._index.database, "state")

    def catch_up(self) -> None:
        """Answer from the file as it is now, and tell who has subscribed. Raises StoreError; it is as before then."""
        before, self._index = self._index, Index(open_index(self.path, untold))
        self._editor = None
        self._tell(frozenset())
        before.close()

    @property
    def title(self) -> str:
        """What the situation is called."""
        return told(self._index.database, "title")

    @property
    def header(self) -> Document:
        """What the file says of the situation as a whole: title, format, created, note."""
        found: Document = json.loads(told(self._index.database, "header"))
        return found

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

    def timeline_headings(self, lens: Lens = EVERYTHING, *, newest_first: bool = True) -> tuple[Heading, ...]:
        """Return the headings of the timeline in its order, each with the number of rows under it.

        They are years or, where much began, months and days.
        """
        return headings(self._index, lens, newest_first=newest_first)

    def timeline_position(self, ref: Ref, lens: Lens = EVERYTHING, *, newest_first: bool = True) -> int | None:
        """Return where a record stands in the timeline; None if it does not."""
        return timeline_position(self._index, ref, lens, newest_first=newest_first)

    def histogram(self, lens: Lens = EVERYTHING, unit: Unit | None = None) -> tuple[Bucket, ...]:
        """Return how many things began when; without a unit the finest that makes no more than 60 buckets."""
        return histogram(self._index, lens, unit)

    def density(self, lens: Lens = EVERYTHING) -> tuple[Bucket, ...]:
        """Return how many things began when in all the time that a lens lets through, whatever days it looks from."""
        return density(self._index, lens)

    def changes(
        self, after: Day, until: Day, lens: Lens = EVERYTHING, *, known: bool = False, start: int = 0, count: int = 50
    ) -> Slice[ChangeRow]:
        """Return what a lens leaves as of one of two days and not as of the other, and what came and went in between.

        With `known` it is what became known after the one day and by the other.
        """
        return changes(self._index, lens, Between(after, until, known), start, count)

    def change_headings(
        self, after: Day, until: Day, lens: Lens = EVERYTHING, *, known: bool = False
    ) -> tuple[Heading, ...]:
        """Return the headings of these changes in their order, each with the number of rows under it."""
        return change_headings(self._index, lens, Between(after, until, known))

    def frequencies(self, lens: Lens = EVERYTHING, *, count: int = 12) -> Frequencies:
        """Return how many statements of a lens there are of each kind, and name which actors and places most."""
        return frequencies(self._index, lens, count)

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

    def conflicts(self, lens: Lens = EVERYTHING, *, start: int = 0, count: int = 50) -> Slice[ConflictRow]:
        """Return the accounts that cannot both hold, where the lens leaves either of them."""
        return conflict_rows(self._index, lens, start, count)

    def disputes(self, lens: Lens = EVERYTHING, *, start: int = 0, count: int = 50) -> Slice[DisputeRow]:
        """Return the facts on which accounts disagree, where the lens leaves one of these."""
        return disputes(self._index, lens, start, count)

    def accounts(self, about: Ref, why: str) -> tuple[AccountRow, ...]:
        """Return what each source tells of a disputed fact, as a DisputeRow names it; preferred, then newest first."""
        return accounts(self._index, about, why)

    def holdings(self, ref: Ref, lens: Lens = EVERYTHING) -> tuple[HoldRow, ...]:
        """Return who held a place and when, or what an actor held. Raises UnknownRecord."""
        return holdings(self._index, self._node(ref), lens)

    def web(self, ref: Ref, lens: Lens = EVERYTHING) -> tuple[TieRow, ...]:
        """Return the ties of an actor, and under each those of its other end, on the lens's day.

        Nothing for what is no actor. Raises UnknownRecord.
        """
        return web(self._index, self._node(ref), lens)

    def link(self, one: Ref, other: Ref, lens: Lens = EVERYTHING) -> tuple[TieRow, ...]:
        """Return the shortest chain of ties between two actors; nothing where none is known. Raises UnknownRecord."""
        return link(self._index, self._node(one), self._node(other), lens)

    def find(self, query: str, *, lens: Lens = EVERYTHING, start: int = 0, count: int = 50) -> Slice[FoundRow]:
        """Return the records that answer a query within a lens, best first. Raises NotQuery.

        No more than 200 are ranked, and `total` counts no further.
        """
        return find(self._index, self.lens(query), lens, start, count)

    def gleaning(self, since: float) -> "Gleaning":
        """Return what looks for the records added and changed since a moment, in seconds since 1970 (UTC)."""
        from store.index.news import Gleaning

        return Gleaning(self._index, since)

    def lens(self, query: str) -> Lens:
        """Return the lens that a query asks for. Raises NotQuery, also for a name that nobody has."""
        asked = parse_query(query, self.span()[1], self.views)
        return Lens(
            about=tuple(dict.fromkeys((*asked.about, *self._named(asked)))),
            kinds=asked.kinds,
            statuses=asked.statuses,
            tags=asked.tags,
            words=asked.words,
            phrases=asked.phrases,
            without=asked.without,
            since=asked.since,
            until=asked.until,
            as_of=asked.as_of,
            known_by=asked.known_by,
            also=asked.also,
        )

    def describe(self, lens: Lens) -> str:
        """Return a lens in words, "Islamic State in Libya · since May 2016 · as of 2016-08-18"; nothing for all."""
        return describe(self._index.database, lens)

    def has(self, ref: Ref) -> bool:
        """Tell whether there is such a record; a ref may name one that is missing."""
        return known_node_of(self._index.database, ref) != NOBODY

    def title_of(self, ref: Ref, lens: Lens = EVERYTHING) -> str:
        """Return what a record is called on a lens's day; the ref itself if there is no such record."""
        return title_then(self._index, lens, ref)

    def refs(self, beginning: Ref, *, count: int = 50) -> tuple[tuple[Ref, str], ...]:
        """Return the records whose refs begin so (`faction:mis`), by ref, each with its title."""
        return beginning_with(self._index.database, beginning, count)

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

    def document(self, ref: Ref) -> Document:
        """Return a record as the file holds it, whether it is valid or not. Raises UnknownRecord."""
        return document(self._index.database, self._node(ref))

    def documents(self, kind: Kind) -> Iterator[Document]:
        """Yield the documents of a kind as the file holds them, in the order of their ids."""
        return documents_of_kind(self._index.database, kind)

    def change(self, put: Iterable["Record"], remove: Iterable[Ref] = ()) -> None:
        """Add or replace records, remove others, all in one durable write, and tell who has subscribed.

        Raises a StoreError, and nothing has changed then: Growing; ReadOnly; Conflict when the file is no longer what
        it was when it was opened; Locked; NotWritten. Unconfirmed alone tells of a change that has been made all the
        same.
        """
        from store.editing import Editor
        from store.file.errors import Unconfirmed
        from store.index.following import followed
        from store.records import write

        if self.growing:
            raise Growing(f"{self.path}: it is not all indexed yet, nothing was changed; wait until it is")
        documents: dict[Ref, Document | None] = dict.fromkeys(remove)
        documents.update({record.ref: write(record) for record in put})
        self._editor = self._editor or Editor(self.path, read_only=self.read_only)
        unconfirmed: Unconfirmed | None = None
        try:
            self._editor.make(documents, self._index.database)
        except Unconfirmed as error:
            unconfirmed = error
        self._index = followed(self._index, self.path, documents, self._editor.state, self._editor.digest)
        self._tell(frozenset(documents))
        if unconfirmed:
            raise unconfirmed

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have the refs of what changes told, none where anything may have; call what comes back to hear no more."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changed: frozenset[Ref]) -> None:
        for listener in tuple(self._listeners):
            listener(changed)

    def _node(self, ref: Ref) -> int:
        node = known_node_of(self._index.database, ref)
        if node == NOBODY:
            raise unknown(self._index.database, ref, self.path)
        return node

    def _named(self, asked: Query) -> Iterator[Ref]:
        """Yield the records that the names in a query stand for."""
        named: tuple[tuple[str, tuple[str, ...], tuple[Kind, ...]], ...] = (
            ("actor", asked.actors, ACTOR_KINDS),
            ("place", asked.places, ("location",)),
            ("source", asked.sources, ("source",)),
        )
        for noun, names, kinds in named:
            for name in names:
                found = called(self._index, name, kinds)
                if not found:
                    raise NotNamed(noun, name, nearest_name(self._index, name, kinds))
                yield from found
