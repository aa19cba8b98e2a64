"""Rows of cells as lines of CSV (RFC 4180), in UTF-8."""

import csv
import io
from collections.abc import Iterable, Iterator


def csv_lines(rows: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """Yield each row as the bytes of its line.

    Lines end in CR LF: only then does Python's writer put quotes around a cell in which a CR stands alone.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow(row)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
