"""A situation: the one door to a store. Everything above asks here, and gets slices of light rows.

It is opened on an index, which may still grow; it follows what others do to the file, and what is changed here. What is
asked of it, `store.questions` has.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from store.errors import StoreError
from store.file.fingerprint import fingerprint
from store.find import NotQuery
from store.index.cache import keeps, kept_index, open_index, told, written
from store.index.counting import Stats
from store.index.database import GaveWay
from store.index.frequencies import Frequencies
from store.index.index import Index
from store.index.lookup import UnknownRecord
from store.index.mapping import Places
from store.index.progress import Progress, untold
from store.index.reading import Document
from store.questions import Questions
from store.refs import Ref

if TYPE_CHECKING:
    from store.editing import Editor
    from store.index.growth import Growth
    from store.records import Record

__all__ = ["Frequencies", "GaveWay", "Growing", "NotQuery", "Places", "Situation", "Stats", "UnknownRecord"]

_A_MOMENT = 1_000_000
"""Bytes of the largest store that is indexed in a moment."""

Listener = Callable[[frozenset[Ref]], None]


class Growing(StoreError):
    """The store cannot be changed before all of it is indexed."""


class Situation(Questions):
    """One store, opened: whatever is asked of it, and what becomes of it."""

    def __init__(self, path: Path, index: Index, *, read_only: bool, growing: "Growth | None" = None) -> None:
        super().__init__(path, index)
        self.read_only = read_only
        self.growing = growing
        """How far the index has come; None if it is whole. Until then answers are of what the store begins with."""
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

        Where the store has changed meanwhile it begins to grow again; one that has become small is indexed here.
        Whoever asks the situation calls this, and in no other thread.
        """
        growth = self.growing
        if growth is None or not growth.ended or growth.problem:
            return
        whole = kept_index(self.path)
        if whole:
            self._index.close()
            self._index, self.growing = Index(whole), None
            self._tell(frozenset())
        elif fingerprint(self.path) == growth.began:
            growth.problem = "what has been indexed cannot be read"
        elif keeps(self.path):
            self.growing = growth.again()
        else:
            self._index_here(growth)

    def _index_here(self, growth: "Growth") -> None:
        """Index the store where no index of it is kept any more, which takes but a moment."""
        self.growing = None
        try:
            self.catch_up()
        except StoreError as error:
            growth.problem, self.growing = f"{error}", growth

    @property
    def is_behind(self) -> bool:
        """Whether somebody else has changed the file since it was indexed. Raises StoreError, for no file too."""
        return not self.growing and written(fingerprint(self.path)) != told(self._index.database, "state")

    def prepare(self) -> None:
        """Have an index of the file made as it is now, where one is kept: then `catch_up` takes but a moment.

        It may be called in a thread of its own. Raises StoreError.
        """
        from store.index.growth import make_elsewhere

        if not make_elsewhere(self.path):
            type(self).open(self.path, read_only=True).close()

    def catch_up(self) -> None:
        """Answer from the file as it is now, and tell who has subscribed. Raises StoreError; it is as before then."""
        before, self._index = self._index, Index(open_index(self.path, untold))
        self._editor = None
        self._tell(frozenset())
        before.close()

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
