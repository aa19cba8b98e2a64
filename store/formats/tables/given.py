"""The rows of a file that is brought in, whatever kind of table it is."""

from collections.abc import Iterator
from functools import partial
from itertools import chain

from store.formats.found import Format, Item, Skipped
from store.formats.given import Given
from store.formats.tables.reading import Table, read_table
from store.formats.tables.rows import RawRow, raw_rows
from store.formats.tables.workbook import workbook_rows
from store.unpacking import is_workbook

_SEPARATORS = ",;\t"


def of_table(tool: str, namespace: str, table: Table) -> Format:
    """Return a format whose files are tables."""
    return Format(tool, partial(_read, table), namespace, lambda row: table.reading(row).entry.document)


def given_rows(given: Given) -> Iterator[RawRow | Skipped]:
    """Return the rows that hold anything: of a workbook's first sheet, or of text.

    What separates the cells of a text is what its first line holds most of: comma, semicolon or tab.
    """
    if is_workbook(given.binary()):
        return workbook_rows(given.binary())
    lines = given.lines()
    head: list[str] = []
    for line in lines:
        head.append(line)
        if line.strip():
            break
    # Where all is in one cell, a comma is as good as any.
    return raw_rows(chain(head, lines), max(_SEPARATORS, key="".join(head[-1:]).count))


def _read(table: Table, given: Given) -> Iterator[Item]:
    return read_table(table, given_rows(given))
