"""What a user has settled in a file, on the command line: overruled by the environment, and that by what is typed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.situations import write
from tests.tui.cli.conftest import Typed
from tests.tui.cli.running import environment, run
from tests.tui.wire.sitting import Sitting
from tui.commands.registry import WITH_KEYS

Refused = Callable[..., str]


@pytest.fixture
def settings(at_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the user's settings are; nothing is there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(at_home / "config"))
    path = at_home / "config" / "sitroom" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


def test_paths_lists_the_file_that_is_read(typed: Typed, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"settings   {settings}\n" in typed("paths").out
    monkeypatch.setenv("SITROOM_SETTINGS", "/dev/null")
    assert "settings   /dev/null\n" in typed("paths").out


def test_a_store_is_that_of_the_settings_unless_one_is_named(
    typed: Typed, settings: Path, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, other = (write(at_home / f"{name}.json", title=name) for name in ("mine", "other"))
    settings.write_text(f'store = "{mine}"\n')
    assert typed("stats").out.startswith("mine\n")
    assert typed("export", "json").json["situation"]["about"]["title"] == "mine"
    assert typed("stats", "--store", other).out.startswith("other\n")
    monkeypatch.setenv("SITROOM_STORE", str(other))
    assert typed("stats").out.startswith("other\n")
    assert typed("stats", "sirte").out.startswith("Sirte 2016\n")


@pytest.mark.parametrize("words", [("stats",), ("find", "sirte"), ("show", "faction:tunisia"), ("keys",), ()])
def test_settings_that_cannot_be_followed_are_one_line_and_nothing_is_lost(
    refused: Refused, settings: Path, words: tuple[str, ...]
) -> None:
    settings.write_text('mouse = true\n[keys]\nfind = "c"\n')
    before = settings.read_bytes()
    told = "c is find here and conflicts as it comes; give one of them another key"
    assert refused(*words) == f"{settings}:3: {told}"
    assert settings.read_bytes() == before


def test_help_does_not_wait_for_settings(typed: Typed, settings: Path) -> None:
    settings.write_text("nonsense")
    for words in (("--help",), ("--version",), ("find", "--help"), ("mine.json", "--help"), ("completion", "bash")):
        assert typed(*words).code == 0
    assert typed("stats", "--store", "sirte").code == 0


def test_keys_are_listed_as_they_are_bound(typed: Typed, settings: Path) -> None:
    listed = typed("keys").out
    assert all(f" {command.id} " in listed and command.help in listed for command in WITH_KEYS.values())
    assert "  /            find           Find anything" in listed
    assert "(yours)" not in listed
    settings.write_text('[keys]\nfind = ["ctrl+f", "f5"]\n')
    assert "  ctrl+f f5    find           Find anything by its words, in any script. (yours)\n" in typed("keys").out


def test_a_theme_of_the_environment_is_checked_as_a_typed_one_is() -> None:
    ended = run(env=environment(SITROOM_THEME="pink"))
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert b"'pink' is not one of 'dark', 'light', 'contrast', 'terminal'" in ended.stderr


@pytest.mark.parametrize("mouse", [True, False])
def test_the_mouse_is_left_to_the_terminal_where_that_is_settled(tmp_path: Path, mouse: bool) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(f"mouse = {str(mouse).lower()}\n")
    with Sitting(tmp_path, changed={"SITROOM_SETTINGS": str(settings)}) as sitting:
        assert sitting.shows("Factions")
        sitting.press(b"z")
        assert sitting.shows("There is room for one pane only")
        sitting.press(b"q")
        assert sitting.ended() == 0
    assert (b"\x1b[?1000h" in sitting.said) == mouse
