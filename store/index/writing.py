"""Writes the rows of records into the index, and takes them out again."""

from collections.abc import Iterable
from itertools import chain

from store.index.bundles import Columns, Packed, values
from store.index.database import Database
from store.index.filing import Links, Row, Sheets
from store.index.progress import Progress
from store.index.schema import LINKS, TIDYING, UNDATED
from store.index.shelves import KIND_NUMBERS, MISSING, NO_SHELF
from store.refs import Ref

_COLUMNS = {
    "nodes": "node, kind, id, title, detail, rank, shelf, status, earliest, latest, edtf, said, place, near,"
    " cited, credibility, reliability, citations, mentions",
    "documents": "node, document",
    "places": "node, within, lat, lon",
    "naming": "node, names",
    "names": "rowid, text",
    "words": "rowid, title, body",
}
_LINK = 9
"""Columns of a link."""
_FULL_TEXT = ("names", "words")


def write_nodes(database: Database, sheets: Sheets) -> None:
    """Write the nodes and places that are on the sheets."""
    _insert(database, sheets, "nodes", "places")


def write_texts(database: Database, sheets: Sheets) -> None:
    """Write the documents, names and words that are on the sheets."""
    _insert(database, sheets, "documents", "naming")
    for table in _FULL_TEXT:  # FTS5 takes twice as long where several rows come at once
        columns = _COLUMNS[table]
        database.run_each(f"INSERT INTO {table} ({columns}) VALUES ({_marks(columns)})", getattr(sheets, table))


def write_all_links(database: Database, columns: Columns, links: Packed, progress: Progress) -> None:
    """Write the links of a whole index into a database that has none."""
    database.script(LINKS)
    for some in values(columns, links, progress):
        database.insert("links", _LINK, some)


def write_links(database: Database, links: Iterable[Links]) -> None:
    """Write the links of nodes that have been written."""
    columns = "?1, shelf, earliest, latest, rank, node, status, ?3, place"
    database.run_each(f"INSERT INTO links SELECT {columns} FROM nodes WHERE node = ?2", _each(links))


def write_missing(database: Database, missing: Iterable[tuple[int, Ref]]) -> None:
    """Write nodes for what is named and not there. It is called by its ref."""
    database.run_each(
        "INSERT INTO nodes"
        " (node, kind, id, title, detail, rank, shelf, status, earliest, latest, edtf, said, citations)"
        f" VALUES (?, ?, ?, ?, '', 0, {NO_SHELF}, {MISSING}, {UNDATED}, {UNDATED}, '', '', 0)",
        ((node, _KINDS[ref.partition(":")[0]], ref.partition(":")[2], ref) for node, ref in missing),
    )


def erase(database: Database, sheets: Sheets) -> None:
    """Take out of the index what is on the sheets. FTS5 without content wants to be told what it was given."""
    order = "shelf, earliest, latest, rank, node"
    database.run_each(
        f"DELETE FROM links WHERE target = ?1 AND ({order}) = (SELECT {order} FROM nodes WHERE node = ?2) AND ?3 >= 0",
        _each(sheets.links),
    )
    for node, *_ in sheets.nodes:
        for table in ("nodes", "documents", "places", "naming"):
            database.run(f"DELETE FROM {table} WHERE node = ?", (node,))
    for table in _FULL_TEXT:
        columns = _COLUMNS[table]
        sql = f"INSERT INTO {table} ({table}, {columns}) VALUES ('delete', {_marks(columns)})"
        database.run_each(sql, getattr(sheets, table))


def tidy(database: Database) -> None:
    """Have some of what changes have left lying about put together."""
    for table in _FULL_TEXT:
        database.run(TIDYING.format(table=table))


_KINDS: dict[str, int] = {str(kind): number for kind, number in KIND_NUMBERS.items()}


def _insert(database: Database, sheets: Sheets, *tables: str) -> None:
    for table in tables:
        columns = _COLUMNS[table]
        values = [*chain.from_iterable(getattr(sheets, table))]
        database.insert(f"{table} ({columns})", columns.count(",") + 1, values)


def _each(links: Iterable[Links]) -> list[Row]:
    return [(target, node, role) for node, roles in links for target, role in roles.items()]


def _marks(columns: str) -> str:
    return ", ".join("?" * len(columns.split(",")))
