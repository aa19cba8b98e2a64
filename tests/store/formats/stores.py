"""Whole situations that tests hand on: the two that ship, a made-up one, and one of nothing but hostile texts."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import fixtures
from store.formats.handed import Handed
from store.refs import KIND_OF_TABLE
from tests.situations import generate
from tests.store.formats.handing_on import of
from tests.tui.hostile import write_hostile

NAMES = ("shipped", "exercise", "generated", "hostile")
_LONGEST = 3_000
"""Characters: that a text of 100,000 can be handed on is tried once, and not with every format."""


@cache
def situation(name: str) -> Handed:
    """Return the situation of this name."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made.json"
        makers = {
            "shipped": lambda: fixtures.SHIPPED,
            "exercise": lambda: fixtures.EXERCISE,
            "generated": lambda: generate(made, events=60),
            "hostile": lambda: write_hostile(made),
        }
        tables = _shortened(json.loads(makers[name]().read_bytes()))
    documents = ((KIND_OF_TABLE[table], one) for table in KIND_OF_TABLE for one in tables[table].values())
    return of(documents, tables["situation"]["about"]["title"])


def _shortened(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    if isinstance(value, dict):
        return {name[:_LONGEST]: _shortened(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_shortened(part) for part in value]
    return value[:_LONGEST] if isinstance(value, str) else value
