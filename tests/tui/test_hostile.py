"""Text from outside is shown and never obeyed: in no pane, no dialog, at no size."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.lens import EVERYTHING
from store.situation import Situation
from tests.tui.driver import WIDE, Reader, reading
from tests.tui.hostile import OBEYED, TEXTS, write_hostile
from tui.contents.index import LISTED
from tui.state.look import look_at
from tui.state.session import Session
from tui.state.stop import Stop
from tui.state.views import Views

SIZES = [WIDE, (80, 24), (60, 15)]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situation]:
    """Return the hostile situation."""
    situation = Situation.open(write_hostile(tmp_path_factory.mktemp("hostile") / "hostile.json"))
    yield situation
    situation.close()


def harmless(reader: Reader) -> None:
    """See to it that nothing on the screen is obeyed by a terminal, and that every line fits."""
    for strip in reader.strips():
        for segment in strip:
            assert not segment.control
            assert not OBEYED.search(segment.text), ascii(segment.text)
    # The border of a dialog may stand in the middle of an emoji: Textual then measures what is left of it wrongly.
    assert reader.app.screen is not reader.room or reader.screen()


async def look_about(reader: Reader, *keys: str) -> None:
    """Press keys, and look at the screen after each."""
    for key in keys:
        await reader.press(key)
        harmless(reader)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_pane_and_dialog_shows_it_and_obeys_nothing(hostile: Situation, size: tuple[int, int]) -> None:
    async with reading(hostile, size, painting=True) as reader:
        harmless(reader)
        for _ in LISTED:
            await look_about(reader, "right", "end")
        for pane in "12345":
            await look_about(reader, pane, "end", "s", "escape")
        await look_about(reader, "?", "escape", "/", '"sirte', "down", "escape", "t", '"[/]', "escape")
        await look_about(reader, "C", "tab", "escape", "F", "end", "escape", "b", "b", "left", "escape", "K", "escape")
        await look_about(reader, "H", "escape", "I", "end", "escape")
        await look_about(
            reader, "3", "Y", "escape", "o", '"[/]', "enter", "escape", "'", "escape", "m", "a", "'", "escape"
        )
        await look_about(reader, "v", "down", "enter", '"[/]', "enter", "escape", "escape", "ctrl+p")


async def test_what_is_new_is_shown_and_obeyed_by_nothing(hostile: Situation) -> None:
    look = look_at(hostile)
    session = Session(
        Stop("", EVERYTHING, "index", {}), look=look._replace(state="another", written=0) if look else None
    )
    async with reading(hostile, session=session, painting=True) as reader:
        await look_about(reader, "N", "end", "escape")


async def test_views_of_any_name_are_shown_and_obeyed_by_nothing(
    hostile: Situation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hostile, "views", Views(tmp_path / "store.json"))
    assert isinstance(hostile.views, Views)
    hostile.views.save("[/]", "x" * 100_000)
    hostile.views.save("عربي", TEXTS["arabic"])
    async with reading(hostile, painting=True) as reader:
        await look_about(reader, "v", "down", "down", "down", "ctrl+r", "escape")


async def test_every_record_can_be_read(hostile: Situation) -> None:
    async with reading(hostile) as reader:
        for name in TEXTS:
            refs = [f"{kind}:{name}" for kind in ("faction", "location", "event", "source")]
            for ref in (*refs, f"claim:{name}-says", f"event:{name}-said", f"quote:{name}-unnamed"):
                reader.room.follow(ref)
                await reader.settle()
                harmless(reader)


async def test_brackets_are_shown_as_they_are(hostile: Situation) -> None:
    async with reading(hostile, (200, 60), at="faction:brackets") as reader:
        text = "\n".join(reader.screen())
        assert TEXTS["brackets"] in text
        await reader.press("s")
        assert reader.shows("he [sic] said [/] in [red]Gaza[/red]")
        await reader.press("escape", "/", '"gaza')
        assert reader.shows("he [sic] said [/] in [red]Gaza[/red]")


async def test_a_title_of_several_lines_is_one_line_in_every_list(hostile: Situation) -> None:
    async with reading(hostile, (200, 60), at="faction:newlines") as reader:
        assert reader.lines("profile")[1].strip() == "one two three four"
        assert any("one two three four" in line for line in reader.lines("timeline"))


async def test_what_is_copied_of_it_is_clean(hostile: Situation) -> None:
    async with reading(hostile) as reader:
        for name in ("escapes", "c0", "c1", "bidi"):
            reader.room.follow(f"event:{name}")
            await reader.settle()
            await reader.press("y")
            assert reader.app.clipboard
            assert not OBEYED.search(reader.app.clipboard)
