"""`export`: situations handed on."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.errors import StoreError
from store.formats.registry import WRITABLE, writer
from tui.cli.opening import asked_lens, is_shipped, open_situation
from tui.cli.printing import escaped_json, write_aside
from tui.cli.stores import store_option

if TYPE_CHECKING:
    from store.formats.handed import Handed
    from store.records import Document
    from store.refs import Kind
    from store.situation import Situation


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(list(WRITABLE)))
@store_option
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Standard output if not said.")
@click.option("--lens", "query", metavar="QUERY", default="", help="Only what this shows, and what that names.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export(form: str, path: Path, output: Path | None, query: str, force: bool) -> None:
    """Hand a situation on, whole or what a lens shows.

    FORMAT is json: a store of sitroom's own, which opens again.
    """
    from store.formats.handed import Losses

    situation = open_situation(path)
    if output is not None:
        _require_free(output, path, force)
    pieces = writer(form).write(_handed(situation, query), Losses())
    if output is None:
        for piece in pieces:
            click.echo(escaped_json(piece.decode()).encode(), nl=False)
        return
    _write_whole(output, pieces)
    write_aside(f"{output}: {situation.title}")


def _require_free(output: Path, store: Path, force: bool) -> None:
    """Raise StoreError if writing there would take away what nobody means to lose."""
    if is_shipped(output) or os.path.realpath(output) == os.path.realpath(store):
        what = "the shipped situation" if is_shipped(output) else "the store itself"
        raise StoreError(f"{output}: is {what}; name another file")
    if os.path.lexists(output) and not force:
        raise StoreError(f"{output}: is there already; name another file, or --force to write over it")


def _handed(situation: "Situation", query: str) -> "Handed":
    from store.excerpt import excerpt
    from store.formats.handed import Handed
    from store.refs import KINDS, TABLES

    lens = asked_lens(situation, query, "")
    shown: dict[Kind, Iterable[Document]] = {kind: situation.documents(kind) for kind in KINDS}
    if not lens.empty:
        shown |= excerpt(situation, lens)
    return Handed(situation.header, {TABLES[kind]: documents for kind, documents in shown.items()})


def _write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that it is there whole or not at all. Raises NotWritten."""
    from store.file.replacing import confirm, replace

    target = Path(os.path.realpath(path))
    replace(target, pieces, lambda: None)
    confirm(target)
