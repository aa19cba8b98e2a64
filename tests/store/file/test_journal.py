"""Small changes of a large store wait in a journal beside it, and are as good as written."""

import json
import os
import shutil
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.file import room
from store.file.beside import journal_of
from store.file.casefile import Casefile
from store.file.errors import Conflict, FileError, FromLaterVersion, NotWritten, ReadOnly, Unreadable
from store.file.fingerprint import fingerprint
from store.file.journal import Journal, read_journal, waiting
from store.file.layout import encode
from store.file.reading import read_contents, read_tables
from store.file.sealing import sealed
from tests.store.file.conftest import without_privileges
from tests.store.file.test_casefile import Named


def put(casefile: Casefile, name: str) -> None:
    with casefile.change() as change:
        change.put("events", {"id": name, "title": name.title()})


def events(path: Path) -> set[str]:
    return {*read_tables(path)["events"]}


def rewrite(path: Path, *texts: object) -> None:
    """Write a journal of these lines."""
    raw, seal = b"", ""
    for text in texts:
        line, seal = sealed(seal, text if isinstance(text, bytes) else json.dumps(text).encode())
        raw += line
    journal_of(path).write_bytes(raw)


def told(path: Path) -> str:
    with pytest.raises(FileError) as caught:
        read_tables(path)
    line = str(caught.value)
    assert line.isprintable()
    with pytest.raises(type(caught.value)):
        Casefile.open(path)
    return line


def test_a_small_change_leaves_the_file_and_is_there_for_all(large: Casefile, path: Path) -> None:
    before = path.read_bytes()
    with large.change() as change:
        change.put("events", {"id": "siege", "title": "Siege"})
        change.remove("factions", "misrata")
        change.title = "Sirte 2016"
    assert path.read_bytes() == before
    for reader in (large, Casefile.open(path)):
        assert reader.tables()["events"].keys() == {"long", "siege"}
        assert reader.get("factions", "misrata") is None
        assert reader.title == "Sirte 2016"
        assert reader.fingerprint == fingerprint(path) == read_contents(path).fingerprint
    assert waiting(path) == (journal_of(path), 1)


def test_every_change_has_its_own_fingerprint(large: Casefile, path: Path) -> None:
    seen = {fingerprint(path)}
    for number in range(10):
        put(large, f"e{number % 2}-{number}")
        seen.add(fingerprint(path))
    assert len(seen) == 11
    assert len({state.file for state in seen}) == 1


def test_a_change_that_comes_to_nothing_begins_no_journal(large: Casefile, path: Path) -> None:
    with large.change() as change:
        change.put("events", {"id": "brief"})
        change.remove("events", "brief")
    assert not journal_of(path).exists()
    assert waiting(path) is None


def test_a_small_file_is_written_at_once(casefile: Casefile, path: Path) -> None:
    put(casefile, "siege")
    assert not journal_of(path).exists()
    assert b"siege" in path.read_bytes()


def test_what_waits_goes_into_the_file_when_asked_and_any_tinydb_sees_it(large: Casefile, path: Path) -> None:
    for name in ("siege", "clash"):
        put(large, name)
    state = read_contents(path).tables
    large.fold()
    assert not journal_of(path).exists()
    assert path.read_bytes() == encode(state)
    assert large.fingerprint == fingerprint(path)
    with TinyDB(path, encoding="utf-8", access_mode="r") as database:
        assert {row["id"] for row in Named(database.storage, "events").all()} == {"long", "siege", "clash"}
    before = fingerprint(path)
    large.fold()
    assert fingerprint(path) == before


def test_a_large_change_takes_what_waits_along_into_the_file(large: Casefile, path: Path) -> None:
    put(large, "siege")
    with large.change() as change:
        for number in range(200):
            change.put("sources", {"id": f"s{number}", "note": "y" * 200})
    assert not journal_of(path).exists()
    assert b"siege" in path.read_bytes()


