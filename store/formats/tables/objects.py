"""A table as JSON: every row an object, its cells by name. So the services of UCDP and ACLED answer."""

import json
from collections.abc import Iterator
from typing import Any

from store.formats.found import Found, Heading, Item, NotThisFormat, Skipped
from store.formats.members import Member
from store.formats.tables.cells import BadCell
from store.formats.tables.reading import Table
from store.text import clean

LISTS = ("data", "Result")
"""Where the answers of ACLED and UCDP have their rows."""


def read_objects(table: Table, members: Iterator[Member]) -> Iterator[Item]:
    """Return the columns that the first row names, then every row; cells that later rows add are kept beside them.

    Raises NotThisFormat before any row.
    """
    names: dict[str, str] = {}
    for line, key, value, _ in members:
        if key not in ("", *LISTS):
            continue  # what the service says of its answer: how many rows, and whether all went well
        if not isinstance(value, dict):
            yield Skipped(line, "no row: it is not an object with cells by name")
            continue
        if not names:
            layout = table.layout(list(value))
            names = dict(zip(value, layout.names, strict=True))
            yield Heading(layout.columns)
        yield _item(table, names, line, value)
    if not names:
        raise NotThisFormat(f"not a {table.title} file: it has no rows", table.mend)


def _item(table: Table, names: dict[str, str], line: int, value: dict[str, Any]) -> Found | Skipped:
    cells = dict.fromkeys(names.values(), "")
    cells |= {names.get(key) or clean(key): _cell(cell) for key, cell in value.items()}
    try:
        return Found(line, *table.reading(cells))
    except BadCell as bad:
        return Skipped(line, str(bad))


def _cell(value: object) -> str:
    if isinstance(value, str):
        return clean(value)
    return "" if value is None else clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
