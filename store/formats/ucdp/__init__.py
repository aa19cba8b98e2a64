"""UCDP Georeferenced Event Dataset (GED): one row an event of organised violence.

`docs/ucdp.md` says what becomes of each column.
"""

from store.formats.found import Format
from store.formats.ucdp.columns import NAMESPACE
from store.formats.ucdp.dataset import TOOL
from store.formats.ucdp.reading import TABLE, read, read_ged

GED = Format(TOOL, read_ged, NAMESPACE, lambda row: TABLE.reading(row).entry.document)

__all__ = ["GED", "read"]