def test_a_journal_that_is_full_goes_into_the_file(
    large: Casefile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST", 2_000)
    sizes = []
    for number in range(60):
        put(large, f"e{number}")
        journal = journal_of(path)
        sizes.append(journal.stat().st_size if journal.exists() else 0)
    assert 0 < sizes.count(0) < 10
    assert max(sizes) < 2_200
    assert len(events(path)) == 61


@pytest.mark.parametrize("rest", [b"", b"f", b"0123456789abcdef {", b"\0" * 300, b"\0" * 300 + b"\n", b"x\r\ry\n"])
def test_a_torn_end_was_never_promised_and_is_written_over(large: Casefile, path: Path, rest: bytes) -> None:
    put(large, "siege")
    whole = journal_of(path).read_bytes()
    journal_of(path).write_bytes(whole + rest)
    assert events(path) == {"long", "siege"}
    put(large, "clash")
    assert journal_of(path).read_bytes().startswith(whole)
    assert b"\0" not in journal_of(path).read_bytes()
    assert events(path) == {"long", "siege", "clash"}


def test_a_first_change_torn_anywhere_leaves_the_store_as_it_was(large: Casefile, path: Path) -> None:
    before = large.fingerprint
    put(large, "siege")
    whole = journal_of(path).read_bytes()
    for length in range(len(whole)):
        journal_of(path).write_bytes(whole[:length])
        assert events(path) == {"long"}
    journal_of(path).write_bytes(whole[:40])
    again = Casefile.open(path)
    assert again.fingerprint == before
    put(again, "clash")
    assert events(path) == {"long", "clash"}


def test_a_heading_whose_change_was_torn_is_begun_anew_for_another_file(large: Casefile, path: Path) -> None:
    put(large, "siege")
    heading = journal_of(path).read_bytes().splitlines(keepends=True)[0]
    journal_of(path).write_bytes(heading)
    path.write_bytes(path.read_bytes().replace(b"Sirte", b"Surt!"))
    other = Casefile.open(path)
    put(other, "clash")
    assert events(path) == {"long", "clash"}


def test_a_file_that_another_program_wrote_is_not_taken_for_the_one_before(large: Casefile, path: Path) -> None:
    put(large, "siege")
    kept = path.read_bytes(), journal_of(path).read_bytes()
    with TinyDB(path, encoding="utf-8") as database:
        database.table("sources").insert({"title": "from elsewhere"})
    theirs = path.read_bytes()
    line = told(path)
    assert "another program wrote this file while 1 change waits in" in line
    assert str(journal_of(path)) in line
    assert "put that file back, or move the journal away to go on without" in line
    with pytest.raises(Conflict):
        put(large, "clash")
    assert (path.read_bytes(), journal_of(path).read_bytes()) == (theirs, kept[1])

    journal_of(path).rename(path.with_name("set aside"))
    assert {*read_tables(path)["sources"]} == {"1"}
    path.write_bytes(kept[0])
    path.with_name("set aside").rename(journal_of(path))
    assert events(path) == {"long", "siege"}


def test_a_folder_that_is_copied_takes_what_waits_along(large: Casefile, path: Path, tmp_path: Path) -> None:
    put(large, "siege")
    shutil.copytree(path.parent, tmp_path / "copy")
    assert events(tmp_path / "copy" / path.name) == {"long", "siege"}


def test_a_touched_file_with_the_same_content_keeps_what_waits(large: Casefile, path: Path) -> None:
    put(large, "siege")
    path.touch()
    put(large, "clash")
    assert events(path) == {"long", "siege", "clash"}


def test_a_fold_broken_off_before_or_after_the_file_was_replaced(
    large: Casefile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(large, "siege")
    old, waits = path.read_bytes(), journal_of(path).read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("store.file.storage.drop", lambda _: None)
        large.fold()
    new, spent = path.read_bytes(), journal_of(path).read_bytes()
    assert spent.startswith(waits)
    assert events(path) == {"long", "siege"}
    assert waiting(path) is None
    put(Casefile.open(path), "after")
    assert events(path) == {"long", "siege", "after"}
    assert waiting(path) == (journal_of(path), 1)

    path.write_bytes(old)
    journal_of(path).write_bytes(spent)
    assert events(path) == {"long", "siege"}
    assert waiting(path) == (journal_of(path), 1)
    Casefile.open(path).fold()
    assert path.read_bytes() == new
    assert not journal_of(path).exists()


def test_a_journal_of_a_later_version_is_told_from_a_damaged_one(large: Casefile, path: Path) -> None:
    rewrite(path, {"journal": 2, "base": {"sha": 1}}, {"edits": []})
    with pytest.raises(FromLaterVersion, match=r"journal.*version 2.*update sitroom"):
        read_tables(path)
    with pytest.raises(Conflict):
        put(large, "siege")


@pytest.mark.parametrize(
    "line",
    [
        b"no JSON",
        [1],
        {"change": []},
        {"change": {"weather": {}}},
        {"change": {"events": {"a": {"id": "b"}}}},
        {"change": {"events": {"a": "x"}}},
        {"change": {"situation": {"about": None}}},
        {"change": {"situation": {"other": {"title": "x"}}}},
        {"base": 7},
        {"journal": 1, "base": "x"},
    ],
)
def test_a_line_that_says_nothing_is_named(large: Casefile, path: Path, line: object) -> None:
    rewrite(path, {"journal": 1, "base": large.digest}, line)
    assert "journal: line 2 is nothing that a journal says; restore it from a copy" in told(path)


def test_a_journal_that_does_not_say_of_which_file_it_is_is_refused(large: Casefile, path: Path) -> None:
    lines: tuple[object, ...] = (
        {"base": large.digest},
        {"journal": 1},
        {"change": {}},
        {"journal": 0, "base": large.digest},
    )
    for line in lines:
        rewrite(path, line)
        assert "journal: line 1 is nothing that a journal says" in told(path)


def test_damage_before_the_end_is_told_and_nothing_is_dropped_without_a_word(large: Casefile, path: Path) -> None:
    for name in ("siege", "clash"):
        put(large, name)
    raw = bytearray(journal_of(path).read_bytes())
    raw[raw.index(b"siege")] ^= 1
    journal_of(path).write_bytes(raw)
    assert "journal: line 2 is damaged, and changes come after it" in told(path)
    with pytest.raises(Unreadable):
        fingerprint(path)
    assert journal_of(path).read_bytes() == raw


def test_a_change_by_another_in_the_journal_is_a_conflict(large: Casefile, path: Path) -> None:
    other = Casefile.open(path)
    put(other, "theirs")
    with pytest.raises(Conflict, match="reload"):
        put(large, "mine")
    assert large.get("events", "theirs") is None
    large.reload()
    put(large, "mine")
    assert events(path) == {"long", "theirs", "mine"}
    with pytest.raises(Conflict):
        other.fold()


def test_a_link_is_followed_and_the_journal_lies_beside_what_it_leads_to(large: Casefile, path: Path) -> None:
    link = path.parent / "links" / "mine.json"
    link.parent.mkdir()
    link.symlink_to(path)
    put(Casefile.open(link), "siege")
    assert journal_of(link) == journal_of(path)
    assert journal_of(path).exists()
    assert events(link) == events(path) == {"long", "siege"}
    assert fingerprint(link) == fingerprint(path)
    assert [entry.name for entry in link.parent.iterdir()] == ["mine.json"]


def test_the_journal_has_the_rights_of_its_file(large: Casefile, path: Path) -> None:
    path.chmod(0o640)
    large.reload()
    put(large, "siege")
    assert stat.S_IMODE(journal_of(path).stat().st_mode) == 0o640


def test_a_link_in_the_place_of_the_journal_is_not_written_through(large: Casefile, path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"")
    journal_of(path).symlink_to(victim)
    with pytest.raises(NotWritten):
        put(large, "siege")
    assert victim.read_bytes() == b""


def test_what_can_only_be_read_is_read_with_what_waits(common_folder: Path, any_is_large: None) -> None:
    casefile = Casefile.create(common_folder / "sirte.json", "Sirte" * 400)
    put(casefile, "siege")
    casefile.path.chmod(0o444)
    journal_of(casefile.path).chmod(0o444)
    common_folder.chmod(0o555)
    with without_privileges():
        assert events(casefile.path) == {"siege"}
        with pytest.raises(NotWritten, match="you may not write to"):
            put(casefile, "clash")
    with pytest.raises(ReadOnly):
        Casefile.open(casefile.path, read_only=True).fold()


def test_a_new_situation_takes_over_no_changes_of_one_that_is_gone(large: Casefile, path: Path) -> None:
    put(large, "siege")
    path.unlink()
    with pytest.raises(NotWritten, match=r"changes of a file that is gone wait in .*\.sirte\.json\.journal"):
        Casefile.create(path, "Mine")
    assert not path.exists()
    assert journal_of(path).exists()


def test_nesting_that_the_file_could_not_hold_is_not_put_off(large: Casefile, path: Path) -> None:
    for depth in range(240, 256):
        nested: list[object] = []
        for _ in range(depth):
            nested = [nested]
        try:
            with large.change() as change:
                change.put("events", {"id": "deep", "note": nested})
        except NotWritten:
            break
    assert depth < 255
    large.fold()
    assert "deep" in events(path)


def test_a_file_replaced_while_it_is_read_is_read_again(
    large: Casefile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(large, "siege")
    looks: list[Path] = []

    def read_after_a_fold(target: Path) -> Journal | None:
        if not looks:
            large.fold()
        looks.append(target)
        return read_journal(target)

    monkeypatch.setattr("store.file.reading.read_journal", read_after_a_fold)
    assert events(path) == {"long", "siege"}
    assert len(looks) == 2


def test_rights_to_the_folder_are_asked_for_before_anything_is_tried(tmp_path: Path, any_is_large: None) -> None:
    casefile = Casefile.create(tmp_path / "sirte.json", "Sirte" * 400)
    shutil.rmtree(tmp_path)
    with pytest.raises(NotWritten, match="there is no folder"):
        put(casefile, "siege")
    os.mkdir(tmp_path)  # noqa: PTH102 - the fixture takes it away
