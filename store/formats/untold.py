"""What a brief does not tell of a record that it tells of. A brief is to be read: it is no place for all there is."""

from collections.abc import Iterator

from store.records import Claim, Quote, Record
from store.refs import Kind
from store.values import When

_OF_ALL = "tags note marking created modified revision origin external citations.words"
_NAMES = "names.language names.kind names.when"
_OF_A_KIND: dict[Kind, str] = {
    "faction": f"{_NAMES} active.said active.anchor",
    "person": _NAMES,
    "location": f"{_NAMES} precision",
    "event": (
        "summary event_kind codes when.said when.anchor where_precision participants.role deaths.side_a deaths.side_b "
        "deaths.civilians deaths.unknown clarity part_of"
    ),
    "quote": "form anonymity why_unnamed speaks_for said.said said.anchor place about language",
    "claim": "when.said when.anchor rank reasoning quote",
    "source": (
        "status citations source_kind published.said published.anchor retrieved.said retrieved.anchor archive.sha256"
    ),
}


_DEFAULTS = (None, "", "primary", When())


def untold(record: Record) -> Iterator[str]:
    """Yield the fields of a record, or parts of them as in `names.kind`, that are filled and not in a brief."""
    for field in f"{_OF_ALL} {_OF_A_KIND[record.kind]}".split():
        if _filled(record, field):
            yield field
    if isinstance(record, Quote):
        yield from (field for field, by in (("gist", "words"), ("described_as", "speaker")) if _both(record, field, by))
    if isinstance(record, Claim) and record.text and (record.object or record.value):
        yield "text"


def _filled(record: Record, field: str) -> bool:
    whole, _, part = field.partition(".")
    value = getattr(record, whole)
    if not part:
        return bool(value != type(record).model_fields[whole].default)
    elements = value if isinstance(value, tuple) else (value,)
    return any(getattr(element, part) not in _DEFAULTS for element in elements if element)


def _both(record: Record, field: str, by: str) -> bool:
    return bool(getattr(record, field) and getattr(record, by))
