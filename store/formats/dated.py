"""A time as other formats hold one: two days. What they cannot say of it is left for each to tell."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from store import when
from store.documents import Document
from store.refs import Kind
from store.when.civil import Day, civil
from store.when.days import edtf_of_day

TIMES: Final[Mapping[Kind, str]] = {"event": "when", "claim": "when", "quote": "said"}
"""The field that has a record's time, of the kinds that are shown in time."""


class Dated(NamedTuple):
    """A time with its outer bounds; None where nothing limits it.

    `exact` tells that the two days say all: it began on the one and ended on the other, and nobody doubts it.
    """

    first: Day | None
    last: Day | None
    exact: bool
    edtf: str
    phrase: str

    @property
    def of_calendar(self) -> bool:
        """Tell whether a computer's calendar has the days: it begins with the year 1 and ends with 9999."""
        return all(day is None or iso_day(day) for day in (self.first, self.last))


def dated(told: Document | None) -> Dated | None:
    """Return a record's time; None for none, and for one that nobody could date."""
    if not told or not told.get("edtf"):
        return None
    span = when.parse(told["edtf"])
    begin_known = span.begin_earliest == span.begin_latest and (span.begin_earliest is not None or span.open_begin)
    end_known = span.end_earliest == span.end_latest and (span.end_earliest is not None or span.open_end)
    doubtful = span.approximate or span.uncertain or span.shape in ("within", "each")
    a_point_in_more = span.shape == "point" and span.precision != "day"
    exact = begin_known and end_known and not doubtful and not a_point_in_more and set(told) == {"edtf"}
    return Dated(span.earliest, span.latest, exact, span.edtf, when.phrase(span))


def iso_day(day: Day | None) -> str:
    """Return `YYYY-MM-DD`; empty for no day, and for one that no calendar of a computer has (before 1 AD, say)."""
    if day is None or not 1 <= civil(day)[0] <= 9999:
        return ""
    return edtf_of_day(day)
