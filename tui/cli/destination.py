"""Where an export goes: what would be lost there, and names that say it is what it is not."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import StoreError
from store.refs import Kind
from tui.cli.opening import is_shipped
from tui.cli.printing import on_terminal

if TYPE_CHECKING:
    from store.formats.handed import Writer

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_TABLES = (".csv", ".tsv", ".txt")
_PACKED = (".gz", ".zip")


def require_free(output: Path, store: Path, force: bool) -> None:
    """Raise StoreError if writing there would take away what nobody means to lose."""
    if is_shipped(output) or os.path.realpath(output) == os.path.realpath(store):
        what = "a situation that ships" if is_shipped(output) else "the store itself"
        raise StoreError(f"{output}: is {what}; name another file")
    if not os.path.lexists(output):
        return
    if output.is_dir():
        raise StoreError(f"{output}: it is a folder; name a file")
    if not force:
        raise StoreError(f"{output}: is there already; name another file, or --force to write over it")
    if not output.is_file():  # as /dev/full, in whose place a file would be put
        raise StoreError(f"{output}: it is no file; leave -o out for standard output")


def require_showable(format_: "Writer", output: Path | None, form: str, kind: Kind | None) -> None:
    """Raise StoreError if a terminal would be sent what it cannot show."""
    if output is None and not kind and format_.made_of == "binary" and on_terminal(sys.stdout):
        mend = "name a file with -o" + (", or a --kind" if format_.of_kind else "")
        raise StoreError(f"{form} is nothing that a terminal shows; {mend}")


def require_fitting(output: Path, suffix: str) -> None:
    """Raise StoreError if a name promises a form that nobody writes there: whoever gets the file could not open it.

    `suffix` is how the files of the format end.
    """
    ending = output.suffix.lower()
    if ending in _WORKBOOKS:
        raise StoreError(f"{output}: workbooks are read, not written; let its name end in {suffix}")
    if suffix == ".zip" and ending in _TABLES:
        raise StoreError(f"{output}: one table is of one kind, say which with --kind; or end in .zip or / to have all")
    if ending in _PACKED and ending != suffix:
        raise StoreError(f"{output}: it would not be packed; let its name end in {suffix}")
