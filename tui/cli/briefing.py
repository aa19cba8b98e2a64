"""`brief`: records written up with numbered sources, to be read here or handed over."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from store.errors import StoreError
from tui.cli.opening import asked_lens, open_situation
from tui.cli.printing import on_terminal, safe, write_aside, write_lines
from tui.cli.stores import as_of_option, known_by_option, require_record, store_option
from tui.cli.wording import QUERY, REF

FORMS = ("markdown", "html")
_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


@click.command()
@click.argument("refs", metavar="REF...", nargs=-1, required=True, type=REF)
@store_option
@as_of_option
@known_by_option
@click.option(
    "--lens", "query", type=QUERY, metavar="QUERY", default="", help="Of what is told of them only what this leaves."
)
@click.option("--form", type=click.Choice(FORMS), help="markdown, or what the file's name ends in.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it to a file.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def brief(
    refs: tuple[str, ...],
    path: Path,
    as_of: str,
    known_by: str,
    query: str,
    form: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write records up as a brief with numbered sources.

    It tells what is stated of them, by whom, how reliable that is, and what is contested. Without -o it opens in $PAGER
    on a terminal, and goes to standard output elsewhere.
    """
    from store.brief.html import as_html
    from store.brief.markdown import as_markdown
    from store.briefing import brief as brief_on

    situation = open_situation(path)
    for ref in refs:
        require_record(situation, ref, "REF")
    made = brief_on(situation, refs, asked_lens(situation, query, as_of, known_by))
    lines = (as_html if _form(form, output) == "html" else as_markdown)(made)
    if output is not None:
        _write(output, lines, store=path, over=force)
        write_aside(f"{output}: {made.title}, {len(made.sources):,} source{'s' * (len(made.sources) != 1)}")
    elif on_terminal(sys.stdin) and on_terminal(sys.stdout):
        click.echo_via_pager(f"{safe(line)}\n" for line in lines)
    else:
        write_lines(lines)


def _form(named: str | None, output: Path | None) -> str:
    """Return the form that was asked for, or that a file's name tells."""
    if named or output is None:
        return named or "markdown"
    form = _SUFFIXES.get(output.suffix.lower())
    if form is None:
        raise StoreError(f"{output}: its name tells no form; let it end in .md or .html, or say --form")
    return form


def _write(output: Path, lines: Iterable[str], *, store: Path, over: bool) -> None:
    from store.file.taking import Taken, take_away

    try:
        take_away(output, _encoded(lines), store=store, over=over)
    except Taken:
        raise StoreError(f"{output}: is there already; name another file, or --force to write over it") from None


def _encoded(lines: Iterable[str]) -> Iterator[bytes]:
    return (f"{line}\n".encode() for line in lines)
