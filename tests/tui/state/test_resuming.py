"""Who opens a store again is where they left it."""

from pathlib import Path

from store.situation import Situation
from tests.situations import event, faction, write
from tests.tui.driver import WIDE, Reader, reading
from tui.state.session import Session, read, written

WALK = ["right", "S", "f", '"po', "enter", "enter", "3", "down", "down", "enter", "backspace", "5", "z"]


def left_by(reader: Reader) -> Session:
    """Return the session as it comes back from its file."""
    session = reader.room.session
    assert session is not None
    return read(written(session))


async def test_everything_is_as_it_was_left_and_so_is_the_way_back(town: Situation) -> None:
    async with reading(town, WIDE, keys=WALK) as reader:
        left, screen = left_by(reader), reader.screen()
        await reader.press("z")
        others = reader.screen()
        await reader.press("]")
        ahead = reader.screen()
        await reader.press("backspace", "backspace")
        behind = reader.screen()
    assert left.zoomed
    assert left.history.behind
    assert left.history.ahead
    async with reading(town, WIDE, session=left) as reader:
        assert left_by(reader) == left
        assert reader.screen() == screen
        await reader.press("z")
        assert reader.screen() == others
        await reader.press("]")
        assert reader.screen() == ahead
        await reader.press("backspace", "backspace")
        assert reader.screen() == behind


async def test_what_has_gone_meanwhile_is_stepped_over(town: Situation, tmp_path: Path) -> None:
    async with reading(town, WIDE, keys=WALK) as reader:
        left = left_by(reader)
    other = Situation.open(write(tmp_path / "other.json", faction("greens", "Greens"), event("e", "Elsewhere")))
    async with reading(other, WIDE, session=left) as reader:
        assert reader.subject == "faction:greens"
        assert reader.pane.name_ == "index"
        assert not reader.room.history.behind


async def test_a_list_that_is_shorter_now_has_its_cursor_on_the_last_row(town: Situation) -> None:
    async with reading(town, WIDE, keys=["3"]) as reader:
        left = left_by(reader)
    memories = {
        pane: memory._replace(place=memory.place._replace(cursor=9_999, top=9_990))
        for pane, memory in left.here.memories.items()
    }
    far = left._replace(here=left.here._replace(memories=memories))
    async with reading(town, WIDE, session=far) as reader:
        assert reader.room.floor.pane("timeline").row is not None
        await reader.press("up", "down", "1", "4", "5")
