"""What is kept of a store from one sitting to the next: small files in the user's own folder."""

import os
from _blake2 import blake2b  # that of hashlib, which would load OpenSSL too: 2 ms of a first picture
from pathlib import Path

from store.folders import state_folder

_OWN = 0o600


def place_of(store: Path, what: str) -> Path:
    """Return the file for something about a store, wherever the path to that leads."""
    name = blake2b(os.fsencode(store.resolve()), digest_size=12).hexdigest()
    return state_folder() / what / f"{name}.json"


def keep(path: Path, text: str) -> None:
    """Put a text in place of what was kept; where that fails, with OSError or UnicodeError, that stays."""
    beside = path.with_suffix(f".{os.getpid()}")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, _OWN)
        with os.fdopen(file, "w", encoding="utf-8") as opened:
            opened.write(text)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
