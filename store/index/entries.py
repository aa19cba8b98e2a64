"""How a document becomes what the index keeps of it: one function a kind, and one for what all kinds share."""

from collections.abc import Callable
from typing import NamedTuple

from store.index import shelves
from store.index.reading import Document, Time, degrees, line, lines, part, parts, prose, ref, refs, time, whole
from store.index.schema import UNDATED
from store.index.titles import names
from store.predicates import spoken
from store.refs import Kind, Ref
from store.scales import RELIABILITY
from store.text import fold

Links = dict[Ref, int]
"""Whom a record names -> in which roles (bits of `shelves`)."""

_UNTIMED = Time(UNDATED, UNDATED, "", "")
_LONGEST_BODY = 20_000


class Entry(NamedTuple):
    """What one document says of its record.

    `near` is the record whose title helps to tell this one in a list (the place of an event, the speaker of a quote);
    `place` is where it lies; `cited` the source of its first citation.
    """

    shelf: int
    time: Time
    detail: str
    near: Ref
    place: Ref
    links: Links
    body: str
    names: tuple[str, ...] = ()
    point: tuple[float, float] | None = None
    within: Ref = ""
    reliability: str | None = None


class Common(NamedTuple):
    """What documents of every kind say alike."""

    status: int
    sources: tuple[Ref, ...]
    cited: Ref
    credibility: int | None
    tags: tuple[str, ...]


def common(document: Document) -> Common:
    """Return what is read alike in every kind. An unknown status is taken for a draft: nobody has accepted it."""
    status = document.get("status", "accepted")
    number = shelves.STATUSES.index(status) if status in shelves.STATUSES else shelves.DRAFT
    citations = parts(document, "citations")
    if not citations:
        return Common(number, (), "", None, lines(document, "tags"))
    sources = tuple([ref(citation, "source") for citation in citations])
    return Common(number, sources, sources[0], whole(citations[0], "credibility"), lines(document, "tags"))


def entry(kind: Kind, document: Document) -> Entry:
    """Return what the index keeps of a document of this kind, but for what is common to all kinds."""
    return _MAKERS[kind](document)


def folded(*texts: str) -> str:
    """Return texts as words are looked up in them."""
    return fold("\n".join(filter(None, texts))[:_LONGEST_BODY])


def _name(links: Links, target: Ref, role: int) -> None:
    if target:
        links[target] = links.get(target, 0) | role


def _faction(document: Document) -> Entry:
    country = ref(document, "country")
    links: Links = {}
    _name(links, country, shelves.PART)
    return Entry(
        shelf=shelves.FACTION,
        time=time(document, "active"),
        detail=line(document, "faction_kind"),
        near=country,
        place="",
        links=links,
        body=_body(document, "summary", "note"),
        names=names(document),
    )


def _person(document: Document) -> Entry:
    return Entry(
        shelf=shelves.PERSON,
        time=_UNTIMED,
        detail=line(document, "role"),
        near="",
        place="",
        links={},
        body=_body(document, "role", "summary", "note"),
        names=names(document),
    )


def _location(document: Document) -> Entry:
    within = ref(document, "within")
    links: Links = {}
    _name(links, within, shelves.PART)
    point = part(document, "point")
    lat, lon = degrees(point, "lat", 90), degrees(point, "lon", 180)
    return Entry(
        shelf=shelves.LOCATION,
        time=_UNTIMED,
        detail=line(document, "location_kind"),
        near=within,
        place="",
        links=links,
        body=_body(document, "summary", "note"),
        names=names(document),
        point=None if lat is None or lon is None else (lat, lon),
        within=within,
    )


def _event(document: Document) -> Entry:
    location = ref(document, "location")
    links: Links = {}
    for participant in parts(document, "participants"):
        _name(links, ref(participant, "actor"), shelves.PARTICIPANT)
    _name(links, ref(document, "part_of"), shelves.PART)
    return Entry(
        shelf=shelves.EVENT,
        time=time(document, "when"),
        detail=line(document, "event_kind"),
        near=location,
        place=location,
        links=links,
        body=_body(document, "event_kind", "summary", "note"),
    )


def _quote(document: Document) -> Entry:
    speaker, place = ref(document, "speaker"), ref(document, "place")
    links: Links = {}
    _name(links, speaker, shelves.SPEAKER)
    _name(links, ref(document, "speaks_for"), shelves.SPEAKS_FOR)
    for about in refs(document, "about"):
        _name(links, about, shelves.ABOUT)
    return Entry(
        shelf=shelves.QUOTE,
        time=time(document, "said"),
        detail="" if speaker else line(document, "described_as"),
        near=speaker,
        place=place,
        links=links,
        body=_body(document, "words", "gist", "translation", "described_as", "note"),
    )


def _claim(document: Document) -> Entry:
    subject, object_, predicate = ref(document, "subject"), ref(document, "object"), line(document, "predicate")
    links: Links = {}
    _name(links, subject, shelves.SUBJECT)
    _name(links, object_, shelves.OBJECT)
    _name(links, ref(document, "quote"), shelves.RELATED)
    for other in refs(document, "conflicts_with"):
        _name(links, other, shelves.RELATED)
    return Entry(
        shelf=shelves.shelf_of_claim(predicate),
        time=time(document, "when"),
        detail=spoken(predicate),
        near="",
        place=next((named for named in (object_, subject) if named.startswith("location:")), ""),
        links=links,
        body=_body(document, "predicate", "value", "text", "reasoning", "note"),
    )


def _source(document: Document) -> Entry:
    return Entry(
        shelf=shelves.SOURCE,
        time=time(document, "published"),
        detail=line(document, "publisher"),
        near="",
        place="",
        links={},
        body=_body(document, "publisher", "author", "url", "note"),
        reliability=next((step for step in RELIABILITY if step == document.get("reliability")), None),
    )


def _body(document: Document, *fields: str) -> str:
    texts = [prose(document, field) for field in fields]
    return folded(*texts, *lines(document, "tags"))


_MAKERS: dict[Kind, Callable[[Document], Entry]] = {
    "faction": _faction,
    "person": _person,
    "location": _location,
    "event": _event,
    "quote": _quote,
    "claim": _claim,
    "source": _source,
}
