"""The documents as the file holds them, kept in the index so that one is read without reading all.

They are few at a time, so the standard library reads them: orjson takes longer to import than to save here.
"""

import json
from collections.abc import Iterable, Iterator

from store.index.database import Condition, Database
from store.index.lookup import ref_of
from store.index.reading import Document
from store.index.shelves import KIND_NUMBERS, MISSING
from store.refs import Kind, Ref


def documents(database: Database, nodes: Iterable[int]) -> dict[int, Document]:
    """Return the documents of a screenful of nodes; an empty one for what is missing."""
    wanted = list(nodes)
    marks = ", ".join("?" * len(wanted))
    rows = database.rows(f"SELECT node, document FROM documents WHERE node IN ({marks})", wanted)
    found = {node: json.loads(document) for node, document in rows}
    return {node: found.get(node, {}) for node in wanted}


def document(database: Database, node: int) -> Document:
    """Return the document of one node."""
    return documents(database, (node,))[node]


def documents_of_kind(database: Database, kind: Kind) -> Iterator[Document]:
    """Yield the documents of a kind, in the order of their ids."""
    sql = f"SELECT document FROM nodes JOIN documents USING (node) WHERE kind = ? AND status <> {MISSING} ORDER BY id"
    for (document,) in database.each(sql, (KIND_NUMBERS[kind],)):
        yield json.loads(document)


def each_document(database: Database, which: Condition) -> Iterator[tuple[Ref, int, Document]]:
    """Yield ref, status and document of the nodes for which something holds."""
    sql = f"SELECT kind, id, status, document FROM nodes JOIN documents USING (node) WHERE {which.sql}"
    for kind, name, status, document in database.each(sql, which.values):
        yield ref_of(kind, name), status, json.loads(document)
