"""A brief on records of a situation, as it stands on a day."""

from collections.abc import Iterator, Sequence
from functools import cache

from store.brief.brief import Brief
from store.brief.composing import MOST, compose
from store.brief.material import Material
from store.brief.naming import as_called
from store.errors import InvalidRecord
from store.lens import EVERYTHING, Lens
from store.records import Record
from store.refs import Kind, Ref
from store.situation import Situation, UnknownRecord

_TELLING: tuple[Kind, ...] = ("event", "quote", "claim")


def brief(situation: Situation, refs: Sequence[Ref], lens: Lens = EVERYTHING) -> Brief:
    """Return a brief on these records, in this order, of what a lens leaves of all that names them.

    What is told of them and cannot be read as a record is left out: `check` tells of it. Raises UnknownRecord, and
    InvalidRecord for one that the brief itself is about.
    """
    subjects = tuple(as_called(situation.record(ref), situation.title_of(ref, lens)) for ref in dict.fromkeys(refs))

    @cache
    def record_of(ref: Ref) -> Record | None:
        try:
            return as_called(situation.record(ref), situation.title_of(ref, lens))
        except (UnknownRecord, InvalidRecord):
            return None

    views = [lens._replace(about=(subject.ref,)) for subject in subjects]
    told = dict.fromkeys(ref for view in views for ref in _told(situation, view))
    rivals = dict.fromkeys(ref for view in views for ref in _rivals(situation, view))
    about = situation.describe(lens._replace(about=()))
    return compose(
        Material(
            title=", ".join(situation.title_of(subject.ref, lens) for subject in subjects),
            scope=" · ".join(filter(None, (situation.title, about))),
            subjects=subjects,
            told=tuple(filter(None, map(record_of, told))),
            rivals=tuple(filter(None, map(record_of, rivals))),
            record_of=record_of,
            beyond=max((_beyond(situation, view) for view in views), default=0),
        )
    )


def _told(situation: Situation, view: Lens) -> Iterator[Ref]:
    """Yield the events, quotes and claims of a view, of each kind the newest."""
    for kind in _TELLING:
        yield from (row.target for row in situation.index(kind, view, sort="time", count=MOST).rows)


def _beyond(situation: Situation, view: Lens) -> int:
    return max(0, situation.index("event", view, count=1).total - MOST)


def _rivals(situation: Situation, view: Lens) -> Iterator[Ref]:
    """Yield all accounts of whatever is contested in a view, by whomever they are."""
    for dispute in situation.disputes(view, count=MOST).rows:
        yield from (account.statement for account in situation.accounts(dispute.target, dispute.why, view))
