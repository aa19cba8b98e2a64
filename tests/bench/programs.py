"""The programs that are measured: this one as it is installed, and its two peers."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.bench.terminal import Size, Terminal

_BIN = Path(sys.executable).parent
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "USER", "LOGNAME", "SHELL")


class Program(NamedTuple):
    """A command and its environment. All of them move by `j` and `k`, turn pages by page down, and leave by `q`.

    `to_pages` are the keys that lead to a list of several pages, where the first is not.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path
    to_pages: bytes = b""

    def on(self, size: Size) -> Terminal:
        """Start it in a terminal of a size."""
        return Terminal(self.command, size, self.environment, self.folder)


class Programs:
    """The three of them, in a home folder of their own, where they may cache what they like."""

    def __init__(self, home: Path) -> None:
        self._home = home
        home.mkdir(parents=True, exist_ok=True)

    def sitroom(self, store: Path | None = None, cache: Path | None = None) -> Program:
        """Return this program on a store (the shipped one where none is named), with a cache folder of its own."""
        command = (str(_BIN / "sitroom"), *([str(store)] if store else ()))
        return Program("sitroom", command, environment(self._home, cache), self._home, to_pages=b"ll")

    def bare(self) -> Program:
        """Return the bare Textual program."""
        command = (sys.executable, str(Path(__file__).with_name("bare.py")))
        return Program("bare Textual", command, environment(self._home), self._home)

    def visidata(self, table: Path) -> Program:
        """Return visidata on a CSV file."""
        return Program("visidata", (str(_BIN / "vd"), str(table)), environment(self._home), self._home)


def environment(home: Path, cache: Path | None = None) -> dict[str, str]:
    """Return what a program finds in its environment: nothing of this shell's Python, a plain xterm of 256 colours."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {
        "LANG": "C.UTF-8",
        **passed_on,
        "TERM": "xterm-256color",
        "HOME": str(home),
        "XDG_CACHE_HOME": str(cache or home / "cache"),
    }
