"""UCDP Georeferenced Event Dataset (GED): one row an event of organised violence.

`docs/ucdp.md` says what becomes of each column.
"""

from store.formats.found import Format
from store.formats.ucdp.dataset import TOOL
from store.formats.ucdp.reading import read

GED = Format(TOOL, read)

__all__ = ["GED", "read"]
