"""What is contested in a brief: facts on which its accounts disagree, each with all that is told of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from store.brief.brief import Matter, Version
from store.brief.naming import sure, time_of, title, title_of
from store.brief.numbering import Numbering, RecordOf
from store.conflicts import RULES, STATED, Account, Conflict, conflicts, stated
from store.predicates import MATTERS, NOT_AGREED
from store.records import Claim, Event, Record
from store.refs import Ref
from store.text import fold, one_line
from store.tolls import toll
from store.when import sort_key

_PREDICATES = {why: predicate for predicate, why in RULES.items()}


class Contest(NamedTuple):
    """Accounts of one fact that cannot all hold: what it is about, why they cannot, and whose they are."""

    about: Ref
    why: str
    accounts: tuple[Claim | Event, ...]


def contests(claims: Sequence[Claim], record_of: RecordOf) -> tuple[Contest, ...]:
    """Return what is contested among claims that nobody has rejected and the tolls of their events, by its titles."""
    by_ref: dict[Ref, Claim | Event] = {claim.ref: claim for claim in claims}
    tolled = {claim.subject for claim in claims if claim.predicate == "deaths"}
    events = [event for event in map(record_of, tolled) if isinstance(event, Event) and _toll_of(event)]
    by_ref.update((event.ref, event) for event in events)
    accounts = [_account(record) for record in by_ref.values() if record.status == "accepted"]
    found: dict[tuple[Ref, str], list[Ref]] = {}
    for conflict in (*conflicts(accounts), *_stated(claims)):
        found.setdefault((conflict.about, conflict.why), []).extend((conflict.this, conflict.other))
    made = (
        Contest(about, why, tuple(_all_told(about, why, disputed, by_ref))) for (about, why), disputed in found.items()
    )
    return tuple(sorted(made, key=lambda contest: (fold(title_of(contest.about, record_of)), *contest[:2])))


def matter(contest: Contest, record_of: RecordOf, numbering: Numbering) -> Matter:
    """Return a contested fact as it is read: what is preferred first, then what is older."""
    ordered = sorted(contest.accounts, key=lambda account: (_rank(account) != "preferred", *_age(account)))
    matter = MATTERS.get(_PREDICATES.get(contest.why, ""), NOT_AGREED)
    versions = tuple(_version(account, record_of, numbering) for account in ordered)
    return Matter(title_of(contest.about, record_of), matter, versions)


def _stated(claims: Iterable[Claim]) -> Iterator[Conflict]:
    for claim in claims:
        yield from stated(claim.ref, _account(claim).about, claim.conflicts_with)


def _all_told(about: Ref, why: str, disputed: list[Ref], by_ref: dict[Ref, Claim | Event]) -> Iterator[Claim | Event]:
    """Yield the accounts of a fact: those that agree with another as well as those that do not."""
    predicate = _PREDICATES.get(why, "")
    for ref, record in by_ref.items():
        account = _account(record)
        alike = why != STATED and account.predicate == predicate and account.about == about
        if alike or ref in disputed:
            yield record


def _account(record: Claim | Event) -> Account:
    if isinstance(record, Event):
        return Account(record.ref, record.ref, "deaths", value=_toll_of(record), edtf=record.when.edtf)
    return Account(
        record.ref, record.subject, record.predicate, record.object or "", record.value, edtf=record.when.edtf
    )


def _toll_of(event: Event) -> str:
    """Return the best estimate of an event's own toll."""
    return str(event.deaths.best) if event.deaths and event.deaths.best is not None else ""


def _version(record: Claim | Event, record_of: RecordOf, numbering: Numbering) -> Version:
    return Version(
        text=_told(record, record_of),
        when=time_of(record),
        sureness=sure(record) if isinstance(record, Claim) else "",
        rank=_rank(record),
        reasoning=one_line(record.reasoning) if isinstance(record, Claim) else "",
        cited=numbering.cited(record),
    )


def _told(record: Claim | Event, record_of: RecordOf) -> str:
    if isinstance(record, Event):
        deaths = record.deaths
        return toll(deaths.best, deaths.low, deaths.high) if deaths else ""
    if record.predicate == "controls":
        return title_of(record.subject, record_of)
    return record.value or one_line(record.text) or title(record, record_of)


def _rank(record: Claim | Event) -> str:
    rank = record.rank if isinstance(record, Claim) else ""
    return rank if rank in ("preferred", "deprecated") else ""


def _age(record: Record) -> tuple[bool, int, int, str]:
    return sort_key(record.when.span, record.ref) if isinstance(record, Claim | Event) else (True, 0, 0, record.ref)
