"""Records handed on in tests: what comes out, and what is told to be lost."""

import io
import zipfile
from collections.abc import Iterable
from typing import NamedTuple

from store.documents import Document
from store.formats.handed import Handed, Losses
from store.formats.handing import hand_on
from store.formats.registry import writer
from store.refs import TABLES, Kind, Ref, split
from tests.situations import Made


class Out(NamedTuple):
    """What an export gave: its bytes, and what it could not hold."""

    bytes: bytes
    losses: Losses

    @property
    def text(self) -> str:
        """The bytes as text; those of an archive as the texts in it."""
        if not self.bytes.startswith(b"PK"):
            return self.bytes.decode()
        with zipfile.ZipFile(io.BytesIO(self.bytes)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())

    @property
    def lost(self) -> dict[tuple[Kind, str], int]:
        """How many records of a kind lost a field."""
        found: dict[tuple[Kind, str], int] = {}
        for kind, field, _, number in self.losses.losses:
            found[kind, field] = found.get((kind, field), 0) + number
        return found


def of(documents: Iterable[tuple[Kind, Document]], title: str = "A situation") -> Handed:
    """Return documents as what is handed on."""
    tables: dict[Kind, dict[str, Document]] = {kind: {} for kind in TABLES}
    for kind, document in sorted(documents, key=lambda pair: str(pair[1]["id"])):
        tables[kind][document["id"]] = document

    def named(ref: Ref) -> Document | None:
        kind, name = split(ref)
        return tables[kind].get(name)

    return Handed({"title": title, "format": 1}, {TABLES[kind]: tables[kind].values() for kind in TABLES}, named)


def out(form: str, *made: Made) -> Out:
    """Return what handing records on in a format gives."""
    return out_of(form, of(made))


def out_of(form: str, handed: Handed) -> Out:
    """Return what handing a situation on in a format gives."""
    losses = Losses()
    return Out(b"".join(hand_on(writer(form), handed, losses)), losses)
