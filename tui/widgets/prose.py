"""Paragraphs as a list that no cursor visits: what a dialog explains."""

from collections.abc import Iterable

from tui.widgets.listing import NO_ROW, Listing, Sheet
from tui.widgets.runs import Line, Run
from tui.widgets.wrapping import wrap

MOST = 6
"""Lines of a paragraph."""


def prose(texts: Iterable[str], width: int) -> Listing:
    """Return the texts wrapped, a blank line after each."""
    lines: list[tuple[Line, int]] = []
    for text in texts:
        lines += [((Run(part, "dim"),), NO_ROW) for part in wrap(text, width, MOST)] + [((), NO_ROW)]
    return Sheet(lines, ())
