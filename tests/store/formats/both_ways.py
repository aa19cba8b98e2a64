"""A situation handed on in a format and brought in again: what has to come back."""

from pathlib import Path
from typing import Any

from store import records
from store.file.casefile import Casefile
from store.formats.account import Account
from store.formats.found import Format
from store.formats.handed import Losses, Writer
from store.formats.handing import hand_on
from store.handover import handed
from store.intake import bring_in
from store.lens import EVERYTHING
from store.meeting import Run
from store.refs import KIND_OF_TABLE
from store.situation import Situation
from tests.store.formats.files import Held

_STAMPS = {"created", "modified", "revision", "origin"}


def handed_on(path: Path, writer: Writer) -> bytes:
    """Return a store as a file of a format."""
    return b"".join(hand_on(writer, handed(Situation.open(path), EVERYTHING), Losses()))


def brought_in(casefile: Casefile, form: Format, content: str | bytes) -> Account:
    """Bring a file into a store; its account adds up, and what came in is valid."""
    run = Run("2026-01-02T00:00:00Z", {"by": "import", "tool": form.tool, "run": "r"})
    account = bring_in(casefile, form.read(Held(content)), run, form)
    assert account.adds_up
    for table, documents in casefile.tables().items():
        for document in documents.values():
            records.read(KIND_OF_TABLE[table], document)
    return account


def said_in(casefile: Casefile) -> dict[str, dict[str, Any]]:
    """Return what a store says, as it is written, without who wrote it down and when."""
    return {
        table: {
            key: _plain(records.write(records.read(KIND_OF_TABLE[table], document))) for key, document in found.items()
        }
        for table, found in casefile.tables().items()
    }


def _plain(document: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in document.items() if field not in _STAMPS}
