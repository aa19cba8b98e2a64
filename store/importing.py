"""Brings a file into a store, or shows what that would come to: opened, read in its format, with its progress told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

from store.acquainted import Stored
from store.collecting import collector_at_rest
from store.file.casefile import Casefile
from store.file.errors import Unreadable
from store.file.journal import waiting
from store.formats.account import Account
from store.formats.found import Format, Item, NotThisFormat
from store.formats.guessing import looks_like
from store.formats.registry import reader
from store.incoming import Incoming, beginning
from store.incoming_folder import IncomingFolder, brought
from store.intake import bring_in, look_at
from store.meeting import Run
from store.preview import Preview
from store.text import one_line

Progress: TypeAlias = Callable[[int, int], None]
"""Told the bytes read so far, and those of the whole file."""

_ROWS_BETWEEN_PROGRESS = 500


def import_file(casefile: Casefile, path: Path, form: Format, progress: Progress | None = None) -> Account:
    """Bring a file into a store, in one change: all of it or, when this raises, nothing.

    Raises Unreadable, also for a file of another format; and what `Casefile.change` raises.
    """
    with _reading(path, form, progress) as reading:
        return reading.of_file(bring_in(casefile, reading.items, reading.run, form))


def preview_file(stored: Stored, path: Path, form: Format, progress: Progress | None = None) -> Preview:
    """Return what bringing a file in would come to. Nothing is written. Raises Unreadable as `import_file` does."""
    with _reading(path, form, progress) as reading:
        preview = look_at(stored, reading.items, reading.run, form)
        preview.account = reading.of_file(preview.account)
        return preview


class _Reading(NamedTuple):
    """A file that is read: what is found in it, one after the other."""

    file: Incoming | IncomingFolder
    path: Path
    items: Iterator[Item]
    run: Run

    def of_file(self, account: Account) -> Account:
        """Return the account with what is known of the file itself."""
        return account._replace(file=one_line(f"{self.path}"), encoding=self.file.encoding)


@contextmanager
def _reading(path: Path, form: Format, progress: Progress | None) -> Iterator[_Reading]:
    if form.may_wait:
        _require_whole(path)
    with brought(path) as file, collector_at_rest():  # a third of the time otherwise
        found = form.read(file)
        try:
            items = _told(found, file, progress) if progress else found
            yield _Reading(file, path, items, Run.of(form.tool, path.name, datetime.now(UTC)))
        except NotThisFormat as error:
            like = looks_like(beginning(path))
            also = f", or `import {like}`, which it looks like" if like and reader(like) is not form else ""
            raise Unreadable(path, error.problem, error.mend + also) from None


def _told(found: Iterator[Item], file: Incoming | IncomingFolder, progress: Progress) -> Iterator[Item]:
    """Yield what is found, and tell how far it is read: also before there is any, while it is gone through first."""
    done = 0

    def beat() -> None:
        progress(done, file.size)

    file.beat = beat
    for number, item in enumerate(found):
        if number % _ROWS_BETWEEN_PROGRESS == 0:
            done = file.done()
            beat()
        yield item
    progress(file.size, file.size)


def _require_whole(store: Path) -> None:
    """Raise Unreadable for a store that is not all in its file: what is read would not be what its owner sees."""
    if beside := waiting(store):
        problem = f"has changes that wait beside it, in {beside.journal}: {beside.changes}"
        raise Unreadable(store, problem, f"bring it in after `sitroom fold {store}`")
