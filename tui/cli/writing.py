"""`new` and `import`: situations made and filled."""

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from store.errors import StoreError
from store.formats.registry import READABLE, listed, reader
from store.refs import TABLES
from tui.cli.opening import is_shipped
from tui.cli.printing import write_aside, write_json, write_lines
from tui.cli.progress import progress
from tui.cli.stores import STORE, json_option

if TYPE_CHECKING:
    from store.file.casefile import Casefile
    from store.formats.account import Account

_FORMATS = listed({name: known.title for name, known in READABLE.items()})
SHIPPED_IS_FIXED = "ships with the program, and nobody changes it: name a store of your own, as --into mine.json"


@click.command()
@click.argument("store", type=click.Path(path_type=Path))
@click.option("--title", default="", help="What the situation is called; the file's name where not said.")
def new(store: Path, title: str) -> None:
    """Make an empty situation in a file that is not there yet."""
    from store.file.casefile import Casefile
    from store.text import one_line

    Casefile.create(store, one_line(title or store.stem))
    write_lines([f"{store}: an empty situation; `sitroom import ucdp FILE --into {shlex.quote(str(store))}` fills it"])


@click.command(
    "import",
    help=f"""Bring a file into a store, all of it or nothing.

What became of every row and column is told; the same file brought in again changes nothing. Files may be packed with
gzip or zip; of csv FILE may be a folder. Exits 1 when no row could be taken.

\b
FORMAT is one of
{_FORMATS}
""",
)
@click.argument("form", metavar="FORMAT", type=click.Choice(list(READABLE)))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", "store", required=True, type=STORE, metavar="STORE", help="Made if missing.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show the first records as they would be.")
@json_option
def import_(form: str, file: Path, store: Path, dry_run: bool, as_json: bool) -> None:
    """Bring a file into a store, all of it or nothing."""
    from store.importing import import_file
    from store.incoming_folder import brought

    if is_shipped(store) and not dry_run:
        raise StoreError(f"{store} {SHIPPED_IS_FIXED}")
    with brought(file):  # before a store is made for it
        pass
    if dry_run:
        _preview(form, file, store, as_json)
        return
    with _casefile(store) as casefile, progress(f"reading {file.name}") as told:
        account = import_file(casefile, file, reader(form), told)
    if as_json:
        write_json(account.as_json())
    else:
        write_lines(account.lines())
    _end(account)


def _preview(form: str, file: Path, store: Path, as_json: bool) -> None:
    from store.file.casefile import Casefile
    from store.importing import preview_file

    there = os.path.lexists(store)
    stored = Casefile.open(store, read_only=True).tables() if there else {table: {} for table in TABLES.values()}
    with progress(f"reading {file.name}") as told:
        preview = preview_file(stored, file, reader(form), told)
    if as_json:
        write_json(preview.account.as_json() | {"first": preview.first})
        _end(preview.account)
    write_lines(preview.account.lines())
    for table, documents in preview.first.items():
        write_lines(["", f"the first {table}, as they would be:"])
        for document in documents:
            write_json({field: value for field, value in document.items() if field != "external"})
    write_aside("a dry run: nothing was written")
    _end(preview.account)


def _end(account: "Account") -> NoReturn:
    """End the program: with 1 where none of the rows that there are could be taken, so that a script does not go on."""
    sys.exit(1 if account.read and account.skips == account.read else 0)


@contextmanager
def _casefile(path: Path) -> "Iterator[Casefile]":
    """Open a store, made now if there is none; one that was made is taken away again when filling it fails."""
    from store.file.casefile import Casefile
    from store.file.fingerprint import fingerprint
    from store.text import one_line

    made = not os.path.exists(path)  # noqa: PTH110 - a name that is too long is for the store to tell
    casefile = Casefile.create(path, one_line(path.stem)) if made else Casefile.open(path)
    before = casefile.fingerprint
    try:
        yield casefile
    except BaseException as error:
        if made:
            Path(os.path.realpath(path)).unlink(missing_ok=True)
        if isinstance(error, KeyboardInterrupt):
            # Between the last row and the account there is a moment in which it has all been written.
            same = made or fingerprint(path) == before
            told = "was not made" if made else "is as it was" if same else "has all of the file"
            raise StoreError(f"stopped; {path} {told}") from None
        raise
