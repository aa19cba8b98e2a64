"""The day is moved along the strip; every pane follows when it rests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.situation import Situation
from store.when import civil, ordinal
from tests.tui.driver import SMALL, WIDE, Reader, reading
from tui.state.steps import STEPS, Step, earlier, later
from tui.widgets.density_line import HELD, KNOWN

DAYS = st.integers(ordinal(1, 1, 2), ordinal(9000, 1, 1))


def strip(reader: Reader) -> str:
    return reader.part(reader.room.floor.timeline.strip)[0]


@given(DAYS, st.sampled_from(STEPS))
def test_a_step_back_and_one_on_come_to_the_end_of_the_same_stretch(day: int, step: Step) -> None:
    assert later(earlier(day, step), step) == later(day - 1, step)
    assert earlier(day, step) < day < later(day, step)


@given(DAYS)
def test_months_and_years_are_left_on_their_last_day(day: int) -> None:
    assert civil(later(day, "month") + 1)[2] == civil(earlier(day, "month") + 1)[2] == 1
    assert civil(later(day, "year") + 1)[1:] == civil(earlier(day, "year") + 1)[1:] == (1, 1)


async def test_the_day_moves_by_months_then_years_then_days(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "<"]) as reader:
        assert reader.lens.as_of == ordinal(2016, 11, 30)
        assert "as of 30 November 2016" in reader.context_line
        await reader.press("<", "<", "<", "<", ".")
        assert reader.lens.as_of == ordinal(2016, 7, 31)
        assert reader.keys_line == "< and > now move the day by a year."
        await reader.press("<", ".", ">")
        assert reader.lens.as_of == ordinal(2016, 1, 1)


async def test_every_pane_shows_the_day_once_it_rests(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "t", '"2016-05-31', "enter"]) as reader:
        assert not any("Talks in the port" in line for line in reader.lines("timeline"))
        await reader.press(">")
        assert any("Talks in the port" in line for line in reader.lines("timeline"))
        assert "as of 30 June 2016" in reader.context_line


async def test_the_strip_shows_all_of_time_and_where_the_day_stands(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x"]) as reader:
        before = strip(reader)
        await reader.press("<")
        late = strip(reader).index(HELD)
        await reader.press(".", "<")
        assert strip(reader).index(HELD) < late
        assert strip(reader).split()[0] == before.split()[0]
        assert strip(reader).split()[-1] == before.split()[-1]


async def test_running_keys_are_added_up_and_what_comes_next_sees_the_last_day(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x"]) as reader:
        for key in ("<", "<", "<", "3"):
            reader.send(key)
        await reader.settle()
        assert reader.lens.as_of == ordinal(2016, 9, 30)
        assert reader.pane.view is not None
        assert reader.pane.view.lens.as_of == ordinal(2016, 9, 30)


async def test_what_was_known_is_moved_where_that_is_looked_at(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "t", '"2016-08-18', "down", "enter", "<"]) as reader:
        assert (reader.lens.as_of, reader.lens.known_by) == (None, ordinal(2016, 7, 31))
        assert KNOWN in strip(reader)


async def test_past_the_last_day_everything_is_seen_from_today(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", ">"]) as reader:
        assert reader.keys_line.startswith("Every pane looks from today")
        await reader.press("<", ">")
        assert reader.keys_line == "From today again."
        assert reader.lens.empty


async def test_before_the_first_day_it_stays(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "t", '"2014-01-15', "enter", "<"]) as reader:
        assert reader.keys_line == "A month earlier there is nothing that has a date."
        assert reader.lens.as_of == ordinal(2014, 1, 15)


@pytest.mark.parametrize("size", [SMALL, (60, 15)])
async def test_it_works_where_the_strip_is_not_in_sight(town: Situation, size: tuple[int, int]) -> None:
    async with reading(town, size, keys=["x", "<", "<"]) as reader:
        assert reader.lens.as_of == ordinal(2016, 10, 31)
        await reader.press("3")
        assert HELD in strip(reader)


async def test_an_empty_situation_has_no_day_to_look_from(tmp_path: object) -> None:
    opened = Situation.create(tmp_path / "new.json", "New")  # type: ignore[operator]
    async with reading(opened, WIDE, keys=["<"]) as reader:
        assert reader.lens.empty
        assert "nothing that has a date" in reader.keys_line
