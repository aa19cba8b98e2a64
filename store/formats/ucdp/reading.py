"""A GED file read from its first line to its last: a stream, whatever its size."""

from collections.abc import Iterable, Iterator

from store.formats.found import Found, Heading, Item, NotThisFormat, Skipped
from store.formats.ucdp.cells import BadCell
from store.formats.ucdp.columns import MEND, Layout, layout
from store.formats.ucdp.event import event
from store.formats.ucdp.table import RawRow, is_tags, raw_rows
from store.text import clean


def read(lines: Iterable[str]) -> Iterator[Item]:
    """Read a GED CSV: first its columns, then every row, found or skipped.

    `lines` are as a file opened with `newline=""` gives them. Blank lines and HXL tags under the header are no rows.
    Raises NotThisFormat before any row.
    """
    rows = raw_rows(lines)
    header = next(rows, None)
    if header is None:
        raise NotThisFormat("not a UCDP GED file: it is empty", MEND)
    if isinstance(header, Skipped):
        raise NotThisFormat(f"not a UCDP GED file: its first line is {header.reason}", MEND)
    header.cells[0] = header.cells[0].removeprefix("\ufeff")
    columns = layout(header.cells)
    yield Heading(columns.columns)
    for number, row in enumerate(rows):
        if isinstance(row, Skipped):
            yield row
        elif number or not is_tags(row.cells):
            yield _item(columns, row)


def _item(columns: Layout, row: RawRow) -> Found | Skipped:
    if len(row.cells) != len(columns.names):
        return Skipped(row.line, _misfit(columns, row))
    try:
        entry, beside, cautions = event(_by_name(columns, row.cells))
    except BadCell as bad:
        return Skipped(row.line, str(bad))
    return Found(row.line, entry, beside, cautions)


def _by_name(columns: Layout, row: list[str]) -> dict[str, str]:
    whole = "".join(row)
    if not (whole.isascii() and whole.isprintable()):
        # As `clean` does itself, but without fifty calls for the sake of one accent.
        row = [cell if cell.isascii() and cell.isprintable() else clean(cell) for cell in row]
    return dict(zip(columns.names, row, strict=True))


def _misfit(columns: Layout, row: RawRow) -> str:
    lines = f", up to line {row.last_line}" if row.last_line > row.line else ""
    return f"{len(row.cells)} cells{lines}, where the header names {len(columns.names)}"
