"""What is plainly asked is read without click, and as click reads it; what is not, is left to click."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import click
import pytest

import fixtures
from tui.cli import asked
from tui.cli.asked import Asked, plainly_asked
from tui.cli.browse import browse
from tui.commands.keymap import Keymap


@pytest.fixture(autouse=True)
def on_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have the program think that somebody sees it; with a home of its own."""
    monkeypatch.setattr(asked, "_on_terminal", lambda _: True)
    monkeypatch.setattr(browsing, "on_terminal", lambda _: True)
    monkeypatch.setattr(browsing, "sit", _sat)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("SITROOM_STORE", "SITROOM_THEME", "SITROOM_SETTINGS"):
        monkeypatch.delenv(name, raising=False)


class _Sat(Exception):
    """Browsing has come to sit down."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked


def _sat(asked: Asked, *_: object) -> NoReturn:
    raise _Sat(asked)


def by_click(words: Sequence[str]) -> Asked:
    with pytest.raises(_Sat) as sat:
        browse.main(list(words), standalone_mode=False)
    return sat.value.asked


def quickly(words: Sequence[str], monkeypatch: pytest.MonkeyPatch, changed: Mapping[str, str]) -> Asked | None:
    for name, value in changed.items():
        monkeypatch.setenv(name, value)
    return plainly_asked(words, os.environ)


browsing = sys.modules["tui.cli.browse"]

PLAIN: list[tuple[str, ...]] = [
    (),
    ("exercise",),
    ("sirte", "--theme", "contrast", "--fresh"),
    ("--at", "faction:tunisia", "--as-of=2016-08", "--no-mouse"),
    ("--mouse", "--wire", "stock", "--lens", "sirte"),
]
AROUND: list[dict[str, str]] = [{}, {"SITROOM_STORE": "exercise", "SITROOM_THEME": "light"}]
SETTLED = ["", 'theme = "terminal"\nmouse = false\nwire = "stock"\nstore = "exercise"\n[keys]\nzoom = "Z"\n']


@pytest.mark.parametrize("settled", SETTLED, ids=["no settings", "settings"])
@pytest.mark.parametrize("changed", AROUND, ids=["", "environment"])
@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_both_readings_are_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: Sequence[str], changed: Mapping[str, str], settled: str
) -> None:
    if settled:
        (tmp_path / "sitroom").mkdir()
        (tmp_path / "sitroom" / "settings.toml").write_text(settled)
    quick = quickly(words, monkeypatch, changed)
    assert quick is not None
    if "--at" not in words and "--lens" not in words:  # of these a store is asked, and it must have them
        assert quick == by_click(words)
    assert quick.keys == (Keymap({"zoom": ("Z",)}) if settled else Keymap())


def test_the_line_overrules_the_environment_and_that_the_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "sitroom").mkdir()
    (tmp_path / "sitroom" / "settings.toml").write_text('theme = "terminal"\nmouse = false\nstore = "exercise"\n')
    of_file = quickly((), monkeypatch, {})
    around = quickly((), monkeypatch, {"SITROOM_THEME": "light", "SITROOM_STORE": "sirte"})
    typed = quickly(("exercise", "--theme=contrast", "--mouse"), monkeypatch, {})
    assert of_file == Asked(str(fixtures.EXERCISE), theme="terminal", mouse=False)
    assert around == Asked(str(fixtures.SHIPPED), theme="light", mouse=False)
    assert typed == Asked(str(fixtures.EXERCISE), theme="contrast", mouse=True)


@pytest.mark.parametrize(
    "words",
    [
        ("stats",),
        ("--help",),
        ("--theme", "pink"),
        ("--at", "nobody"),
        ("a.json", "b.json"),
        ("--at",),
        ("missing.json",),
    ],
    ids=" ".join,
)
def test_what_is_not_plain_is_left_to_click(monkeypatch: pytest.MonkeyPatch, words: Sequence[str]) -> None:
    assert quickly(words, monkeypatch, {}) is None


def test_so_is_a_theme_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert quickly((), monkeypatch, {"SITROOM_THEME": "pink"}) is None
    with pytest.raises(click.BadParameter):
        by_click(())
