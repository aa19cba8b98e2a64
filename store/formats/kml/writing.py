"""A placemark for every record that is at a place, in a folder a kind: a stream, whatever its size."""

from collections.abc import Iterator
from html import escape

from store.formats.dated import TIMES, iso_day
from store.formats.fields import named_fields
from store.formats.handed import Handed, Losses, Writer
from store.formats.headline import headline
from store.formats.placed import Degrees, on_map
from store.formats.plain_edtf import is_plain
from store.formats.taken import Taken, each
from store.formats.xml_text import xml_attribute, xml_text
from store.refs import KINDS, TABLES

_BOUNDS = "drawn from its first day to its last; the rest is in the table of its fields"
_TEXTS = ("summary", "words", "text", "gist")


def _write(handed: Handed, losses: Losses) -> Iterator[bytes]:
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
    yield f"<name>{xml_text(handed.about.get('title', ''))}</name>\n".encode()
    for kind in KINDS:
        yield f"<Folder><name>{TABLES[kind]}</name>\n".encode()
        for taken in each(handed, losses, kind):
            if place := on_map(handed, taken):
                yield "\n".join(_placemark(taken, handed, place)).encode() + b"\n"
        yield b"</Folder>\n"
    yield b"</Document>\n</kml>\n"


def _placemark(taken: Taken, handed: Handed, place: Degrees) -> Iterator[str]:
    """Yield the lines of a placemark, in the order that the schema wants."""
    lat, lon = place
    yield f"<Placemark id={xml_attribute(taken.ref.replace(':', '-', 1))}>"
    yield f"<name>{xml_text(headline(handed, taken.kind, taken.document))}</name>"
    if told := next(filter(None, map(taken.document.get, _TEXTS)), ""):
        yield f"<description>{xml_text(_shown(told))}</description>"
    yield from _time(taken)
    yield "<ExtendedData>"
    for name, value in (("ref", taken.ref), *named_fields(taken)):
        yield f"<Data name={xml_attribute(name)}><value>{xml_text(value)}</value></Data>"
    yield "</ExtendedData>"
    yield f"<Point><coordinates>{lon},{lat}</coordinates></Point>"
    yield "</Placemark>"


def _shown(told: str) -> str:
    """Return a text as globes show it as it is: what looks like HTML they would run, and all else keeps its lines."""
    return escape(told, quote=False).replace("\n", "<br>") if "<" in told else told


def _time(taken: Taken) -> Iterator[str]:
    """Yield a year, month or day as it is, another time as the span from its first day to its last."""
    field = TIMES.get(taken.kind, "")
    edtf = taken.document.get(field, {}).get("edtf", "")
    if is_plain(edtf):
        yield f"<TimeStamp><when>{edtf}</when></TimeStamp>"
        return
    time = taken.when(field, _BOUNDS)
    days = (iso_day(time.first), iso_day(time.last)) if time else ("", "")
    if any(days):
        edges = (f"<{tag}>{day}</{tag}>" for tag, day in zip(("begin", "end"), days, strict=True) if day)
        yield f"<TimeSpan>{''.join(edges)}</TimeSpan>"


WRITER = Writer(_write, made_of="xml")
