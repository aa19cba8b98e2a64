"""UCDP Georeferenced Event Dataset (GED): one row an event of organised violence.

`docs/ucdp.md` says what becomes of each column.
"""

from store.formats.tables.given import of_table
from store.formats.ucdp.columns import NAMESPACE
from store.formats.ucdp.dataset import TOOL
from store.formats.ucdp.reading import TABLE, read

GED = of_table(TOOL, NAMESPACE, TABLE)

__all__ = ["GED", "read"]
