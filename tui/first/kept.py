"""The picture that a reader left, kept to be shown again at once: before anything is loaded that could draw it.

It is shown only where it is right: the store is as it was, the reader's place in it, the terminal, and how it is
coloured.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from store.file.fingerprint import fingerprint
from tui.commands.keymap import Keymap
from tui.palette import ThemeName
from tui.state.keeping import keep, place_of

MOST = 1_000_000
"""Bytes of the longest file that is read."""
_HEEDED = ("TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "PYTHONIOENCODING", "PYTHONUTF8")
UNSURE = ("COLUMNS", "LINES", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DRIVER", "TEXTUAL_ALLOW_SIGNALS")
"""What Textual would heed, and nobody sets who only wants to read: no picture is shown before Textual's."""


def picture_of(store: Path) -> Path:
    """Return the file that a store's picture is kept in."""
    return place_of(store, "pictures").with_suffix(".screen")


class KeptPicture:
    """The picture of one store in one theme."""

    def __init__(self, store: Path, theme: ThemeName, keys: Keymap) -> None:
        self._store, self._theme, self._keys = store, theme, keys
        self._session = place_of(store, "sessions")
        self.path = picture_of(store)

    def load(self) -> str:
        """Return what draws the picture; nothing where none is kept that fits the present. Raises Unreadable."""
        try:
            if not self.path.is_file() or self.path.stat().st_size > MOST:
                return ""
            circumstances, _, picture = self.path.read_bytes().decode().partition("\n")
            return picture if circumstances == self._circumstances() else ""
        except (OSError, ValueError):
            return ""

    def save(self, picture: str) -> None:
        """Keep what draws the reader's place, when that has been kept. Raises Unreadable."""
        with suppress(OSError, UnicodeError):
            keep(self.path, f"{self._circumstances()}\n{picture}")

    def _circumstances(self) -> str:
        """Return on one line what a picture depends on."""
        screen = sys.__stdout__  # Textual puts its own in place of the other
        assert screen is not None
        terminal = *os.get_terminal_size(screen.fileno()), screen.encoding
        named = [os.environ.get(name) for name in (*_HEEDED, *UNSURE)]
        left = self._session.stat().st_mtime_ns if self._session.exists() else None
        return repr((terminal, named, self._theme, sorted(self._keys.given.items()), left, *fingerprint(self._store)))
