"""A store opened, and the lens that words ask for. What opens one is loaded when it is opened."""

import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import fixtures
from store.errors import StoreError
from tui.cli.progress import progress

if TYPE_CHECKING:
    from store.lens import Lens
    from store.situation import Situation
    from store.when import Day

MANY = 10_000
"""Records that take half a second or more to index, or to check."""


def is_shipped(path: Path) -> bool:
    """Tell whether this is a situation that ships, under whatever name."""
    return any(os.path.realpath(path) == os.path.realpath(shipped) for shipped in fixtures.NAMED.values())


def open_situation(path: Path, *, meanwhile: bool = False, silent: bool = False) -> "Situation":
    """Open a store; what ships read-only, because it is everybody's. Raises StoreError.

    `meanwhile` does not wait for a large store to be indexed: the situation tells how far that has come. `silent` draws
    no progress where a screen is shown already.
    """
    from store.situation import Situation
    from tui.state.views import Views

    with nullcontext() if silent else progress(f"indexing {path.name}", MANY) as told:
        situation = Situation.open(path, read_only=is_shipped(path), progress=told, meanwhile=meanwhile)
    situation.views = Views(path)
    return situation


def asked_lens(situation: "Situation", query: str, as_of: str, known_by: str = "") -> "Lens":
    """Return the lens of a query and dates, as `--lens`, `--as-of` and `--known-by` say them; raises StoreError."""
    from store.lens import EVERYTHING

    lens = situation.lens(query) if query else EVERYTHING
    if as_of:
        lens = lens._replace(as_of=asked_day(situation, "--as-of", as_of))
    if known_by:
        lens = lens._replace(known_by=asked_day(situation, "--known-by", known_by))
    return lens


def asked_day(situation: "Situation", said_as: str, text: str) -> "Day":
    """Return the last day of a date that an option says; raises StoreError for what is none."""
    return asked_days(situation, said_as, text)[1]


def asked_days(situation: "Situation", said_as: str, text: str) -> "tuple[Day, Day]":
    """Return the first and the last day of a date that an option says; raises StoreError for what has neither."""
    from store import when

    edtf = when.resolve(text, situation.span()[1] or 1)
    span = when.parse(edtf) if edtf else None
    days = (span.earliest, span.latest) if span else (None, None)
    first, last = (days[1] if days[0] is None else days[0]), days[1]
    if first is None or last is None:
        raise StoreError(f"{said_as} {text!r} is no date: write 2016-08-18, 2016-08, or early 2014")
    return first, last
