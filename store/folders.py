"""The user's own folders for what the program keeps, where platformdirs has them.

On Linux that is said here too: before a first screen there is no time to load a library that asks for four systems.
"""

import os
import sys
from pathlib import Path

_LINUX = sys.platform == "linux" and not hasattr(sys, "getandroidapilevel")


def cache_folder() -> Path:
    """Return the folder for what can be made again; it may not be there yet."""
    found = _linux("XDG_CACHE_HOME", ".cache")
    if found is None:
        from platformdirs import user_cache_path

        found = user_cache_path("sitroom", appauthor=False)
    return found


def config_folder() -> Path:
    """Return the folder for what the user settles; it may not be there."""
    found = _linux("XDG_CONFIG_HOME", ".config")
    if found is None:
        from platformdirs import user_config_path

        found = user_config_path("sitroom", appauthor=False)
    return found


def state_folder() -> Path:
    """Return the folder for what is to be found again another day; it may not be there yet."""
    found = _linux("XDG_STATE_HOME", ".local/state")
    if found is None:
        from platformdirs import user_state_path

        found = user_state_path("sitroom", appauthor=False)
    return found


def _linux(variable: str, usual: str) -> Path | None:
    """Return the folder on Linux by the XDG base directory rules; None on another system, or where HOME is no help."""
    named, home = Path(os.environ.get(variable, "")), Path(os.environ.get("HOME", ""))
    if not _LINUX or not (named.is_absolute() or home.is_absolute()):
        return None
    return (named if named.is_absolute() else home / usual) / "sitroom"
