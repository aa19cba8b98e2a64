"""A small change of a large store: durable at once, without the file being read, and followed by the index."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.editing import fold
from store.file import room
from store.file.beside import journal_of
from store.file.casefile import Casefile
from store.file.errors import Conflict, NotWritten, Unconfirmed
from store.file.fingerprint import fingerprint
from store.file.reading import read_tables
from store.index import cache
from store.records import Event
from store.situation import Situation
from tests import situations


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a store that counts as large, of which an index is kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "LARGE", 0)
    monkeypatch.setattr(room, "LARGE", 0)
    monkeypatch.setattr(room, "SHARE", 1.0)
    return situations.small(tmp_path / "coast.json")


@pytest.fixture
def situation(path: Path) -> Situation:
    """Return the store, opened."""
    return Situation.open(path)


@pytest.fixture
def unread(situation: Situation, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail whoever reads the file whole after it has been opened."""

    def refuse(*_: object) -> None:
        pytest.fail("the file was read whole")

    with monkeypatch.context() as patched:
        for place in ("store.file.reading.parse", "store.file.storage.parse", "store.index.cache._fill"):
            patched.setattr(place, refuse)
        yield


def renamed(situation: Situation, title: str) -> Event:
    clash = situation.record("event:clash")
    assert isinstance(clash, Event)
    return clash.model_copy(update={"title": title})


def titles(situation: Situation) -> set[str]:
    return {row.title for row in situation.timeline().rows}


@pytest.mark.usefixtures("unread")
def test_neither_a_change_nor_the_next_start_reads_the_file(situation: Situation, path: Path) -> None:
    before = path.read_bytes()
    reader = Situation.open(path)
    situation.change([renamed(situation, "Battle of the gate")], ["quote:open"])
    situation.change([renamed(situation, "Battle at the gate")])

    assert path.read_bytes() == before
    assert journal_of(path).read_bytes().count(b"\n") == 3
    for other in (situation, reader, Situation.open(path)):
        assert "Battle at the gate" in titles(other)
        assert not other.has("quote:open")


def test_what_was_changed_is_in_the_store_for_who_reads_it_whole(situation: Situation, path: Path) -> None:
    situation.change([renamed(situation, "Battle of the gate")], ["quote:open"])
    tables = read_tables(path)
    assert tables["events"]["clash"]["title"] == "Battle of the gate"
    assert "open" not in tables["quotes"]


def test_an_index_that_is_lost_is_made_of_file_and_journal(situation: Situation, path: Path, tmp_path: Path) -> None:
    situation.change([renamed(situation, "Battle of the gate")], ["quote:open"])
    [kept] = (tmp_path / "cache" / "sitroom" / "index").iterdir()
    kept.unlink()
    again = Situation.open(path)
    assert titles(again) == titles(situation)
    again.change([renamed(again, "The gate")])
    assert read_tables(path)["events"]["clash"]["title"] == "The gate"


@pytest.mark.usefixtures("unread")
def test_a_change_after_someone_else_s_is_refused_and_nothing_is_lost(situation: Situation, path: Path) -> None:
    other = Situation.open(path)
    # The other one's index is the same file: what it knows of is told by the index, not by who made the change.
    cache.stamp(situation._index.database, path, "an earlier state", "")
    with pytest.raises(Conflict, match="someone else has changed it"):
        other.change([], ["quote:few"])
    assert not journal_of(path).exists()


def test_a_change_of_a_file_that_another_program_wrote_is_refused(situation: Situation, path: Path) -> None:
    situation.change([renamed(situation, "Battle of the gate")])
    waits = journal_of(path).read_bytes()
    theirs = path.read_bytes().replace(b"Talks in the port", b"Talks on the port")
    path.write_bytes(theirs)
    with pytest.raises(Conflict):
        situation.change([renamed(situation, "Mine")])
    assert (path.read_bytes(), journal_of(path).read_bytes()) == (theirs, waits)


@pytest.mark.usefixtures("unread")
def test_a_change_that_comes_to_nothing_is_not_noted(situation: Situation, path: Path) -> None:
    situation.change([renamed(situation, "Battle of the gate")])
    before = fingerprint(path)
    situation.change([renamed(situation, "Battle of the gate")])
    assert fingerprint(path) == before


@pytest.mark.usefixtures("unread")
def test_to_remove_what_is_not_there_is_refused(situation: Situation, path: Path) -> None:
    with pytest.raises(NotWritten, match="events/nothing: there is no such record"):
        situation.change([], ["event:nothing"])
    assert not journal_of(path).exists()


def test_a_change_that_is_too_large_to_wait_goes_into_the_file(situation: Situation, path: Path) -> None:
    situation.change([], ["quote:open"])
    situation.change([renamed(situation, "Battle").model_copy(update={"summary": "x" * 50_000})])
    assert not journal_of(path).exists()
    assert b"Battle" in path.read_bytes()
    situation.change([renamed(situation, "Battle of the gate")])
    assert "Battle of the gate" in titles(Situation.open(path))


def test_what_waits_goes_into_the_file_and_the_index_stays_good(situation: Situation, path: Path) -> None:
    situation.change([renamed(situation, "Battle of the gate")])
    fold(path)
    assert not journal_of(path).exists()
    assert b"Battle of the gate" in path.read_bytes()
    times: list[int] = []
    again = Situation.open(path, progress=lambda done, _: times.append(done))
    assert times == []
    assert "Battle of the gate" in titles(again)
    again.change([], ["quote:open"])
    assert not Situation.open(path).has("quote:open")


def test_a_change_that_the_disk_does_not_confirm_is_made_and_followed(
    situation: Situation, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubt(target: Path) -> None:
        raise Unconfirmed(target, "the change was made, but", "check the disk")

    with monkeypatch.context() as patched:
        patched.setattr("store.file.appending.confirm", doubt)
        with pytest.raises(Unconfirmed):
            situation.change([renamed(situation, "Battle of the gate")])
    assert "Battle of the gate" in titles(situation)
    situation.change([], ["quote:open"])
    assert read_tables(path)["events"]["clash"]["title"] == "Battle of the gate"


def test_a_record_whose_id_is_no_slug_is_removed_by_the_id_it_has(path: Path) -> None:
    path.write_text('{"events": {"a\\u001bb": {"title": "Odd"}, "c": {"title": "Even"}}, "sources": {}}')
    situation = Situation.open(path)
    situation.change([], ["event:ab"])
    assert read_tables(path)["events"].keys() == {"c"}


def test_the_state_covers_file_and_journal(situation: Situation, path: Path) -> None:
    before = fingerprint(path)
    situation.change([], ["quote:open"])
    after = fingerprint(path)
    assert after.file == before
    assert cache.told(situation._index.database, "state") == cache.written(after)
    assert cache.told(situation._index.database, "digest") == Casefile.open(path).digest
