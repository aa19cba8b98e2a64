"""Conflicts: what sources disagree on, account by account."""

import errno
from pathlib import Path

import pytest

from store.editing import Editor
from store.file.errors import cannot_write
from store.preferring import prefer
from store.situation import Situation
from tests.situations import cited, claim, faction, location, small, source, write
from tests.tui.driver import SMALL, WIDE, Reader, reading


@pytest.fixture
def own(tmp_path: Path) -> Situation:
    """Return a situation to be changed."""
    return Situation.open(small(tmp_path / "own.json"))


def box(reader: Reader) -> str:
    return "\n".join(reader.part(reader.dialog.list))


async def test_the_facts_of_the_lens_are_listed_with_what_is_told_of_each(town: Situation) -> None:
    async with reading(town, WIDE, keys=["c"]) as reader:
        assert "Şabrātah · who controlled it" in box(reader)
        assert "The Blues ≠ The Reds" in box(reader)
        assert "3 facts on which sources disagree · The Reds" in reader.part(reader.dialog.foot)[0]


async def test_a_fact_opens_on_its_accounts_with_their_times_under_each_other(town: Situation) -> None:
    async with reading(town, WIDE, keys=["c", "down", "enter"]) as reader:
        assert reader.dialog.title_text == "Accounts"
        lines = reader.part(reader.dialog.list)
        blues, reds = (next(line for line in lines if name in line and "█" in line) for name in ("Blues", "Reds"))
        assert reds.index("░") < blues.index("░")
        assert "since July 2016 · Coast Radio ¶1 · said 2 June 2016" in box(reader)


async def test_enter_follows_an_account_and_back_returns(town: Situation) -> None:
    async with reading(town, WIDE, keys=["c", "down", "enter", "down", "enter"]) as reader:
        assert reader.subject == "claim:reds-hold"
        await reader.press("backspace")
        assert reader.subject == "faction:reds"


async def test_escape_goes_back_to_the_facts_and_then_to_the_room(town: Situation) -> None:
    async with reading(town, SMALL, keys=["c", "enter", "escape"]) as reader:
        assert reader.dialog.title_text == "Conflicts"
        await reader.press("escape")
        assert reader.app.screen is reader.room


async def test_a_single_fact_opens_at_once_and_one_escape_leaves(tmp_path: Path) -> None:
    path = write(
        tmp_path / "s.json",
        location("town"),
        faction("reds"),
        faction("blues"),
        source("paper", publisher="Paper"),
        claim("one", "faction:reds", "controls", "location:town", "2015/2016", citations=cited("source:paper")),
        claim("two", "faction:blues", "controls", "location:town", "2016", rank="deprecated", reasoning="Hearsay."),
    )
    async with reading(Situation.open(path), WIDE, keys=["c"]) as reader:
        assert reader.dialog.title_text == "Accounts"
        assert "deprecated" in box(reader)
        assert "because: Hearsay." in box(reader)
        assert "2 versions, 1 source" in box(reader)
        await reader.press("escape")
        assert reader.app.screen is reader.room


async def test_an_account_is_preferred_for_a_reason_and_the_others_stay(own: Situation) -> None:
    async with reading(own, WIDE, keys=["c", "down", "enter", "p"]) as reader:
        assert reader.dialog.title_text == "Prefer this account"
        await reader.press("enter")
        assert "Say why" in reader.part(reader.dialog.foot)[0]
        await reader.press('"two witnesses', "enter")
        assert reader.shows("Preferred: The Blues controls Şabrātah")
        await reader.press("c", "down", "enter")
        assert "preferred" in box(reader)
        assert "because: two witnesses" in box(reader)
        assert "The Reds" in box(reader)
        await reader.press("p")
        assert reader.shows("No account of it is preferred now.")


async def test_on_a_full_disk_one_is_told_what_to_do_in_a_narrow_line(
    own: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise cannot_write(own.path, OSError(errno.ENOSPC, ""))

    monkeypatch.setattr(Editor, "make", full)
    async with reading(own, SMALL, keys=["c", "down", "enter", "p", '"two witnesses', "enter"]) as reader:
        assert reader.keys_line == "Not changed: the disk is full; free some space and try again"


async def test_a_toll_of_the_event_itself_cannot_be_preferred(town: Situation) -> None:
    async with reading(town, WIDE, keys=["c", "enter", "down", "p"]) as reader:
        assert reader.dialog.title_text == "Accounts"
        assert "only claims can be preferred" in reader.part(reader.dialog.foot)[0]


async def test_in_a_situation_that_is_read_only_the_first_change_offers_a_copy(tmp_path: Path) -> None:
    path = small(tmp_path / "s.json")
    before = path.read_bytes()
    async with reading(Situation.open(path, read_only=True), WIDE, keys=["c", "down", "enter", "p"]) as reader:
        await reader.press('"two witnesses', "enter")
        assert reader.dialog.title_text == "Change a copy"
        assert reader.dialog.line.value == "s-mine.json"
        reader.dialog.line.value = str(path)
        await reader.press("enter")
        assert "That file is there already" in reader.part(reader.dialog.foot)[0]
        reader.dialog.line.value = str(tmp_path / "mine.json")
        await reader.press("enter")
        assert reader.shows("Preferred: The Blues controls Şabrātah")
        assert (reader.subject, reader.room.view.situation.path) == ("faction:reds", tmp_path / "mine.json")
    assert path.read_bytes() == before
    assert Situation.open(tmp_path / "mine.json").document("claim:blues-hold")["rank"] == "preferred"


async def test_a_guest_cannot_copy_and_is_told_so(tmp_path: Path) -> None:
    path = small(tmp_path / "s.json")
    async with reading(Situation.open(path, read_only=True), WIDE, keys=["c", "down", "enter", "p"]) as reader:
        reader.app.may_write = False
        await reader.press('"two witnesses', "enter")
        assert reader.shows("Only editors change this situation")


async def test_what_somebody_else_changes_here_shows_at_once_and_the_cursor_stays(own: Situation) -> None:
    async with reading(own, WIDE, keys=["3", "down", "down"]) as reader:
        row = reader.pane.row
        prefer(own, "claim:blues-hold", [], "two witnesses")
        await reader.settle()
        assert reader.pane.row == row
    prefer(own, "claim:reds-hold", [], "nobody listens any more")


async def test_a_lens_without_conflicts_shows_all_there_are(town: Situation) -> None:
    async with reading(town, WIDE, keys=["down", "down", "c"]) as reader:
        assert "3 facts on which sources disagree" in reader.part(reader.dialog.foot)[0]
        assert "·" not in reader.part(reader.dialog.foot)[0]


async def test_where_nobody_disagrees_one_line_says_so(tmp_path: Path) -> None:
    async with reading(Situation.open(write(tmp_path / "s.json", faction("reds"))), keys=["c"]) as reader:
        assert reader.app.screen is reader.room
        assert reader.shows("No two accounts in this situation disagree.")
