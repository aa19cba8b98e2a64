"""What browsing is asked for, and a quick reading of the plain ways to ask.

The click that reads all other command lines takes as long to load as the first picture takes to be drawn.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

import fixtures
from tui.palette import THEME_NAMES, ThemeName

WireName: TypeAlias = Literal["lean", "stock"]
WIRES: tuple[WireName, ...] = get_args(WireName)
_VALUES = {"--at": "at", "--as-of": "as_of", "--lens": "query", "--theme": "theme", "--wire": "wire"}
_FLAGS = {"--no-mouse": ("mouse", False), "--fresh": ("fresh", True)}
_CHOICES: dict[str, tuple[str, ...]] = {"theme": THEME_NAMES, "wire": WIRES}


class Asked(NamedTuple):
    """A store to browse, and how."""

    path: str
    at: str = ""
    as_of: str = ""
    query: str = ""
    theme: ThemeName = "dark"
    wire: WireName = "lean"
    mouse: bool = True
    fresh: bool = False

    @property
    def of_all(self) -> bool:
        """Whether it names nothing that may lie anywhere in the store."""
        return not (self.at or self.as_of or self.query)


class _NotPlain(ValueError):
    """Words that are left to click."""


def plainly_asked(words: Sequence[str], environment: Mapping[str, str]) -> Asked | None:
    """Return what words ask for that plainly want a store browsed on this terminal; None where there is any doubt."""
    if not _on_terminal(environment) or "_SITROOM_COMPLETE" in environment:
        return None
    try:
        given = list(_given(words))
    except _NotPlain:
        return None
    path = fixtures.store_at(environment.get("SITROOM_STORE") or str(fixtures.SHIPPED))
    asked = Asked(os.fspath(path))._replace(**dict(given))
    once = len(dict(given)) == len(given)
    return asked if once and Path(asked.path).is_file() and _is_ref(asked.at) else None


def _on_terminal(environment: Mapping[str, str]) -> bool:
    streams = (sys.stdin, sys.stdout)
    return environment.get("TERM", "dumb") != "dumb" and all(stream and stream.isatty() for stream in streams)


def _given(words: Sequence[str]) -> Iterator[tuple[str, Any]]:
    left = iter(words)
    for word in left:
        option, joined, value = word.partition("=")
        if word in _FLAGS:
            yield _FLAGS[word]
        elif option in _VALUES:
            yield _VALUES[option], _checked(_VALUES[option], value if joined else next(left, ""))
        elif word in fixtures.NAMED:
            yield "path", str(fixtures.NAMED[word])
        elif word.startswith("-") or not (os.sep in word or os.extsep in word):  # it may be a command
            raise _NotPlain
        else:
            yield "path", word


def _checked(field: str, value: str) -> str:
    if not value or value.startswith("-") or value not in _CHOICES.get(field, (value,)):
        raise _NotPlain
    return value


def _is_ref(text: str) -> bool:
    from store.refs import NotRef, split

    try:
        return not text or bool(split(text))
    except NotRef:
        return False
