"""ACLED rows handed back, to whoever may have them."""

from store.formats.acled.columns import NAMESPACE
from store.formats.acled.event import event
from store.formats.rows_back import rows_back

WRITER = rows_back("ACLED", NAMESPACE, event)
