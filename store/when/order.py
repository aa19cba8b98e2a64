"""The order of a timeline: earliest, then latest, then title; what has no date comes last."""

from store.when.civil import FUTURE, PAST
from store.when.span import Span

SortKey = tuple[bool, int, int, str]


def sort_key(span: Span | None, title: str) -> SortKey:
    """Return a key for `sorted`, whose numbers fit SQLite's integers.

    A span without a beginning sorts before all that have one, and among its like by its end.
    """
    if span is None:
        return True, 0, 0, title.casefold()
    earliest, latest = span.begin_earliest, span.end_latest
    return False, PAST if earliest is None else earliest, FUTURE if latest is None else latest, title.casefold()
