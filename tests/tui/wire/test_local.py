"""The program on a real pty, beside itself with Textual's own driver: the same screen, however the terminal answers."""

import random
from pathlib import Path

import pytest

from tests.tui.wire.awkward import AGREED, write_awkward
from tests.tui.wire.picture import differences
from tests.tui.wire.sitting import Delay, Sitting, at_once, never, some_time

OPEN = "Factions"
KEYS = [b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\r", b"\x7f", *[b"%d" % pane for pane in range(1, 6)], b"z", b"z", b"\t"]
SIZES = [(80, 24), (120, 36), (61, 16)]


def assert_alike(lean: Sitting, stock: Sitting) -> None:
    """Listen to both until they are silent and show the same."""

    def alike() -> bool:
        heard = [lean.listen(0.1), stock.listen(0.1)]
        return not any(heard) and not differences(lean.screen.cells(), stock.screen.cells())

    assert lean.until(alike), differences(lean.screen.cells(), stock.screen.cells())[:10]


@pytest.mark.parametrize("answers", [at_once, never, some_time(1)], ids=["at-once", "never", "whenever"])
def test_keys_and_sizes_end_in_the_same_screen_for_fewer_bytes(tmp_path: Path, answers: Delay) -> None:
    store = write_awkward(tmp_path / "many.json", *AGREED)
    chance = random.Random(7)
    with (
        Sitting(tmp_path, store, answers=answers, synchronises=True) as lean,
        Sitting(tmp_path, store, "--wire", "stock", synchronises=True) as stock,
    ):
        assert lean.shows(OPEN)
        assert stock.shows(OPEN)
        for _ in range(12):
            for _ in range(chance.randrange(6)):
                keys = chance.choice(KEYS)
                lean.press(keys)
                stock.press(keys)
            if chance.random() < 0.4:
                size = chance.choice(SIZES)
                lean.resize(*size)
                stock.resize(*size)
            assert_alike(lean, stock)
        for sitting in (lean, stock):
            sitting.press(b"?")
            assert sitting.shows("Help")
        assert_alike(lean, stock)
        for sitting in (lean, stock):
            sitting.press(b"\x1b")
            assert sitting.hides("Help")
            sitting.press(b"q")
            assert sitting.ended() == 0
            assert sitting.left_as_found()
    assert len(lean.said) < len(stock.said)


def test_a_resize_storm_ends_in_the_screen_from_before(tmp_path: Path) -> None:
    with Sitting(tmp_path) as sitting:
        assert sitting.shows(OPEN)
        assert sitting.until(lambda: b"\x1b[5n" in sitting.said and not sitting.listen(0.1))
        before = sitting.screen.cells()
        for _ in range(3):
            for width in [*range(60, 140, 7), 80]:
                sitting.resize(width, 24)
                sitting.listen(0.001)
            assert sitting.until(lambda: not (sitting.listen() or differences(sitting.screen.cells(), before)))


def test_a_frame_stands_between_marks_where_the_terminal_knows_them(tmp_path: Path) -> None:
    with Sitting(tmp_path, synchronises=True) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(b"3")
        assert sitting.shows("[3 Timeline]")
        assert sitting.until(lambda: sitting.said.endswith(b"\x1b[?2026l\x1b[5n"))
        marked = sitting.said[sitting.said.index(b"\x1b[?2026h") :]
        assert marked.count(b"\x1b[?2026h") == marked.count(b"\x1b[?2026l") == marked.count(b"\x1b[5n")


def test_answers_are_no_keys(tmp_path: Path) -> None:
    # In the room `0`, `n` and an escape would do nothing; in a line they would be typed.
    with Sitting(tmp_path, answers=some_time(3)) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(b"/sirte")
        assert sitting.shows("sirte")
        for letter in b"siege":
            sitting.press(bytes([letter]))
        assert sitting.shows("sirtesiege")
        assert "[0n" not in sitting.screen.text
