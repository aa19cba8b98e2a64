"""The output: lines and JSON in which nothing is left that a terminal obeys, and none wider than the terminal."""

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from textwrap import TextWrapper
from typing import TextIO

import click

from store.text import escaped_json as escaped_json
from store.text import json_escape

_NARROWEST = 40
_HANGING = 4
_COLUMNS = "  "
"""What a row has in it or before it, and prose has not: rows go on further in."""

_OBEYED = "\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
"""Controls but the tab, C1, and what turns the direction of text: what no name of a file or record may do here."""
_IN_LINES = re.compile(f"[{_OBEYED}]")
_IN_TEXT = re.compile(f"[{_OBEYED}]".replace("\x0a-", "\x0b-"))
_NOT_ASCII = re.compile("[^\x00-\x7e]")


def on_terminal(stream: TextIO | None) -> bool:
    """Tell whether a standard stream is a terminal; one that was closed before the program began is none."""
    return stream is not None and stream.isatty()


def safe(text: str) -> str:
    """Return the text on one line, with what a terminal would obey written as escapes: a file may have any name."""
    return _IN_LINES.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def safe_text(text: str) -> str:
    """Return text of several lines with what a terminal would obey written as escapes."""
    return _IN_TEXT.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def write_lines(lines: Iterable[str], *, whole: bool = False) -> None:
    """Print the lines; on a terminal, those that are too long go on in the next line, unless they are kept whole."""
    width = shutil.get_terminal_size().columns if on_terminal(sys.stdout) and not whole else 0
    for line in lines:
        for piece in _wrapped(safe(line), width):
            click.echo(piece)


def write_aside(text: str) -> None:
    """Print what the person should know and a program that reads the output should not, on standard error."""
    click.echo(f"sitroom: {safe(' '.join(text.split()))}", err=True)


def write_json(answer: object) -> None:
    """Print the answer as indented JSON: an imported row is in it to the letter, with escapes where need be."""
    import orjson

    text = orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode()
    known = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf")
    click.echo(escaped_json(text) if known else _NOT_ASCII.sub(lambda found: json_escape(found[0]), text))


def _wrapped(line: str, width: int) -> Iterator[str]:
    if not width or len(line) <= width:
        yield line
        return
    lead = line[: len(line) - len(line.lstrip())]
    wrapper = TextWrapper(
        max(width, _NARROWEST),
        initial_indent=lead,
        subsequent_indent=lead + " " * (_HANGING if _COLUMNS in line else 0),
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from wrapper.wrap(line.strip())
