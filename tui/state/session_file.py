"""Where the session of a store is kept from one sitting to the next: one small file, in the user's own folder."""

from contextlib import suppress
from pathlib import Path

from tui.state.keeping import keep, place_of
from tui.state.session import NotSession, Session, read, written

MOST = 1_000_000
"""Bytes of the longest file that is read."""


class SessionFile:
    """The file of one store's session. Whatever is wrong with it, nothing is lost but the place."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Session | None:
        """Return the session kept; None where there is none that this version can read."""
        try:
            if not self.path.is_file() or self.path.stat().st_size > MOST:
                return None
            return read(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, NotSession):
            return None

    def save(self, session: Session) -> None:
        """Keep a session in place of the one before; where it cannot be kept, that one stays."""
        with suppress(OSError, UnicodeError):
            keep(self.path, written(session))


def session_of(store: Path) -> SessionFile:
    """Return the file for the session of a store, wherever the path to that leads."""
    return SessionFile(place_of(store, "sessions"))
