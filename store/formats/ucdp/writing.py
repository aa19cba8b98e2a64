"""GED rows handed back."""

from collections.abc import Iterator

from store.formats.found import Entry
from store.formats.handed import Handed, Losses, Writer
from store.formats.rows_back import Row, Rows, rows_back
from store.formats.ucdp.columns import NAMESPACE
from store.formats.ucdp.event import event


def _says(row: Row) -> tuple[Entry, ...]:
    reading = event(row)
    return reading.entry, *reading.beside


_TABLE = Rows("UCDP GED", NAMESPACE, _says)


def _write(handed: Handed, losses: Losses) -> Iterator[bytes]:
    return rows_back(_TABLE, handed, losses)


WRITER = Writer(_write, made_of="text")
