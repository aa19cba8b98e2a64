"""Slides in the order of the records: a stream, whatever its size. TimelineJS puts them in the order of time."""

from collections.abc import Iterator
from html import escape
from typing import Any

from store.formats.dated import TIMES, Dated, dated
from store.formats.handed import REJECTED, Handed, Losses, Writer
from store.formats.json_list import json_list
from store.formats.plain_edtf import is_plain
from store.formats.taken import Taken, each
from store.formats.timelinejs.dates import within_reach
from store.formats.timelinejs.slide import slide

_BOUNDS = "drawn from its first day to its last; the words shown say the rest"


def _write(handed: Handed, losses: Losses) -> Iterator[bytes]:
    title = {"text": {"headline": escape(handed.about.get("title", "")), "text": escape(handed.about.get("note", ""))}}
    return json_list({"scale": "human", "title": title}, "events", _slides(handed, losses))


def _slides(handed: Handed, losses: Losses) -> Iterator[dict[str, Any]]:
    for taken in each(handed, losses):
        time = dated(taken.document.get(TIMES.get(taken.kind, "")))
        why = _why_not(taken, time)
        if why or time is None:
            taken.lose_all(why)
            continue
        _take_time(taken, time)
        yield slide(taken, handed, time)
        taken.lose_rest("not shown")


def _why_not(taken: Taken, time: Dated | None) -> str:
    """Return why a record cannot be a slide; empty if it can."""
    if taken.kind not in TIMES:
        return "neither an event, a quote nor a claim"
    if taken.document.get("status") == "rejected":
        return REJECTED
    if time is None:
        return "undated"
    return "" if within_reach(time) else "further from our time than the dates of a browser reach"


def _take_time(taken: Taken, time: Dated) -> None:
    field = TIMES[taken.kind]
    told = taken.take(field)
    if set(told) != {"edtf"} or not (time.exact or is_plain(time.edtf)):
        taken.lose(field, _BOUNDS)


WRITER = Writer(_write)
