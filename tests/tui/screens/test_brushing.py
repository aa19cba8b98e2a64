"""A span of the strip is brushed, by keys or with the mouse, and narrows the lens; time is looked at closer or not."""

from hypothesis import given
from hypothesis import strategies as st

from store.situation import Situation
from store.when import ordinal
from tests.tui.driver import SMALL, WIDE, Reader, reading
from tui.state.spans import SHORTEST, Span, closer, further
from tui.widgets.density_line import BEGIN, END, HERE

DAYS = st.integers(ordinal(1000, 1, 1), ordinal(3000, 1, 1))
SPANS = st.tuples(DAYS, st.integers(1, 100_000)).map(lambda made: Span(made[0], made[0] + made[1]))


def strip(reader: Reader) -> str:
    return reader.part(reader.room.floor.timeline.strip)[0]


def span(reader: Reader) -> tuple[int | None, int | None]:
    return reader.lens.since, reader.lens.until


@given(SPANS, DAYS)
def test_closer_is_shorter_and_within_until_there_is_nothing_closer(shown: Span, around: int) -> None:
    found = closer(shown, around)
    assert (found is None) == (shown.length <= SHORTEST)
    if found:
        assert shown.first <= found.first <= found.last <= shown.last
        assert found.length < shown.length


@given(SPANS, SPANS)
def test_further_is_longer_and_ends_with_all_of_time(one: Span, other: Span) -> None:
    whole = Span(min(one.first, other.first), max(one.last, other.last))
    for _ in range(40):
        found = further(one, whole)
        if found is None:
            return
        assert whole.first <= found.first <= one.first <= one.last <= found.last <= whole.last
        assert found.length > one.length
        one = found
    raise AssertionError("it does not end")


async def test_the_brush_stands_where_the_cursor_is_in_time(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "3", "z", "b"]) as reader:
        assert HERE in strip(reader)
        assert "July 2016" in reader.keys_line
        await reader.press("left")
        assert reader.keys_line.startswith("June 2016: 3")


async def test_a_span_is_begun_widened_and_taken(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "3", "z", "b", "b", "left", "left"]) as reader:
        drawn = strip(reader)
        assert drawn.index(BEGIN) < drawn.index(END)
        await reader.press("enter")
        assert span(reader) == (ordinal(2016, 5, 1), ordinal(2016, 7, 31))
        assert "since May 2016 · until July 2016" in reader.context_line
        assert HERE not in strip(reader)
        assert strip(reader).strip().startswith("May 2016")
        assert reader.subject == "faction:reds"


async def test_escape_puts_the_brush_away_and_arrows_then_do_nothing(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "3"]) as reader:
        before = strip(reader)
        await reader.press("b", "b", "left", "escape")
        assert strip(reader) == before
        assert span(reader) == (None, None)
        await reader.press("left", "enter")
        assert span(reader) == (None, None)
        assert reader.pane.name_ == "profile"


async def test_brushing_begins_from_any_pane(town: Situation) -> None:
    async with reading(town, SMALL, keys=["x", "b"]) as reader:
        assert reader.pane.name_ == "timeline"
        assert HERE in strip(reader)


async def test_the_mouse_draws_a_span(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x"]) as reader:
        widget = reader.room.floor.timeline.strip
        scale = widget.scale
        assert scale is not None
        await reader.pilot.mouse_down(widget, offset=(scale.left, 0))
        await reader.pilot.hover(widget, offset=(scale.left + 5, 0))
        await reader.pilot.mouse_up(widget, offset=(scale.left + 5, 0))
        await reader.settle()
        first, last = scale.days(scale.stretch_of(0))[0], scale.days(scale.stretch_of(5))[1]
        assert span(reader) == (first, last)


async def test_time_is_looked_at_closer_and_further(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "3", "+"]) as reader:
        since, until = span(reader)
        assert since is not None
        assert until is not None
        await reader.press("+")
        closer_since, closer_until = span(reader)
        assert closer_since is not None
        assert closer_until is not None
        assert closer_until - closer_since < until - since
        await reader.press("-", "-", "-", "-")
        assert span(reader) == (None, None)
        await reader.press("-")
        assert reader.keys_line == "All of time is shown already."


async def test_nothing_is_closer_than_a_week(town: Situation) -> None:
    async with reading(town, WIDE, keys=["x", "3", *["+"] * 9]) as reader:
        assert reader.keys_line == "Closer than a week there is nothing to see."


async def test_an_empty_situation_has_no_span(tmp_path: object) -> None:
    opened = Situation.create(tmp_path / "new.json", "New")  # type: ignore[operator]
    async with reading(opened, WIDE, keys=["b"]) as reader:
        assert reader.keys_line == "Nothing here has a date: there is no span to brush."
        await reader.press("+")
        assert "nothing to see" in reader.keys_line
        await reader.press("-")
        assert reader.lens.empty
