"""Whole situations that tests hand on: the one that ships, a made-up one, and one of nothing but hostile texts."""

import json
from pathlib import Path

import fixtures
from store.formats.handed import Handed
from store.refs import KIND_OF_TABLE
from tests.situations import generate
from tests.store.formats.handing_on import of
from tests.tui.hostile import write_hostile

NAMES = ("shipped", "generated", "hostile")


def situation(name: str, folder: Path) -> Handed:
    """Return the situation of this name; those that are made are made in the folder."""
    makers = {
        "shipped": lambda: fixtures.SHIPPED,
        "generated": lambda: generate(folder / "generated.json", events=60),
        "hostile": lambda: write_hostile(folder / "hostile.json"),
    }
    tables = json.loads(makers[name]().read_bytes())
    documents = ((KIND_OF_TABLE[table], one) for table in KIND_OF_TABLE for one in tables[table].values())
    return of(documents, tables["situation"]["about"]["title"])
