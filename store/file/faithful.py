"""Refuses to change a file of which reading keeps only a part.

JSON lets a name stand twice in one object, and parsers keep the last without a word: the other would be gone with the
next write. A merge by hand makes such files.
"""

import json
from functools import partial
from pathlib import Path
from typing import Any

from store.file.errors import Unreadable
from store.file.layout import Tables, encode


def require_faithful(path: Path, raw: bytes, tables: Tables) -> None:
    """Return if `tables` hold all that the file's bytes say, and can be written again. Raises Unreadable."""
    try:
        ours = encode(tables) == raw
    except TypeError as error:
        raise Unreadable(path, f"holds what cannot be written again ({error})", "nest its values less deeply") from None
    # Only what a person or another program wrote is looked through: this takes ten times as long as parsing.
    if not ours:
        json.loads(raw.decode("utf-8-sig"), object_pairs_hook=partial(_object, path), parse_int=float)


def _object(path: Path, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(path, f"the name “{twice}” stands twice in one object", "rename or remove one of the two")
    return found
