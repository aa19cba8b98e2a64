"""A lens in words, for the line that says what is looked at."""

from collections.abc import Iterator

from store.index.database import Database
from store.index.lookup import title_of
from store.index.narrowing import groups_of
from store.lens import Lens
from store.refs import TABLES
from store.when import Day, civil, from_days, ordinal, parse, phrase


def describe(database: Database, lens: Lens) -> str:
    """Return what a lens narrows to: "Islamic State in Libya · since May 2016 · as of 2016-08-18"."""
    return " · ".join(_parts(database, lens))


def _parts(database: Database, lens: Lens) -> Iterator[str]:
    for group in groups_of(lens.about):
        yield " or ".join(title_of(database, ref) for ref in group)
    yield from (f"with {title_of(database, ref)}" for ref in lens.also)
    if lens.kinds:
        yield ", ".join(TABLES[kind] for kind in lens.kinds)
    if lens.statuses:
        yield ", ".join(lens.statuses)
    if lens.tags:
        yield f"tagged {', '.join(lens.tags)}"
    if lens.words:
        yield " ".join(lens.words)
    yield from (f"“{phrase}”" for phrase in lens.phrases)
    if lens.without:
        yield f"without {', '.join(lens.without)}"
    yield from _times(lens)


def _times(lens: Lens) -> Iterator[str]:
    if lens.since is not None:
        yield f"since {_first_day(lens.since)}"
    if lens.until is not None:
        yield f"until {_last_day(lens.until)}"
    if lens.as_of is not None:
        yield f"as of {from_days(lens.as_of, lens.as_of, held=True)}"
    if lens.known_by is not None:
        yield f"known by {from_days(lens.known_by, lens.known_by, held=True)}"


def _first_day(day: Day) -> str:
    """Return the month or year that begins on a day, or the day."""
    year, month, of_month = civil(day)
    if of_month > 1:
        return _named(day, day)
    after = ordinal(year + 1, 1, 1) if month == 1 else _month_after(year, month)
    return _named(day, after - 1)


def _last_day(day: Day) -> str:
    """Return the month or year that ends with a day, or the day."""
    year, month, _ = civil(day)
    if day + 1 != _month_after(year, month):
        return _named(day, day)
    return _named(ordinal(year, 1 if month == 12 else month, 1), day)


def _month_after(year: int, month: int) -> Day:
    return ordinal(year + month // 12, month % 12 + 1, 1)


def _named(first: Day, last: Day) -> str:
    return phrase(parse(from_days(first, last, held=True)))
