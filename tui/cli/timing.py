"""`changes`: what began, ended or became known between two days."""

import sys
from pathlib import Path

import click

from store.errors import StoreError
from tui.cli.opening import asked_days, asked_lens, open_situation
from tui.cli.printing import write_aside, write_json, write_lines
from tui.cli.stores import json_option, lens_option, limit_option, store_option


@click.command()
@click.option("--since", required=True, metavar="DATE", help="From the first day of this on.")
@click.option(
    "--until", default="", metavar="DATE", help="Up to the last day of this; without it, to the last day of all."
)
@click.option("--known", is_flag=True, help="What became known then, whenever it held.")
@store_option
@lens_option
@limit_option
@json_option
def changes(since: str, until: str, known: bool, path: Path, query: str, limit: int, as_json: bool) -> None:
    """List what changed between two days: holds first, then ties and whatever else began, happened or was said.

    That is the difference of what --as-of (or, with --known, --known-by) shows on the day before SINCE and on UNTIL.
    Exits 1 when nothing changed.
    """
    from tui.cli import plain_timing as plain

    situation = open_situation(path)
    lens = asked_lens(situation, query, "")
    first, _ = asked_days(situation, "--since", since)
    last = asked_days(situation, "--until", until)[1] if until else situation.span()[1] or first
    if last < first:
        raise StoreError(f"--until {until!r} is over before --since {since!r} begins; put the earlier date first")
    found = situation.changes(first - 1, last, lens, known=known, count=limit)
    headings = situation.change_headings(first - 1, last, lens, known=known)
    if as_json:
        write_json({"total": found.total, "changes": [row._asdict() for row in found.rows]})
    else:
        write_lines(plain.under_headings(headings, (plain.change_line(row) for row in found.rows)))
        if left := found.total - len(found.rows):
            write_aside(f"{left:,} more: --limit shows them, --lens narrows them")
        elif not found.total:
            write_aside("nothing changed")
    sys.exit(0 if found.total else 1)
