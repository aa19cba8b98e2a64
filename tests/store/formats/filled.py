"""Records with every field filled, each with a text or number of its own that a test can look for in an export."""

from collections.abc import Callable, Iterator
from itertools import count

from store.documents import Document
from store.refs import KINDS, Kind

Text = Callable[[], str]
Number = Callable[[], int]


def filled(text: Text | None = None, number: Number | None = None) -> dict[Kind, Document]:
    """Return a record of each kind with every field filled; they name each other.

    `text` and `number` give what is next put where any text, or any number of people or metres, may stand.
    """
    text, number = text or _texts(), number or _numbers()
    return {kind: _common(kind, text) | _OWN[kind](text, number) for kind in KINDS}


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield each text and number in a document with the name of the field that it is in."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, path or name)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, path)
    else:
        yield path, value


def _texts() -> Text:
    numbers = count(1)
    return lambda: f"word{next(numbers):03}"


def _numbers() -> Number:
    numbers = count(7001)
    return lambda: next(numbers)


def _common(kind: Kind, text: Text) -> Document:
    locator = {"kind": "paragraph", "value": text()}
    return {
        "id": f"the-{kind}",
        "status": "disputed",
        "citations": [{"source": "source:the-source", "locator": locator, "words": text(), "credibility": 2}],
        "tags": [text(), text()],
        "note": text(),
        "marking": "amber+strict",
        "created": "2020-01-02T03:04:05Z",
        "modified": "2021-02-03T04:05:06Z",
        "revision": 7,
        "origin": {"by": "import", "tool": text(), "run": text()},
        "external": {"of-others": {"a column": text(), "another": text()}},
    }


def _names(text: Text) -> list[Document]:
    return [
        {"text": text(), "language": "ar-LY", "when": _time("2011-05/..", text)},
        {"text": text(), "kind": "alias"},
        {"text": text(), "kind": "former"},
        {"text": text(), "kind": "abbreviation"},
    ]


def _time(edtf: str, text: Text) -> Document:
    return {"edtf": edtf, "said": text(), "anchor": "2016-08-12"}


def _faction(text: Text, _: Number) -> Document:
    return {
        "names": _names(text),
        "faction_kind": "militia",
        "country": "location:the-location",
        "summary": text(),
        "active": _time("2014-37/2016-08", text),
    }


def _person(text: Text, _: Number) -> Document:
    return {"names": _names(text), "role": text(), "summary": text()}


def _location(text: Text, number: Number) -> Document:
    return {
        "names": _names(text),
        "location_kind": "city",
        "within": "location:the-location",
        "point": {"lat": 31.25, "lon": -16.5},
        "precision": number(),
        "summary": text(),
    }


def _event(text: Text, number: Number) -> Document:
    tolls = ("low", "best", "high", "side_a", "side_b", "civilians", "unknown")
    return {
        "title": text(),
        "summary": text(),
        "event_kind": text(),
        "codes": {"ucdp": text(), "acled": text(), "cameo": text()},
        "when": _time("[2016-06-17..2016-08-05]", text),
        "location": "location:the-location",
        "where_precision": "near",
        "participants": [
            {"actor": "faction:the-faction", "role": text()},
            {"actor": "person:the-person", "role": text()},
        ],
        "deaths": {part: number() for part in tolls},
        "clarity": "summary",
        "part_of": "event:the-event",
    }


def _quote(text: Text, _: Number) -> Document:
    return {
        "words": text(),
        "gist": text(),
        "form": "mixed",
        "speaker": "person:the-person",
        "described_as": text(),
        "anonymity": "role",
        "why_unnamed": text(),
        "speaks_for": "faction:the-faction",
        "said": _time("2016-08~", text),
        "place": "location:the-location",
        "about": ["event:the-event"],
        "language": "ar",
        "translation": text(),
    }


def _claim(text: Text, _: Number) -> Document:
    return {
        "subject": "faction:the-faction",
        "predicate": "backs",
        "object": "person:the-person",
        "when": _time("2016-05/..", text),
        "text": text(),
        "confidence": 73,
        "rank": "preferred",
        "conflicts_with": ["claim:the-claim"],
        "reasoning": text(),
        "quote": "quote:the-quote",
    }


def _source(text: Text, _: Number) -> Document:
    return {
        "title": text(),
        "source_kind": "article",
        "publisher": text(),
        "author": text(),
        "url": f"https://example.org/{text()}",
        "published": _time("2016-08-12", text),
        "retrieved": _time("2016-09", text),
        "reliability": "B",
        "terms": text(),
        "archive": {"url": f"https://archive.example.org/{text()}", "sha256": "0123456789abcdef" * 4},
    }


_OWN: dict[Kind, Callable[[Text, Number], Document]] = {
    "faction": _faction,
    "person": _person,
    "location": _location,
    "event": _event,
    "quote": _quote,
    "claim": _claim,
    "source": _source,
}
