"""Long random sessions in the room: the wire's terminal shows what Textual's would, cell for cell, for fewer bytes."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from store.situation import Situation
from tests.tui.wire.awkward import AGREED, DISPUTED, write_awkward
from tests.tui.wire.link import Link
from tests.tui.wire.picture import Screen, differences
from tests.tui.wire.recording import Recorder, pass_on, recording
from tests.tui.wire.terminal import Terminal
from tui.wire.pacing import ASK
from tui.wire.terminals import abilities

STEPS = 40
KEYS = [
    *["down", "up", "pagedown", "pageup", "home", "end"] * 4,
    *["1", "2", "3", "4", "5", "tab", "enter", "enter", "backspace", "]", "z", "x", "left", "right"] * 2,
    *["/", "f", "t", "s", "c", "v", "?", "ctrl+p", "escape", "escape", "escape"],
    *['"sirte', '"أ', '"漢', "m", "space"],
]
SIZES = [(120, 36), (80, 24), (99, 30), (61, 16), (160, 50)]
Written = Sequence[tuple[tuple[int, int], str]]


async def wander(recorder: Recorder, seed: int, each: Callable[[Written], None]) -> None:
    """Press random keys and change the size now and then; after each, hand over what was drawn."""
    chance = random.Random(seed)
    each(recorder.drawn())
    for _ in range(STEPS):
        if chance.random() < 0.1:
            await recorder.reader.resize(*chance.choice(SIZES))
        else:
            await recorder.reader.press(chance.choice(KEYS))
        if not recorder.reader.app.is_running:
            return
        each(recorder.drawn())


@pytest.fixture
def agreed(tmp_path: Path) -> Situation:
    return Situation.open(write_awkward(tmp_path / "agreed.json", *AGREED))


@pytest.fixture
def disputed(tmp_path: Path) -> Situation:
    return Situation.open(write_awkward(tmp_path / "disputed.json", *DISPUTED))


@pytest.mark.parametrize(("term", "seed"), [("xterm-256color", 0), ("xterm-256color", 1), ("screen", 2), ("vt100", 3)])
async def test_pyte_shows_the_same(shipped: Situation, agreed: Situation, term: str, seed: int) -> None:
    situation = agreed if seed % 2 else shipped
    size = SIZES[seed % 2]
    meant, shown, link = Screen(*size), Screen(*size), Link(*size, abilities(term))
    told = drawn = 0

    def compare(written: Written) -> None:
        nonlocal told, drawn
        before = len(link.sent)
        for now, text in written:
            meant.resize(*now)
            meant.feed(text.replace("\n", "\r\n").encode())
            drawn += len(text.encode())
            pass_on(link, now, text)
            shown.resize(*now)
        link.settle()
        for sent in link.sent[before:]:
            shown.feed(sent.encode())
            told += len(sent.encode())
        assert not differences(shown.cells(), meant.cells())
        assert shown.cursor == meant.cursor

    async with recording(situation, size, "truecolor" if seed == 1 else "") as recorder:
        await wander(recorder, seed, compare)
    assert told < drawn / 2


@pytest.mark.parametrize("seed", range(2))
async def test_so_does_a_terminal_that_knows_emoji_links_and_faint_text(disputed: Situation, seed: int) -> None:
    size = SIZES[0]
    meant, shown, link = Terminal(*size), Terminal(*size), Link(*size)

    def compare(written: Written) -> None:
        before = len(link.sent)
        for now, text in written:
            if now != (meant.width, meant.height):
                meant.resize(*now)
                shown.resize(*now)
            meant.feed(text)
            pass_on(link, now, text)
        link.settle()
        shown.feed("".join(link.sent[before:]).replace(ASK, ""))
        assert shown.seen() == meant.seen()

    async with recording(disputed, size) as recorder:
        await wander(recorder, seed, compare)
