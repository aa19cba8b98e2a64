"""A lens in words, for the line that says what is looked at."""

from collections.abc import Iterator

from store.index.called import title_then
from store.index.index import Index
from store.index.narrowing import groups_of
from store.lens import Lens
from store.refs import TABLES
from store.when import Day, civil
from store.when.civil import MONTHS
from store.when.words import day_words, year_name


def describe(index: Index, lens: Lens) -> str:
    """Return what a lens narrows to: "Islamic State in Libya · since May 2016 · as of 18 August 2016"."""
    return " · ".join((*_narrowed(index, lens), *_days(lens)))


def describe_narrowing(index: Index, lens: Lens) -> str:
    """Return the same without the days that the lens looks from; records are called as on those."""
    return " · ".join(_narrowed(index, lens))


def _narrowed(index: Index, lens: Lens) -> Iterator[str]:
    for group in groups_of(lens.about):
        yield " or ".join(title_then(index, lens, ref) for ref in group)
    yield from (f"with {title_then(index, lens, ref)}" for ref in lens.also)
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
    if lens.since is not None:
        yield f"since {_first_day(lens.since)}"
    if lens.until is not None:
        yield f"until {_last_day(lens.until)}"


def _days(lens: Lens) -> Iterator[str]:
    if lens.as_of is not None:
        yield f"as of {day_words(lens.as_of)}"
    if lens.known_by is not None:
        yield f"known by {day_words(lens.known_by)}"


def _first_day(day: Day) -> str:
    """Return the month or year that begins on a day, or the day."""
    year, month, of_month = civil(day)
    if of_month > 1:
        return day_words(day)
    return year_name(year) if month == 1 else f"{MONTHS[month - 1]} {year_name(year)}"


def _last_day(day: Day) -> str:
    """Return the month or year that ends with a day, or the day."""
    year, month, _ = civil(day)
    if civil(day + 1)[2] > 1:
        return day_words(day)
    return year_name(year) if month == 12 else f"{MONTHS[month - 1]} {year_name(year)}"
