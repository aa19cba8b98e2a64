"""A copy of a situation, to be changed: everything it holds, in a file that was not there."""

import os
from pathlib import Path

from store.file.errors import NotWritten
from store.file.replacing import confirm, replace
from store.formats.sitroom_json import pieces
from store.refs import KINDS, TABLES
from store.situation import Situation


def copy(situation: Situation, path: Path) -> None:
    """Write the situation to a file of its own, whole or not at all. Raises NotWritten, also for a taken name."""
    if os.path.lexists(path):
        raise NotWritten(path, "is there already", "name another file")
    tables = {TABLES[kind]: situation.documents(kind) for kind in KINDS}
    replace(path, pieces(situation.header, tables), lambda: None)
    confirm(path)
