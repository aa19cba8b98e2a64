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


def small(path: Path) -> Path:
    """Write a store that is small enough to know by heart: a coast town that changes hands in 2016."""
    report, radio = "source:report", "source:radio"
    return write(
        path,
        source("report", "Report from the coast", "2016-08-18", publisher="The Gazette", reliability="B"),
        source("radio", "Evening radio", "2016-06-02", publisher="Coast Radio"),
        location("land", "Land", location_kind="country", point=(27.0, 17.0)),
        location("coast", "The coast", within="location:land", location_kind="region"),
        location("sabratah", "Şabrātah", "صبراتة", within="location:coast", point=(32.8, 12.5), location_kind="city"),
        location("port", "Port", within="location:coast", point=(32.9, 13.2), location_kind="city"),
        faction(
            "reds", "The Reds", "Red Front", faction_kind="militia", country="location:land", active={"edtf": "2014-37"}
        ),
        faction("blues", "The Blues", faction_kind="government", country="location:land"),
        faction("greens", "القوات الخضراء", "The Greens", faction_kind="armed group"),
        person("spokesman", "The spokesman", role="spokesman of the Blues"),
        event("siege", "Siege of the town", "2016-05/2016-08", "location:sabratah", ["faction:reds", "faction:blues"]),
        event(
            "clash",
            "Clash at the gate",
            "2016-05-10",
            "location:sabratah",
            ["faction:reds", "faction:blues"],
            deaths={"low": 10, "best": 12, "high": 15, "civilians": 3},
            part_of="event:siege",
            citations=cited(report, credibility=2),
            tags=["gate"],
        ),
        event("talks", "Talks in the port", "2016-06", "location:port", ["faction:blues"], citations=cited(radio)),
        event("shot", "Some shots", "[2016-06-17..2016-08-05]", "location:sabratah", ["faction:reds"], status="draft"),
        event("rumour", "A rumour that was none", "2016-07-01", "location:port", status="rejected"),
        event("once", "Once upon a time", where="location:port"),
        claim("oppose", "faction:reds", "opposes", "faction:blues", "2014/..", citations=cited(report, credibility=2)),
        claim("back", "faction:greens", "backs", "faction:blues", "2015/2015-12"),
        claim("reds-hold", "faction:reds", "controls", "location:sabratah", "2015/2016-08-01", citations=cited(report)),
        claim("blues-hold", "faction:blues", "controls", "location:sabratah", "2016-07/..", citations=cited(radio)),
        claim("strength", "faction:reds", "strength", "2,000", "2016", confidence=70),
        claim("strength-too", "faction:reds", "strength", "800", "2016-05", quote="quote:few"),
        claim("dead", "event:clash", "deaths", "30", "2016-05-10", citations=cited(radio)),
        quote(
            "few",
            "They are few and tired",
            "person:spokesman",
            ["faction:reds"],
            "2016-05-20",
            speaks_for="faction:blues",
        ),
        quote("open", "All that is open desert", "", ["location:land"], "2016-06-01", described_as="an officer"),
    )


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
