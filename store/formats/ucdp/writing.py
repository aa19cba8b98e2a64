"""GED rows handed back."""

from store.formats.rows_back import rows_back
from store.formats.ucdp.columns import NAMESPACE
from store.formats.ucdp.event import event

WRITER = rows_back("UCDP GED", NAMESPACE, event)
