"""`check`: what is wrong with a store, and how to mend it."""

import sys
from pathlib import Path

import click

from tui.cli import plain
from tui.cli.stores import json_option, store_option


@click.command()
@click.argument("store", required=False, type=click.Path(path_type=Path))
@store_option
@json_option
def check(store: Path | None, path: Path, as_json: bool) -> None:
    """Validate a store: every problem with its record and its mend. Exits 1 when there are any."""
    # The models are loaded for nothing else that reads.
    from store.check import check as problems_of
    from store.file.reading import read_tables

    checked = store or path
    problems = list(problems_of(read_tables(checked)))
    if as_json:
        plain.write_json([problem._asdict() for problem in problems])
    else:
        plain.write_lines(problem.line for problem in problems)
        counted = f"{len(problems):,} problem{'s' * (len(problems) != 1)}" if problems else "no problems"
        plain.write_lines([f"{checked}: {counted}"])
    sys.exit(1 if problems else 0)
