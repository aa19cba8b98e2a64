"""Which store a command is about."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

import fixtures
from store import when
from store.errors import StoreError
from store.lens import EVERYTHING, Lens
from store.situation import Situation

CommandT = TypeVar("CommandT", bound=Callable[..., Any])


def store_option(command: CommandT) -> CommandT:
    """Give a command `--store STORE` (or SITROOM_STORE); the shipped situation where neither is said."""
    return click.option(
        "--store",
        "path",
        envvar="SITROOM_STORE",
        type=click.Path(path_type=Path),
        default=fixtures.SHIPPED,
        metavar="STORE",
        help="The store to read; the shipped situation where none is named.",
    )(command)


json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def open_situation(path: Path) -> Situation:
    """Open a store; the shipped one read-only, because it is everybody's."""
    return Situation.open(path, read_only=path.resolve() == fixtures.SHIPPED.resolve())


def asked_lens(situation: Situation, query: str, as_of: str) -> Lens:
    """Return the lens of a query and a date, as `--lens` and `--as-of` say them; raises StoreError."""
    lens = situation.lens(query) if query else EVERYTHING
    if not as_of:
        return lens
    edtf = when.resolve(as_of, situation.span()[1] or 1)
    day = when.parse(edtf).latest if edtf else None
    if day is None:
        raise StoreError(f"--as-of {as_of!r} is no date: write 2016-08-18, 2016-08, or early 2014")
    return lens._replace(as_of=day)
