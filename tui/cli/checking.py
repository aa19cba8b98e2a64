"""`check`: what is wrong with a store, and how to mend it."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.folding import tell_what_waits
from tui.cli.opening import MANY
from tui.cli.printing import write_json, write_lines
from tui.cli.progress import progress
from tui.cli.stores import json_option, store_argument, store_option

if TYPE_CHECKING:
    from store.check import Problem


@click.command()
@store_argument
@store_option
@json_option
def check(store: Path | None, path: Path, as_json: bool) -> None:
    """Tell what is wrong with a store, and the mend.

    Exits 1 when there are errors. Warnings may be right, as two people of one name are: they are told, and exit 0, so
    that a script that checks can pass a store that somebody has looked through.
    """
    # The models are loaded for nothing else that reads.
    from store.check import check as problems_of
    from store.file.reading import read_tables

    checked = store or path
    with progress(f"checking {checked.name}", MANY) as told:
        problems = list(problems_of(read_tables(checked), told))
    if as_json:
        write_json([problem._asdict() for problem in problems])
    else:
        write_lines(map(_line, problems))
        write_lines([f"{checked}: {_counted(problems)}"])
    tell_what_waits(checked)
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


def _line(problem: "Problem") -> str:
    return problem.line if problem.severity == "error" else f"warning: {problem.line}"


def _counted(problems: "list[Problem]") -> str:
    counts = Counter(problem.severity for problem in problems)
    told = (f"{count:,} {severity}{'s' * (count != 1)}" for severity, count in sorted(counts.items()))
    return ", ".join(told) or "no problems"
