"""`show`, `find`, `check`, `stats`: questions answered as text, or with `--json` for other programs."""

import sys
from pathlib import Path

import click

from tui.cli import plain
from tui.cli.stores import asked_lens, json_option, open_situation, store_option

as_of_option = click.option("--as-of", metavar="DATE", default="", help="Look from a day, as 2016-08-18.")


@click.command()
@click.argument("ref")
@store_option
@as_of_option
@json_option
def show(ref: str, path: Path, as_of: str, as_json: bool) -> None:
    """Show one record as text, with all that is stated about it."""
    situation = open_situation(path)
    profile = situation.profile(ref, asked_lens(situation, "", as_of))
    if as_json:
        plain.write_json(situation.document(ref))
        return
    plain.write_lines(plain.profile_lines(profile))
    plain.write_lines(plain.citation_lines(situation.citations(ref)))


@click.command()
@click.argument("query", nargs=-1, required=True)
@store_option
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many to list.")
@json_option
def find(query: tuple[str, ...], path: Path, limit: int, as_json: bool) -> None:
    """Find records by their words: 'kind:event sirte since:2016-05'. Exits 1 when nothing is found."""
    situation = open_situation(path)
    # The shell has taken the quotes off: a word that holds a blank was a phrase.
    text = " ".join(f'"{word}"' if " " in word and '"' not in word and len(query) > 1 else word for word in query)
    found = situation.find(text, count=limit)
    if as_json:
        plain.write_json({"query": text, "total": found.total, "found": [plain.found_json(row) for row in found.rows]})
    else:
        plain.write_lines(plain.found_lines(found))
    sys.exit(0 if found.total else 1)


@click.command()
@store_option
@json_option
def stats(path: Path, as_json: bool) -> None:
    """Count what a store holds, from when to when, and how large it is."""
    situation = open_situation(path)
    if as_json:
        plain.write_json(plain.stats_json(situation))
    else:
        plain.write_lines(plain.stats_lines(situation))
