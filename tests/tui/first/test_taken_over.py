"""A room that was pictured before does at once what is asked of it, in panes that have asked nothing yet."""

from pathlib import Path

import pytest

from tests.tui.wire.sitting import Sitting

WIDE = (120, 36)
OPEN = "? help"


def pictured(sitting: Sitting) -> str:
    """Return the picture that is there before the program is: Textual takes longer to load than that to come."""
    assert sitting.shows(OPEN)
    while sitting.listen():
        continue
    return sitting.screen.text


def left_in(home: Path, keys: bytes, seen: str) -> None:
    """Leave the room after some keys."""
    with Sitting(home, size=WIDE) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(keys)
        assert sitting.shows(seen), sitting.screen.text
        sitting.press(b"q")
        assert sitting.ended() == 0


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        (b"j", "━1 Index"),
        (b"3S", "oldest first"),
        (b"2z", "━2 Profile"),
        (b"3fgate", "with “gate”"),
        (b"4G", "━4 Map"),
        (b"5j", "━5 Quotes"),
        (b"\r", "━2 Profile"),
        (b"x", "The lens is clear"),
        (b"t2016-08-10\r", "as of 10 August 2016"),
    ],
    ids=repr,
)
def test_a_first_key_does_what_it_does_later(tmp_path: Path, keys: bytes, seen: str) -> None:
    with Sitting(tmp_path, size=WIDE) as late:
        assert late.shows(OPEN)
        assert late.until(lambda: b"\x1b[5n" in late.said)
        while late.listen(0.3):
            continue
        late.press(keys)
        assert late.shows(seen), late.screen.text
        while late.listen(0.3):
            continue
        later = late.screen.text
    with Sitting(tmp_path, "--fresh", size=WIDE) as early:
        pictured(early)
        early.press(keys)
        assert early.until(lambda: early.screen.text == later), early.screen.text


def test_behind_a_dialog_that_is_opened_at_once_the_panes_are_as_pictured(tmp_path: Path) -> None:
    left_in(tmp_path, b"2", "━2 Profile")
    with Sitting(tmp_path, size=WIDE) as sitting:
        before = pictured(sitting)
        sitting.press(b"?")
        assert sitting.shows("Help")
        sitting.press(b"\x1b")
        assert sitting.until(lambda: sitting.screen.text == before), sitting.screen.text


def test_who_leaves_at_once_has_not_moved(tmp_path: Path) -> None:
    left_in(tmp_path, b"3fmisrata\rjj2jjj1", "━1 Index")
    places = []
    for _ in range(3):
        with Sitting(tmp_path, size=WIDE) as sitting:
            places.append(pictured(sitting))
            sitting.press(b"q")
            assert sitting.ended() == 0
    assert len(set(places)) == 1
