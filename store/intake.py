"""Brings what a format found into a store: every row one record, the whole file one change, nothing twice."""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from store import refs
from store.file.casefile import Casefile
from store.file.change import Change
from store.file.errors import Unreadable
from store.formats.account import Account, Caution, Tally
from store.formats.found import Column, Entry, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.incoming import incoming
from store.meeting import Run, by_hand, edited, joined, revised, same
from store.records import Document
from store.refs import Kind
from store.text import one_line

Progress: TypeAlias = Callable[[int, int], None]
"""Told the bytes read so far, and those of the whole file."""

_Outcome: TypeAlias = Literal["created", "updated", "unchanged", "kept"]
_ROWS_BETWEEN_PROGRESS = 500
_LINES_OF_A_CAUTION = 20
_EDITED = "edited here, and another row came for it: the edit was kept"


class _Shared(NamedTuple):
    """What the last row said of a shared record, and what all of them and the store say together."""

    last: Document
    joint: Document


class _Lines(NamedTuple):
    first: tuple[int, ...]
    rows: int


def import_file(casefile: Casefile, path: Path, form: Format, progress: Progress | None = None) -> Account:
    """Bring a file into a store, in one change: all of it or, when this raises, nothing.

    Raises Unreadable, also for a file of another format; and what `Casefile.change` raises.
    """
    with incoming(path) as file, _collector_at_rest():

        def told(items: Iterable[Item]) -> Iterable[Item]:
            for number, item in enumerate(items):
                if progress and number % _ROWS_BETWEEN_PROGRESS == 0:
                    progress(file.done(), file.size)
                yield item

        run = Run.of(form.tool, path.name, datetime.now(UTC))
        try:
            account = bring_in(casefile, told(form.read(file)), run)
        except NotThisFormat as error:
            raise Unreadable(path, error.problem, error.mend) from None
        if progress:
            progress(file.size, file.size)
        return account._replace(file=one_line(str(path)), encoding=file.encoding)


def bring_in(casefile: Casefile, items: Iterable[Item], run: Run) -> Account:
    """Bring items into a store, in one change; a change that comes to nothing does not touch the file.

    Raises what reading the items raises, and what `Casefile.change` raises; then nothing has been written.
    """
    with casefile.change() as change:
        intake = _Intake(casefile.tables(), change, run)
        for item in items:
            intake.take(item)
        return intake.close()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking all documents again and again: a third of the time of an import."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


class _Intake:
    """The items taken so far: rows go into the change at once; what rows share, when all has been said of it."""

    def __init__(self, stored: Mapping[str, Mapping[str, Document]], change: Change, run: Run) -> None:
        self._stored = stored
        self._change = change
        self._run = run
        self._columns: tuple[Column, ...] = ()
        self._read = 0
        self._rows: Counter[_Outcome] = Counter()
        self._lines: dict[str, int] = {}
        self._skipped: list[Skipped] = []
        self._cautions: dict[str, _Lines] = {}
        self._shared: dict[Kind, dict[str, _Shared]] = {}

    def take(self, item: Item) -> None:
        """Take the next item of the file."""
        if isinstance(item, Heading):
            self._columns = item.columns
            return
        self._read += 1
        if isinstance(item, Found):
            self._take_row(item)
        else:
            self._skipped.append(item)

    def close(self) -> Account:
        """Put what the rows shared into the change, and return the account of it all."""
        beside = {kind: _tally(self._put_shared(kind)) for kind in refs.KINDS if kind in self._shared}
        cautions = tuple(Caution(what, lines.first, lines.rows) for what, lines in self._cautions.items())
        rows, skipped = _tally(self._rows), tuple(self._skipped)
        return Account("", "", self._columns, self._read, rows, beside, skipped, cautions)

    def _take_row(self, found: Found) -> None:
        ref = found.entry.ref
        earlier = self._lines.setdefault(ref, found.line)
        if earlier != found.line:
            self._skipped.append(Skipped(found.line, f"the same id as line {earlier}, which was taken"))
            return
        for caution in found.cautions:
            self._caution(caution, found.line)
        for entry in found.beside:
            self._share(entry)
        self._rows[self._put_row(found)] += 1

    def _put_row(self, found: Found) -> _Outcome:
        kind, document = found.entry
        stored = self._stored[refs.TABLES[kind]].get(document["id"])
        if stored is None:
            return self._put(kind, stored, document)
        if edited(stored, document):
            if stored.get("external") != document.get("external"):
                self._caution(_EDITED, found.line)
            return "kept"
        return self._put(kind, stored, revised(stored, document))

    def _share(self, entry: Entry) -> None:
        """Add what a row says of a record that others share; the formats repeat themselves, often with one object."""
        kind, document = entry
        name = document["id"]
        known = self._shared.setdefault(kind, {})
        if name in known:
            last, joint = known[name]
            if last is not document:
                known[name] = _Shared(document, joint if last == document else joined(joint, document))
        else:
            stored = self._stored[refs.TABLES[kind]].get(name)
            known[name] = _Shared(document, joined(stored, document) if stored else document)

    def _put_shared(self, kind: Kind) -> Counter[_Outcome]:
        outcomes: Counter[_Outcome] = Counter()
        for name, shared in self._shared[kind].items():
            stored = self._stored[refs.TABLES[kind]].get(name)
            kept = stored is not None and by_hand(stored)
            outcomes["kept" if kept else self._put(kind, stored, shared.joint)] += 1
        return outcomes

    def _put(self, kind: Kind, stored: Document | None, document: Document) -> _Outcome:
        if stored is None:
            self._change.put(refs.TABLES[kind], self._run.first(document))
            return "created"
        if same(stored, document):
            return "unchanged"
        self._change.put(refs.TABLES[kind], self._run.again(stored, document))
        return "updated"

    def _caution(self, what: str, line: int) -> None:
        first, rows = self._cautions.get(what, _Lines((), 0))
        self._cautions[what] = _Lines((*first, line)[:_LINES_OF_A_CAUTION], rows + 1)


def _tally(outcomes: Counter[_Outcome]) -> Tally:
    kept = outcomes["kept"]
    return Tally(outcomes["created"], outcomes["updated"], outcomes["unchanged"] + kept, kept)
