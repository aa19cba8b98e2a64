"""The program on terminals that can do less than an xterm of 256 colours, and in locales of few letters."""

import re
from pathlib import Path

import pytest

from tests.tui.wire.awkward import AGREED, write_awkward
from tests.tui.wire.sitting import Sitting
from tests.tui.wire.test_local import assert_alike
from tui.wire.letters import spelling

OPEN = "Factions"
KEYS = (b"\x1b[B\x1b[B", b"\r", b"3\x1b[6~", b"4", b"5", b"z", b"z", b"1l", b"?")
TERMS = ["xterm-256color", "xterm", "tmux-256color", "screen", "screen-256color", "linux", "vt100", "unheard-of"]
LATER = re.compile(rb"\x1b\[(?:[<>=][\d;]*u|\?[\d;]*\$p)")
SGR = re.compile(rb"\x1b\[([\d;:]*)m")
GREY = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}


def colours(said: bytes) -> set[int]:
    return {int(code or 0) for codes in SGR.findall(said) for code in re.split(b"[;:]", codes)} & GREY


def wander(sitting: Sitting) -> None:
    """Go about, open a dialog, and close it."""
    assert sitting.shows(OPEN)
    for keys in KEYS:
        sitting.press(keys)
    assert sitting.shows("Help")
    sitting.press(b"\x1b")
    assert sitting.hides("Help")


@pytest.mark.parametrize("term", TERMS)
def test_every_terminal_shows_the_same_text_and_is_left_as_found(tmp_path: Path, term: str) -> None:
    store = write_awkward(tmp_path / "many.json", *AGREED)
    with (
        Sitting(tmp_path, store, changed={"TERM": term}) as lean,
        Sitting(tmp_path, store, "--wire", "stock") as stock,
    ):
        assert lean.shows(OPEN)
        assert stock.shows(OPEN)
        for keys in KEYS[:-1]:
            lean.press(keys)
            stock.press(keys)
            assert lean.until(
                lambda: not (lean.listen() or stock.listen()) and lean.screen.text == stock.screen.text
            ), f"{keys!r}\n{lean.screen.text}\n{stock.screen.text}"
        if term == "xterm-256color":
            assert_alike(lean, stock)
        lean.press(b"q")
        assert lean.ended() == 0
        assert lean.modes_are_back()
        # Old terminals would show the ends of these as text.
        assert bool(LATER.search(lean.said)) == (term.startswith(("xterm", "screen", "tmux")))


@pytest.mark.parametrize(
    ("changed", "known"),
    [
        ({"TERM": "xterm-256color", "NO_COLOR": "1", "COLORTERM": "truecolor"}, set[int]()),
        ({"TERM": "vt100"}, set[int]()),
        ({"TERM": "linux"}, GREY - {38, 48}),
        ({"TERM": "unheard-of"}, {*range(30, 38), *range(40, 48)}),
        ({"TERM": "xterm"}, GREY - {38, 48}),
    ],
    ids=str,
)
def test_no_colour_is_asked_for_that_there_is_not(tmp_path: Path, changed: dict[str, str], known: set[int]) -> None:
    with Sitting(tmp_path, changed=changed) as sitting:
        wander(sitting)
        sitting.press(b"q")
        assert sitting.ended() == 0
        assert colours(sitting.said) <= known
        assert bool(colours(sitting.said)) == bool(known)


@pytest.mark.parametrize(
    ("changed", "codec"),
    [
        ({"LC_ALL": "C"}, "ascii"),
        ({"LC_ALL": "", "LANG": "C"}, "ascii"),
        ({"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "ascii"),
        ({"LC_ALL": "en_US.ISO-8859-1"}, "iso8859-1"),
        ({"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}, "iso8859-1"),
    ],
    ids=str,
)
def test_a_locale_of_few_letters_gets_those_cell_for_cell(tmp_path: Path, changed: dict[str, str], codec: str) -> None:
    store = write_awkward(tmp_path / "many.json", *AGREED)
    spell = spelling(codec)
    assert spell is not None
    with Sitting(tmp_path, store, changed=changed, codec=codec) as few, Sitting(tmp_path, store) as all_:
        assert few.shows("Factions")
        assert all_.shows("Factions")
        for keys in (b"3jj", b"4", b"\t"):
            few.press(keys)
            all_.press(keys)
            assert few.until(
                lambda: (
                    not (few.listen() or all_.listen())
                    and few.screen.text.split("\n") == [spell(line) for line in all_.screen.text.split("\n")]
                )
            )
        few.press(b"q")
        assert few.ended() == 0
        assert codec != "ascii" or few.said.isascii()


def test_what_is_typed_in_latin_1_is_understood(tmp_path: Path) -> None:
    with Sitting(tmp_path, changed={"LC_ALL": "en_US.ISO-8859-1"}, codec="iso8859-1") as sitting:
        assert sitting.shows(OPEN)
        sitting.press("/Étampes".encode("iso8859-1"))
        assert sitting.shows("Étampes")


def test_few_letters_make_a_map_that_can_be_read(tmp_path: Path) -> None:
    with Sitting(tmp_path, changed={"LC_ALL": "C"}, size=(120, 36)) as sitting:
        assert sitting.shows(OPEN)
        sitting.press(b"4z")
        assert sitting.until(lambda: sum(sitting.screen.text.count(mark) for mark in ".:") > 60)
        assert "Libya" in sitting.screen.text
