"""One slide: its headline, its text as paragraphs of HTML, and where it is in time."""

from collections.abc import Iterator
from html import escape
from typing import Any

from store.formats.dated import Dated
from store.formats.handed import Handed
from store.formats.headline import headline, speaker
from store.formats.taken import Taken
from store.formats.timelinejs.dates import dates
from store.formats.web_address import web_address
from store.scales import estimative

SHOWS = "x_sitroom"
"""Names the record, which TimelineJS passes over: who brings the timeline in where that is does not want it twice."""
_NOT_ALL = "the estimate, or its bounds; its parts are not shown"


def slide(taken: Taken, handed: Handed, time: Dated) -> dict[str, Any]:
    """Return a slide. Everything that a record says is escaped: TimelineJS shows texts as HTML."""
    text = {"headline": escape(headline(handed, taken.kind, taken.document)), "text": "".join(_html(taken, handed))}
    group = _group(taken, handed)
    named = {"unique_id": taken.ref.replace(":", "-", 1), SHOWS: taken.ref}
    named |= {"group": escape(group)} if group else {}
    return dates(time) | {"text": text} | named


def _html(taken: Taken, handed: Handed) -> Iterator[str]:
    yield from (_paragraph(text) for text in _TEXTS[taken.kind](taken, handed) if text)
    if taken.take("status") in ("draft", "disputed"):
        yield f"<p><em>{taken.document['status']}</em></p>"
    yield from _sources(taken, handed)


def _group(taken: Taken, handed: Handed) -> str:
    """Return whose row of the timeline it stands in: a place, who said it, what it is about."""
    document = taken.document
    if taken.kind == "event":
        return handed.title(document["location"]) if "location" in document else ""
    return speaker(handed, document) if taken.kind == "quote" else handed.title(document["subject"])


def _event(taken: Taken, handed: Handed) -> Iterator[str]:
    taken.take("title")
    yield taken.take("summary")
    yield taken.take("event_kind")
    if place := taken.take("location"):
        yield handed.title(place)
    took_part = (
        _with_role(handed.title(part["actor"]), part.get("role", "")) for part in taken.take("participants", [])
    )
    yield ", ".join(took_part)
    yield _killed(taken)


def _killed(taken: Taken) -> str:
    deaths = taken.take("deaths", {})
    parts = [part for part in ("side_a", "side_b", "civilians", "unknown") if part in deaths]
    if parts:
        taken.lose_parts("deaths", tuple(parts), _NOT_ALL)
    low, best, high = (deaths.get(part) for part in ("low", "best", "high"))
    bounds = f"{low if low is not None else '?'}–{high if high is not None else '?'}"
    if best is None:
        return f"killed: {bounds}" if (low, high) != (None, None) else ""
    return f"killed: {best} ({bounds})" if (low, high) != (None, None) else f"killed: {best}"


def _quote(taken: Taken, handed: Handed) -> Iterator[str]:
    words, gist, translation = (taken.take(field) for field in ("words", "gist", "translation"))
    yield f"“{words}”" if words else ""
    yield gist
    yield f"“{translation}”" if translation else ""
    yield taken.take("described_as")
    for field, lead in (("speaker", "said by"), ("speaks_for", "for"), ("place", "in")):
        if named := taken.take(field):
            yield f"{lead} {handed.title(named)}"
    if about := taken.take("about", []):
        yield f"about {', '.join(map(handed.title, about))}"


def _claim(taken: Taken, _: Handed) -> Iterator[str]:
    for field in ("subject", "predicate", "object", "value"):  # the headline has them
        taken.take(field)
    yield taken.document.get("value", "")
    yield taken.take("text")
    confidence = taken.take("confidence", None)
    if confidence is not None:
        yield f"{estimative(confidence)} ({confidence} of 100)"
    yield taken.take("reasoning")


_TEXTS = {"event": _event, "quote": _quote, "claim": _claim}


def _sources(taken: Taken, handed: Handed) -> Iterator[str]:
    for citation in taken.take("citations", []):
        source = handed.named(citation["source"]) or {}
        title = escape(handed.title(citation["source"]))
        address = web_address(source.get("url", ""))
        shown = f'<a href="{escape(address)}">{title}</a>' if address else title
        locator = citation.get("locator")
        where = escape(f", {locator['kind']} {locator['value']}") if locator else ""
        words = escape(f": “{citation['words']}”") if "words" in citation else ""
        yield f"<p><small>{shown}{where}{words}</small></p>"
    taken.lose_parts("citations", ("credibility",), "not shown")


def _with_role(name: str, role: str) -> str:
    return f"{name} ({role})" if role else name


def _paragraph(text: str) -> str:
    return f"<p>{'<br>'.join(map(escape, text.split(chr(10))))}</p>"
