"""Text broken into lines by the cells that it takes."""

from tui.measure import cell_len, chopped
from tui.widgets.runs import ELLIPSIS, cut


def wrap(text: str, width: int, most: int = 0) -> list[str]:
    """Return the text in lines of at most so many cells, broken at blanks and newlines.

    A word that is wider than a line is broken where it must be. With `most`, lines beyond it are dropped and the last
    one that is left ends in an ellipsis. No text gives no line.
    """
    width = max(1, width)
    enough = most * width * 8 if most else len(text)
    shortened = text[:enough]
    lines = [line for paragraph in shortened.split("\n") for line in _wrap_paragraph(paragraph, width)]
    if most and (len(lines) > most or len(shortened) < len(text)):
        lines = lines[:most]
        lines[-1] = cut(lines[-1] + " " + ELLIPSIS, width)
        if not lines[-1].endswith(ELLIPSIS):
            lines[-1] = ELLIPSIS
    return lines


def _wrap_paragraph(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    used = 0
    for word in paragraph.split():
        size = cell_len(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        *whole, line = chopped(word, width) if size > width else [word]
        lines.extend(whole)
        used = cell_len(line)
    return [*lines, line] if line else lines
