"""What a person has settled for themselves in one file, and where that is. Nothing is loaded where there is none."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias, get_args

import fixtures
from store.errors import StoreError
from store.folders import config_folder
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.palette import ThemeName

WireName: TypeAlias = Literal["lean", "stock"]
WIRES: tuple[WireName, ...] = get_args(WireName)

VARIABLE = "SITROOM_SETTINGS"
"""Names another file of settings."""
MOST = 65_536
"""Bytes of the longest file that is read."""


class Settings(NamedTuple):
    """What is so where neither the command line nor the environment says otherwise."""

    store: Path = fixtures.SHIPPED
    theme: ThemeName = "dark"
    wire: WireName = "lean"
    mouse: bool = True
    keys: Keymap = AS_THEY_COME


class Unsettled(StoreError):
    """The file of settings cannot be followed: where, why, and what to do."""


def settings_path(environment: Mapping[str, str]) -> Path:
    """Return the file that settings are read from, whether it is there or not."""
    named = environment.get(VARIABLE)
    return Path(named) if named else config_folder() / "settings.toml"


def own_settings(environment: Mapping[str, str]) -> Settings:
    """Return what the user's file says; what is so by itself where there is no file. Raises Unsettled."""
    path = settings_path(environment)
    try:
        text = _read(path)
    except OSError as error:
        # Somebody else's home, which cannot be looked into, has no settings either.
        if not (environment.get(VARIABLE) or os.path.lexists(path)):
            return Settings()
        raise Unsettled(f"{path}: {_why(error)}; mend that, or name another file in {VARIABLE}") from None
    from tui.state.settings_text import NotSettings, read

    try:
        return read(text)
    except NotSettings as error:
        raise Unsettled(f"{path}:{error.line}: {error.reason}") from None


def _read(path: Path) -> bytes:
    """Return what is in the file, as far as settings can be long. Raises OSError."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:  # a pipe is not waited for
        return file.read(MOST + 1)


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
