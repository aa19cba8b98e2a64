"""`export`: situations handed on."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from store.errors import StoreError
from store.formats.registry import WRITABLE, listed, writer
from store.refs import KINDS, TABLES, Kind
from tui.cli.destination import require_fitting, require_free, require_showable
from tui.cli.opening import asked_lens, open_situation
from tui.cli.printing import escaped_json, on_terminal, safe_text, write_aside
from tui.cli.progress import progress
from tui.cli.stores import store_option
from tui.cli.wording import QUERY

if TYPE_CHECKING:
    from store.formats.handed import Handed, Losses, Writer

_MANY = 10_000
"""Records that take a second or more to write."""
_BETWEEN_TOLD = 500

_FORMATS = listed({name: known.given or known.title for name, known in WRITABLE.items()})


@click.command(
    help=f"""Hand a situation on, whole or what a lens shows.

What the format cannot hold is told by field and count, and who may have it where that is not everybody. Exits 1 when
the lens shows nothing; what is written then holds no record.

\b
FORMAT is one of
{_FORMATS}
"""
)
@click.argument("form", metavar="FORMAT", type=click.Choice(list(WRITABLE)))
@store_option
@click.option(
    "-o",
    "--output",
    "named",
    type=click.Path(),
    metavar="FILE",
    help="Standard output if not said; of csv also a folder, as `tables/`.",
)
@click.option("--kind", type=click.Choice(KINDS), help="Of csv the table of this kind alone, as plain CSV.")
@click.option(
    "--lens", "query", type=QUERY, metavar="QUERY", default="", help="Only what this shows, and what that names."
)
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE", help="What was lost, as JSON.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
def export(
    form: str, path: Path, named: str | None, kind: Kind | None, query: str, report: Path | None, force: bool
) -> None:
    """Hand a situation on, whole or what a lens shows."""
    from store.formats.handed import Losses
    from store.handover import handed

    format_, losses = writer(form), Losses()
    output = Path(named) if named else None
    is_folder = bool(named and format_.of_kind and (named.endswith("/") or Path(named).is_dir()))
    if kind and not format_.of_kind:
        raise click.UsageError(f"--kind: {form} has no table a kind; --lens kind:{kind} narrows it")
    for file in filter(None, (None if is_folder else output, report)):
        require_free(file, path, force)
    if output and report and os.path.realpath(output) == os.path.realpath(report):
        raise StoreError(f"{output}: is both the export and its report; name two files")
    require_showable(format_, output, form, kind)
    if output and not is_folder:
        require_fitting(output, ".csv" if kind else WRITABLE[form].suffix)
    situation = open_situation(path)
    shown = handed(situation, asked_lens(situation, query, ""))
    nothing = bool(query) and shown.is_empty
    with progress(f"writing {output.name if output else 'standard output'}", _MANY) as told:
        passed = _counted(told, sum(situation.counts().values()))
        going = _Outgoing(format_, kind, shown, losses, passed)
        if output is None:
            _print(going.pieces(), "text" if kind else format_.made_of)
        elif is_folder:
            _write_folder(output, going, store=path, over=force)
        else:
            _write(output, going.pieces(), store=path, over=force)
    if report:
        _write(report, [_report(form, output, query, losses)], store=path, over=force)
    if output:
        write_aside(f"{output}: {situation.title}")
    _tell(losses, query if nothing else "")


def _tell(losses: "Losses", unanswered: str) -> None:
    """Tell what was lost, and of a query that nothing answers; leave with 1 for that."""
    for line in losses.lines():
        write_aside(line)
    if unanswered:
        write_aside(f"nothing answers {unanswered}: no record is in it")
        sys.exit(1)


class _Outgoing(NamedTuple):
    """What is handed on: in one file, or a file a kind."""

    format: "Writer"
    kind: Kind | None
    shown: "Handed"
    losses: "Losses"
    passed: Callable[[], None]

    def pieces(self) -> Iterator[bytes]:
        """Return the bytes of the one file: of all kinds, or of the one that is asked for."""
        from store.formats.handing import hand_on

        if self.kind:
            return chain.from_iterable(pieces for _, pieces in self.files())
        return hand_on(self.format, self.shown, self.losses, self.passed)

    def files(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Yield each kind's file by its name."""
        from store.formats.handing import hand_on_apart

        kinds = (self.kind,) if self.kind else KINDS
        for kind, pieces in hand_on_apart(self.format, kinds, self.shown, self.losses, self.passed):
            yield f"{TABLES[kind]}.csv", pieces


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

    with _or_told(output):
        take_away(output, pieces, store=store, over=over)


def _write_folder(output: Path, going: _Outgoing, *, store: Path, over: bool) -> None:
    from store.file.taking import take_folder

    with _or_told(output):
        take_folder(output, going.files(), store=store, over=over)


@contextmanager
def _or_told(output: Path) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        raise StoreError(f"stopped; {output} was not written") from None


def _print(pieces: Iterator[bytes], made_of: str) -> None:
    to_terminal = on_terminal(sys.stdout)
    for piece in pieces:
        if made_of == "json":
            piece = escaped_json(piece.decode()).encode()
        elif to_terminal:
            piece = safe_text(piece.decode()).encode()
        click.echo(piece, nl=False)


def _report(form: str, output: Path | None, query: str, losses: "Losses") -> bytes:
    import orjson

    about = {"format": form, "file": f"{output or ''}", "lens": query}
    return orjson.dumps(about | losses.as_json(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
