"""`matches`: actors and places that may be one under two ids, and what a person decides of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.errors import StoreError
from tui.cli.opening import is_shipped
from tui.cli.printing import write_aside, write_json, write_lines
from tui.cli.stores import json_option, store_argument, store_option
from tui.cli.writing import SHIPPED_IS_FIXED

if TYPE_CHECKING:
    from store.matches import Match

_HOW = "decide each with --same KEPT OTHER, which makes one of two, or --different ONE OTHER"


@click.command()
@store_argument
@store_option
@click.option("--same", nargs=2, metavar="KEPT OTHER", help="Make one of the two; what names OTHER then names KEPT.")
@click.option("--different", nargs=2, metavar="ONE OTHER", help="Note that they are two.")
@json_option
def matches(
    store: Path | None, path: Path, same: tuple[str, str] | None, different: tuple[str, str] | None, as_json: bool
) -> None:
    """List who may be one under two ids; decide on them.

    Imports bring actors and places that sound like others. Nothing merges by itself: a person says which are the same.
    """
    from store.file.reading import read_tables
    from store.matches import matches as found_in

    place = store or path
    if same or different:
        _decide(place, same, different)
        return
    found = list(found_in(read_tables(place)))
    if as_json:
        write_json([match._asdict() for match in found])
        return
    write_lines(map(_line, found))
    write_lines([f"{place}: {len(found):,} to decide" if found else f"{place}: nothing to decide"])
    if found:
        write_aside(_HOW)


def _decide(store: Path, same: tuple[str, str] | None, different: tuple[str, str] | None) -> None:
    from store.file.casefile import Casefile
    from store.matches import join, tell_apart
    from store.refs import NotRef

    if is_shipped(store):
        raise StoreError(f"{store} {SHIPPED_IS_FIXED}")
    casefile = Casefile.open(store)
    try:
        if same:
            changed = join(casefile, *same)
            write_lines([f"{store}: {same[1]} is {same[0]} now; records changed: {changed:,}"])
        if different:
            tell_apart(casefile, *different)
            write_lines([f"{store}: {different[0]} and {different[1]} are two"])
    except NotRef as error:
        raise click.UsageError(f"{error}") from None


def _line(match: "Match") -> str:
    return f"{match.one}  {match.name}  ~  {match.other}  {match.other_name}"
