"""The timeline: everything that has a time, and where one thing stands in it."""

from collections import Counter

from store.index.cards import NO_BEGINNING, UNDATED_YEAR, Card, cards
from store.index.index import Index
from store.index.lookup import node_of
from store.index.runs import Run
from store.index.schema import OPEN_BEGIN
from store.index.shelves import STATEMENTS, TIMELY, shelves_of
from store.lens import Lens
from store.refs import Ref
from store.rows import Slice, TimelineRow
from store.when import civil
from store.when.words import year_name


def timeline(index: Index, lens: Lens, *, newest_first: bool, start: int, count: int) -> Slice[TimelineRow]:
    """Return a slice of the timeline. What has no date stands at its end either way."""
    run = timeline_run(index, lens, newest_first=newest_first)
    found = cards(index.database, run.nodes(start, count))
    return Slice(tuple(_row(card) for card in found.values()), start, run.sizes.all)


def timeline_position(index: Index, ref: Ref, lens: Lens, *, newest_first: bool) -> int | None:
    """Return where a record stands in the timeline; None if it does not."""
    return timeline_run(index, lens, newest_first=newest_first).position(node_of(index.database, ref))


def timeline_run(index: Index, lens: Lens, *, newest_first: bool = True) -> Run:
    """Return the run that a timeline shows: statements, and factions from when they are dated; sources if asked for."""
    if lens.kinds:
        shelves = shelves_of(lens.kinds)
        return Run(index, lens, shelves, newest_first=newest_first)
    return Run(index, lens, TIMELY, STATEMENTS, newest_first=newest_first)


def years(index: Index, lens: Lens, *, newest_first: bool) -> tuple[tuple[str, int], ...]:
    """Return the headings of the timeline in its order, each with the number of rows under it."""
    run = timeline_run(index, lens, newest_first=newest_first)
    number: Counter[str] = Counter()
    for day, count in run.calendar.counts():
        number[NO_BEGINNING if day == OPEN_BEGIN else year_name(civil(day)[0])] += count
    headings = tuple(number.items())
    undated = ((UNDATED_YEAR, run.sizes.undated),) if run.sizes.undated else ()
    return (headings[::-1] if newest_first else headings) + undated


def _row(card: Card) -> TimelineRow:
    return TimelineRow(
        statement=card.ref,
        target=card.ref,
        kind=card.kind,
        year=card.year,
        when=card.when,
        title=card.title,
        grade=card.grade,
        mark=card.mark_or_conflict,
        earliest=card.earliest,
        latest=card.latest,
    )
