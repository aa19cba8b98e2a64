"""Views: queries that a reader has named, to come back to on the screen and on the command line."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from store.errors import StoreError
from store.find import NoView
from store.text import one_line
from tui.state.keeping import keep, place_of

VERSION = 1
MOST = 1_000_000
"""Bytes of the longest file that is read."""
_NAME = re.compile(r'[^\s":]{1,40}')


class NotView(StoreError):
    """A name that no view can have, or a view that cannot be kept; the message says why."""


class Views(Mapping[str, str]):
    """The views of one store by name, in the order of names. They are read when they are asked for, and each time."""

    def __init__(self, store: Path) -> None:
        self._store = store

    @cached_property
    def path(self) -> Path:
        """The file that they are kept in."""
        return place_of(self._store, "views")

    def __getitem__(self, name: str) -> str:
        """Return the query of a view."""
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._read())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._read())

    @staticmethod
    def may_be_called(name: str) -> bool:
        """Tell whether a view can have this name."""
        return bool(_NAME.fullmatch(name))

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name, in place of the one that had it. Raises NotView."""
        if not self.may_be_called(name):
            raise NotView(f"{name!r} is no name for a view: one word of at most 40 letters, without quotes or a colon")
        self._write(self._read() | {name: one_line(query)})

    def remove(self, name: str) -> None:
        """Forget a view. Raises NoView, and NotView where that cannot be kept."""
        kept = self._read()
        if kept.pop(name, None) is None:
            raise NoView(name)
        self._write(kept)

    def _read(self) -> dict[str, str]:
        """Return what the file holds; nothing where there is none that this version can read."""
        try:
            if not self.path.is_file() or self.path.stat().st_size > MOST:
                return {}
            found = json.loads(self.path.read_text(encoding="utf-8"))
            if found["sitroom views"] != VERSION:
                return {}
            views = {one_line(name): one_line(query) for name, query in found["views"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}
        return dict(sorted((name, query) for name, query in views.items() if self.may_be_called(name)))

    def _write(self, views: Mapping[str, str]) -> None:
        try:
            keep(self.path, json.dumps({"sitroom views": VERSION, "views": views}, ensure_ascii=False, indent=2) + "\n")
        except (OSError, UnicodeError) as error:
            raise NotView(f"{self.path}: the views cannot be kept there: {error}") from error
