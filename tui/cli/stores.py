"""Which store a command is about.

What opens one is loaded when it is opened: help, the version and completion wait for nothing.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

import fixtures
from store.errors import StoreError
from tui.cli.progress import progress

if TYPE_CHECKING:
    from store.lens import Lens
    from store.situation import Situation

_MANY = 10_000
"""Records that take half a second or more to index."""

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


store_argument = click.argument("store", required=False, type=click.Path(path_type=Path))
"""A store may also be named without `--store`, where nothing else could be meant; it counts then."""

json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def is_shipped(path: Path) -> bool:
    """Tell whether this is the shipped situation, under whatever name."""
    return os.path.realpath(path) == os.path.realpath(fixtures.SHIPPED)


def open_situation(path: Path) -> "Situation":
    """Open a store; the shipped one read-only, because it is everybody's. Raises StoreError."""
    from store.situation import Situation

    try:
        os.fspath(path).encode()
    except UnicodeEncodeError:
        # The index notes the path of its store as text.
        raise StoreError(f"{path}: its name, or that of a folder, is not UTF-8; rename it") from None
    with progress(f"indexing {path.name}", _MANY) as told:
        return Situation.open(path, read_only=is_shipped(path), progress=told)


def asked_lens(situation: "Situation", query: str, as_of: str) -> "Lens":
    """Return the lens of a query and a date, as `--lens` and `--as-of` say them; raises StoreError."""
    from store import when
    from store.lens import EVERYTHING

    lens = situation.lens(query) if query else EVERYTHING
    if not as_of:
        return lens
    edtf = when.resolve(as_of, situation.span()[1] or 1)
    day = when.parse(edtf).latest if edtf else None
    if day is None:
        raise StoreError(f"--as-of {as_of!r} is no date: write 2016-08-18, 2016-08, or early 2014")
    return lens._replace(as_of=day)


def require_record(situation: "Situation", ref: str, said_as: str) -> None:
    """Raise a StoreError, or what is wrong with the form of the ref, if the situation has no such record."""
    from store.refs import NotRef, split
    from store.situation import UnknownRecord

    try:
        situation.profile(ref)
    except (UnknownRecord, UnicodeEncodeError):  # bytes of another locale are no text that could be looked up
        try:
            split(ref)
        except NotRef as error:
            raise click.UsageError(f"{said_as}: {error}") from None
        raise
