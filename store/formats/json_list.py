"""A JSON object that ends in one long list, written item by item."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson


def json_list(head: dict[str, Any], name: str, items: Iterable[Any]) -> Iterator[bytes]:
    """Yield an object that has what is in the head, and then, under the name, a list of the items, one a line."""
    yield orjson.dumps(head)[:-1] + b"," + orjson.dumps(name) + b":["
    between = b"\n"
    for item in items:
        yield between + orjson.dumps(item)
        between = b",\n"
    yield b"\n]}\n"
