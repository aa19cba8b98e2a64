"""`timeline`, `counts`, `changes`: what happened when, how often, and what changed between two days."""

import sys
from pathlib import Path

import click

from store.errors import StoreError
from tui.cli.opening import asked_days, asked_lens, open_situation
from tui.cli.printing import write_aside, write_json, write_lines
from tui.cli.stores import (
    as_of_option,
    json_option,
    known_by_option,
    lens_option,
    limit_option,
    plain_option,
    store_option,
)


@click.command()
@store_option
@lens_option
@as_of_option
@known_by_option
@click.option("--oldest", is_flag=True, help="The oldest first.")
@limit_option
@plain_option
@json_option
def timeline(
    path: Path, query: str, as_of: str, known_by: str, oldest: bool, limit: int, aloud: bool, as_json: bool
) -> None:
    """List what has a time, newest first.

    That is events, claims and quotes, and publications with --lens kind:source. Exits 1 when there is nothing.
    """
    from tui.cli import aloud_timing as spoken
    from tui.cli import plain_timing as plain

    situation = open_situation(path)
    lens = asked_lens(situation, query, as_of, known_by)
    found = situation.timeline(lens, newest_first=not oldest, count=limit)
    headings = situation.timeline_headings(lens, newest_first=not oldest)
    if as_json:
        write_json({"total": found.total, "timeline": [plain.timed(row) for row in found.rows]})
    else:
        told = spoken if aloud else plain
        write_lines(told.under_headings(headings, map(told.timeline_line, found.rows)), whole=aloud)
        _tell_of_more(found.total, len(found.rows), "nothing here has a time")
    sys.exit(0 if found.total else 1)


@click.command()
@store_option
@lens_option
@as_of_option
@known_by_option
@click.option("--limit", type=click.IntRange(1), default=12, show_default=True, help="How many actors and places.")
@plain_option
@json_option
def counts(path: Path, query: str, as_of: str, known_by: str, limit: int, aloud: bool, as_json: bool) -> None:
    """Count by kind, actor and place.

    Exits 1 when there is nothing to count.
    """
    from tui.cli import aloud_timing as spoken
    from tui.cli import plain_timing as plain

    situation = open_situation(path)
    found = situation.frequencies(asked_lens(situation, query, as_of, known_by), count=limit)
    if as_json:
        write_json({"total": found.total, "of": found.of, "counts": [plain.counted(row) for row in found.rows]})
    else:
        write_lines((spoken if aloud else plain).count_lines(found.rows), whole=aloud)
        if found.of < found.total:
            write_aside(f"actors and places are those of the newest {found.of:,} of {found.total:,} statements")
        elif not found.rows:
            write_aside("there is nothing to count")
    sys.exit(0 if found.rows else 1)


@click.command()
@click.option("--since", required=True, metavar="DATE", help="From the first day of this on.")
@click.option(
    "--until", default="", metavar="DATE", help="Up to the last day of this; without it, to the last day of all."
)
@click.option("--known", is_flag=True, help="What became known then, whenever it held.")
@store_option
@lens_option
@limit_option
@plain_option
@json_option
def changes(
    since: str, until: str, known: bool, path: Path, query: str, limit: int, aloud: bool, as_json: bool
) -> None:
    """List what changed between two days, or became known.

    Names and holds come first, then ties, then whatever else began, happened or was said. It is the difference of what
    --as-of (or, with --known, --known-by) shows on the day before SINCE and on UNTIL. Exits 1 when nothing changed.
    """
    from tui.cli import aloud_timing as spoken
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
        told = spoken if aloud else plain
        write_lines(told.under_headings(headings, map(told.change_line, found.rows)), whole=aloud)
        _tell_of_more(found.total, len(found.rows), "nothing changed")
    sys.exit(0 if found.total else 1)


def _tell_of_more(total: int, listed: int, nothing: str) -> None:
    if total > listed:
        write_aside(f"{total - listed:,} more: --limit shows them, --lens narrows them")
    elif not total:
        write_aside(nothing)
