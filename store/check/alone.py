"""What is wrong with a valid record by itself, whatever else the store holds."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from store import when
from store.check.problem import Problem
from store.records import Claim, Event, Quote, Record, Source
from store.refs import Ref
from store.values import Deaths
from store.when import Certainty


def alone(ref: Ref, record: Record) -> Iterator[Problem]:
    """Return what is wrong with the record by itself."""
    match record:
        case Event():
            yield from _twice(ref, record)
            yield from _out_of_order(ref, record.deaths)
        case Claim():
            yield from _about_itself(ref, record)
        case Quote() if not record.citations:
            yield Problem(ref, "citations", "nothing says where it was printed", "cite its source", "warning")
        case Source():
            yield from _before_it_appeared(ref, record)


def _twice(ref: Ref, event: Event) -> Iterator[Problem]:
    """Tell of actors that stand there twice in one role; on both sides is where some fights have one actor."""
    for (actor, role), times in Counter((each.actor, each.role) for each in event.participants).items():
        if times > 1:
            there = f"{actor} is there {times} times" + (f" as ‘{role}’" if role else "")
            yield Problem(ref, "participants", there, "keep one of them", "warning")


def _out_of_order(ref: Ref, deaths: Deaths | None) -> Iterator[Problem]:
    if deaths is None:
        return
    bounds = [(name, number) for name in ("low", "best", "high") if (number := getattr(deaths, name)) is not None]
    for (less, low), (more, high) in pairwise(bounds):
        if low > high:
            yield Problem(ref, "deaths", f"{less} is {low} and {more} {high}", "correct one of them", "warning")


def _about_itself(ref: Ref, claim: Claim) -> Iterator[Problem]:
    if claim.subject == claim.object:
        yield Problem(ref, "object", f"is its subject, {claim.subject}", "say of whom or what else it is claimed")
    for field, named in (("subject", claim.subject), ("object", claim.object)):
        if named == ref:
            yield Problem(ref, field, "is the claim itself", "name what it is about")
    if ref in claim.conflicts_with:
        yield Problem(ref, "conflicts_with", "names the claim itself", "take it out")


def _before_it_appeared(ref: Ref, source: Source) -> Iterator[Problem]:
    published, retrieved = source.published.span, source.retrieved.span
    if published and retrieved and when.before(retrieved, published) is Certainty.CERTAINLY:
        what = f"{source.retrieved.phrase} is before it was published, {source.published.phrase}"
        yield Problem(ref, "retrieved", what, "correct one of the dates")
