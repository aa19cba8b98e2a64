"""`fold`: what waits beside a large store, written into its file."""

import shlex
from pathlib import Path

import click

from store.errors import StoreError
from tui.cli.opening import is_shipped
from tui.cli.printing import write_aside, write_lines
from tui.cli.stores import STORE


@click.command()
@click.argument("store", type=STORE)
def fold(store: Path) -> None:
    """Write what waits beside a large store into its file.

    Other programs see the file alone: fold before it is mailed or copied. Small stores never need it.
    """
    from store.editing import fold as written_into
    from store.file.fingerprint import file_fingerprint
    from store.file.journal import waiting

    if is_shipped(store):
        raise StoreError(f"{store} ships with the program, and nobody changes it: there is nothing to fold")
    file_fingerprint(store)  # there is such a file
    waits = waiting(store)
    if waits:
        written_into(store)
    write_lines([f"{store}: {counted(waits.changes)} written into the file" if waits else f"{store}: nothing waits"])


def tell_what_waits(store: Path) -> None:
    """Say on standard error what the file itself lacks of what was just told of the store, if it lacks anything."""
    from store.file.journal import waiting

    waits = waiting(store)
    if waits:
        told = f"{store}: {counted(waits.changes)} not in the file yet but in {waits.journal}"
        write_aside(f"{told}; `sitroom fold {shlex.quote(str(store))}` writes that into it")


def counted(changes: int) -> str:
    """Return "1 change", "3 changes"."""
    return "1 change" if changes == 1 else f"{changes:,} changes"
