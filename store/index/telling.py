"""Writes what is told of records: their documents, their names, and the words in them."""

from collections.abc import Mapping

import orjson

from store.index.database import Database
from store.index.filing import Sheets, file_texts
from store.index.progress import Progress
from store.index.schema import AS_USUAL, QUICKLY, TEXTS
from store.index.spool import Seconds
from store.index.taking import texts_of
from store.index.writing import write_texts
from store.text import one_line

_BATCH = 1_000


def tell(database: Database, kept: Seconds, renamed: Mapping[int, str], progress: Progress) -> None:
    """Write the texts of a whole index into a database that has none, as they are kept in the order of nodes.

    `renamed` are the ids of the nodes of which their documents say another one.
    """
    database.script(TEXTS)
    database.script(QUICKLY)
    sheets = Sheets.blank()
    for node, text in enumerate(kept, 1):
        texts, document = texts_of(text)
        name = ""
        if texts.called is None:
            name = renamed.get(node) or one_line(orjson.loads(document)["id"])
        file_texts(node, name, texts, document, sheets)
        if node % _BATCH == 0 or node == len(kept):
            write_texts(database, sheets)
            sheets.clear()
            progress(node, len(kept))
    database.script(AS_USUAL)
