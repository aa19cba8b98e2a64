"""A whole EDTF expression: a date, an interval `a/b`, one of a set `[a,b..c]`, or all of a set `{a,b..c}`.

Every shape becomes a row of ranges, and `bounds` turns their edges into days.
"""

from functools import lru_cache
from typing import Final, Literal, NamedTuple

from store.when.bounds import bounds
from store.when.written import Date, NotEdtf, read_date

Shape = Literal["point", "within", "throughout", "each"]
"""How a time is filled: a point `2016-08` begins and ends in it; within `[a..b]`, one day somewhere; throughout `a/b`,
all the time from a to b; each `{a,b}`, at every one of its members."""

OPEN: Final = ".."
UNKNOWN: Final = ""
Edge = Date | Literal["..", ""]
"""A date, or `..` for an edge that is open (it goes on), or nothing for one that is not known."""

LONGEST = 1000
"""Characters an expression may have."""

_BRACKETS: dict[str, tuple[str, Shape]] = {"[": ("]", "within"), "{": ("}", "each")}


class Range(NamedTuple):
    """From one edge to the other; a single date is both of its own edges."""

    begin: Edge
    end: Edge


class Expression(NamedTuple):
    """What an EDTF text says, member by member."""

    shape: Shape
    members: tuple[Range, ...]


@lru_cache(maxsize=4096)
def read(text: str) -> Expression:
    """Take an EDTF text apart. Raises `NotEdtf` for what is not EDTF, what no calendar has, and what ends too early."""
    _refuse_what_no_edtf_holds(text)
    if text[0] in _BRACKETS:
        return _set(text)
    if "/" in text:
        return Expression("throughout", (_interval(text),))
    date = _dated(_without_time(text))
    one_day = date.day and not date.is_exact
    return Expression("within" if one_day else "point", (Range(date, date),))


def _refuse_what_no_edtf_holds(text: str) -> None:
    if not text:
        raise NotEdtf(text, "it is empty; write a date such as 2016-08-05, or leave the date out")
    if len(text) > LONGEST:
        raise NotEdtf(text, f"it is longer than {LONGEST:,} characters")
    if any(map(str.isspace, text)):
        place = next(place for place, letter in enumerate(text, 1) if letter.isspace())
        raise NotEdtf(text, f"there is a space at character {place}; EDTF has none, as in 2016-08-05/2016-08-12")


def _interval(text: str) -> Range:
    """Read `a/b`, where either edge may be open or unknown, but not both unknown."""
    edges = text.split("/")
    if len(edges) > 2:
        raise NotEdtf(text, "an interval has one slash, as in 2016-05/2016-08")
    if text == "/":
        raise NotEdtf(text, "neither edge is known; leave the date out")
    for edge in edges:
        if edge.startswith("Y"):
            raise NotEdtf(edge, "a year that starts with Y stands alone, not in an interval")
        if "T" in edge:
            raise NotEdtf(edge, "an interval goes from day to day; leave the time out, as in 2016-05-01/2016-05-09")
    begin, end = (_edge(edge) for edge in edges)
    return _in_order(text, begin, end)


def _set(text: str) -> Expression:
    """Read `[a,b..c]` or `{a,b..c}`."""
    closing, shape = _BRACKETS[text[0]]
    if not text.endswith(closing):
        raise NotEdtf(text, f"{text[0]} is closed by {closing}, as in {text[0]}2016-06-17..2016-08-05{closing}")
    return Expression(shape, tuple(_member(member) for member in text[1:-1].split(",")))


def _member(text: str) -> Range:
    """Read one member of a set: a date, or a range of dates with `..`."""
    first, dots, last = text.partition("..")
    if not dots:
        date = _dated(text)
        return Range(date, date)
    if not first and not last:
        raise NotEdtf(text, "a range needs a date at one side of its dots, as in ..2015-12-31")
    return _in_order(text, _edge(first or OPEN), _edge(last or OPEN))


def _edge(text: str) -> Edge:
    if text == OPEN:
        return OPEN
    return _dated(text) if text else UNKNOWN


def _dated(text: str) -> Date:
    """Read a date and see that the calendar has it."""
    date = read_date(text)
    bounds(date)
    return date


def _in_order(text: str, begin: Edge, end: Edge) -> Range:
    """Refuse a range that ends before it begins.

    An end that is written more coarsely than the beginning and covers it (`2016-08-05/2016-08`) is refused too, as
    other readers of EDTF do: with X for the missing digits (`2016-08-05/2016-08-XX`) the same is said and understood.
    """
    if isinstance(begin, str) or isinstance(end, str):
        return Range(begin, end)
    (begins, _), (ends, last) = bounds(begin), bounds(end)
    if begins > last:
        raise NotEdtf(text, "it ends before it begins; write the earlier date first")
    if begins > ends and end.is_exact:
        raise NotEdtf(text, "it begins after the first day of its end; write XX for the missing part, as in 2016-08-XX")
    return Range(begin, end)


def _without_time(text: str) -> str:
    """Return the day of a date and time, as it is written, whatever its zone; other texts unchanged."""
    day, t, time = text.partition("T")
    if not t:
        return text
    if len(day.lstrip("-")) != 10 or not _is_time(time):
        raise NotEdtf(text, "a time follows a whole day, as in 2016-08-05T21:30:00, with Z or +02:00 for its zone")
    return day


def _is_time(text: str) -> bool:
    """Tell whether this is `hh:mm:ss` with nothing, `Z`, `+hh` or `+hh:mm` behind it."""
    clock, zone = text[:8], text[8:]
    if not text.isascii() or not (clock == "24:00:00" or _is_clock(clock, 3, 23)):
        return False
    if zone in ("", "Z"):
        return True
    return zone[0] in "+-" and (_is_clock(zone[1:], 2, 14) or _is_clock(zone[1:], 1, 14))


def _is_clock(text: str, fields: int, hours: int) -> bool:
    """Tell whether this is so many two-digit fields with colons, the first up to `hours`, the others up to 59."""
    numbers = text.split(":")
    if len(numbers) != fields or not all(len(number) == 2 and number.isdecimal() for number in numbers):
        return False
    return int(numbers[0]) <= hours and all(int(number) <= 59 for number in numbers[1:])
