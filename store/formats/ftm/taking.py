"""What an entity of others becomes. Its properties are lists of texts; `external` keeps each as JSON."""

import re
from collections.abc import Mapping
from typing import Any

from store.documents import Document
from store.formats.claimed import ABOUT_SEVERAL, PREDICATES, assessment, tie
from store.formats.found import Entry
from store.formats.ftm.known import ENDS, KINDS, SPACE, kind_of, ref_of
from store.formats.ftm.properties import Properties
from store.formats.identity import mark, readable
from store.formats.kept import row_of
from store.formats.not_taken import NAMELESS, NO_LIKE, NotTaken
from store.formats.plain_values import degrees, line, made_id, names, text, with_all
from store.formats.tables.reading import Reading
from store.formats.web_address import web_address
from store.refs import Ref

_SITE = re.compile(r"https?://(?:www\.)?([^/?#]*).*")
_FACTIONS = {"PublicBody": "government", "Company": "company"}
_LEVELS = frozenset({"country", "region", "district"})
_NOT_INVOLVED = "names among those who are involved what is not taken"
_NESTED = "has entities among its properties, which are kept in external alone: bring entities one a line"


def taken(entity: Mapping[str, Any], known: Mapping[str, Ref]) -> Reading:
    """Return the record of an entity whose properties are in order. Raises NotTaken."""
    kind = kind_of(entity)
    if kind is None:
        lacks = str(entity.get("schema")) in KINDS
        raise NotTaken(NAMELESS if lacks else NO_LIKE)
    has = Properties(entity)
    proofs = dict.fromkeys(known.get(proof, "") for proof in has.all("proof"))
    pages = _pages(has) if kind != "source" else ()
    cited = [*(proof for proof in proofs if proof.startswith("source:")), *(page.ref for page in pages)]
    document = with_all(
        {"id": made_id(SPACE, entity["id"])},
        citations=[{"source": source} for source in cited],
        tags=list(dict.fromkeys(filter(None, map(line, has.all("keywords", "topics"))))),
        note=has.words("notes"),
        external={SPACE: _kept(entity, has)},
    )
    if any(isinstance(value, dict) for held in has.given.values() if isinstance(held, list) for value in held):
        has.cautions.append(_NESTED)
    entry = Entry(kind, _MADE[kind](document, entity, has, known))
    return Reading(entry, pages, tuple(dict.fromkeys(has.cautions)))


def _pages(has: Properties) -> tuple[Entry, ...]:
    """Return the pages on the web that an entity says it is from, as sources."""
    made = []
    for url in dict.fromkeys(filter(None, map(web_address, map(text, has.all("sourceUrl"))))):
        site = line(_SITE.sub(r"\1", url))
        own_id = f"ftm-page-{readable(site)}-{mark(url)}"
        made.append(Entry("source", {"id": own_id, "title": line(url), "publisher": site, "url": url}))
    return tuple(made)


def _kept(entity: Mapping[str, Any], has: Properties) -> dict[str, str]:
    others = {name: value for name, value in entity.items() if name != "properties"}
    return row_of(others | {f"properties.{name}": value for name, value in has.given.items()})


def _names(has: Properties) -> list[dict[str, str]]:
    every = has.all("name", "title", "alias", "weakAlias", "abbreviation", "previousName")
    called = names(has.called, every)
    kinds = dict.fromkeys(map(line, has.all("abbreviation")), "abbreviation")
    kinds |= dict.fromkeys(map(line, has.all("previousName")), "former")
    return [called[0], *(name | {"kind": kinds.get(name["text"], "alias")} for name in called[1:])]


def _faction(document: Document, entity: Mapping[str, Any], has: Properties, _: Mapping[str, Ref]) -> Document:
    return with_all(
        document | {"names": _names(has)},
        faction_kind=_FACTIONS.get(str(entity["schema"])),
        summary=has.words("summary", "description"),
        active=has.time("incorporationDate", "dissolutionDate"),
    )


def _person(document: Document, _: Mapping[str, Any], has: Properties, __: Mapping[str, Ref]) -> Document:
    summary = has.words("summary", "description")
    roles = dict.fromkeys(filter(None, map(line, has.all("position"))))
    return with_all(document | {"names": _names(has)}, role=", ".join(roles), summary=summary)


def _location(document: Document, _: Mapping[str, Any], has: Properties, known: Mapping[str, Ref]) -> Document:
    level = has.one("level")
    within = known.get(has.one("partOf"), "")
    return with_all(
        document | {"names": _names(has)},
        location_kind=level if level in _LEVELS else None,
        within=within if within.startswith("location:") and within != f"location:{document['id']}" else None,
        point=degrees(has.one("latitude"), has.one("longitude")),
        summary=has.words("summary", "description"),
    )


def _event(document: Document, _: Mapping[str, Any], has: Properties, known: Mapping[str, Ref]) -> Document:
    involved = dict.fromkeys(known.get(one, "") for one in has.all("involved", "organizer"))
    has.cautions += [_NOT_INVOLVED] * ("" in involved)
    place = next(
        (known[one] for one in has.all("addressEntity", "location") if known.get(one, "").startswith("location:")), None
    )
    return with_all(
        document | {"title": has.called},
        summary=has.words("summary", "description"),
        when=has.time("startDate", "endDate", "date"),
        location=place,
        participants=[{"actor": ref} for ref in involved if ref.partition(":")[0] in ("faction", "person")],
    )


def _source(document: Document, entity: Mapping[str, Any], has: Properties, _: Mapping[str, Ref]) -> Document:
    return with_all(
        document | {"title": has.called},
        source_kind="article" if entity["schema"] == "Article" else None,
        publisher=has.one("publisher"),
        author=", ".join(filter(None, map(line, has.all("author")))),
        url=has.one("sourceUrl"),
        published=has.time("publishedAt", "", "date"),
        retrieved=has.time("retrievedAt"),
    )


def _claim(document: Document, entity: Mapping[str, Any], has: Properties, known: Mapping[str, Ref]) -> Document:
    schema = str(entity["schema"])
    said = has.words("description", "summary")
    if schema == "Note":
        named = has.all("entity")
        about = [known[one] for one in named if one in known] or [
            ref for one in named[:1] if (ref := ref_of(one, known))
        ]
        has.cautions += [ABOUT_SEVERAL] * (len(about) > 1)
        return assessment(document, about, said)
    start, end, predicate = ENDS[schema]
    role = has.one("role")
    ends = ref_of(has.one(start), known), ref_of(has.one(end), known)
    claim = tie(document, ends, predicate or PREDICATES.get(role), role)
    return with_all(claim, when=has.time("startDate", "endDate", "date"), text=said)


_MADE = {
    "faction": _faction,
    "person": _person,
    "location": _location,
    "event": _event,
    "source": _source,
    "claim": _claim,
}
