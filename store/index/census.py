"""Counts and numbers the records before any is written: by their time, and by their titles."""

import itertools
from array import array
from collections.abc import Iterator

import orjson

from store.index.entries import Entry, entry
from store.index.filing import Head
from store.index.numbering import Numbers
from store.index.reading import Document, ref, time
from store.index.schema import GAP, OPEN_BEGIN, UNDATED
from store.index.spool import Spool
from store.index.titles import own_title, title
from store.refs import KINDS, Kind, Ref, make
from store.text import fold, one_line

TIMES: dict[Kind, str] = {
    "faction": "active",
    "event": "when",
    "quote": "said",
    "claim": "when",
    "source": "published",
}
"""The field that says when a record of this kind was; people and places have none."""

KIND_NAMED: dict[str, Kind] = {str(kind): kind for kind in KINDS}
_BEFORE_ALL = OPEN_BEGIN - 1
"""Where the undated stands among nodes: find, which reads backwards, comes to it last."""


class Twice(Exception):
    """A table of the file has two documents of one id."""


class Census:
    """Every record of a store: counted first, then numbered, then given out one by one in the order of the numbers."""

    def __init__(self, spool: Spool) -> None:
        self.nodes = Numbers(self._number_missing, {})
        """Every ref's node, once they are numbered; until then its place in the order of counting."""
        self.missing: dict[Ref, int] = {}
        """The nodes of refs that are named and not there, as far as they have been asked for."""
        self.within: dict[Ref, Ref] = {}
        """What each place itself says that it lies within."""
        self._spool = spool
        self._refs: list[Ref] = []
        self._titles: list[str] = []
        self._claims: dict[int, str] = {}
        self._spans: dict[tuple[int, int], int] = {}
        self._span_of = array("q")
        self._ranks = array("q")
        self._in_time = array("q")
        self._unclean: dict[Ref, int] = {}

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self._refs)

    def count(self, kind: Kind, documents: list[tuple[str, Document]]) -> None:
        """Take documents of a kind into the count. Raises Twice."""
        self._spool.add([orjson.dumps(document) for _, document in documents])
        field = TIMES.get(kind, "")
        for own, document in documents:
            place = len(self._refs)
            named = self._named(kind, own, place)
            self._refs.append(named)
            when = time(document, field)
            first = _BEFORE_ALL if when.earliest == UNDATED else when.earliest
            self._span_of.append(self._spans.setdefault((first, when.latest), len(self._spans)))
            if kind == "claim":
                self._claims[place] = ""
                self._titles.append("")
                continue
            self._titles.append(own_title(kind, document) or named.partition(":")[2])
            if kind == "location":
                self.within[named] = ref(document, "within")

    def number(self) -> None:
        """Give every record its node, by its time, and its rank, by its title. Equal ones go by their refs."""
        self._call_claims()
        keys = [f"{fold(called)}\0{made}" for called, made in zip(self._titles, self._refs, strict=True)]
        by_title = sorted(range(len(keys)), key=keys.__getitem__)
        del keys
        self._ranks = array("q", bytes(8 * len(by_title)))
        for order, place in enumerate(by_title, 1):
            self._ranks[place] = order * GAP
        # Few spans are different: small numbers in their order are sorted several times as fast as they themselves.
        order_of = {number: order for order, (_, number) in enumerate(sorted(self._spans.items()))}
        orders = [order_of[number] for number in self._span_of]
        self._in_time = array("q", sorted(by_title, key=orders.__getitem__))
        self._titles.clear()  # but for claims, documents say them
        for node, place in enumerate(self._in_time, 1):
            self.nodes[self._refs[place]] = node

    def records(self) -> Iterator[tuple[Head, Entry]]:
        """Yield the records by their nodes, from 1 on, with what their documents say."""
        for node, place in enumerate(self._in_time, 1):
            text = self._spool.read(place)
            named, _, name = self._refs[place].partition(":")
            kind = KIND_NAMED[named]
            made = entry(kind, orjson.loads(text))
            called = self._claims[place] if kind == "claim" else made.title or name
            yield Head(node, self._ranks[place], kind, name, called, text), made

    def _named(self, kind: Kind, own: str, place: int) -> Ref:
        """Return the ref of a record, which is its own and free of what no terminal should see. Raises Twice."""
        name = one_line(own)
        made = make(kind, name)
        if made in self.nodes:
            if name == own and made not in self._unclean:
                raise Twice
            other = self._other(made)
            if name != own:
                made = other
            else:  # whoever is really called so is to be found so
                moved = self._unclean.pop(made)
                self._refs[moved] = other
                self.nodes[other] = moved
                self.within[other] = self.within.pop(made, "")
        if name != own:
            self._unclean[made] = place
        self.nodes[made] = place
        return made

    def _other(self, taken: Ref) -> Ref:
        """Return a ref for a record whose id, cleaned, is that of another."""
        return next(free for number in itertools.count(2) if (free := f"{taken}~{number}") not in self.nodes)

    def _call_claims(self) -> None:
        """Find the titles of claims, which may be made of others' titles."""
        for place in self._claims:
            made = title("claim", orjson.loads(self._spool.read(place)), self._title_of)
            self._titles[place] = self._claims[place] = made or self._refs[place].partition(":")[2]

    def _title_of(self, named: Ref) -> str:
        place = self.nodes.get(named)
        return (self._titles[place] if place is not None else "") or named

    def _number_missing(self, named: Ref) -> int:
        node = self.missing[named] = len(self) + len(self.missing) + 1
        return node
