"""ACLED (Armed Conflict Location & Event Data): one row an event of political violence or protest.

`docs/acled.md` says what becomes of each column.
"""

from store.formats.acled.columns import NAMESPACE
from store.formats.acled.dataset import TOOL
from store.formats.acled.reading import TABLE, read
from store.formats.found import Format

ACLED = Format(TOOL, read, NAMESPACE, lambda row: TABLE.reading(row).entry.document)

__all__ = ["ACLED"]
