"""Refs: how one record names another, `kind:id`, in records, on the command line and in links."""

import re
from typing import Literal, NamedTuple, TypeAlias, get_args

Ref: TypeAlias = str
"""`kind:id` as text, as in `faction:misrata-militias`; the empty text is no record."""

Kind: TypeAlias = Literal["faction", "person", "location", "event", "quote", "claim", "source"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ACTOR_KINDS: tuple[Kind, ...] = ("faction", "person")

TABLES: dict[Kind, str] = {
    "faction": "factions",
    "person": "people",
    "location": "locations",
    "event": "events",
    "quote": "quotes",
    "claim": "claims",
    "source": "sources",
}
"""The TinyDB table that holds each kind; also the kind's plural on the screen and in messages."""

KIND_OF_TABLE: dict[str, Kind] = {table: kind for kind, table in TABLES.items()}

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class RefParts(NamedTuple):
    """A ref taken apart."""

    kind: Kind
    id: str


class NotRef(ValueError):
    """Text that is not `kind:id`; the message says what is wrong with it, in one line."""


def split(ref: str) -> RefParts:
    """Return the kind and id that a ref names.

    Raises NotRef when the kind is none of ours or the id is not a slug.
    """
    kind, colon, name = ref.partition(":")
    if not colon:
        raise NotRef(f"{ref!r} is not a ref: write kind:id, as in faction:misrata-militias")
    if kind not in TABLES:
        raise NotRef(f"{ref!r}: no kind {kind!r}; the kinds are {', '.join(KINDS)}")
    if not SLUG.fullmatch(name):
        raise NotRef(f"{ref!r}: an id is small letters, digits and single hyphens, as in misrata-militias")
    return RefParts(kind, name)


def make(kind: Kind, name: str) -> Ref:
    """Return the ref of the record of this kind and id."""
    return f"{kind}:{name}"
