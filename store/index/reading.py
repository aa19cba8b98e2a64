"""Reads the fields of a raw document, in which a hand-made file may hold anything at all.

A field that is not what it should be counts as absent here; `check` tells of it. Text comes back clean.
"""

from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from store.index.schema import OPEN_BEGIN, OPEN_END, UNDATED
from store.refs import TABLES, Ref
from store.text import clean, one_line
from store.when import NotEdtf, parse

Document: TypeAlias = dict[str, Any]

_LONGEST_REF = 200
_NOTHING: Document = {}


class Time(NamedTuple):
    """A `when` as the index keeps it: its outermost days (see `schema` for open and undated ones), and its own text."""

    earliest: int
    latest: int
    edtf: str
    said: str


UNTIMED = Time(UNDATED, UNDATED, "", "")


def line(document: Document, field: str) -> str:
    """Return a text on one line; empty if there is none."""
    value = document.get(field)
    return one_line(value) if value and isinstance(value, str) else ""


def prose(document: Document, field: str) -> str:
    """Return a text of several lines; empty if there is none."""
    value = document.get(field)
    return clean(value).strip() if value and isinstance(value, str) else ""


def lines(document: Document, field: str) -> tuple[str, ...]:
    """Return the texts of a list."""
    values = document.get(field)
    if not values or not isinstance(values, list):
        return ()
    return tuple(filter(None, (one_line(value) for value in values if isinstance(value, str))))


def part(document: Document, field: str) -> Document:
    """Return an object within the document; an empty one if there is none."""
    value = document.get(field)
    return value if isinstance(value, dict) else _NOTHING


def parts(document: Document, field: str) -> tuple[Document, ...]:
    """Return the objects of a list."""
    values = document.get(field)
    if not values or not isinstance(values, list):
        return ()
    return tuple([value for value in values if isinstance(value, dict)])


def ref(document: Document, field: str) -> Ref:
    """Return a ref, whether its record is there or not; empty if there is none."""
    value = document.get(field)
    return _ref(value) if value and isinstance(value, str) else ""


def refs(document: Document, field: str) -> tuple[Ref, ...]:
    """Return the refs of a list."""
    values = document.get(field)
    if not values or not isinstance(values, list):
        return ()
    return tuple(filter(None, (_ref(value) for value in values if isinstance(value, str))))


def whole(document: Document, field: str) -> int | None:
    """Return a whole number that is not negative; None if there is none."""
    value = document.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63 else None


def degrees(document: Document, field: str, most: float) -> float | None:
    """Return an angle of at most so many degrees to either side."""
    value = document.get(field)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if number and -most <= value <= most else None  # type: ignore[operator, arg-type]


def time(document: Document, field: str) -> Time:
    """Return the time that a field holds. What is no EDTF is undated, and said as it is written."""
    when = document.get(field)
    if not isinstance(when, dict):
        return UNTIMED
    edtf = when.get("edtf")
    if not isinstance(edtf, str) or not edtf:
        return Time(UNDATED, UNDATED, "", line(when, "said"))
    return _time(edtf) or Time(UNDATED, UNDATED, "", line(when, "said") or one_line(edtf))


def forget() -> None:
    """Let go of the refs and times that are remembered for the next document that has them: 30 MB of a large store."""
    _ref.cache_clear()
    _time.cache_clear()


@lru_cache(maxsize=65_536)
def _ref(text: str) -> Ref:
    text = one_line(text)
    kind, _, name = text.partition(":")
    return text if name and kind in TABLES and len(text) <= _LONGEST_REF else ""


@lru_cache(maxsize=65_536)
def _time(edtf: str) -> Time | None:
    plain = _plain(edtf)
    if plain:
        return Time(*plain, edtf, "")
    try:
        span = parse(edtf)
    except NotEdtf:
        return None
    first = OPEN_BEGIN if span.earliest is None else max(span.earliest, OPEN_BEGIN)
    last = OPEN_END if span.latest is None else min(span.latest, OPEN_END)
    return Time(min(first, OPEN_END), max(last, OPEN_BEGIN), edtf, "")


def _plain(edtf: str) -> tuple[int, int] | None:
    """Return the first and the last day of `a`, `a/b` and `[a..b]`, which nearly all are; None for anything else.

    Where each record has a span of its own, to parse them takes longer than all else that is read of it.
    """
    size = len(edtf)
    if size == 10:
        first = last = _day(edtf)
    elif size == 21 and edtf[10] == "/":
        first, last = _day(edtf[:10]), _day(edtf[11:])
    elif size == 24 and edtf[0] == "[" and edtf[11:13] == ".." and edtf[-1] == "]":
        first, last = _day(edtf[1:11]), _day(edtf[13:23])
    else:
        return None
    return (first, last) if 0 < first <= last else None


def _day(text: str) -> int:
    """Return the day that `YYYY-MM-DD` stands for; 0 for anything else."""
    if text[4] == text[7] == "-":
        with suppress(ValueError):
            return date.fromisoformat(text).toordinal()
    return 0
