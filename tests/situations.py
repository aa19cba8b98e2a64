"""Makes stores for tests and for the bench: a readable handful of records, or as many as are wanted.

path = write(tmp_path / "s.json", faction("reds"), event("clash", "Clash", when="2016-05", who=["faction:reds"]))
path = generate(tmp_path / "large.json", events=100_000)
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from store.refs import TABLES, Kind, Ref, make

Document = dict[str, Any]


class Made(NamedTuple):
    """A record as a document, and its kind."""

    kind: Kind
    document: Document

    @property
    def ref(self) -> Ref:
        """How others name it."""
        return make(self.kind, self.document["id"])


def faction(name: str, *titles: str, **fields: object) -> Made:
    """Return a faction with these names, or one called after its id."""
    return Made("faction", {"id": name, "names": _names(titles or (name.title(),)), **fields})


def person(name: str, *titles: str, **fields: object) -> Made:
    """Return a person with these names, or one called after its id."""
    return Made("person", {"id": name, "names": _names(titles or (name.title(),)), **fields})


def location(
    name: str, *titles: str, within: Ref = "", point: tuple[float, float] | None = None, **fields: object
) -> Made:
    """Return a place; `point` is degrees north and east."""
    document: Document = {"id": name, "names": _names(titles or (name.title(),)), **fields}
    if within:
        document["within"] = within
    if point:
        document["point"] = {"lat": point[0], "lon": point[1]}
    return Made("location", document)


def event(name: str, title: str, when: str = "", where: Ref = "", who: Sequence[Ref] = (), **fields: object) -> Made:
    """Return an event; `when` is EDTF."""
    document: Document = {"id": name, "title": title, **_when("when", when), **fields}
    if where:
        document["location"] = where
    if who:
        document["participants"] = [{"actor": actor} for actor in who]
    return Made("event", document)


def claim(name: str, subject: Ref, predicate: str, what: str, when: str = "", **fields: object) -> Made:
    """Return a claim; `what` is its object if it looks like a ref, else its value."""
    field = "object" if what.partition(":")[0] in TABLES else "value"
    return Made(
        "claim", {"id": name, "subject": subject, "predicate": predicate, field: what, **_when("when", when), **fields}
    )


def quote(name: str, words: str, by: Ref = "", about: Sequence[Ref] = (), when: str = "", **fields: object) -> Made:
    """Return a quote, by nobody named unless a speaker is given."""
    document: Document = {"id": name, "words": words, "about": list(about), **_when("said", when), **fields}
    if by:
        document["speaker"] = by
    return Made("quote", document)


def source(name: str, title: str = "", when: str = "", **fields: object) -> Made:
    """Return a source."""
    return Made("source", {"id": name, "title": title or name.title(), **_when("published", when), **fields})


def cited(*sources: Ref, credibility: int | None = None) -> list[Document]:
    """Return citations of sources, paragraph 1."""
    locator = {"kind": "paragraph", "value": "1"}
    return [{"source": named, "locator": locator, "credibility": credibility} for named in sources]


def write(path: Path, *records: Made, title: str = "A situation") -> Path:
    """Write a store that holds these records, whatever is in them."""
    tables: dict[str, Any] = {"situation": {"about": {"title": title, "format": 1}}}
    for table in TABLES.values():
        tables[table] = {}
    for record in records:
        tables[TABLES[record.kind]][record.document["id"]] = record.document
    path.write_bytes(orjson.dumps(tables, option=orjson.OPT_INDENT_2))
    return path


def generate(path: Path, events: int, seed: int = 0) -> Path:
    """Write a store with so many events, and as much of the rest as a store of that size has; the same for one seed.

    It is written record by record, so that a million events take no more memory than ten.
    """
    made = _Generated(events, random.Random(seed))
    header = {"about": {"title": f"{events:,} events", "format": 1, "created": "", "note": ""}}
    with path.open("wb") as file:
        file.write(b'{"situation":' + orjson.dumps(header))
        for kind, table in TABLES.items():
            file.write(b',\n"' + table.encode() + b'":{')
            for number, document in enumerate(made.documents(kind)):
                file.write(b",\n" if number else b"\n")
                file.write(orjson.dumps(document["id"]) + b":" + orjson.dumps(document))
            file.write(b"}")
        file.write(b"}\n")
    return path


_SIDES = (
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "Coastal",
    "Desert",
    "Mountain",
    "River",
    "Border",
    "Old",
    "New",
)
_BODIES = ("militia", "front", "army", "council", "brigade", "guard", "movement", "police", "tribe", "government")
_DEEDS = ("Clash", "Air strike", "Shelling", "Protest", "Raid", "Ambush", "Talks", "Siege", "Withdrawal", "Explosion")
_STEMS = ("Sabr", "Misr", "Zuw", "Tarh", "Ben", "Ghar", "Murz", "Nal", "Waz", "Kuf", "Ajd", "Şur", "Bir", "Gat")
_ENDS = ("ātah", "ata", "arah", "una", "ghazi", "yan", "uq", "ut", "in", "rah", "abiya", "man", "al-Bahr", "town")
_DETAILS = (
    "Witnesses gave differing accounts of how it began.",
    "Several wounded were taken to the district hospital.",
    "The road was closed until the evening.",
    "Both sides said afterwards that they had held their positions.",
    "Fuel and food had been short for weeks.",
    "Nobody has said who gave the order.",
)
_FIRST_DAY = date(1989, 1, 1)
_DAYS = 13_000


class _Generated:
    """The documents of one generated store."""

    def __init__(self, events: int, chance: random.Random) -> None:
        self._chance = chance
        self._events = events
        self._factions = min(12 + events // 2_000, len(_SIDES) * len(_BODIES))
        self._cities = min(30 + events // 50, 20_000)
        self._sources = 5 + events // 20

    def documents(self, kind: Kind) -> Iterator[Document]:
        makers: dict[Kind, Callable[[], Iterator[Document]]] = {
            "faction": self._each_faction,
            "location": self._each_location,
            "event": self._each_event,
            "quote": self._each_quote,
            "claim": self._each_claim,
            "source": self._each_source,
        }
        return makers[kind]() if kind in makers else iter(())

    def _each_faction(self) -> Iterator[Document]:
        for number in range(self._factions):
            side, body = _SIDES[number % len(_SIDES)], _BODIES[number // len(_SIDES)]
            yield faction(f"f{number}", f"{side} {body}", f"{side[0]}{body[0].upper()}{number}").document

    def _each_location(self) -> Iterator[Document]:
        for number in range(10):
            yield location(f"country-{number}", f"Country {number}", location_kind="country").document
        for number in range(100):
            within = f"location:country-{number % 10}"
            yield location(f"region-{number}", f"Region {number}", within=within, location_kind="region").document
        for number in range(self._cities):
            name = _STEMS[number % len(_STEMS)] + _ENDS[number // len(_STEMS) % len(_ENDS)]
            point = (round(self._chance.uniform(20, 33), 4), round(self._chance.uniform(9, 25), 4))
            within = f"location:region-{number % 100}"
            title = f"{name} {number}" if number >= len(_STEMS) * len(_ENDS) else name
            yield location(f"city-{number}", title, within=within, point=point, location_kind="city").document

    def _each_event(self) -> Iterator[Document]:
        chance = self._chance
        for number in range(self._events):
            place, deed = chance.randrange(self._cities), chance.choice(_DEEDS)
            name = _STEMS[place % len(_STEMS)] + _ENDS[place // len(_STEMS) % len(_ENDS)]
            best = int(chance.expovariate(0.2))
            yield event(
                f"e{number}",
                f"{deed} near {name}",
                when=self._time(),
                where=f"location:city-{place}",
                who=[self._faction(), self._faction()],
                summary=f"{deed} {number}. {chance.choice(_DETAILS)} {chance.choice(_DETAILS)}",
                event_kind=deed.lower(),
                deaths={"low": best // 2, "best": best, "high": best * 2},
                citations=self._citations(),
            ).document

    def _each_quote(self) -> Iterator[Document]:
        for number in range(3 + self._events // 50):
            yield quote(
                f"q{number}",
                self._chance.choice(_DETAILS),
                by=self._faction() if number % 3 else "",
                about=[self._faction()],
                when=self._time(),
                described_as="" if number % 3 else "a local official",
                citations=self._citations(),
            ).document

    def _each_claim(self) -> Iterator[Document]:
        for number in range(10 + self._events // 20):
            predicate = self._chance.choice(("backs", "opposes", "controls", "strength", "present-in"))
            place = f"location:city-{self._chance.randrange(self._cities)}"
            what = place if predicate in ("controls", "present-in") else self._faction()
            yield claim(
                f"c{number}",
                self._faction(),
                predicate,
                str(self._chance.randrange(1, 90) * 100) if predicate == "strength" else what,
                when=self._time(),
                confidence=self._chance.randrange(101),
                citations=self._citations(),
            ).document

    def _each_source(self) -> Iterator[Document]:
        for number in range(self._sources):
            yield source(
                f"s{number}",
                f"Report {number}",
                when=self._day(self._chance.randrange(_DAYS)),
                publisher=f"Agency {number % 40}",
                reliability="ABCDEF"[number % 6],
            ).document

    def _faction(self) -> Ref:
        """Return a faction; the first ones are named far more often than the last."""
        return f"faction:f{int(self._factions * self._chance.random() ** 3)}"

    def _citations(self) -> list[Document]:
        return cited(f"source:s{self._chance.randrange(self._sources)}", credibility=self._chance.randrange(1, 7))

    def _time(self) -> str:
        """Return a time: a day for the most part, else a month, a year, some day within, a span, or none."""
        first = int(_DAYS * self._chance.random() ** 0.5)
        day, kind = self._day(first), self._chance.randrange(20)
        last = self._day(first + self._chance.randrange(1, 40))
        others = {0: day[:7], 1: day[:4], 2: f"[{day}..{last}]", 3: f"{day}/{last}", 4: f"{day[:7]}~", 5: ""}
        return others.get(kind, day)

    def _day(self, number: int) -> str:
        return (_FIRST_DAY + timedelta(days=number)).isoformat()


def _names(titles: Iterable[str]) -> list[Document]:
    return [{"text": title, "kind": "alias" if place else "primary"} for place, title in enumerate(titles)]


def _when(field: str, edtf: str) -> Document:
    return {field: {"edtf": edtf}} if edtf else {}
