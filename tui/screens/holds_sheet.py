"""Holds in lines: a bar for each, on one axis of time, with the day that is looked from marked on it."""

from collections.abc import Sequence

from store.rows import HoldRow
from store.when import Day
from tui.contents.marks import mark
from tui.widgets.listing import NO_ROW, Sheet
from tui.widgets.runs import Line, Look, Run, fit, width_of
from tui.widgets.span_bar import Axis, axis, bar
from tui.widgets.wrapping import wrap

_NAME_WIDTH = 34
_HOW_WIDTH = 12
_GRADE_WIDTH = 3
_BESIDE = 84
"""Cells from which a bar has room beside its label; with fewer it stands on the line below."""
_LOOKS: dict[str, Look] = {"held": "accent", "contested": "warn"}

Lines = list[tuple[Line, int]]


def lay_out(title: str, rows: Sequence[HoldRow], as_of: Day | None, width: int, nothing: str) -> Sheet:
    """Return the holds as a sheet for so many cells; each is a row, told in words as well as drawn.

    `nothing` is what is said where there is none.
    """
    lines: Lines = [((Run(part, "strong"),), NO_ROW) for part in wrap(title, width, most=2)]
    if not rows:
        return Sheet([*lines, ((), NO_ROW), ((Run(nothing, "dim"),), NO_ROW)], ())
    label = min(_NAME_WIDTH + _HOW_WIDTH, width // 2) if width >= _BESIDE else 0
    scale = axis((row.edtf for row in rows), width - label - _GRADE_WIDTH - 1)
    lines += [((), NO_ROW), *((line, NO_ROW) for line in _head(scale, label, as_of))]
    before = ""
    for number, row in enumerate(rows):
        name = "" if row.target == before else row.name
        before = row.target
        lines += [(line, number) for line in _hold(row, name, scale, label, width)]
    return Sheet(lines, rows)


def _head(scale: Axis | None, label: int, as_of: Day | None) -> list[Line]:
    """Draw the axis: its ends by name, and the day that is looked from where it lies on it."""
    if scale is None:
        return []
    first, last = scale.ends
    dots = "·" * max(0, scale.width - len(first) - len(last) - 2)
    head: list[Line] = [(Run(" " * label), Run(fit(f"{first} {dots} {last}", scale.width), "dim"))]
    if as_of is not None and scale.first <= as_of <= scale.last:
        at = (as_of - scale.first) * scale.width // (scale.last - scale.first + 1)
        head.append((Run(" " * (label + at)), Run("▼", "accent")))
    return head


def _hold(row: HoldRow, name: str, scale: Axis | None, label: int, width: int) -> list[Line]:
    look = _LOOKS.get(row.how, "plain")
    drawn = Run(bar(row.edtf, scale) if scale else "", look)
    grade = Run(f" {row.grade:<2}", "dim")
    marks: Line = (Run(f" {mark(row.mark, short=True)}", "warn"),) if row.mark else ()
    how = Run(fit(row.how, _HOW_WIDTH), look)
    if label:
        head = (Run(fit(name, label - _HOW_WIDTH - 1)), Run(" "), how)
        return [(*head, drawn, grade), (Run(" " * label), Run(row.when or "undated", "dim"), *marks)]
    told = (Run(fit(name, max(8, width - _HOW_WIDTH - 4))), how, grade)
    return [
        told,
        (Run("  "), drawn),
        (Run("  "), Run(fit(row.when or "undated", width - 4 - width_of(marks)), "dim"), *marks),
    ]
