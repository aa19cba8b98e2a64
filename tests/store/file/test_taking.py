"""A file for a person to take away is written whole, and over nothing they may want to keep."""

from pathlib import Path

import pytest

from store.file.errors import NotWritten
from store.file.taking import IsStore, Taken, take_away

PIECES = (b"one\n", b"two\n")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.json"
    path.write_bytes(b"{}")
    return path


def test_it_is_written(tmp_path: Path, store: Path) -> None:
    take_away(tmp_path / "new.md", PIECES, store=store)
    assert (tmp_path / "new.md").read_bytes() == b"one\ntwo\n"


def test_a_file_that_is_there_stays_unless_it_may_be_written_over(tmp_path: Path, store: Path) -> None:
    there = tmp_path / "there.md"
    there.write_bytes(b"mine")
    with pytest.raises(Taken, match="there is a file of this name already"):
        take_away(there, PIECES, store=store)
    assert there.read_bytes() == b"mine"
    take_away(there, PIECES, store=store, over=True)
    assert there.read_bytes() == b"one\ntwo\n"


def test_a_file_that_comes_meanwhile_stays_too(tmp_path: Path, store: Path) -> None:
    target = tmp_path / "new.md"

    def slowly() -> "list[bytes]":
        target.write_bytes(b"theirs")
        return [b"ours"]

    with pytest.raises(Taken):
        take_away(target, (piece for make in (slowly,) for piece in make()), store=store)
    assert target.read_bytes() == b"theirs"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.md", "store.json"]


def test_the_store_is_never_written_over_by_whatever_name(tmp_path: Path, store: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(store)
    for target in (store, link):
        with pytest.raises(IsStore):
            take_away(target, PIECES, store=store, over=True)
    assert store.read_bytes() == b"{}"


def test_a_folder_is_no_file(tmp_path: Path, store: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Taken):
        take_away(tmp_path / "folder", PIECES, store=store, over=True)
    with pytest.raises(NotWritten):
        take_away(tmp_path / "nowhere" / "x.md", PIECES, store=store)
