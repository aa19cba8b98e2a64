"""How a document becomes what the index keeps of it: one function a kind, and one for what all kinds share."""

from collections.abc import Callable
from typing import Generic, NamedTuple

from store.index import shelves
from store.index.numbering import Named
from store.index.reading import (
    UNTIMED,
    Document,
    Time,
    degrees,
    line,
    lines,
    part,
    parts,
    prose,
    ref,
    refs,
    time,
    whole,
)
from store.index.titles import names, own_title
from store.predicates import spoken
from store.refs import Kind, Ref
from store.scales import RELIABILITY
from store.text import fold

Links = dict[Ref, int]
"""Whom a record names -> in which roles (bits of `shelves`)."""

_LONGEST_BODY = 20_000


class Entry(NamedTuple, Generic[Named]):
    """What one document says of its record, but for its texts.

    `title` is empty where it has none, and of a claim only as far as the document holds it. `near` is the record whose
    title helps to tell this one in a list (the place of an event, the speaker of a quote); `place` is where it lies;
    `cited` the source of its first citation, and `citations` how many there are. `places` are those of whom it names.
    """

    title: str
    shelf: int
    status: int
    earliest: int
    latest: int
    edtf: str
    said: str
    detail: str
    credibility: int | None
    reliability: str | None
    citations: int
    tags: tuple[str, ...]
    point: tuple[float, float] | None
    place: Named
    near: Named
    cited: Named
    within: Named
    links: dict[Named, int]
    places: tuple[Named, ...]


class Texts(NamedTuple):
    """What words are looked up in: title and names together, names, the rest.

    `called` is None where there is no title: then it is the id.
    """

    called: str | None
    names: str
    body: str


class _Own(NamedTuple):
    """What a document says in the fields of its kind."""

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


def entry(kind: Kind, document: Document) -> tuple[Entry[Ref], Texts]:
    """Return what the index keeps of a document of this kind.

    An unknown status is taken for a draft: nobody has accepted it.
    """
    shelf, when, detail, near, place, links, body, called, point, within, reliability = _MAKERS[kind](document)
    titled = own_title(kind, document)
    status = document.get("status", "accepted")
    citations = parts(document, "citations")
    for citation in citations:
        _name(links, ref(citation, "source"), shelves.SOURCE_OF)
    _name(links, place, shelves.PLACE)
    made = Entry(
        titled,
        shelf,
        shelves.STATUSES.index(status) if status in shelves.STATUSES else shelves.DRAFT,
        *when,
        detail,
        whole(citations[0], "credibility") if citations else None,
        reliability,
        len(citations),
        lines(document, "tags"),
        point,
        place,
        near,
        ref(citations[0], "source") if citations else "",
        within,
        links,
        tuple([named for named in links if named.startswith("location:")]),
    )
    names = folded(*called) if called else ""
    return made, Texts(folded(titled, names) if titled or kind == "claim" else None, names, body)


def folded(*texts: str) -> str:
    """Return texts as words are looked up in them."""
    return fold("\n".join([text for text in texts if text])[:_LONGEST_BODY])


def _name(links: Links, target: Ref, role: int) -> None:
    if target:
        links[target] = links.get(target, 0) | role


def _faction(document: Document) -> _Own:
    country = ref(document, "country")
    links: Links = {}
    _name(links, country, shelves.PART)
    return _Own(
        shelf=shelves.FACTION,
        time=time(document, "active"),
        detail=line(document, "faction_kind"),
        near=country,
        place="",
        links=links,
        body=_body(document, "summary", "note"),
        names=names(document),
    )


def _person(document: Document) -> _Own:
    return _Own(
        shelf=shelves.PERSON,
        time=UNTIMED,
        detail=line(document, "role"),
        near="",
        place="",
        links={},
        body=_body(document, "role", "summary", "note"),
        names=names(document),
    )


def _location(document: Document) -> _Own:
    within = ref(document, "within")
    links: Links = {}
    _name(links, within, shelves.PART)
    point = part(document, "point")
    lat, lon = degrees(point, "lat", 90), degrees(point, "lon", 180)
    return _Own(
        shelf=shelves.LOCATION,
        time=UNTIMED,
        detail=line(document, "location_kind"),
        near=within,
        place="",
        links=links,
        body=_body(document, "summary", "note"),
        names=names(document),
        point=None if lat is None or lon is None else (lat, lon),
        within=within,
    )


def _event(document: Document) -> _Own:
    location = ref(document, "location")
    links: Links = {}
    for participant in parts(document, "participants"):
        _name(links, ref(participant, "actor"), shelves.PARTICIPANT)
    _name(links, ref(document, "part_of"), shelves.PART)
    return _Own(
        shelf=shelves.EVENT,
        time=time(document, "when"),
        detail=line(document, "event_kind"),
        near=location,
        place=location,
        links=links,
        body=_body(document, "event_kind", "summary", "note"),
    )


def _quote(document: Document) -> _Own:
    speaker, place = ref(document, "speaker"), ref(document, "place")
    links: Links = {}
    _name(links, speaker, shelves.SPEAKER)
    _name(links, ref(document, "speaks_for"), shelves.SPEAKS_FOR)
    for about in refs(document, "about"):
        _name(links, about, shelves.ABOUT)
    return _Own(
        shelf=shelves.QUOTE,
        time=time(document, "said"),
        detail="" if speaker else line(document, "described_as"),
        near=speaker,
        place=place,
        links=links,
        body=_body(document, "words", "gist", "translation", "described_as", "note"),
    )


def _claim(document: Document) -> _Own:
    subject, object_, predicate = ref(document, "subject"), ref(document, "object"), line(document, "predicate")
    links: Links = {}
    _name(links, subject, shelves.SUBJECT)
    _name(links, object_, shelves.OBJECT)
    _name(links, ref(document, "quote"), shelves.RELATED)
    for other in refs(document, "conflicts_with"):
        _name(links, other, shelves.RELATED)
    return _Own(
        shelf=shelves.shelf_of_claim(predicate),
        time=time(document, "when"),
        detail=spoken(predicate),
        near="",
        place=next((named for named in (object_, subject) if named.startswith("location:")), ""),
        links=links,
        body=_body(document, "predicate", "value", "text", "reasoning", "note"),
    )


def _source(document: Document) -> _Own:
    return _Own(
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
    texts = [prose(document, field) for field in fields if field in document]
    return folded(*texts, *lines(document, "tags"))


_MAKERS: dict[Kind, Callable[[Document], _Own]] = {
    "faction": _faction,
    "person": _person,
    "location": _location,
    "event": _event,
    "quote": _quote,
    "claim": _claim,
    "source": _source,
}
