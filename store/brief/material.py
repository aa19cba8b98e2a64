"""What a brief is made of, before it is one: the records that it is about, and those that tell something."""

from collections.abc import Iterable
from typing import NamedTuple

from store.brief.numbering import RecordOf
from store.records import Claim, Event, Quote, Record
from store.when import Span


class Material(NamedTuple):
    """Records to be briefed on, in this order, and what is told of them; `scope` says in words what that is.

    `rivals` are accounts beyond these that one of them is contested by; `beyond` counts events that are too
    old to be among what is told. What is rejected is told nowhere.
    """

    title: str
    scope: str
    subjects: tuple[Record, ...]
    told: tuple[Record, ...]
    rivals: tuple[Record, ...]
    record_of: RecordOf
    beyond: int = 0

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that are told."""
        return tuple(record for record in _standing(self.told) if isinstance(record, Claim))

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that are told."""
        return tuple(record for record in _standing(self.told) if isinstance(record, Event))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes that are told."""
        return tuple(record for record in _standing(self.told) if isinstance(record, Quote))

    @property
    def accounts(self) -> tuple[Claim, ...]:
        """The claims that may contradict each other, each once."""
        known = {claim.ref: claim for claim in self.claims}
        known |= {rival.ref: rival for rival in _standing(self.rivals) if isinstance(rival, Claim)}
        return tuple(known.values())


def _standing(records: Iterable[Record]) -> Iterable[Record]:
    return (record for record in records if record.status != "rejected")


def span_of(record: Record) -> Span | None:
    """Return the days that a record tells of; None where that is not known."""
    match record:
        case Event() | Claim():
            return record.when.span
        case Quote():
            return record.said.span
    return None
