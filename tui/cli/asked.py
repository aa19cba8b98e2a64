"""What browsing is asked for, and a quick reading of the plain ways to ask.

The click that reads all other command lines takes as long to load as the first picture takes to be drawn.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import fixtures
from tui.commands.keymap import AS_THEY_COME, Keymap
from tui.palette import THEME_NAMES, ThemeName
from tui.state.settings import WIRES, WireName, own_settings

_VALUES = {
    "--at": "at",
    "--as-of": "as_of",
    "--known-by": "known_by",
    "--lens": "query",
    "--theme": "theme",
    "--wire": "wire",
}
_FLAGS = {"--mouse": ("mouse", True), "--no-mouse": ("mouse", False), "--fresh": ("fresh", True)}
_CHOICES: dict[str, tuple[str, ...]] = {"theme": THEME_NAMES, "wire": WIRES}


class Asked(NamedTuple):
    """A store to browse, and how."""

    path: str
    at: str = ""
    as_of: str = ""
    known_by: str = ""
    query: str = ""
    theme: ThemeName = "dark"
    wire: WireName = "lean"
    mouse: bool = True
    fresh: bool = False
    keys: Keymap = AS_THEY_COME

    @property
    def of_all(self) -> bool:
        """Whether it names nothing that may lie anywhere in the store."""
        return not (self.at or self.as_of or self.known_by or self.query)


class _NotPlain(ValueError):
    """Words that are left to click."""


def plainly_asked(words: Sequence[str], environment: Mapping[str, str]) -> Asked | None:
    """Return what words ask for that plainly want a store browsed on this terminal; None where there is any doubt.

    What they leave open the environment says, and then the user's settings. Raises Unsettled.
    """
    if not _on_terminal(environment) or "_SITROOM_COMPLETE" in environment:
        return None
    try:
        given = list(_given(words))
        around = dict(_of_environment(environment))
    except _NotPlain:
        return None
    settled = own_settings(environment)
    of_settings = Asked(
        os.fspath(settled.store), theme=settled.theme, wire=settled.wire, mouse=settled.mouse, keys=settled.keys
    )
    asked = of_settings._replace(**around)._replace(**dict(given))
    once = len(dict(given)) == len(given)
    return asked if once and Path(asked.path).is_file() and _is_ref(asked.at) else None


def _on_terminal(environment: Mapping[str, str]) -> bool:
    streams = (sys.stdin, sys.stdout)
    return environment.get("TERM", "dumb") != "dumb" and all(stream and stream.isatty() for stream in streams)


def _of_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    if store := environment.get("SITROOM_STORE"):
        yield "path", os.fspath(fixtures.store_at(store))
    if theme := environment.get("SITROOM_THEME"):
        yield "theme", _checked("theme", theme)


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
