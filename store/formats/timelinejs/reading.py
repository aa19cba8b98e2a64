"""A timeline brought in: the JSON that TimelineJS shows, or the spreadsheet that it is made of."""

from collections.abc import Iterator, Mapping
from typing import Any

from store.formats.found import Column, Format, Found, Heading, Item, NotThisFormat, Skipped
from store.formats.given import Given
from store.formats.members import Member, members
from store.formats.not_taken import NotTaken
from store.formats.tables.given import head
from store.formats.tables.header import KEPT
from store.formats.tables.rows import RawRow
from store.formats.tables.sheets import Sheet, read_sheets, sheets_of
from store.formats.timelinejs.older import LISTS, WHOLE, slide_of_older
from store.formats.timelinejs.sheet import COLUMNS, slide_of
from store.formats.timelinejs.slide import SHOWS
from store.formats.timelinejs.taking import SPACE, era, event
from store.refs import NotRef, Ref, make, split
from store.text import one_line

_LISTS = ("events", "eras")
_MEND = "bring the JSON of a timeline, or its spreadsheet as CSV"
_BECOMES = {
    "start_date, end_date": "event when",
    "display_date": "event when.said",
    "text.headline": "event title",
    "text.text": "event summary",
    "media": "source, cited by the event",
    "group": "event tags",
    "unique_id": "event id",
    "eras": "events",
    "title": "not taken: a situation has a title of its own",
    "all others": KEPT,
}


def _read(given: Given) -> Iterator[Item]:
    if head(given).lstrip()[:1] == "{":
        return _of_json(given)
    return _of_sheet(given)


def _of_json(given: Given) -> Iterator[Item]:
    found = False
    for member in members(given.pieces(), (*_LISTS, WHOLE)):
        slides = _slides(member)
        if slides is not None and not found:
            found = True
            yield Heading(tuple(Column(name, becomes) for name, becomes in _BECOMES.items()))
        yield from slides or ()
    if not found:
        raise NotThisFormat("not a timeline: it has no list ‘events’", _MEND)


def _slides(member: Member) -> Iterator[Item] | None:
    """Return what a slide or a list of them gives; None for what is neither."""
    if member.key in _LISTS:
        return iter([_item(member.line, member.value, member.key == "eras")])
    if member.key != WHOLE or member.name not in LISTS or not isinstance(member.value, list):
        return None
    older = (slide_of_older(one) if isinstance(one, Mapping) else one for one in member.value)
    return (_item(member.line, slide, LISTS[member.name]) for slide in older)


def _of_sheet(given: Given) -> Iterator[Item]:
    with sheets_of(given) as sheets:
        yield from read_sheets(sheets, _is_timeline, _of_rows)


def _names(header: list[str]) -> list[str]:
    return [one_line(cell).removeprefix("\ufeff") for cell in header]


def _is_timeline(header: list[str]) -> bool:
    known = {name.casefold() for name in _names(header)}
    return "headline" in known and not known.isdisjoint(("year", "start date"))


def _of_rows(sheet: Sheet) -> Iterator[Item]:
    rows = sheet.rows()
    header = next(rows, None)
    names = _names(header.cells) if isinstance(header, RawRow) else []
    known = [name.casefold() for name in names]
    if not _is_timeline(names):
        raise NotThisFormat("not a timeline: it has no columns ‘Headline’ and ‘Year’", _MEND)
    yield Heading(tuple(Column(name, COLUMNS.get(name.casefold(), KEPT)) for name in names))
    for row in rows:
        if isinstance(row, Skipped):
            yield row
        elif len(row.cells) != len(names):
            yield Skipped(row.line, f"{len(row.cells)} cells, where the header names {len(names)}")
        else:
            cells = dict(zip(known, row.cells, strict=True))
            if cells.get("type", "").strip().casefold() == "title":
                yield Skipped(row.line, "the title: a situation has one of its own")
            else:
                yield _item(row.line, slide_of(cells), cells.get("type", "").strip().casefold() == "era")


def _item(line: int, slide: object, is_era: bool) -> Found | Skipped:
    if not isinstance(slide, Mapping):
        return Skipped(line, "no slide: it is not an object")
    fields: Mapping[str, Any] = slide
    try:
        entry, beside, cautions = era(fields) if is_era else event(fields)
    except NotTaken as error:
        return Skipped(line, one_line(str(error)))
    return Found(line, entry, beside, cautions, shows=_shows(fields))


def _shows(fields: Mapping[str, Any]) -> Ref:
    """Return the record of ours that a slide was made of; empty for none."""
    told = fields.get(SHOWS)
    try:
        return make(*split(told)) if isinstance(told, str) else ""
    except NotRef:
        return ""


TIMELINEJS = Format(SPACE, _read, SPACE)
