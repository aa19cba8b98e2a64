"""`news`: what was added or changed since the reader last looked."""

import sys
from pathlib import Path

import click

from store.errors import StoreError
from tui.cli.opening import open_situation
from tui.cli.printing import write_aside, write_json, write_lines
from tui.cli.progress import progress
from tui.cli.stores import json_option, plain_option, store_option

_MANY = 100_000
"""Records that take half a second or more to look through."""


@click.command()
@store_option
@click.option("--since", metavar="DATE", default="", help="Since a day instead, as 2016-08-18.")
@plain_option
@json_option
def news(path: Path, since: str, aloud: bool, as_json: bool) -> None:
    """List what was added or changed since you last looked.

    You looked when you last left the screen; this is no look. The stamps that records carry tell; where there are none,
    how many there are of each kind. Exits 1 when there is nothing new.
    """
    from tui.cli import aloud as spoken
    from tui.cli import plain
    from tui.state.look import day_of, more_and_fewer
    from tui.state.session_file import session_of

    session = session_of(path).load()
    look = session.look if session else None
    if look is None and not since:
        raise StoreError(
            f"{path}: you have not looked at it on the screen yet; --since DATE lists what came after a day"
        )
    situation = open_situation(path)
    gleaning = situation.gleaning(_moment(since) if since or look is None else look.written)
    with progress(f"looking through {path.name}", _MANY) as told:
        while gleaning.step():
            told(gleaning.done, gleaning.total)
    found = gleaning.news()
    day = since or (day_of(look) if look else "")
    numbers = more_and_fewer(look, situation) if look and not since and not found.stamped else ()
    if as_json:
        rows = [row._asdict() for row in found.rows]
        write_json({"since": day, "added": found.added, "changed": found.changed, "counts": numbers, "news": rows})
    else:
        write_lines((*(spoken if aloud else plain).news_lines(found.rows), *numbers), whole=aloud)
        listed = len(found.rows)
        more = f", the last {listed:,} are listed" if found.added + found.changed > listed else ""
        write_aside(f"{found.added:,} added, {found.changed:,} changed since {day}{more}")
    sys.exit(0 if found.rows or numbers else 1)


def _moment(text: str) -> float:
    """Return when a day, or what else is meant by a date, has begun, in seconds since 1970 (UTC)."""
    from store import when

    try:
        day = when.parse(text).earliest
    except when.NotEdtf:
        day = None
    if day is None:
        raise StoreError(f"--since {text!r} is no date: write 2016-08-18, 2016-08 or 2016")
    return float((day - when.ordinal(1970, 1, 1)) * 86_400)
