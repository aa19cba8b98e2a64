"""The window fits the link: keys on a slow one need not wait for each other, and no queue builds up on any."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.link import Link as Far
from tests.tui.wire.far import FarLink

MODEM, SATELLITE, SERIAL, NEAR = (
    Far(64_000, 0.3),
    Far(16_000, 1.0),
    Far(9_600, 0.005),
    Far(100_000_000, 0.002),
)
JITTERY = Far(64_000, 0.3, jitter=0.1)
MOVE = 170
"""Bytes of a cursor move."""
FIRST = 512
"""Bytes of the window before anything is known of a link."""

links = st.builds(Far, st.integers(9_600, 1_000_000), st.floats(0.001, 1.5), st.just(0.0))


def known(far: Far, size: int = MOVE) -> FarLink:
    """Return a wire whose terminal has shown a first frame, and answered."""
    link = FarLink(far, size)
    link.press()
    link.loop.pass_until(60)
    return link


def alone(far: Far) -> float:
    """Return the seconds that a move takes on a link that is empty."""
    return far.round_trip / 2 + (MOVE + 4) * 8 / far.bits


def test_the_second_key_does_not_wait_for_the_answer_to_the_first() -> None:
    link = known(MODEM, MOVE)
    link.press()
    link.loop.pass_until(60.1)
    link.press()
    link.loop.pass_until(65)

    assert link.waited[-1] == pytest.approx(alone(MODEM), abs=0.01)


def test_of_a_held_key_every_step_is_shown_once_the_link_is_known() -> None:
    link = known(MODEM, MOVE)
    link.hold(4)

    assert median(link.waited) == pytest.approx(alone(MODEM), abs=0.01)
    assert max(link.waited[50:]) < alone(MODEM) + 0.03


@pytest.mark.parametrize("far", [SATELLITE, SERIAL, NEAR, JITTERY], ids=str)
def test_where_not_every_step_fits_the_newest_is_shown_soon_after_the_last_key(far: Far) -> None:
    link = known(far, MOVE)
    link.hold(4)

    frame = (MOVE + 4) * 8 / far.bits
    assert link.waited[-1] < far.round_trip + 2 * far.jitter + 4 * frame


@given(links, st.integers(100, 400))
def test_a_frame_waits_behind_one_like_it_at_most_but_for_while_the_link_is_tried(far: Far, size: int) -> None:
    link = known(far, size)
    link.hold(4)

    frame = (size + 30) * 8 / far.bits
    assert median(link.queues) <= 2 * frame
    assert max(link.queues) <= FIRST * 8 / far.bits + far.round_trip / 2 + 3 * frame


@given(links)
def test_what_was_drawn_last_is_what_is_shown_at_the_end(far: Far) -> None:
    link = known(far, MOVE)
    link.hold(2)

    assert len(link.waited) == len(link._pressed)
    assert link.wire.owed == 0
    assert link.loop.waiting == []
