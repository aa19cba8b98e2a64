"""Deep links: `--at REF` begins at a record of any kind, on the day and through the lens that were asked for."""

import pytest

import fixtures
from store.refs import KINDS, TABLES, Kind
from store.situation import Situation
from tests.tui.driver import SMALL, WIDE, reading
from tui.cli.browse import browse
from tui.state.view import NARROWING

REFS: dict[Kind, str] = {
    "faction": "faction:misrata-militias",
    "person": "person:john-kerry",
    "location": "location:bani-walid",
    "event": "event:sirte-offensive",
    "quote": "quote:officer-almost-100-miles",
    "claim": "claim:bani-walid-at-crossroads",
    "source": "source:sirte-report",
}


def test_a_link_of_every_kind_is_tried() -> None:
    assert set(REFS) == set(KINDS) == set(TABLES)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=str)
@pytest.mark.parametrize("kind", KINDS)
async def test_a_link_opens_the_profile_of_the_record(shipped: Situation, kind: Kind, size: tuple[int, int]) -> None:
    ref = REFS[kind]
    async with reading(shipped, size, at=ref) as reader:
        assert (reader.subject, reader.pane.name_) == (ref, "profile")
        title = shipped.title_of(ref)[:20]
        assert any(title in line for line in reader.lines("profile"))
        assert (reader.lens.about == (ref,)) == (kind in (*NARROWING, "event"))
        await reader.press("s")
        assert reader.dialog.title_text == "Sources"
        await reader.press("escape", "backspace")
        assert reader.keys_line == "This is where the trail begins."


async def test_a_link_keeps_the_day_and_the_lens(shipped: Situation) -> None:
    lens = shipped.lens("place:sirte as-of:2015")
    async with reading(shipped, WIDE, at=REFS["quote"], lens=lens) as reader:
        assert reader.subject == REFS["quote"]
        assert reader.lens == lens
        assert "as of 31 December 2015" in reader.context_line


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_line_takes_a_link_of_every_kind(kind: Kind) -> None:
    context = browse.make_context("sitroom", [str(fixtures.SHIPPED), "--at", REFS[kind]])
    assert context.params["at"] == REFS[kind]
