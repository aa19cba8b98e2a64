"""The page on UCDP GED says what is so: its example is run, and every column that becomes something is on it."""

from store.formats.found import Heading
from store.formats.tables.header import KEPT
from tests.store.formats.ged import NEW, found, ged, items
from tests.store.formats.pages import block, is_told, page


def test_the_example_row_becomes_the_example_records() -> None:
    [row] = found(block("ucdp.md", "csv"))

    assert is_told("ucdp.md", row)


def test_every_column_that_becomes_something_is_in_the_table() -> None:
    [heading] = [item for item in items(ged({}, columns=NEW)) if isinstance(item, Heading)]
    table = page("ucdp.md").partition("## Columns")[2].partition("## Rules")[0]

    assert [name for name, becomes in heading.columns if becomes != KEPT and f"`{name}`" not in table] == []
