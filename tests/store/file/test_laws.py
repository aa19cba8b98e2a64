"""Whatever is done to a store, in whatever order, it holds what a dict would hold."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB

from store.file import pile, room
from store.file.beside import journal_of
from store.file.casefile import Casefile
from store.file.change import Change
from store.file.errors import Conflict, NotWritten
from store.file.layout import HEADER, TABLES, encode, lay_out, render
from store.file.layout import edited as after
from store.file.reading import read_contents

IDS = st.sampled_from(["a", "b", "7", "سرت", "x y"]) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=4), inner, max_size=2)
    ),
    max_leaves=5,
)
EDITS = st.lists(
    st.tuples(st.sampled_from(TABLES[:3]), IDS, st.none() | st.dictionaries(st.just("note"), VALUES)), max_size=6
)

Model = dict[str, dict[str, dict[str, Any]]]


class Stores(RuleBasedStateMachine):
    """Changes that end well, that raise, that meet another's; and the model beside them."""

    may_be_there: frozenset[str] = frozenset()

    @initialize()
    def make(self) -> None:
        """Begin with an empty situation."""
        self.folder = Path(tempfile.mkdtemp())
        self.casefile = Casefile.create(self.folder / "sirte.json", "Sirte")
        self.model: Model = {name: {} for name in TABLES}
        self.title = "Sirte"

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    @rule(edits=EDITS, title=st.sampled_from(["Sirte", "Tripoli"]))
    def change(self, edits: list[Any], title: str) -> None:
        """Edit and retitle."""
        with self.casefile.change() as change:
            self.model = edited(change, self.model, edits)
            change.title = title
        self.title = title

    def attempt(self, edits: list[Any], happening: Callable[[], object]) -> None:
        """Begin a change that will not be made."""
        with self.casefile.change() as change:
            edited(change, self.model, edits)
            change.title = "never"
            happening()

    @rule(edits=EDITS)
    def change_and_think_better_of_it(self, edits: list[Any]) -> None:
        """Raise at the end of the block."""
        with pytest.raises(InterruptedError):
            self.attempt(edits, interrupt)

    @rule(edits=EDITS)
    def change_on_a_failing_disk(self, edits: list[Any]) -> None:
        """Fail where the disk should confirm."""
        with pytest.MonkeyPatch.context() as patched, pytest.raises(NotWritten):
            self.attempt(edits, lambda: patched.setattr(os, "fsync", full))

    @rule(edits=EDITS, name=IDS)
    def change_after_another(self, edits: list[Any], name: str) -> None:
        """Meet a change that another made meanwhile."""
        other = Casefile.open(self.casefile.path)
        with other.change() as change:
            change.put("sources", {"id": name, "revision": len(self.model["sources"])})
        written = other.fingerprint != self.casefile.fingerprint
        self.model["sources"] = {**self.model["sources"], **other.tables()["sources"]}
        if written:
            with pytest.raises(Conflict), self.casefile.change() as change:
                edited(change, self.model, edits)
        self.casefile.reload()

    @rule()
    def fold(self) -> None:
        """Write what waits into the file."""
        self.casefile.fold()
        assert not journal_of(self.casefile.path).exists()
        with TinyDB(self.casefile.path, encoding="utf-8", access_mode="r") as database:
            assert database.storage.read()["events"] == self.model["events"]

    @rule()
    def open_again(self) -> None:
        """Begin anew with what the file says."""
        self.casefile = Casefile.open(self.casefile.path)

    @invariant()
    def all_agree(self) -> None:
        """Memory, file and model are one, and no half-written file is left."""
        if not hasattr(self, "casefile"):
            return
        assert self.casefile.tables() == self.model
        assert self.casefile.title == self.title
        found = read_contents(self.casefile.path)
        assert {name: found.tables[name] for name in TABLES} == self.model
        assert found.fingerprint == self.casefile.fingerprint
        names = {entry.name for entry in self.folder.iterdir()}
        assert names - self.may_be_there == {"sirte.json", ".sirte.json.lock"}


class LargeStores(Stores):
    """The same where changes wait in a journal, until it is full."""

    may_be_there = frozenset({".sirte.json.journal"})

    @initialize()
    def make(self) -> None:
        """Have any file be large, and its journal be full after some changes."""
        self.patched = pytest.MonkeyPatch()
        for name, value in (("LARGE", 0), ("SHARE", 100.0), ("MOST", 1_500)):
            self.patched.setattr(room, name, value)
        self.patched.setattr(pile, "_IN_MEMORY", 1)
        super().make()

    def teardown(self) -> None:
        """Leave nothing behind."""
        super().teardown()
        self.patched.undo()


def edited(change: Change, model: Model, edits: list[Any]) -> Model:
    """Make the edits, and return the model as they leave it; None removes."""
    after = {name: dict(documents) for name, documents in model.items()}
    for table, name, fields in edits:
        if fields is not None:
            after[table][name] = {"id": name, **fields}
            change.put(table, after[table][name])
        elif after[table].pop(name, None) is None:
            with pytest.raises(NotWritten):
                change.remove(table, name)
        else:
            change.remove(table, name)
    return after


def interrupt() -> None:
    """Have the user press the wrong key."""
    raise InterruptedError


def full(_: int) -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device")


TestStores = Stores.TestCase
DOCUMENTS = st.dictionaries(IDS, st.dictionaries(st.sampled_from(["note", "tags"]), VALUES), max_size=4)
TABLES_OF_ANY = st.fixed_dictionaries(dict.fromkeys((HEADER, *TABLES[:3]), DOCUMENTS))


@given(TABLES_OF_ANY, st.dictionaries(st.sampled_from(TABLES[:3]), st.dictionaries(IDS, st.none() | DOCUMENTS)))
def test_a_file_written_a_document_at_a_time_is_the_same(tables: Any, edits: Any) -> None:  # noqa: ANN401
    rendered = {
        table: {name: None if document is None else render(document) for name, document in sorted(some.items())}
        for table, some in edits.items()
    }
    assert b"".join(lay_out(tables, rendered)) == encode(after(tables, edits))


TestLargeStores = LargeStores.TestCase
TestStores.settings = TestLargeStores.settings = settings(max_examples=25, stateful_step_count=12)
