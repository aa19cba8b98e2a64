"""A file of settings: followed, or told by line and reason."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import fixtures
from tui.commands.keymap import AS_THEY_COME
from tui.state.setting import SETTINGS
from tui.state.settings import MOST, Settings, Unsettled, own_settings, settings_path
from tui.state.settings_text import KEYS, NotSettings, read

PATH = Path("s.toml")


def settled(text: str) -> Settings:
    return read(text.encode())


def told(text: str | bytes) -> str:
    """Return line and reason of what is wrong with a text."""
    with pytest.raises(NotSettings) as raised:
        read(text if isinstance(text, bytes) else text.encode())
    assert "\n" not in str(raised.value)
    assert str(raised.value).isprintable()
    return str(raised.value)


def test_an_empty_file_settles_nothing() -> None:
    assert settled("") == settled("# nothing yet\n\n[keys]\n") == Settings()


def test_what_a_file_says_is_so_and_the_rest_as_it_comes() -> None:
    found = settled(
        'theme = "light"\nmouse = false\nstore = "exercise"\n[keys]\nzoom = ["Z", "f5"]\nback = "pgup"\npage_up="B"'
    )
    assert (found.theme, found.mouse, found.wire) == ("light", False, "lean")
    assert found.store == fixtures.EXERCISE
    assert found.keys.keys("zoom") == ("Z", "f5")
    assert found.keys.keys("back") == ("pageup",)
    assert found.keys.keys("find") == AS_THEY_COME.keys("find")


def test_every_setting_has_a_field() -> None:
    assert {*(setting.name for setting in SETTINGS), KEYS} == set(Settings._fields)


def test_a_store_is_a_path_that_is_the_same_from_everywhere() -> None:
    assert settled('store = "~/war.json"').store == Path.home() / "war.json"
    assert settled('store = "/srv/war.json"').store == Path("/srv/war.json")
    assert told('store = "war.json"').startswith("1: store is a path from / or ~")
    assert told('store = " "') == "1: store is the path of a store, and not ''"
    assert told("store = 3") == "1: store is the path of a store, and not a number"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('\n\ntheme = "pink"', "3: theme is one of dark, light, contrast, terminal, and not 'pink'"),
        ("theme = [1]", "1: theme is one of dark, light, contrast, terminal, and not a list"),
        ('mouse = "no"', "1: mouse is true or false, and not 'no'"),
        ("# x\nthem = 1", "2: 'them' is no setting; the nearest is theme"),
        ("[window]\nwidth = 3", "1: 'window' is no setting"),
        ('[keys]\n\nfnd = "f"', "3: 'fnd' is no command; the nearest is find; `sitroom keys` lists them"),
        ("[keys]\nfind = 3", '2: find is a key in quotes, as "/", or a list of such'),
        ("[keys]\nfind = []", '2: find is a key in quotes, as "/", or a list of such'),
        ('keys.find = "slsh"', "1: find: 'slsh' is no key; keys are written as /, G, f5, pgdn, space or ctrl+b"),
        ('mouse = true\nkeys = { zoom = "ctrl+m" }', "2: zoom: ctrl+m is the same to a terminal as enter"),
        ('[keys]\n"find" = "ctrl+q"', "2: find: ctrl+q leaves from wherever one is, and cannot be given away"),
        ("keys = 3", '1: keys is a table, as [keys] and under it find = "/"'),
        ("mouse = true\nmouse = true\n", "2: this is not TOML: Cannot overwrite a value"),
        ("mouse = true\ntheme = 'dark\n", '2: this is not TOML: Expected "\'"'),
        (b"mouse = true\n# caf\xe9", "2: this is not UTF-8: save the file as that"),
        ("x=" + "[" * 30_000, "1: this is nested deeper than settings are"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_reason(text: str | bytes, line: str) -> None:
    assert told(text) == line


def test_a_key_for_two_commands_is_told_with_both_and_the_line() -> None:
    assert told('[keys]\nzoom = "c"') == "2: c is zoom here and conflicts as it comes; give one of them another key"
    both = '[keys]\nzoom = "Z"\n\ntheme = 1\n'.replace("theme = 1", 'find = ["/", "Z"]')
    assert told(both) == "4: Z is find here and zoom in line 2; give one of them another key"


def test_two_commands_may_change_places() -> None:
    found = settled('[keys]\nup = ["up", "j"]\ndown = ["down", "k"]')
    assert (found.keys.key("up"), found.keys.keys("down")) == ("↑", ("down", "k"))


def test_what_somebody_wrote_is_told_back_in_part_and_without_what_a_terminal_obeys() -> None:
    assert (
        told('theme = "' + "x" * 50_000 + '"')
        == f"1: theme is one of dark, light, contrast, terminal, and not '{'x' * 60}…'"
    )
    assert "\x1b" not in told('theme = "\\u001b[31m"')
    assert "\x1b" not in told('"\\u001b[31m" = 1')


def test_a_file_longer_than_settings_are_is_not_read() -> None:
    assert told(b"#" * (MOST + 1)) == "1: this is longer than 65,536 bytes, and settings are not"


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbftheme = 'dark'")
def test_whatever_is_in_it_is_followed_or_told(content: bytes) -> None:
    try:
        found: Settings | NotSettings = read(content)
    except NotSettings as wrong:
        found = wrong
    assert isinstance(found, Settings) or (found.line >= 1 and found.reason)


# -- where it is


def test_without_a_file_all_is_as_it_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path({}) == tmp_path / "sitroom" / "settings.toml"
    assert own_settings({}) == Settings()


def test_a_file_that_was_named_must_be_there_and_can_be_read(tmp_path: Path) -> None:
    missing, folder, pipe = tmp_path / "missing.toml", tmp_path / "folder", tmp_path / "pipe"
    folder.mkdir()
    os.mkfifo(pipe)
    for path, why in ((missing, "no such file or directory"), (folder, "is a directory")):
        with pytest.raises(Unsettled, match=f"^{path}: {why}; mend that, or name another file in SITROOM_SETTINGS$"):
            own_settings({"SITROOM_SETTINGS": str(path)})
    assert own_settings({"SITROOM_SETTINGS": str(pipe)}) == Settings()
