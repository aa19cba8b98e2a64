"""ACLED (Armed Conflict Location & Event Data): one row an event of political violence or protest.

`docs/acled.md` says what becomes of each column.
"""

from store.formats.acled.columns import MEND, NAMESPACE, layout
from store.formats.acled.dataset import TOOL
from store.formats.acled.event import event
from store.formats.tables.date_order import Dates, day_first
from store.formats.tables.given import of_table
from store.formats.tables.reading import Table

_DATES = Dates(("event_date",), day_first, "day-month-year")
ACLED = of_table(TOOL, NAMESPACE, Table("ACLED", MEND, layout, event, _DATES))

__all__ = ["ACLED"]
