"""The questions that are asked of a situation, and answered from its index in slices of light rows.

Records and the file of record are loaded when a full record is asked for: a first screen does not wait for them.
"""
# ruff: noqa: A002 - to filter is what the key, the pane and its users call it

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from store.find import NotNamed, Query, parse_query
from store.index.cache import told
from store.index.called import title_then
from store.index.changes import Between, change_headings, changes
from store.index.citing import citations
from store.index.conflicting import conflict_rows
from store.index.counting import Stats, counts, stats
from store.index.describing import describe, describe_narrowing
from store.index.disputes import accounts, disputes
from store.index.documents import document, documents_of_kind
from store.index.extent import span
from store.index.frequencies import Frequencies, frequencies
from store.index.headings import headings
from store.index.histogram import Unit, density, histogram
from store.index.holding import holdings
from store.index.index import Index
from store.index.listing import Listing, Sort
from store.index.lookup import NOBODY, beginning_with, known_node_of, unknown
from store.index.mapping import Places, places
from store.index.naming import called, nearest_name
from store.index.profiles.profile import profile
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
    Profile,
    QuoteRow,
    Slice,
    TieRow,
    TimelineRow,
)
from store.when import Day

if TYPE_CHECKING:
    from store.index.news import Gleaning
    from store.records import Record


class Questions:
    """What is asked of one store. Rows are those of `store.rows`; positions count from 0."""

    def __init__(self, path: Path, index: Index) -> None:
        self.path = path
        self.views: Mapping[str, str] = {}
        """Queries by name, which `view:NAME` stands for; whoever keeps them sets this."""
        self._index = index

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

    def places(self, lens: Lens = EVERYTHING, *, count: int = 500) -> Places:
        """Return the places of the map, those with most of the lens in them first.

        Of very many statements the newest are asked where they lie; then `newest` says how many.
        """
        return places(self._index, lens, count)

    def quotes(self, lens: Lens = EVERYTHING, *, start: int = 0, count: int = 50) -> Slice[QuoteRow]:
        """Return what was said by or about what the lens is about, newest first."""
        return quotes(self._index, lens, start=start, count=count)

    def citations(self, ref: Ref, lens: Lens = EVERYTHING) -> tuple[CitationRow, ...]:
        """Return the sources that a record rests on, of those that were known by a lens's day. Raises UnknownRecord."""
        self._node(ref)
        return citations(self._index, ref, lens)

    def conflicts(self, lens: Lens = EVERYTHING, *, start: int = 0, count: int = 50) -> Slice[ConflictRow]:
        """Return the accounts that cannot both hold, where the lens leaves either of them."""
        return conflict_rows(self._index, lens, start, count)

    def disputes(self, lens: Lens = EVERYTHING, *, start: int = 0, count: int = 50) -> Slice[DisputeRow]:
        """Return the facts on which accounts disagree, where the lens leaves one of these."""
        return disputes(self._index, lens, start, count)

    def accounts(self, about: Ref, why: str, lens: Lens = EVERYTHING) -> tuple[AccountRow, ...]:
        """Return what each source tells of a disputed fact, as a DisputeRow names it; preferred, then newest first.

        They are those that there were on the days that the lens looks from, and names are as on them.
        """
        return accounts(self._index, about, why, lens)

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

    def giving_way(self, waits: Callable[[], bool]) -> AbstractContextManager[None]:
        """Give up what is asked within a block once something else waits: then it raises GaveWay."""
        return self._index.database.giving_way(waits)

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
        """Return a lens in words, "Islamic State in Libya · since May 2016 · as of 18 August 2016"; nothing for all."""
        return describe(self._index, lens)

    def describe_narrowing(self, lens: Lens) -> str:
        """Return the same without the days that are looked from, on which records are called as they were then."""
        return describe_narrowing(self._index, lens)

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
