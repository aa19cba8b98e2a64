"""All that a record says as names with texts, for formats that have a table of such pairs beside what they know."""

from collections.abc import Iterator

from store.formats.own.cells import written
from store.formats.own.columns import COLUMNS
from store.formats.taken import Taken
from store.formats.xml_text import fits

_NO_PLACE = "letters that XML has no place for are replaced"


def named_fields(taken: Taken) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each field that is filled, as in a spreadsheet of ours; all of it is taken."""
    for column in COLUMNS[taken.kind]:
        text = written(column, taken.document)
        taken.take(column.path[0])
        if text:
            if not fits(text):
                taken.lose(column.path[0], _NO_PLACE)
            yield column.name, text
