"""A list of conflicts, read twice: its rows are understood together."""

from collections.abc import Iterator
from functools import partial

from store.formats.found import Entry, Item
from store.formats.given import Given
from store.formats.tables.given import read_given
from store.formats.tables.reading import Reading, Table
from store.formats.ucdp_lists.columns import conflict_layout
from store.formats.ucdp_lists.conflicts import conflict_year
from store.formats.ucdp_lists.known import Known

_TABLE = Table(
    "UCDP conflict list",
    "bring the UCDP/PRIO, dyadic, non-state or one-sided list as CSV from ucdp.uu.se/downloads",
    conflict_layout,
    partial(conflict_year, Known()),
)


def read_conflicts(given: Given) -> Iterator[Item]:
    """Return a list's columns, then every row, found or skipped. Raises NotThisFormat before any."""
    known = Known()

    def heard(row: dict[str, str]) -> Reading:
        known.hear(row)
        return Reading(Entry("event", {}))

    for _ in read_given(_TABLE._replace(reading=heard), given):
        pass
    known.settle()
    yield from read_given(_TABLE._replace(reading=partial(conflict_year, known)), given)
