"""The rows of a file that is brought in, whatever kind of table it is: text, a workbook, or the answer of a service."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain

from store.formats.found import Format, Item, Skipped
from store.formats.given import Given
from store.formats.members import members
from store.formats.tables.objects import LISTS, read_objects
from store.formats.tables.reading import Table, read_table
from store.formats.tables.rows import RawRow, raw_rows
from store.formats.tables.workbook import workbook_rows
from store.unpacking import is_workbook

_SEPARATORS = ",;\t"
_ENOUGH = 4_096
"""Characters in which an answer comes to its rows."""
_ANSWER = re.compile(rf'"(?:{"|".join(LISTS)})"\s*:\s*\[')


def of_table(tool: str, namespace: str, table: Table) -> Format:
    """Return a format whose files are tables."""
    return Format(tool, partial(read_given, table), namespace, lambda row: table.reading(row).entry.document)


def table_rows(given: Given) -> Iterator[RawRow | Skipped]:
    """Return the rows of a workbook's first sheet, or of a text whose cells something separates."""
    if is_workbook(given.binary()):
        return workbook_rows(given.binary())
    return text_rows(given.lines())


def head(given: Given) -> str:
    """Return how a file's text begins: enough of it to tell JSON from a table. A workbook has none."""
    found = ""
    if is_workbook(given.binary()):
        return found
    for piece in given.pieces():
        found += piece
        if len(found) > _ENOUGH:
            break
    return found


def text_rows(lines: Iterator[str]) -> Iterator[RawRow | Skipped]:
    """Return the rows that hold anything. What separates their cells is what the first line holds most of."""
    first: list[str] = []
    for line in lines:
        first.append(line)
        if line.strip():
            break
    # Where all is in one cell, a comma is as good as any.
    return raw_rows(chain(first, lines), max(_SEPARATORS, key="".join(first[-1:]).count))


def read_given(table: Table, given: Given) -> Iterator[Item]:
    """Return the columns of a table of whatever make, then every row. Raises NotThisFormat before any."""
    begins = head(given)
    if begins.lstrip()[:1] in ("{", "["):
        return read_objects(table, members(given.pieces(), LISTS if _ANSWER.search(begins) else ()))
    return read_table(table, table_rows(given))
