"""Where the session of a store is kept from one sitting to the next: one small file, in the user's own folder."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from tui.state.session import NotSession, Session, read, written

MOST = 1_000_000
"""Bytes of the longest file that is read."""
_OWN = 0o600


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
        beside = self.path.with_suffix(f".{os.getpid()}")
        with suppress(OSError, UnicodeError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, _OWN)
                with os.fdopen(file, "w", encoding="utf-8") as opened:
                    opened.write(written(session))
                beside.replace(self.path)
            finally:
                beside.unlink(missing_ok=True)


def session_of(store: Path) -> SessionFile:
    """Return the file for the session of a store, wherever the path to that leads."""
    from platformdirs import user_state_path  # not before it is needed: listing commands waits for nothing

    name = hashlib.blake2b(os.fsencode(store.resolve()), digest_size=12).hexdigest()
    return SessionFile(user_state_path("sitroom", appauthor=False) / "sessions" / f"{name}.json")
