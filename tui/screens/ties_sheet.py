"""Ties in lines: the web of an actor, a step to the right for each step away, and the way between two."""

from collections.abc import Sequence

from store.rows import TieRow
from tui.contents.marks import mark
from tui.widgets.listing import NO_ROW, Sheet
from tui.widgets.runs import Line, Run, cut, fit, width_of
from tui.widgets.wrapping import wrap

LABEL_WIDTH = 14
_STEP = "   "
_LEAST_TEXT = 12
_NARROW = 60

Lines = list[tuple[Line, int]]


def web_sheet(actor: str, rows: Sequence[TieRow], width: int, none: str) -> Sheet:
    """Return the web of an actor as a sheet; under each of its ties those of the other end. `none` is said of none."""
    lines: Lines = [((Run(part, "strong"),), NO_ROW) for part in wrap(actor, width, most=2)]
    own = sum(row.depth == 1 for row in rows)
    told = f"{own} {'tie' if own == 1 else 'ties'}, and {len(rows) - own} of those it is tied to"
    lines += [((Run(part, "dim"),), NO_ROW) for part in wrap(told if rows else none, width)]
    for number, row in enumerate(rows):
        if row.depth == 1:
            lines.append(((), NO_ROW))
        lines.append((_tie(row, _STEP * (row.depth - 1), width), number))
    return Sheet(lines, rows)


def link_sheet(one: str, rows: Sequence[TieRow], width: int, none: str) -> Sheet:
    """Return the way from one actor to another as a sheet: each end a line, the tie between them a row."""
    lines: Lines = [((Run(cut(one, width), "strong"),), NO_ROW)]
    if not rows:
        lines += [((Run(part, "dim"),), NO_ROW) for part in wrap(none, width)]
    lines += [(_tie(row, "", width), number) for number, row in enumerate(rows)]
    return Sheet(lines, rows)


def _tie(row: TieRow, indent: str, width: int) -> Line:
    """Lay out a tie in one line: how, to whom, when, and the grade; where there is little room the time gives way."""
    told = (Run(f" {mark(row.mark, short=True)}", "warn"),) if row.mark else ()
    grade = Run(f" {row.grade:<2}", "dim")
    head = Run(f"{indent}{fit(row.label, LABEL_WIDTH)} ", "dim")
    room = width - width_of((head, *told, grade))
    when = f"  {row.when}" if row.when and width >= _NARROW else ""
    text = cut(row.text, max(_LEAST_TEXT, room - width_of((Run(when),))))
    left = room - width_of((Run(text),))
    return (head, Run(text), Run(fit(when, max(0, left)), "dim"), *told, grade)
