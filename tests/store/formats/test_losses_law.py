"""The law of every export: whatever a record says makes a difference to the file, or is counted as lost. Never neither.

What is only in our own extension of a format does not count as being in the file.
"""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from store import records
from store.documents import Document
from store.errors import InvalidRecord
from store.formats.registry import WRITABLE
from store.refs import KINDS, Kind
from tests.store.formats.filled import filled
from tests.store.formats.handing_on import Out, of, out_of

Path = tuple[str | int, ...]


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the way to each text and number in a document."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if parts is None:
        yield path
        return
    for name, part in parts:
        yield from paths(part, (*path, name))


def variants(kind: Kind) -> Iterator[tuple[set[str], Document]]:
    """Yield the filled record without each of its parts, or with it said otherwise, and how a loss may name that."""
    whole = filled()[kind]
    for path in paths(whole):
        if path != ("id",):
            for change in (_without, _otherwise):
                changed = copy.deepcopy(whole)
                change(changed, path)
                if _valid(kind, changed):
                    yield {"*", f"{path[0]}", *(f"{path[0]}.{step}" for step in path[1:])}, changed
                    break


def _without(document: Any, path: Path) -> None:  # noqa: ANN401
    *way, last = path
    for step in way:
        document = document[step]
    del document[last]


def _otherwise(document: Any, path: Path) -> None:  # noqa: ANN401
    *way, last = path
    for step in way:
        document = document[step]
    document[last] = f"{document[last]}more"


def _valid(kind: Kind, document: Document) -> bool:
    try:
        records.read(kind, document)
    except InvalidRecord:
        return False
    return True


def _as_it_is(out: Out) -> str:
    return out.text


def _without_extension(out: Out) -> str:
    bundle = json.loads(out.bytes)
    return json.dumps([{name: part for name, part in one.items() if name != "extensions"} for one in bundle["objects"]])


def _properties(out: Out) -> str:
    entities = map(json.loads, out.bytes.splitlines())
    return json.dumps([{name: part for name, part in one.items() if name != "x_sitroom"} for one in entities])


SEEN_BY_OTHERS: dict[str, Callable[[Out], str]] = {"stix": _without_extension, "ftm": _properties}


IN_CONFLICT_WITH_ITSELF = (("markdown", "claim"), ("html", "claim"))
"""A brief sets accounts in conflict side by side, and the filled claim has only itself to stand beside."""


def seen(form: str, kind: Kind, document: Document) -> tuple[str, dict[tuple[Kind, str], int]]:
    made = filled() | {kind: document}
    out = out_of(form, of(made.items()))
    return SEEN_BY_OTHERS.get(form, _as_it_is)(out), out.lost


def values(value: object) -> Iterator[BaseModel]:
    """Yield a record and every value in it."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from values(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from values(part)


def test_the_filled_records_fill_every_field_that_there_is() -> None:
    fields: dict[type[BaseModel], set[str]] = {}
    for kind, document in filled().items():
        for value in values(records.read(kind, document)):
            fields.setdefault(type(value), set()).update(value.model_fields_set)

    empty = {(model.__name__, name) for model in fields for name in set(model.model_fields) - fields[model]}
    assert empty == {("Claim", "value")}, "a claim has an object or a value"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", WRITABLE)
def test_what_makes_no_difference_to_the_file_is_told(form: str, kind: Kind) -> None:
    whole, lost = seen(form, kind, filled()[kind])
    told = {field for of_kind, field in lost if of_kind == kind}

    silent = [names for names, variant in variants(kind) if seen(form, kind, variant)[0] == whole]

    silent = [names for names in silent if (form, kind) not in IN_CONFLICT_WITH_ITSELF or "conflicts_with" not in names]
    assert [names for names in silent if not names & told] == []


@pytest.mark.parametrize("form", WRITABLE)
def test_each_loss_of_one_record_is_counted_once(form: str) -> None:
    out = out_of(form, of(filled().items()))

    assert [loss for loss in out.losses.losses if loss.records != 1] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", WRITABLE)
def test_what_a_record_does_not_say_is_not_told_to_be_lost(form: str, kind: Kind) -> None:
    bare = {field: value for field, value in filled()[kind].items() if field in ("id", *_REQUIRED[kind])}
    _, lost = seen(form, kind, bare)

    assert {field.partition(".")[0] for of_kind, field in lost if of_kind == kind} <= {"*", *_REQUIRED[kind]}


_REQUIRED: dict[Kind, tuple[str, ...]] = {
    "faction": ("names",),
    "person": ("names",),
    "location": ("names",),
    "event": ("title",),
    "quote": ("words",),
    "claim": ("subject", "predicate", "object"),
    "source": ("title",),
}
