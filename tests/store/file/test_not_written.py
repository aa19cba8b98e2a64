"""A disk that fails or refuses leaves the old state whole, in the file and in memory, and says so."""

import errno
import os
import resource
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from store.file.beside import journal_of
from store.file.casefile import Casefile
from store.file.errors import NotWritten, ReadOnly, Unconfirmed
from store.file.reading import read_contents, read_tables
from tests.store.file.conftest import without_privileges

BIG = {"id": "big", "note": "x" * 400_000}


def put_big(casefile: Casefile) -> None:
    with casefile.change() as change:
        change.put("events", BIG)


def refused(casefile: Casefile, problem: str) -> None:
    """Check that the change is refused for this reason, and that file and memory are as they were."""
    before = casefile.path.read_bytes()
    known = casefile.fingerprint
    with pytest.raises(NotWritten, match=problem) as caught:
        put_big(casefile)
    assert str(caught.value).isprintable()
    assert casefile.path.read_bytes() == before
    assert casefile.get("events", "big") is None
    assert casefile.fingerprint == known
    assert not list(casefile.path.parent.glob(".*.new"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a disk of 256 kilobytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Return a file that takes all that was left of the disk."""
    filler = disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 1024)
    return filler


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Have the system refuse larger files, as a quota does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk(small_disk: Path) -> None:
    casefile = Casefile.create(small_disk / "sirte.json", "Sirte")
    refused(casefile, "the disk is full; free some space")
    with casefile.change() as change:
        change.put("events", {"id": "small"})
    assert read_tables(casefile.path)["events"].keys() == {"small"}


def test_a_disk_filled_to_the_last_byte(small_disk: Path) -> None:
    casefile = Casefile.create(small_disk / "sirte.json", "Sirte")
    filler = fill(small_disk)
    refused(casefile, "the disk is full")
    filler.unlink()
    with casefile.change() as change:
        change.title = "after"
    assert Casefile.open(casefile.path).title == "after"


def test_a_store_that_cannot_be_made_on_a_full_disk_leaves_nothing(small_disk: Path) -> None:
    fill(small_disk)
    with pytest.raises(NotWritten, match="the disk is full"):
        Casefile.create(small_disk / "sirte.json", "Sirte")
    assert not (small_disk / "sirte.json").exists()


def test_a_file_larger_than_allowed(casefile: Casefile) -> None:
    with no_file_larger_than(100_000):
        refused(casefile, "larger than this system allows")
    put_big(casefile)
    assert casefile.get("events", "big") == BIG


def test_a_folder_that_cannot_be_written_to(common_folder: Path) -> None:
    casefile = Casefile.create(common_folder / "sirte.json", "Sirte")
    casefile.path.chmod(0o666)
    common_folder.chmod(0o555)
    with without_privileges():
        refused(casefile, "you may not write to")
        with pytest.raises(NotWritten, match="you may not write to"):
            Casefile.create(common_folder / "new.json", "New")


def test_a_file_that_was_marked_as_not_to_be_written(common_folder: Path) -> None:
    casefile = Casefile.create(common_folder / "sirte.json", "Sirte")
    casefile.path.chmod(0o444)
    with without_privileges():
        refused(casefile, "you may not write to .*sirte.json")


def test_a_lock_file_that_belongs_to_another(common_folder: Path) -> None:
    casefile = Casefile.create(common_folder / "sirte.json", "Sirte")
    casefile.path.chmod(0o666)
    (common_folder / ".sirte.json.lock").chmod(0o444)
    with without_privileges():
        refused(casefile, "sirte.json.lock: nothing was written: you have no right to it")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="there is no folder"):
        Casefile.create(tmp_path / "nowhere" / "sirte.json", "Sirte")
    with pytest.raises(NotWritten, match="name is too long"):
        Casefile.create(tmp_path / ("x" * 300), "Sirte")
    with pytest.raises(NotWritten, match="name is too long"):
        Casefile.create(tmp_path / ("x" * 245), "Sirte")


def test_a_store_opened_to_be_read_only(path: Path, casefile: Casefile) -> None:
    shipped = Casefile.open(path, read_only=True)
    with pytest.raises(ReadOnly, match="copy it"), shipped.change() as change:
        change.title = "mine"
    assert shipped.title == "Sirte"


def failing_at(call: int, true: Callable[..., Any], counter: list[int], error: int) -> Callable[..., Any]:
    def system_call(*words: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the system takes and gives
        counter[0] += 1
        if counter[0] == call:
            raise OSError(error, os.strerror(error))
        return true(*words, **named)

    return system_call


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EPERM, errno.EROFS])
def test_a_failure_of_any_system_call_tears_no_journal(
    path: Path, error: int, any_is_large: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    casefile = Casefile.create(path, "0" * 4_000)
    refused, call = 0, 0
    counter = [1]
    while counter[0] >= call:
        call += 1
        counter = [0]
        name = f"e{call}"
        refusal: Exception | None = None
        with monkeypatch.context() as patched:
            for each in ("open", "fsync", "fchmod", "fchown", "fstat", "pwrite", "ftruncate", "close"):
                patched.setattr(os, each, failing_at(call, getattr(os, each), counter, error))
            try:
                with casefile.change() as change:
                    change.put("events", {"id": name})
            except (NotWritten, Unconfirmed) as caught:
                refusal = caught
        refused += refusal is not None
        assert (name in read_tables(path)["events"]) == (not isinstance(refusal, NotWritten))
        assert Casefile.open(path).tables() == casefile.tables()
        assert Casefile.open(path).fingerprint == casefile.fingerprint
        casefile.fold()
        assert (name in read_tables(path)["events"]) == (not isinstance(refusal, NotWritten))
    assert refused > 3


def test_a_disk_that_can_neither_keep_a_change_nor_take_it_back_says_so(
    large: Casefile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        patched.setattr(os, "ftruncate", fail)
        with pytest.raises(Unconfirmed, match="can neither keep it nor take it back"), large.change() as change:
            change.put("events", {"id": "siege"})
    assert large.get("events", "siege") == read_tables(path)["events"]["siege"]
    assert large.fingerprint == read_contents(path).fingerprint


def test_a_disk_that_fills_up_while_changes_are_noted_and_folded(small_disk: Path, any_is_large: None) -> None:
    casefile = Casefile.create(small_disk / "sirte.json", "Sirte" * 8_000)
    with casefile.change() as change:
        change.put("events", {"id": "before"})
    filler = fill(small_disk)
    with pytest.raises(NotWritten, match="the disk is full"):
        put_some(casefile, "refused")
    with pytest.raises(NotWritten, match="the disk is full"):
        casefile.fold()
    assert Casefile.open(casefile.path).tables() == casefile.tables()
    assert read_tables(casefile.path)["events"].keys() == {"before"}
    filler.unlink()
    put_some(casefile, "after")
    casefile.fold()
    assert read_tables(casefile.path)["events"].keys() == {"before", "after"}
    assert not journal_of(casefile.path).exists()


def test_a_disk_that_has_no_room_for_what_an_import_brings(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.file.pile._IN_MEMORY", 10_000)
    casefile = Casefile.create(small_disk / "sirte.json", "Sirte")
    refused(casefile, "the disk is full")
    assert {entry.name for entry in small_disk.iterdir()} == {"sirte.json", ".sirte.json.lock"}


def put_some(casefile: Casefile, name: str) -> None:
    with casefile.change() as change:
        change.put("events", {"id": name, "note": "x" * 8_000})


def test_a_journal_that_belongs_to_another(common_folder: Path, any_is_large: None) -> None:
    casefile = Casefile.create(common_folder / "sirte.json", "Sirte" * 8_000)
    put_some(casefile, "before")
    casefile.path.chmod(0o666)
    (common_folder / ".sirte.json.lock").chmod(0o666)
    journal_of(casefile.path).chmod(0o444)
    with without_privileges(), pytest.raises(NotWritten, match="journal: nothing was written: you have no right to it"):
        put_some(casefile, "refused")
    assert read_tables(casefile.path)["events"].keys() == {"before"}


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EPERM, errno.EROFS])
def test_a_failure_of_any_system_call_tears_nothing(path: Path, error: int, monkeypatch: pytest.MonkeyPatch) -> None:
    casefile = Casefile.create(path, "0")
    call = 0
    counter = [1]
    while counter[0] >= call:
        call += 1
        counter = [0]
        before = path.read_bytes()
        refusal = None
        with monkeypatch.context() as patched:
            for name in ("open", "fsync", "fchmod", "fchown", "fstat", "utime", "replace", "unlink", "fdopen"):
                patched.setattr(os, name, failing_at(call, getattr(os, name), counter, error))
            try:
                with casefile.change() as change:
                    change.title = str(call)
            except (NotWritten, Unconfirmed) as caught:
                refusal = caught
        if isinstance(refusal, NotWritten):
            assert path.read_bytes() == before
        assert casefile.title == str(call - 1 if isinstance(refusal, NotWritten) else call)
        assert casefile.title == Casefile.open(path).title
        with casefile.change() as change:
            change.title = str(call)
        assert not list(path.parent.glob(".*.new"))
    assert call > 8


def test_a_disk_that_does_not_confirm_the_rename_keeps_the_change(
    casefile: Casefile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        true(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fsync)
        with pytest.raises(Unconfirmed, match="the change was made"), casefile.change() as change:
            change.title = "after"
    assert casefile.title == Casefile.open(path).title == "after"
    with casefile.change() as change:
        change.title = "and on"
    assert Casefile.open(path).title == "and on"


def test_bytes_are_on_the_disk_before_the_name_is_theirs(casefile: Casefile, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = []
    true = (os.fsync, Path.replace)

    def fsync(descriptor: int) -> None:
        steps.append("sync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "sync file")
        true[0](descriptor)

    def replace(old: Path, new: Path) -> Path:
        steps.append("rename")
        return true[1](old, new)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", replace)
    put_big(casefile)
    assert steps == ["sync file", "rename", "sync folder"]
