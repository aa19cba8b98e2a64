"""The records that the rows of a file share, put together from what each row says of them.

What a row says of one is kept as it would stand in the store: a file may have as many reports as rows, and most are
spoken of once. Only where rows say different things of a record are they read again, and put together.
"""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

import orjson

from store import refs
from store.acquainted import Meeting, Stored
from store.documents import Document
from store.file.layout import render
from store.file.pile import NO_EDIT, Piles
from store.formats.accounting import Outcome
from store.formats.found import Entry
from store.meeting import Run, by_hand, joined, same
from store.preview import Puts
from store.refs import Kind, Ref

K = TypeVar("K")

_IN_SIGHT = 8_192
"""Documents of a kind that are known again by sight: of those that came once, and of those that came more often."""
_REPORTS_IN_SIGHT = 256
"""The same of sources: many rows rest on a report of their own, and what is not held stays in the processor's cache."""


def together(edits: list[bytes | None]) -> bytes | None:
    """Return what several edits of one record come to, each of which is what a row said and the store has."""
    different = list(dict.fromkeys(filter(None, edits)))
    return render(joined(*map(orjson.loads, different))) if len(different) > 1 else (*different, NO_EDIT)[0]


class Shared:
    """What has been said of shared records so far. `piles` put it `together`."""

    def __init__(self, stored: Stored, puts: Puts, meeting: Meeting, run: Run, piles: Piles) -> None:
        self._stored = stored
        self._puts = puts
        self._meeting = meeting
        self._run = run
        self._piles = piles
        self._kept: set[Ref] = set()
        self._sight = {kind: _Sight(_REPORTS_IN_SIGHT if kind == "source" else _IN_SIGHT) for kind in refs.KINDS}

    def has(self, kind: Kind, name: str) -> bool:
        """Tell whether something has been said of the record with this id."""
        return self._piles.of(refs.TABLES[kind]).speaks_of(name)

    def hear(self, entries: Iterable[Entry]) -> None:
        """Take what a row says. To hear the same again changes nothing."""
        for kind, document in entries:
            sight = self._sight[kind]
            if id(document) not in sight.again and not sight.knows(document):
                self._piles.of(refs.TABLES[kind]).add(document["id"], self._edit(kind, document))

    def close(self) -> dict[Kind, Counter[Outcome]]:
        """Hand over what is to be put; return what becomes of the records of each kind of which there are any."""
        outcomes: dict[Kind, Counter[Outcome]] = {}
        for kind, table in refs.TABLES.items():
            pile = self._piles.of(table)
            self._puts.put_below(table, pile)
            of_kind = Counter(self._outcome(kind, name, is_edit) for name, is_edit in pile.spoken_of())
            if of_kind:
                outcomes[kind] = of_kind
        return outcomes

    def _edit(self, kind: Kind, said: Document) -> bytes:
        table, name = refs.TABLES[kind], said["id"]
        stored = self._stored[table].get(name)
        if stored is None:
            return self._puts.rendered(table, self._run.first(said))
        joint = joined(stored, said)
        if by_hand(stored):
            joint = self._meeting.noted(stored, joint)
            if joint is stored:
                self._kept.add(refs.make(kind, name))
        return NO_EDIT if same(stored, joint) else self._puts.rendered(table, self._run.again(stored, joint))

    def _outcome(self, kind: Kind, name: str, is_edit: bool) -> Outcome:
        if is_edit:
            return "updated" if name in self._stored[refs.TABLES[kind]] else "created"
        return "kept" if refs.make(kind, name) in self._kept else "unchanged"


class _Sight:
    """Documents that were seen lately, and for a longer time those that were seen again.

    Formats hand on one object for many rows: it is known by its number, and held, so that no other one gets that. What
    they have made anew is known by its id.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._once: dict[str, Document] = {}
        self.again: dict[int, Document] = {}

    def knows(self, document: Document) -> bool:
        """Tell whether the same was seen before; from now on it was."""
        name = document["id"]
        earlier = self._once.get(name)
        if earlier is not document:
            _keep(self._once, name, document, self._most)
            if earlier is None or earlier == document:
                return earlier is not None
        # Seen again, or one of several that say different things in turn.
        _keep(self.again, id(document), document, self._most)
        return earlier is document


def _keep(documents: dict[K, Document], key: K, document: Document, most: int) -> None:
    """Keep a document among so many at most."""
    if len(documents) >= most:
        documents.clear()
    documents[key] = document
