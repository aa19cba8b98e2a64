"""Counts and numbers the records before any is written: by their time, and by their titles."""

import itertools
from array import array
from collections.abc import Container, Iterator

import orjson

from store.index.entries import Entry
from store.index.filing import Head
from store.index.numbering import Numbers
from store.index.schema import GAP, UNDATED
from store.index.spool import Seconds, Spool
from store.index.taking import Taken, own_of, texts_of
from store.index.titles import title
from store.index.within import Within
from store.refs import KINDS, Kind, Ref, make
from store.text import fold, one_line

KIND_NAMED: dict[str, Kind] = {str(kind): kind for kind in KINDS}


class Twice(Exception):
    """A table of the file has two documents of one id."""


class Census:
    """Every record of a store: counted first, then numbered, then given out one by one in the order of the numbers."""

    def __init__(self, spool: Spool) -> None:
        self.places: dict[Ref, int] = {}
        """Every record's place in the order of counting; once they are given out, of those alone that are named."""
        self.tags: dict[str, int] = {}
        """The targets that stand for tags, as far as they have been asked for."""
        self.missing: dict[Ref, int] = {}
        """The nodes of refs that are named and not there, as far as they have been asked for."""
        self.within: dict[Ref, Ref] = {}
        """What each place itself says that it lies within."""
        self._spool = spool
        self._on_piles: tuple[list[Ref], list[Ref]] = ([""], [""])
        self._refs: list[Ref] = []
        self._titles: list[bytes] = []
        self._claims: dict[int, str] = {}
        self._called: dict[Ref, str] = {}
        self._spans: dict[tuple[int, int], int] = {}
        self._span_of = array("q")
        self._ranks = array("q")
        self._nodes = array("q")
        self._in_time = array("q")
        self._unclean: dict[Ref, int] = {}
        self._others: list[Ref] = []

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._refs)

    def count(self, taken: Taken, without: Container[str] = ()) -> None:
        """Take documents into the count, but for those with some ids. Raises Twice."""
        if without:
            taken = taken.without(without)
        self._spool.add(taken.pile, taken.begins, taken.middles, taken.lengths)
        self._on_piles[taken.pile].extend(taken.refs)
        begin, places = len(self._refs), self.places
        for place, own in enumerate(taken.names, begin):
            made = make(taken.kind, own)
            if made in places or one_line(own) != own:  # hardly ever
                made = self._named(taken.kind, own, place)
            places[made] = place
            self._refs.append(made)
        self._titles += taken.titles
        spans = self._spans
        self._span_of.extend(
            [spans.setdefault(span, len(spans)) for span in zip(taken.earliest, taken.latest, strict=True)]
        )
        if taken.kind == "claim":
            self._claims.update(dict.fromkeys(range(begin, len(self._refs)), ""))
        self.within.update(zip(self._refs[begin:], taken.within, strict=False))

    def number(self) -> None:
        """Give every record its node, by its time, and its rank, by its title. Equal ones go by their refs."""
        self._call_claims()
        by_title = self._by_title()
        self._ranks = array("q", bytes(8 * len(by_title)))
        for order, place in enumerate(by_title, 1):
            self._ranks[place] = order * GAP
        # Few spans are different: small numbers in their order are sorted several times as fast as they themselves.
        order_of = {number: order for order, (_, number) in enumerate(sorted(self._spans.items(), key=_in_time))}
        orders = [order_of[number] for number in self._span_of]
        self._in_time = array("q", sorted(by_title, key=orders.__getitem__))
        self._nodes = array("q", bytes(8 * len(by_title)))
        for node, place in enumerate(self._in_time, 1):
            self._nodes[place] = node

    def records(self) -> Iterator[tuple[Head, Entry[int], Numbers[int]]]:
        """Yield the records by their nodes, from 1 on: what each document says, and the nodes of what it names."""
        asked = set[Ref]().union(*self._on_piles)
        self.places = {ref: place for ref, place in self.places.items() if ref in asked}
        within = Within(lambda place: self.within.get(place, ""))
        numbers = tuple(self._numbers(named, within) for named in self._on_piles)
        for node, place in enumerate(self._in_time, 1):
            pile, text = self._spool.first(place)
            made = own_of(text)
            named, _, name = self._refs[place].partition(":")
            kind = KIND_NAMED[named]
            called = self._claims[place] if kind == "claim" else made.title or name
            yield Head(node, self._ranks[place], kind, name, called), made, numbers[pile]

    def texts(self) -> Seconds:
        """Return what is kept of the texts of records, by their nodes."""
        return self._spool.seconds(self._in_time)

    def renamed(self) -> dict[int, str]:
        """Return the ids of nodes that are not those in their documents, which others have."""
        return {self._nodes[self.places[made]]: made.partition(":")[2] for made in self._others}

    def _by_title(self) -> list[int]:
        """Return the places in the order of titles, which are needed no longer."""
        keys, self._titles = self._titles, []
        for place, made in enumerate(self._refs):  # one by one: they take much room
            keys[place] = b"%b\0%b" % (keys[place] or fold(made.partition(":")[2]).encode(), made.encode())
        return sorted(range(len(keys)), key=keys.__getitem__)

    def _named(self, kind: Kind, own: str, place: int) -> Ref:
        """Return the ref of a record, which is its own and free of what no terminal should see. Raises Twice."""
        name = one_line(own)
        made = make(kind, name)
        if made in self.places:
            if name == own and made not in self._unclean:
                raise Twice
            other = self._other(made)
            if name != own:
                made = other
            else:  # whoever is really called so is to be found so
                moved = self._unclean.pop(made)
                self._refs[moved] = other
                self.places[other] = moved
                self.within[other] = self.within.pop(made, "")
        if name != own:
            self._unclean[made] = place
        return made

    def _other(self, taken: Ref) -> Ref:
        """Return a ref for a record whose id, cleaned, is that of another."""
        other = next(free for number in itertools.count(2) if (free := f"{taken}~{number}") not in self.places)
        self._others.append(other)
        return other

    def _call_claims(self) -> None:
        """Find the titles of claims, which may be made of others' titles."""
        for place, kept in zip(self._claims, self._spool.seconds(self._claims), strict=True):
            _, text = texts_of(kept)
            made = title("claim", orjson.loads(text), self._title_of) or self._refs[place].partition(":")[2]
            self._claims[place] = made
            self._titles[place] = fold(made).encode()
        self._called.clear()

    def _title_of(self, named: Ref) -> str:
        place = self.places.get(named)
        if place is None:
            return named
        if place in self._claims:
            return self._claims[place] or named
        if named not in self._called:
            self._called[named] = own_of(self._spool.first(place)[1]).title or named.partition(":")[2]
        return self._called[named]

    def _numbers(self, named: list[Ref], within: Within) -> Numbers[int]:
        """Return the nodes by the numbers that refs have on a pile."""
        return Numbers(
            lambda number: self._node_of(named[number]),
            lambda number: tuple(map(self._node_of, within.chain(named[number]))),
            self.tags,
        )

    def _node_of(self, named: Ref) -> int:
        """Return the node of a ref. One that is not there gets the next number when it is asked for."""
        place = self.places.get(named)
        if place is None:
            return self.missing.setdefault(named, len(self) + len(self.missing) + 1)
        return self._nodes[place]


def _in_time(numbered: tuple[tuple[int, int], int]) -> tuple[bool, int, int]:
    """Return a key for spans; what has no date comes first, since find reads backwards."""
    (earliest, latest), _ = numbered
    return earliest != UNDATED, earliest, latest
