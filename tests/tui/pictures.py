"""Screens as text, kept in files that people can read and compare: `snapshots/*.txt`.

`SITROOM_SNAPSHOTS=write` writes them anew; look at what `git diff` then says.
"""

import difflib
import os
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def difference(name: str, screen: Sequence[str]) -> str:
    """Return how a screen differs from the one kept under this name; nothing where it does not."""
    file = FOLDER / f"{name}.txt"
    shown = [line.rstrip() for line in screen]
    if os.environ.get("SITROOM_SNAPSHOTS") == "write":
        file.write_text("\n".join(shown) + "\n", encoding="utf-8")
    kept = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return "\n".join(difflib.unified_diff(kept, shown, f"{name}, as kept", f"{name}, as shown", lineterm="", n=1))
