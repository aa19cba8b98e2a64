"""Years before Christ and deep time: told in words everywhere, and looked at from near and far."""

from pathlib import Path

import pytest

from store.situation import Situation
from tests.situations import event, write
from tests.tui.cli.conftest import Typed
from tests.tui.cli.conftest import typed as typed  # the fixture
from tests.tui.driver import WIDE, reading

OLD = [("big-bang", "Y-13800000000"), ("trilobites", "Y-538800000"), ("wheel", "-3500"), ("ides", "-0043-03-15")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path / "s.json", *(event(name, name, when) for name, when in OLD))


async def test_time_is_brushed_zoomed_counted_and_looked_from_however_deep(path: Path) -> None:
    keys = ["3", "b", "b", "right", "enter", "F", "escape", "v", "escape", "C", "escape", "+", "+", "-", "<", "<", ">"]
    async with reading(Situation.open(path), WIDE) as reader:
        for key in keys:
            await reader.press(key)
            assert not any("-13800000000" in line or "-538800000" in line for line in reader.screen())


async def test_the_strip_says_years_as_everything_else_does(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", event("a", "A", "-0753"), event("b", "B", "-0480"), event("c", "C", "0014~"))
    async with reading(Situation.open(path), WIDE) as reader:
        await reader.press("3")
        assert "761–742 BC" in reader.lines("timeline")[1]
        assert any(line.startswith("▌≈ AD 14 ") for line in reader.lines("timeline"))


def test_the_commands_answer_however_deep(typed: Typed, path: Path) -> None:
    assert "span       Y-13800000000 to -0043-03-15" in typed("stats", "--store", str(path)).out
    assert typed("stats", "--store", str(path), "--json").json["span"] == ["Y-13800000000", "-0043-03-15"]
    told = typed("timeline", "--store", str(path))
    assert "  13.8 bn BC: event, big-bang" in told.out
    assert typed("timeline", "--store", str(path), "--json").code == 0
    assert typed("timeline", "--store", str(path), "--lens", "since:-0100").out.count("event,") == 1
