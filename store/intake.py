"""Brings what a format found into a store: every row one record, the whole file one change, nothing twice."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from tempfile import gettempdir

import orjson

from store import refs
from store.acquainted import Meeting, Stored
from store.came import came, is_noted, noting, row_of
from store.documents import Document
from store.errors import InvalidRecord
from store.file.casefile import Casefile
from store.file.pile import Piles
from store.first_lines import FirstLines
from store.formats.account import Account, Clash
from store.formats.accounting import Accounting, Outcome
from store.formats.found import Elsewhere, Entry, Format, Found, Item, Skipped
from store.formats.tables.cells import shortened
from store.meeting import UNSAID, Run, are_two, by_hand, corrected, filled, joined, revised, rows_of_both, same
from store.pointing import named, renamed
from store.preview import Preview, Puts
from store.refs import Kind, Ref
from store.shared import Shared, together
from store.succession import without_history

_LONGEST_VALUE = 60
"""Characters of a value that an account tells of."""
_OUTDATED = "an earlier version than the one that is here, of which nothing was changed"
_TWO = "another under the same id, with none of the names here, of which nothing was taken: give one of them a new id"
_STRICTER = "marked more strictly there, which counts here from now on"
_EDITED = "edited here, and another row came for it: the edit was kept"


def bring_in(casefile: Casefile, items: Iterable[Item], run: Run, form: Format | None = None) -> Account:
    """Bring items into a store, in one change; a change that comes to nothing does not touch the file.

    With their format, a later row changes what nobody has edited of its record. Raises what reading the items raises,
    and what `Casefile.change` raises; then nothing has been written.
    """
    with closing(Piles(casefile.path, together)) as piles, casefile.change() as change:
        return _taken(_Intake(casefile.tables(), change, piles, run, form), items)


def look_at(stored: Stored, items: Iterable[Item], run: Run, form: Format | None = None) -> Preview:
    """Return what bringing items into a store would come to. Nothing is written. Raises what reading them raises."""
    preview = Preview()
    with closing(Piles(Path(gettempdir(), "preview"), together)) as piles:
        preview.account = _taken(_Intake(stored, preview, piles, run, form), items)
    return preview


def _taken(intake: "_Intake", items: Iterable[Item]) -> Account:
    for item in items:
        intake.take(item)
    return intake.close()


class _Intake:
    """The items taken so far: rows go into the change at once; what rows share, when all has been said of it."""

    def __init__(self, stored: Stored, change: Puts, piles: Piles, run: Run, form: Format | None) -> None:
        self._stored = stored
        self._change = change
        self._run = run
        self._form = form
        self._notes = form.namespace if form and not form.again else ""
        self._told = Accounting()
        self._lines = FirstLines()
        self._named = FirstLines()
        self._meeting = Meeting(stored, run.origin.get("tool", ""))
        self._shared = Shared(stored, change, self._meeting, run, piles)

    def take(self, item: Item) -> None:
        """Take the next item of the file."""
        if isinstance(item, Found):
            self._take_row(item)
        elif isinstance(item, Skipped):
            self._told.skip(item)
        else:
            self._told.head(item.columns)
            self._meeting.take_for_one(item.formerly)

    def close(self) -> Account:
        """Put what the rows shared into the change, and return the account of it all."""
        for ref, line in self._named:
            if ref not in self._lines and not self._has(ref):
                self._told.caution("names a record that is neither in the file nor in the store", line)
        self._told.namesakes = self._meeting.namesakes
        return self._told.close(self._shared.close())

    def _take_row(self, found: Found) -> None:
        if found.elsewhere:
            here = self._from_here(found, found.elsewhere)
            if here is None:
                self._told.skip(found.elsewhere.otherwise)
                return
            found = here
        ref = found.entry.ref
        earlier = self._lines.note(ref, found.line)
        if earlier is not None:  # JSON may have all of its objects on one line
            whose = f"line {earlier}" if earlier != found.line else "one before it"
            self._told.skip(Skipped(found.line, f"the same id as {whose}, which was taken"))
            return
        if found.shows and self._has(found.shows):
            self._told.skip(Skipped(found.line, f"shows {found.shows}, which is here whole"))
            return
        for caution in found.cautions:
            self._told.caution(caution, found.line)
        if self._notes and not found.ours:
            found = found._replace(entry=Entry(found.entry.kind, noting(found.entry.document, self._notes)))
        if self._is_outdated(found):
            self._told.caution(_OUTDATED, found.line)
            self._told.row("unchanged")
            return
        if not self._meeting.alone:
            found = self._meeting.known(found)
        self._shared.hear(found.beside)
        self._told.row(self._put_row(found))

    def _from_here(self, found: Found, elsewhere: Elsewhere) -> Found | None:
        """Return a row that names what the store has of that which its file lacks; None where it has not all of it."""
        chosen: dict[Ref, Ref] = {}
        for likely in elsewhere.refs:
            here = next((ref for ref in likely if self._has(self._meeting.as_here(ref))), None)
            if here is None:
                return None
            chosen[likely[0]] = here
        kind, document = found.entry
        return found._replace(entry=Entry(kind, renamed(document, chosen)))

    def _is_outdated(self, found: Found) -> bool:
        """Tell whether the store has a later version of what is found."""
        form = self._form
        if not form or not form.outdated or (found.ours and form.namespace):  # a copy of ours in an object of others
            return False
        kind, document = found.entry
        stored = self._stored[refs.TABLES[kind]].get(document["id"])
        return stored is not None and form.outdated(stored, document)

    def _put_row(self, found: Found) -> Outcome:
        kind, document = found.entry
        stored = self._stored[refs.TABLES[kind]].get(document["id"])
        space = self._form.namespace if self._form else ""
        if found.ours and self._form and self._form.overrules:
            return self._merge(found, stored, self._form.overrules)
        if stored is None:
            return self._put(kind, stored, document)
        was, now = (row_of(one, space) for one in (stored, document))
        if was and was == now:  # what differs is the work of people
            return "unchanged" if same(stored, document | _beside(stored, space)) else "kept"
        if not was and space:  # it came with another data set, or a person wrote it
            joint = self._meeting.noted(stored, document) if by_hand(stored) else joined(stored, document)
            if joint is not stored:
                return self._put(kind, stored, joint)
        after, clashes = revised(stored, document, self._base(stored))
        self._clash(found, after, clashes)
        if after is stored:
            self._told.caution(_EDITED, found.line)
            return "kept"
        return self._put(kind, stored, after)

    def _merge(self, found: Found, stored: Document | None, overrules: Callable[[Document, Document], bool]) -> Outcome:
        """Take a record of sitroom's own: whole if it is new or later, else where the store is silent."""
        kind, document = found.entry
        for ref in named(document):
            self._named.note(ref, found.line)
        plain = {field: value for field, value in document.items() if (field, value) != ("revision", 1)}
        if stored is None:
            return self._put(kind, stored, plain)
        bare = without_history(plain)
        if same(without_history(stored), bare):
            return "unchanged"
        if overrules(stored, document):
            return self._put(kind, stored, plain | rows_of_both(stored, plain))
        if are_two(stored, plain):
            self._told.caution(_TWO, found.line)
            return "unchanged"
        here = _as_written(kind, stored)
        is_copy = "revision" in document  # which says all that there is to say
        is_sheet = not is_copy and is_noted(document, self._form.namespace if self._form else "")
        said = UNSAID | bare if is_copy else bare
        after, clashes = corrected(here, bare, self._base(stored)) if is_sheet else filled(here, said)
        self._clash(found, after, clashes)
        if after.get("marking") != here.get("marking"):
            self._told.caution(_STRICTER, found.line)
        if same(here, after):
            return "kept" if clashes else "unchanged"
        return self._put(kind, stored, after)

    def _clash(self, found: Found, after: Document, fields: Iterable[str]) -> None:
        for field in fields:
            here, there = (_brief(one.get(field, UNSAID.get(field))) for one in (after, found.entry.document))
            self._told.clash(Clash(found.line, found.entry.ref, field, here, there))

    def _base(self, stored: Document) -> Document | None:
        """Return what the row that is stored became, where the format can say it again or it was noted."""
        if self._form is None:
            return None
        space, again = self._form.namespace, self._form.again
        try:
            row = stored.get("external", {}).get(space)
            base = again(row) if again and row else came(stored, space)
        except ValueError:  # rows that are kept were good once; somebody may have changed this one
            return None
        return self._meeting.renamed(base) if base else None

    def _has(self, ref: Ref) -> bool:
        kind, name = refs.split(ref)
        return name in self._stored[refs.TABLES[kind]] or self._shared.has(kind, name)

    def _put(self, kind: Kind, stored: Document | None, document: Document) -> Outcome:
        if stored is None:
            self._change.put(refs.TABLES[kind], self._run.first(document))
            return "created"
        if same(stored, document):
            return "unchanged"
        self._change.put(refs.TABLES[kind], self._run.again(stored, document))
        return "updated"


def _beside(stored: Document, space: str) -> dict[str, Document]:
    """Return `external` as it is stored: what others keep there is not the row's, and is no edit."""
    return {"external": stored["external"]} if "external" in stored and space in stored["external"] else {}


def _as_written(kind: Kind, stored: Document) -> Document:
    """Return a record as the store writes it: what people write by hand may say the same in more words."""
    from store import records  # rows of others, the many, do without the models

    try:
        return records.write(records.read(kind, stored))
    except InvalidRecord:
        return stored


def _brief(value: object) -> str:
    return shortened(orjson.dumps(value).decode(), _LONGEST_VALUE) if value is not None else "nothing"
