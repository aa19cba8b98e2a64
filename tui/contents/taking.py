"""What a reader takes away: the record of a row as text, ref or JSON, and what a pane shows as a table."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from store.refs import Ref
from store.rows import IndexRow, PlaceRow, ProfileRow, QuoteRow, Row, TimelineRow
from store.situation import Situation
from store.tables import Cell, Table
from store.text import clean, escaped_json
from store.when import Day
from store.when.days import written_day


def text_of(situation: Situation, ref: Ref) -> str:
    """Return a record in words: what it is called and what that is, when it was, who said it; then its summary."""
    profile = situation.profile(ref)
    told = {row.label: row.text for row in profile.rows if row.section in ("Claim", "Said")}
    first = "\n".join(filter(None, (profile.title, profile.subtitle)))
    if profile.kind == "quote":
        words = situation.document(ref).get("words")
        said = f"“{clean(words).strip()}”" if isinstance(words, str) and words else profile.title
        first = f"{said} — {', '.join(filter(None, (told.get('by'), told.get('when'))))}"
    elif profile.kind == "claim":
        first = f"{profile.title} ({told['when']})" if "when" in told else profile.title
    return "\n".join(filter(None, (first, profile.summary)))


def json_of(situation: Situation, ref: Ref) -> str:
    """Return a record as its store holds it."""
    return escaped_json(json.dumps(situation.document(ref), ensure_ascii=False, indent=2))


def table_of(title: str, rows: Iterable[Row], note: str = "") -> Table:
    """Return rows of one kind as a table, with the refs by which they can be found again."""
    given = tuple(rows)
    columns, cells = _COLUMNS.get(type(given[0]), _NOTHING) if given else _NOTHING
    return Table(title, columns, tuple(cells(row) for row in given), note)


def _index(row: IndexRow) -> tuple[Cell, ...]:
    return row.target, row.title, row.detail, row.touches, row.mark


def _profile(row: ProfileRow) -> tuple[Cell, ...]:
    return row.section, row.label, row.text, row.when, row.grade, row.mark, row.target, row.statement


def _timeline(row: TimelineRow) -> tuple[Cell, ...]:
    days = _iso(row.earliest), _iso(row.latest)
    return row.year, row.when, *days, row.kind, row.title, row.grade, row.mark, row.statement


def _place(row: PlaceRow) -> tuple[Cell, ...]:
    standing = row.standing, row.holders
    return row.target, row.title, row.location_kind, row.within, row.lat, row.lon, *standing, row.touches


def _quote(row: QuoteRow) -> tuple[Cell, ...]:
    said = row.words, row.verbatim, row.speaker, not row.unnamed
    return *said, row.when, row.locator, row.grade, row.mark, row.statement


def _iso(day: Day | None) -> str:
    return "" if day is None else written_day(day)


_Columns = tuple[tuple[str, ...], Callable[[Any], tuple[Cell, ...]]]
_NOTHING: _Columns = ((), lambda _: ())
_COLUMNS: dict[type, _Columns] = {
    IndexRow: (("ref", "title", "detail", "named by", "status"), _index),
    ProfileRow: (("section", "label", "text", "when", "grade", "mark", "names", "ref"), _profile),
    TimelineRow: (("year", "when", "earliest", "latest", "kind", "title", "grade", "mark", "ref"), _timeline),
    PlaceRow: (
        ("ref", "title", "kind", "within", "latitude", "longitude", "standing", "by", "records there"),
        _place,
    ),
    QuoteRow: (("words", "verbatim", "speaker", "named", "when", "locator", "grade", "mark", "ref"), _quote),
}
