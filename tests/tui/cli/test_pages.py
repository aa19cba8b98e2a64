"""The examples on the pages about the command line are followed: what they show is what comes.

A line that begins with `$` is a command, the lines under it are what it prints; `…` stands for any lines, or for the
rest of one.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Typed

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGES = ("find.md", "taking.md")


def examples(page: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a page with the lines under it, in their order."""
    command, shown = "", list[str]()
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines():
        if line.startswith("    $ ") or (line and not line.startswith("    ")):
            if command:
                yield command, shown
            command, shown = line.removeprefix("    $ ") if line.startswith("    $ ") else "", []
        elif command:
            shown.append(line.removeprefix("    "))


def pattern(shown: list[str]) -> str:
    """Return what the printed text must match."""
    text = "\n".join(shown).rstrip("\n")
    pieces = (re.escape(piece) for piece in re.sub(r"(?m)^…$", "\0", text).split("\0"))
    return r"[\s\S]*?".join(re.sub(r"…(?=\\?\n|$)", ".*", piece) for piece in pieces)


@pytest.mark.parametrize("page", PAGES)
def test_every_example_shows_what_comes(page: str, typed: Typed) -> None:
    followed = list(examples(page))
    assert followed
    for command, shown in followed:
        program, *words = shlex.split(command)
        assert program == "sitroom"
        answer = typed(*words)
        text = (answer.out + answer.err).rstrip("\n")
        assert re.fullmatch(pattern(shown), text), f"{command}\n{text}"
