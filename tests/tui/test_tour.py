"""The tour that an analyst makes: from a list to a faction, along its ties, to a source, and all the way back."""

from typing import NamedTuple

import pytest

from store.lens import Lens
from store.refs import Ref
from store.situation import Situation
from tests.tui.driver import Reader, reading
from tui.commands.command import PaneId
from tui.widgets.place import Place

SIZES = [(120, 36), (80, 24)]


class Where(NamedTuple):
    """Everything that back must bring back."""

    subject: Ref
    lens: Lens
    pane: PaneId
    place: Place
    filter: str
    row: object


def where(reader: Reader) -> Where:
    pane = reader.pane
    return Where(reader.subject, reader.lens, pane.name_, pane.list.place, pane.filter, pane.row)


async def down_to(reader: Reader, target: Ref) -> None:
    """Walk down a list to the row that names a record."""
    for _ in range(reader.row_list.listing.rows):
        if reader.row.target == target:
            return
        await reader.press("down")
    raise AssertionError(f"no row names {target}")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_faction_is_read_and_left_along_tie_place_event_and_source_and_come_back_to(
    shipped: Situation, size: tuple[int, int]
) -> None:
    async with reading(shipped, size) as reader:
        left: list[tuple[Where, list[str]]] = []

        def leave() -> None:
            left.append((where(reader), reader.screen()))

        await reader.press("f", '"misr', "enter")
        assert reader.line_under_cursor().startswith("Misrata militias")
        leave()

        await reader.press("enter")
        assert (reader.subject, reader.pane.name_) == ("faction:misrata-militias", "profile")
        await down_to(reader, "faction:islamic-state-in-libya")
        leave()

        await reader.press("enter")
        assert reader.subject == "faction:islamic-state-in-libya"
        await down_to(reader, "location:sirte")
        leave()

        await reader.press("enter", "3")
        assert reader.lens.about == ("location:sirte",)
        assert any(str(reader.row_list.listing.rows) in line for line in reader.lines("timeline")[:1])
        await down_to(reader, "event:sirte-surrounded")
        leave()

        await reader.press("enter")
        assert reader.subject == "event:sirte-surrounded"
        assert reader.lens.about == ("location:sirte",)
        leave()

        await reader.press("s", "enter")
        assert (reader.subject, reader.pane.name_) == ("source:sirte-report", "profile")

        for earlier in reversed(left):
            await reader.press("backspace")
            assert (where(reader), reader.screen()) == earlier
        await reader.press("backspace")
        assert "trail begins" in reader.keys_line

        for later in left[1:]:
            await reader.press("]")
            assert where(reader) == later[0]
        await reader.press("]")
        assert reader.subject == "source:sirte-report"
