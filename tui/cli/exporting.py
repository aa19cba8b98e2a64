"""`export`: situations handed on."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.errors import StoreError
from store.formats.registry import WRITABLE, listed, writer
from tui.cli.opening import asked_lens, is_shipped, open_situation
from tui.cli.printing import escaped_json, on_terminal, safe_text, write_aside
from tui.cli.progress import progress
from tui.cli.stores import store_option
from tui.cli.wording import QUERY

if TYPE_CHECKING:
    from store.formats.handed import Losses, Writer

_MANY = 10_000
"""Records that take a second or more to write."""
_BETWEEN_TOLD = 500

_FORMATS = listed(WRITABLE)


@click.command(
    help=f"""Hand a situation on, whole or what a lens shows.

What the format cannot hold is told by field and count, and who may have it where that is not everybody.

\b
FORMAT is one of
{_FORMATS}
"""
)
@click.argument("form", metavar="FORMAT", type=click.Choice(list(WRITABLE)))
@store_option
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Standard output if not said.")
@click.option(
    "--lens", "query", type=QUERY, metavar="QUERY", default="", help="Only what this shows, and what that names."
)
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE", help="What was lost, as JSON.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
def export(form: str, path: Path, output: Path | None, query: str, report: Path | None, force: bool) -> None:
    """Hand a situation on, whole or what a lens shows."""
    from store.formats.handed import Losses
    from store.formats.handing import hand_on
    from store.handover import handed

    for file in filter(None, (output, report)):
        _require_free(file, path, force)
    if output and report and os.path.realpath(output) == os.path.realpath(report):
        raise StoreError(f"{output}: is both the export and its report; name two files")
    situation, format_, losses = open_situation(path), writer(form), Losses()
    _require_showable(format_, output, form)
    shown = handed(situation, asked_lens(situation, query, ""))
    name = output.name if output else "standard output"
    with progress(f"writing {name}", _MANY) as told:
        passed = _counted(told, sum(situation.counts().values()))
        pieces = hand_on(format_, shown, losses, passed)
        if output is None:
            _print(pieces, format_)
        else:
            _write(output, pieces, store=path, over=force)
    if report:
        _write(report, [_report(form, output, query, losses)], store=path, over=force)
    if output:
        write_aside(f"{output}: {situation.title}")
    for line in losses.lines():
        write_aside(line)


def _require_free(output: Path, store: Path, force: bool) -> None:
    """Raise StoreError if writing there would take away what nobody means to lose."""
    if is_shipped(output) or os.path.realpath(output) == os.path.realpath(store):
        what = "a situation that ships" if is_shipped(output) else "the store itself"
        raise StoreError(f"{output}: is {what}; name another file")
    if not os.path.lexists(output):
        return
    if not force:
        raise StoreError(f"{output}: is there already; name another file, or --force to write over it")
    if output.is_dir():
        raise StoreError(f"{output}: it is a folder; name a file")
    if not output.is_file():  # as /dev/full, in whose place a file would be put
        raise StoreError(f"{output}: it is no file; leave -o out for standard output")


def _require_showable(format_: "Writer", output: Path | None, form: str) -> None:
    if output is None and format_.made_of == "binary" and on_terminal(sys.stdout):
        raise StoreError(f"{form} is nothing that a terminal shows; name a file with -o")


def _counted(told: Callable[[int, int], None], total: int) -> Callable[[], None]:
    """Return what counts records and tells of them now and then; a format may go through some twice."""
    passed = 0

    def one() -> None:
        nonlocal passed
        passed += 1
        if passed % _BETWEEN_TOLD == 0:
            told(min(passed, total), total)

    return one


def _write(output: Path, pieces: Iterable[bytes], *, store: Path, over: bool) -> None:
    from store.file.taking import take_away

    try:
        take_away(output, pieces, store=store, over=over)
    except KeyboardInterrupt:
        raise StoreError(f"stopped; {output} was not written") from None


def _print(pieces: Iterator[bytes], format_: "Writer") -> None:
    to_terminal = on_terminal(sys.stdout)
    for piece in pieces:
        if format_.made_of == "json":
            piece = escaped_json(piece.decode()).encode()
        elif to_terminal:
            piece = safe_text(piece.decode()).encode()
        click.echo(piece, nl=False)


def _report(form: str, output: Path | None, query: str, losses: "Losses") -> bytes:
    import orjson

    about = {"format": form, "file": f"{output or ''}", "lens": query}
    return orjson.dumps(about | losses.as_json(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
