"""Somebody else works on the same situation: what they do is shown, in the panes and in any dialog that is open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.preferring import prefer
from store.situation import Situation
from tests.situations import claim, faction, location, small, write
from tests.tui.driver import WIDE, Reader, reading
from tui.state import watching


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small(tmp_path / "own.json")


@pytest.fixture
def watchful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the file looked at all the time."""
    monkeypatch.setattr(watching, "EVERY", 0.001)


def box(reader: Reader) -> str:
    return "\n".join(reader.part(reader.dialog.list))


async def test_what_another_program_does_to_the_file_is_shown_and_told(path: Path, watchful: None) -> None:
    async with reading(Situation.open(path), WIDE) as reader:
        write(path, faction("reds", "The Reds"), faction("greys", "The Greys"))
        await reader.until(lambda: reader.shows("The Greys"))
        assert reader.keys_line.startswith("Somebody else has changed this situation")
        assert reader.subject == "faction:reds"


async def test_what_is_shown_may_be_removed_by_another_program(path: Path, watchful: None) -> None:
    async with reading(Situation.open(path), WIDE, keys=["enter"]) as reader:
        write(path, faction("greys", "The Greys"))
        await reader.until(lambda: reader.subject == "faction:greys")


async def test_what_comes_into_an_empty_situation_is_begun_with(path: Path, watchful: None) -> None:
    async with reading(Situation.open(write(path)), WIDE, keys=["3"]) as reader:
        write(path, location("port", "The port"), location("land", "The land"))
        await reader.until(lambda: reader.shows("The port"))
        assert reader.subject in ("location:port", "location:land")
        assert reader.pane.name_ == "timeline"


async def test_a_file_that_cannot_be_read_is_told_once_and_stays_on_the_screen(path: Path, watchful: None) -> None:
    before = path.read_bytes()
    async with reading(Situation.open(path), WIDE) as reader:
        path.unlink()
        await reader.until(lambda: reader.keys_line.startswith("What is shown is as it was:"))
        await reader.press("down")
        assert not reader.keys_line.startswith("What is shown")
        assert reader.shows("The Blues")
        path.write_bytes(before)
        await reader.until(lambda: reader.keys_line.startswith("Somebody else"))


async def test_a_change_that_comes_too_soon_after_anothers_is_told_and_can_be_made_again(
    path: Path,
) -> None:
    async with reading(Situation.open(path), WIDE, keys=["c", "down", "enter", "p"]) as reader:
        prefer(Situation.open(path), "claim:reds-hold", [], "a film")
        await reader.press('"two witnesses', "enter")
        assert reader.keys_line.startswith("Not changed: somebody else has changed this situation meanwhile")
        await reader.press("c", "down", "enter")
        assert "because: a film" in box(reader)
        await reader.press("down", "p", '"two witnesses', "enter")
        assert reader.keys_line.startswith("Preferred:")


async def test_open_accounts_show_what_another_editor_prefers_and_the_cursor_stays(path: Path) -> None:
    situation = Situation.open(path)
    async with reading(situation, WIDE, keys=["c", "down", "enter"]) as reader:
        under = reader.dialog.list.row
        assert getattr(under, "statement", "") == "claim:blues-hold"
        prefer(situation, "claim:reds-hold", [], "a film")
        await reader.settle()
        assert "because: a film" in box(reader)
        assert getattr(reader.dialog.list.row, "statement", "") == "claim:blues-hold"
        assert reader.dialog.list.cursor == 1


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["c"], lambda told: told.count("who controlled it") == 2),
        (["w"], lambda told: "The Newcomers" in told),
        (["H"], lambda told: "Port" in told),
        (["/", '"newcom'], lambda told: "The Newcomers" in told),
        (["C"], lambda told: "The Newcomers backs" in told),
        (["x", "F"], lambda told: "The Newcomers" in told),
    ],
    ids=["conflicts", "ties", "holds", "find", "changes", "frequencies"],
)
async def test_whatever_is_open_lists_what_has_come(path: Path, keys: list[str], shown: Callable[[str], bool]) -> None:
    from store.records import read

    situation = Situation.open(path)
    async with reading(situation, WIDE, keys=keys) as reader:
        assert not shown(box(reader))
        made = [
            faction("newcomers", "The Newcomers"),
            claim("back-reds", "faction:newcomers", "backs", "faction:reds", "2016-08"),
            claim("reds-port", "faction:reds", "controls", "location:port", "2016/.."),
            claim("blues-port", "faction:blues", "controls", "location:port", "2016/.."),
        ]
        situation.change([read(record.kind, record.document) for record in made])
        await reader.settle()
        assert shown(box(reader))


async def test_a_dialog_on_what_is_no_more_says_so(path: Path) -> None:
    situation = Situation.open(path)
    async with reading(situation, WIDE, keys=["w"]) as reader:
        situation.change([], ["faction:reds"])
        await reader.settle()
        assert "no more" in box(reader)
        await reader.press("escape")
        assert reader.subject != "faction:reds"
