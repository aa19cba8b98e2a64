"""`new`, `import`, `export`: situations made, filled, and handed on."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

import fixtures
from store.errors import StoreError
from store.refs import KINDS, TABLES, Kind
from store.situation import Situation
from tui.cli import plain
from tui.cli.stores import asked_lens, json_option, open_situation, store_option

if TYPE_CHECKING:
    from store.file.casefile import Casefile
    from store.index.reading import Document

SHIPPED_IS_FIXED = "is the shipped situation, which nobody changes: name a store of your own, as --into mine.json"


@click.command()
@click.argument("store", type=click.Path(path_type=Path))
@click.option("--title", default="", help="What the situation is called; the file's name where not said.")
def new(store: Path, title: str) -> None:
    """Make an empty situation in a file that is not there yet."""
    from store.file.casefile import Casefile

    Casefile.create(store, title or store.stem)
    click.echo(f"{store}: an empty situation; `sitroom import ucdp FILE --into {store}` fills it")


@click.command("import")
@click.argument("form", metavar="FORMAT", type=click.Choice(["ucdp"]))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into", "store", required=True, type=click.Path(path_type=Path), metavar="STORE", help="Made if missing."
)
@json_option
def import_(form: str, file: Path, store: Path, as_json: bool) -> None:
    """Bring a file into a store: all of it in one change, or nothing.

    FORMAT is ucdp: the UCDP Georeferenced Event Dataset as CSV. What became of every row is told; the same file brought
    in again changes nothing.
    """
    from store.formats.ucdp import GED
    from store.intake import import_file

    if store.resolve() == fixtures.SHIPPED.resolve():
        raise StoreError(f"{store} {SHIPPED_IS_FIXED}")
    with _casefile(store) as casefile, _progress(f"reading {file.name}") as progress:
        account = import_file(casefile, file, {"ucdp": GED}[form], progress)
    if as_json:
        plain.write_json(account.as_json())
    else:
        plain.write_lines(account.lines())


@contextmanager
def _casefile(path: Path) -> "Iterator[Casefile]":
    """Open a store, made now if there is none; one that was made is taken away again when filling it fails."""
    from store.file.casefile import Casefile

    made = not path.exists()
    casefile = Casefile.create(path, path.stem) if made else Casefile.open(path)
    try:
        yield casefile
    except BaseException:
        if made:
            path.unlink(missing_ok=True)
        raise


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """Show how far reading has come on a terminal; elsewhere say nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def told(done: int, total: int) -> None:
            bar.length = max(1, total)
            bar.update(done - bar.pos)

        yield told


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(["json"]))
@store_option
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Standard output if not said.")
@click.option("--lens", "query", metavar="QUERY", default="", help="Only what this shows, and what that names.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export(form: str, path: Path, output: Path | None, query: str, force: bool) -> None:
    """Hand a situation on, whole or what a lens shows.

    FORMAT is json: a store of sitroom's own, which opens again.
    """
    situation = open_situation(path)
    pieces = _json_pieces(situation, query)
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    if output.exists() and not force:
        raise StoreError(f"{output}: is there already; name another file, or --force to write over it")
    _write_whole(output, pieces)
    click.echo(f"{output}: {situation.title}", err=True)


def _json_pieces(situation: Situation, query: str) -> Iterator[bytes]:
    from store.excerpt import excerpt
    from store.formats.sitroom_json import pieces

    lens = asked_lens(situation, query, "")
    shown: dict[Kind, Iterable[Document]] = {kind: situation.documents(kind) for kind in KINDS}
    if not lens.empty:
        shown |= excerpt(situation, lens)
    return pieces(situation.header, {TABLES[kind]: documents for kind, documents in shown.items()})


def _write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file so that it is there whole or not at all. Raises NotWritten."""
    from store.file.replacing import confirm, replace

    target = path.resolve()
    replace(target, pieces, lambda: None)
    confirm(target)
