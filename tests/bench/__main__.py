"""`make bench`: print the table of figures for this build, each row as soon as it is measured."""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.bench import Bench
from tests.bench.machine import fixed_loop, machine
from tests.bench.plan import FULL, NORMAL, QUICK, Plan
from tests.bench.programs import Programs
from tests.bench.report import rows
from tests.bench.stores import Stores
from tests.bench.table import Row, as_json, head, line
from tests.bench.workshop import Workshop


def main() -> None:
    """Measure what the arguments ask for."""
    asked = _arguments().parse_args()
    plan = QUICK if asked.quick else FULL if asked.full else NORMAL
    with _folder(None) as work, _folder(asked.stores) as stores:
        bench = Bench(plan, Stores(stores), Programs(work / "home"), Workshop(work / "work"), work / "cache")
        told, measured = _measure(bench)
    if asked.json:
        asked.json.write_text(json.dumps({"machine": told, "rows": [as_json(row) for row in measured]}, indent=2))


def _measure(bench: Bench) -> tuple[list[str], list[Row]]:
    begun = time.perf_counter()
    told = [*machine(), _plan(bench.plan)]
    print(*told, "", *head(), sep="\n", flush=True)
    measured = []
    for row in rows(bench):
        print(line(row), flush=True)
        measured.append(row)
    told.append(f"took {time.perf_counter() - begun:,.0f} s; the fixed loop then took {fixed_loop() * 1000:.0f} ms")
    print("", told[-1], sep="\n")
    return told, measured


def _plan(plan: Plan) -> str:
    return f"medians of {plan.processes} fresh processes after a warm-up; {plan.moves * plan.processes} cursor moves"


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="fewer processes, no large store: to see that it works")
    size.add_argument("--full", action="store_true", help="a store of a million events as well, and more kills")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file too")
    parser.add_argument("--stores", type=Path, metavar="FOLDER", help="keep what is generated here for the next run")
    return parser


@contextmanager
def _folder(named: Path | None) -> Iterator[Path]:
    if named:
        named.mkdir(parents=True, exist_ok=True)
        yield named.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="sitroom-bench-") as made:
        yield Path(made)


if __name__ == "__main__":
    main()
