"""Lines as runs of styled text, measured in terminal cells: what lists and bars are drawn from.

Text here was cleaned where its record was made or indexed. It is never parsed as markup: a run says its style by name,
and the widget that draws it knows what the name looks like.
"""

from typing import Literal, NamedTuple, TypeAlias

from tui.measure import cell_len, cropped

RowLook: TypeAlias = Literal[
    "plain", "dim", "strong", "accent", "heading", "warn", "match", "marker", "marker-resting", "thumb", "typed"
]
MapLook: TypeAlias = Literal["blank", "border", "coast", "country", "label", "place", "selected"]
Look: TypeAlias = RowLook | MapLook

ELLIPSIS = "…"


class Run(NamedTuple):
    """Some text in one look, tinted where the row of the cursor is that keys go to."""

    text: str
    look: Look = "plain"
    tinted: bool = False


BLANK = Run(" ")

Line: TypeAlias = tuple[Run, ...]


def cut(text: str, width: int) -> str:
    """Return the text in at most so many cells; what had to be cut off is marked by an ellipsis."""
    # No cell is narrower than a code point but combining ones: a slice spares measuring 100,000 characters.
    if len(text) > 8 * width + 64:
        text = text[: 8 * width + 64] + " " * (width + 1)
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return cropped(text, width - 1).rstrip() + ELLIPSIS


def fit(text: str, width: int) -> str:
    """Return the text in exactly so many cells: cut, or padded on the right."""
    short = cut(text, width)
    return short + " " * max(0, width - cell_len(short))


def width_of(line: Line) -> int:
    """Return how many cells the line takes."""
    return sum(cell_len(run.text) for run in line)


def run_at(line: Line, cell: int) -> Run:
    """Return the run that a cell is part of; a blank beyond the last."""
    for run in line:
        cell -= cell_len(run.text)
        if cell < 0:
            return run
    return BLANK


def clip(line: Line, width: int) -> Line:
    """Return the line in at most so many cells, with an ellipsis where it was cut."""
    left = width
    kept: list[Run] = []
    for run in line:
        text = cut(run.text, left)
        if text != run.text:
            return (*kept, Run(text, run.look)) if text else _ended(kept)
        kept.append(run)
        left -= cell_len(text)
    return tuple(kept)


def _ended(kept: list[Run]) -> Line:
    """Return the runs with an ellipsis in their last cell: there was no cell left for it behind them."""
    while kept:
        last = kept.pop()
        if size := cell_len(last.text):
            return (*kept, Run(cut(last.text + ELLIPSIS, size), last.look))
    return ()


def pad(line: Line, width: int) -> Line:
    """Return the line in exactly so many cells."""
    short = clip(line, width)
    return (*short, Run(" " * max(0, width - width_of(short))))


def between(left: Line, right: Line, width: int, filler: Run = BLANK) -> Line:
    """Return one line of so many cells with `right` at its end; where both do not fit, `left` gives way.

    What is free between them is filled with a run's one character, in its look.
    """
    ending = clip(right, width)
    beginning = clip(left, width - width_of(ending))
    free = width - width_of(beginning) - width_of(ending)
    return (*beginning, Run(filler.text * free, filler.look), *ending)


class Said(NamedTuple):
    """What a line of the screen says at its left and at its right, and what fills it between the two."""

    left: Line = ()
    right: Line = ()
    filler: Run = BLANK

    def line(self, width: int) -> Line:
        """Return it in exactly so many cells; where both sides do not fit, the left one gives way."""
        return between(self.left, self.right, width, self.filler)
