"""From the words of a report to EDTF: `weeks ago`, `since May`, `between March and May 2016`.

The words are read as of an anchor, the day on which they were published. docs/dates.md lists every convention; what is
not among them is left alone, so that the words stand as they were said and the record stays undated.
"""

import re
from collections.abc import Callable

from store.when.civil import Day
from store.when.days import edtf_of_day
from store.when.named import named_date
from store.when.span import parse
from store.when.stretches import named_stretch
from store.when.written import NotEdtf

LONGEST = 200
"""Characters a phrase may have; a longer text is no phrase about time."""

_LEADING = r"(?:(?:back|in|on|at|during|over|for|within|some|sometime|time|the|of) )*"
_ABOUT = r"(?:around|about|circa|ca|c|roughly|approximately|near)"
_PERHAPS = r"(?:perhaps|possibly|maybe|probably|reportedly)"


def resolve(said: str, anchor: Day) -> str | None:
    """Return the EDTF of what was said on the anchor day, or None for words that are not understood.

    EDTF and plain ISO dates come back as they are.
    """
    if len(said) > LONGEST:
        return None
    if _is_edtf(said.strip()):
        return said.strip()
    edtf = _resolve(_plain(said), anchor)
    return edtf if edtf and _is_edtf(edtf) else None


def _plain(said: str) -> str:
    """Return the words in small letters and single spaces, with one kind of dash and without commas and `5th`."""
    text = re.sub(r"[–—‑]", "-", said.casefold())
    text = re.sub(r"(?<=[a-z])\.", "", text.replace(",", " "))
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text)
    return " ".join(text.strip(" .;:").split())


def _resolve(text: str, anchor: Day) -> str | None:
    """Try the relations to a date, then a date or a stretch by itself, with and without the small words before it."""
    for words in dict.fromkeys((text, re.sub(rf"^{_LEADING}", "", text))):
        for pattern, answer in _RELATIONS:
            if (found := re.fullmatch(pattern, words)) and (edtf := answer(anchor, *found.groups())):
                return edtf
    return _unrelated(text, anchor)


def _unrelated(text: str, anchor: Day) -> str | None:
    """Return a date or a stretch. It never comes back to the relations, so no text can nest them."""
    shorter = re.sub(rf"^{_LEADING}", "", text)
    return named_stretch(text, anchor) or named_stretch(shorter, anchor) or _named(shorter, anchor)


def _named(text: str, anchor: Day) -> str | None:
    """Return one date, or None where the words name none or one that no calendar has."""
    text = re.sub(rf"^{_LEADING}", "", text)
    written = text.upper()
    try:
        edtf = written if _is_edtf(written) else named_date(text, anchor)
    except ValueError:  # a year that days cannot be written for
        return None
    return edtf if edtf and _is_edtf(edtf) and parse(edtf).shape == "point" else None


def _is_edtf(text: str) -> bool:
    try:
        parse(text)
    except NotEdtf:
        return False
    return True


def _since(anchor: Day, begin: str) -> str | None:
    edtf = _named(begin, anchor)
    return edtf and f"{edtf}/.."


def _until(anchor: Day, end: str) -> str | None:
    edtf = _named(end, anchor)
    return edtf and f"/{edtf}"


def _before(anchor: Day, end: str) -> str | None:
    first = _first_day(end, anchor)
    return None if first is None else f"[..{edtf_of_day(first - 1)}]"


def _by(anchor: Day, end: str) -> str | None:
    last = _last_day(end, anchor)
    return None if last is None else f"[..{edtf_of_day(last)}]"


def _after(anchor: Day, begin: str) -> str | None:
    last = _last_day(begin, anchor)
    return None if last is None else f"[{edtf_of_day(last + 1)}..]"


def _or_later(anchor: Day, begin: str) -> str | None:
    first = _first_day(begin, anchor)
    return None if first is None else f"[{edtf_of_day(first)}..]"


def _first_day(text: str, anchor: Day) -> Day | None:
    edtf = _unrelated(text, anchor)
    return parse(edtf).earliest if edtf else None


def _last_day(text: str, anchor: Day) -> Day | None:
    edtf = _unrelated(text, anchor)
    return parse(edtf).latest if edtf else None


def _from_to(anchor: Day, begin: str, end: str) -> str | None:
    """Return what was held from one date to the other."""
    return _pair(begin, end, anchor, "{}/{}")


def _between(anchor: Day, begin: str, end: str) -> str | None:
    """Return one day from one date to the other."""
    return _pair(begin, end, anchor, "[{}..{}]")


def _pair(begin: str, end: str, anchor: Day, form: str) -> str | None:
    """Return two dates, the first with what it leaves out: `March to May 2016`, `10-19 August 2016`."""
    last = _named(end, anchor)
    if last is None:
        return None
    beginnings = [begin]
    if year := re.search(r" (\d{4})$", end):
        beginnings = [f"{begin}{year[0]}", f"{begin} {int(year[1]) - 1}", begin]
    if begin.isdecimal() and len(begin) < 3:
        beginnings = [re.sub(r"^\d{1,2}(?= )", begin, end)]
    for words in beginnings:
        first = _named(words, anchor)
        if first and _is_edtf(edtf := form.format(first, last)):
            return edtf
    return None


def _about(anchor: Day, text: str) -> str | None:
    """Mark a date as approximate; a stretch of days that is rough already stays as it is."""
    return _named_with("~", text, anchor) or _unrelated(text, anchor)


def _perhaps(anchor: Day, text: str) -> str | None:
    return _named_with("?", text, anchor)


def _perhaps_about(anchor: Day, text: str) -> str | None:
    return _named_with("%", text, anchor)


def _named_with(mark: str, text: str, anchor: Day) -> str | None:
    edtf = _named(text, anchor)
    return edtf and edtf + mark


_RELATIONS: tuple[tuple[str, Callable[..., str | None]], ...] = (
    (r"some (?:day|time) (.+) - (.+)", _between),
    (r"between (.+) and (.+)", _between),
    (r"from (.+) (?:to|until|till|through) (.+)", _from_to),
    (r"since (.+)", _since),
    (r"(?:until|till|up to) (.+)", _until),
    (r"(?:before|prior to) (.+)", _before),
    (r"(?:by|no later than) (.+)", _by),
    (r"(.+) or earlier", _by),
    (r"after (.+)", _after),
    (r"(.+) or later", _or_later),
    (rf"{_PERHAPS} {_ABOUT} (.+)", _perhaps_about),
    (rf"{_PERHAPS} (.+)", _perhaps),
    (rf"{_ABOUT} (.+)", _about),
    (r"(?:from )?(\d{4})-(\d{4})", _from_to),
    (r"(?:from )?(\S+)-(\S+ .+)", _from_to),
    (r"(?:from )?(.+) - (.+)", _from_to),
)
