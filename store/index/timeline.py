"""The timeline: everything that has a time, and where one thing stands in it."""

from store.index.called import cards_then
from store.index.cards import Card
from store.index.index import Index
from store.index.lookup import node_of
from store.index.runs import Run
from store.index.shelves import SOURCE, STATEMENTS, TIMELY, shelves_of
from store.lens import Lens
from store.refs import Ref
from store.rows import Slice, TimelineRow


def timeline(index: Index, lens: Lens, *, newest_first: bool, start: int, count: int) -> Slice[TimelineRow]:
    """Return a slice of the timeline. What has no date stands at its end either way."""
    run = timeline_run(index, lens, newest_first=newest_first)
    found = cards_then(index, lens, run.nodes(start, count))
    return Slice(tuple(_row(card) for card in found.values()), start, run.sizes.all)


def timeline_position(index: Index, ref: Ref, lens: Lens, *, newest_first: bool) -> int | None:
    """Return where a record stands in the timeline; None if it does not."""
    return timeline_run(index, lens, newest_first=newest_first).position(node_of(index.database, ref))


def timeline_run(index: Index, lens: Lens, *, newest_first: bool = True) -> Run:
    """Return the run that a timeline shows: statements, and factions where they are dated; sources if asked for.

    Without a date stands only what is expected to have one, unless nothing else is asked for.
    """
    if lens.kinds:
        shelves = shelves_of(lens.kinds)
        expected = tuple(shelf for shelf in shelves if shelf in (*STATEMENTS, SOURCE)) or shelves
        return Run(index, lens, shelves, expected, newest_first=newest_first)
    return Run(index, lens, TIMELY, STATEMENTS, newest_first=newest_first)


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
        edtf=card.edtf,
    )
