"""What the programs are given: the shipped store, generated ones, the same rows as CSV, and a GED file."""

import sys
from pathlib import Path
from typing import NamedTuple

import fixtures
from tests.bench.inside import run_inside
from tests.bench.programs import environment


class Given(NamedTuple):
    """A store, how the table calls it, its events, and its rows as CSV for visidata."""

    name: str
    events: int
    store: Path
    table: Path


class Stores:
    """Makes what is asked for in a folder; what is there already is taken as it is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = environment(folder)
        folder.mkdir(parents=True, exist_ok=True)

    def shipped(self) -> Given:
        """Return the shipped store; its factions are the rows."""
        return self._given("shipped", 0, fixtures.SHIPPED, "faction")

    def generated(self, events: int) -> Given:
        """Return a store of so many events; they are the rows."""
        store = self._folder / f"events-{events}.json"
        if not store.exists():
            _say(f"making a store of {events:,} events")
            self._make("generate", store, events)
        return self._given(f"{events:,} events", events, store, "event")

    def ged(self, rows: int) -> Path:
        """Return a file as UCDP publishes them, of so many rows."""
        path = self._folder / f"ged-{rows}.csv"
        if not path.exists():
            _say(f"making a GED file of {rows:,} rows")
            self._make("ged", path, rows)
        return path

    def _given(self, name: str, events: int, store: Path, kind: str) -> Given:
        table = self._folder / f"{store.stem}.csv"
        if not table.exists():
            self._make("table", store, kind, table)
        return Given(name, events, store, table)

    def _make(self, *task: object) -> None:
        run_inside(*task, environment=self._environment)


def _say(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr)
