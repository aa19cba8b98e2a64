"""What a slide and an era become: an event, with its time, and what it shows as a source."""

from collections.abc import Mapping
from typing import Any, Final

from store import when
from store.formats.found import Entry
from store.formats.identity import mark, readable
from store.formats.kept import cell, row_of
from store.formats.not_taken import NotTaken
from store.formats.plain_text import plain_text
from store.formats.plain_values import line, with_all
from store.formats.tables.reading import Reading
from store.text import brief
from store.when.days import edtf_of_year

SPACE: Final = "timelinejs"
"""Where `external` keeps the slide, and the name of the format."""

_FURTHEST = 10_000
"""Years before or after which EDTF writes a year alone, with a Y before it."""
_DAY_LEFT = "a day without a month is left out of the time"
_END_LEFT = "its end is left out of the time: EDTF has no span of years so far off"


def event(slide: Mapping[str, Any]) -> Reading:
    """Return the event of a slide. Raises NotTaken."""
    told, cautions = _time(slide)
    own = slide.get("text")
    words: Mapping[str, Any] = own if isinstance(own, Mapping) else {}
    title = line(plain_text(words.get("headline"))) or line(plain_text(words.get("text")))
    if not title:
        raise NotTaken("it has no headline")
    group = line(plain_text(slide.get("group")))
    shown = _shown(slide.get("media"))
    document = with_all(
        {"id": _own_id(slide, title, told["edtf"]), "title": title, "when": told},
        summary=plain_text(words.get("text")),
        tags=[group] if group else [],
        citations=[{"source": source.ref} for source in shown],
        external={SPACE: _kept(slide)},
    )
    return Reading(Entry("event", document), tuple(shown), cautions)


def era(told: Mapping[str, Any]) -> Reading:
    """Return an era as an event of its length. Raises NotTaken."""
    reading = event(told)
    return reading._replace(entry=Entry("event", reading.entry.document | {"event_kind": "era"}))


def _time(slide: Mapping[str, Any]) -> tuple[dict[str, str], tuple[str, ...]]:
    start, stop = (_date(slide.get(f"{edge}_date"), edge) for edge in ("start", "end"))
    if not start:
        raise NotTaken("it has no start_date, and TimelineJS would not show it")
    far = start.startswith("Y") or stop.startswith("Y")
    edtf = start if far or stop in ("", start) else f"{start}/{stop}"
    try:
        when.parse(edtf)
    except when.NotEdtf as error:
        raise NotTaken(f"start_date, end_date: {error}") from None
    dates = [slide, slide.get("start_date")]
    said = next(
        (line(date["display_date"]) for date in dates if isinstance(date, Mapping) and line(date.get("display_date"))),
        "",
    )
    lone = any(isinstance(date, Mapping) and date.get("day") and not date.get("month") for date in _edges(slide))
    cautions = (*[_END_LEFT] * bool(far and stop), *[_DAY_LEFT] * lone)
    return {"edtf": edtf} | ({"said": said} if said else {}), cautions


def _edges(slide: Mapping[str, Any]) -> tuple[object, object]:
    return slide.get("start_date"), slide.get("end_date")


def _date(date: object, edge: str) -> str:
    """Return a date as EDTF, as far as it goes; nothing for none."""
    if not isinstance(date, Mapping) or date.get("year") in (None, ""):
        return ""
    year, month, day = (_number(date.get(part), f"{edge}_date.{part}") for part in ("year", "month", "day"))
    if year is None:
        return ""
    if abs(year) >= _FURTHEST:
        return f"Y{year}"
    told = edtf_of_year(year)
    if month:
        told += f"-{month:02}" + (f"-{day:02}" if day else "")
    return told


def _number(value: object, name: str) -> int | None:
    if value is None or value == "":
        return None
    told = cell(value).strip()
    if len(told) > 18 or not told.lstrip("-").removesuffix(".0").isdecimal() or not told.isascii():
        raise NotTaken(f"{name} ‘{brief(told)}’ is not a whole number")
    return int(told.removesuffix(".0"))


def _shown(media: object) -> list[Entry]:
    """Return what a slide shows as a source: its address, with the caption as title and the credit as publisher."""
    if not isinstance(media, Mapping) or not line(media.get("url")):
        return []
    url, publisher = line(media["url"]), line(plain_text(media.get("credit")))
    title = line(plain_text(media.get("caption"))) or publisher or url
    own_id = f"timelinejs-{readable(title)}-{mark(url, title, publisher)}"
    return [Entry("source", with_all({"id": own_id, "title": title}, publisher=publisher, url=url))]


def _own_id(slide: Mapping[str, Any], title: str, edtf: str) -> str:
    own = line(slide.get("unique_id"))
    return f"timelinejs-{readable(own)}-{mark(own)}" if own else f"timelinejs-{readable(title)}-{mark(title, edtf)}"


def _kept(slide: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of a slide as a row; a field that has fields of its own is one for each."""
    row: dict[str, Any] = {}
    for name, value in slide.items():
        row |= (
            {f"{name}.{part}": inner for part, inner in value.items()} if isinstance(value, Mapping) else {name: value}
        )
    return row_of(row)
