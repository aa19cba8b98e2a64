"""Which accounts cannot hold side by side: pure functions over light claims.

Where a thing can have one value at a time, accounts of it are in conflict if their times may overlap and their values
differ: who controls a place, how strong somebody is, how many died in an event. A thing is founded once, so there the
times do not matter. What says itself that it is in conflict with another always is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

from store.refs import Ref
from store.text import fold
from store.when import Certainty, NotEdtf, Span, overlaps, parse
from store.when.civil import FUTURE, PAST
from store.when.cover import cover

MOST = 8
"""Conflicts that are told of one account with those before it: of a thousand versions of one number all are in conflict
with all, and half a million rows say no more than a few thousand."""

_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
"""The comma in 1,200, which is the same number as 1200."""

RULES: dict[str, str] = {
    "controls": "one holder at a time",
    "founded": "founded once",
    "strength": "one strength at a time",
    "deaths": "one toll",
}
"""Predicates with one value at a time -> what a conflict between two of their claims rests on."""
STATED = "stated"


class Account(NamedTuple):
    """One version of a fact: a claim, or an event's own toll. `edtf` is empty for what is undated."""

    ref: Ref
    subject: Ref
    predicate: str
    object: Ref = ""
    value: str = ""
    edtf: str = ""

    @property
    def about(self) -> Ref:
        """What it is an account of: the place that is controlled, else the subject."""
        return self.object if self.predicate == "controls" else self.subject

    @property
    def version(self) -> str:
        """What it says of that, to be compared."""
        if self.predicate == "controls":
            return self.subject
        if self.predicate == "founded":
            return self.edtf or self.value
        return _GROUPED.sub("", fold(" ".join(self.value.split())))


class Conflict(NamedTuple):
    """Two accounts that cannot both hold; `why` is STATED, or the rule that found it."""

    this: Ref
    other: Ref
    about: Ref
    why: str


class _Placed(NamedTuple):
    """An account with the first and the last day that it may be about."""

    begin: int
    end: int
    place: int
    account: Account


def conflicts(accounts: Iterable[Account]) -> Iterator[Conflict]:
    """Yield each pair of accepted accounts that are in conflict by a rule, once."""
    groups: dict[tuple[str, Ref], list[Account]] = defaultdict(list)
    for account in accounts:
        if account.predicate in RULES and account.about and account.version:
            groups[account.predicate, account.about].append(account)
    for (predicate, _), group in groups.items():
        if len({account.version for account in group}) > 1:
            yield from _within(predicate, group)


def stated(ref: Ref, about: Ref, others: Iterable[Ref]) -> Iterator[Conflict]:
    """Yield the conflicts that a claim itself tells of, the smaller ref first so that both sides tell the same."""
    for other in others:
        if other != ref:
            yield Conflict(min(ref, other), max(ref, other), about, STATED)


def _within(predicate: str, group: list[Account]) -> Iterator[Conflict]:
    """Sweep through the accounts of one thing by where they begin, keeping those that have not ended, by version."""
    ends: list[tuple[int, int, str]] = []
    going_on: dict[str, dict[int, Account]] = {}
    for begin, end, place, account in sorted(_placed(place, account) for place, account in enumerate(group)):
        while ends and ends[0][0] < begin:
            _, over, version = heappop(ends)
            del going_on[version][over]
        for earlier in islice(_other_versions(going_on, account.version), MOST):
            if _contradict(predicate, earlier, account):
                yield Conflict(earlier.ref, account.ref, account.about, RULES[predicate])
        going_on.setdefault(account.version, {})[place] = account
        heappush(ends, (end, place, account.version))


def _placed(place: int, account: Account) -> _Placed:
    span = _span(account.edtf) if account.predicate != "founded" else None
    if span is None:
        return _Placed(PAST, FUTURE, place, account)
    days = cover(span).may
    return _Placed(days[0][0], days[-1][1], place, account)


def _other_versions(going_on: dict[str, dict[int, Account]], own: str) -> Iterator[Account]:
    """Yield accounts of other versions: the latest of each version first, then the ones before."""
    queues = [reversed(accounts.values()) for version, accounts in going_on.items() if version != own and accounts]
    while queues:
        left = []
        for queue in queues:
            account = next(queue, None)
            if account is not None:
                yield account
                left.append(queue)
        queues = left


def _contradict(predicate: str, one: Account, other: Account) -> bool:
    """Tell whether two accounts of one thing, whose versions differ, cannot both hold."""
    first, second = _span(one.edtf), _span(other.edtf)
    if predicate == "founded":
        first, second = first or _span(one.value), second or _span(other.value)
        return first is None or second is None or overlaps(first, second) is Certainty.NOT
    return first is None or second is None or overlaps(first, second) is not Certainty.NOT


def _span(edtf: str) -> Span | None:
    try:
        return parse(edtf)
    except NotEdtf:
        return None
