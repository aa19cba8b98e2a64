"""Reads the file without TinyDB, which the first frame cannot wait for."""

from pathlib import Path
from typing import NamedTuple

from store.file.fingerprint import Fingerprint
from store.file.layout import Tables
from store.file.opening import load
from store.file.parsing import parse


class Contents(NamedTuple):
    """What one state of the file holds, and the fingerprint of that state."""

    tables: Tables
    fingerprint: Fingerprint


def read_contents(path: Path) -> Contents:
    """Return the tables with the fingerprint they belong to. Takes no lock: a write replaces the file in one step.

    Raises Unreadable and FromLaterVersion.
    """
    raw, taken = load(path)
    return Contents(parse(path, raw), taken)


def read_tables(path: Path) -> Tables:
    """Return the seven tables and the header, `situation`, with its one document `about`; all are there, even if empty.

    Raises Unreadable and FromLaterVersion.
    """
    return read_contents(path).tables
